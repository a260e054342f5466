"""The start strip connected to the models: a stop per scale, from New layout to Texture only."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from singan_studio.ui.create.start_strip import StartStrip
from singan_studio.ui.create.thumbnails import Thumbnails
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.training.training_model import TrainingModel
from singan_studio.ui.widgets.words import duration


class StartFrom(QWidget):
    """Shows and changes the start scale of the chosen tool; scales that are not learned yet cannot be chosen.

    The stops show what the present work becomes from each scale, as soon as that is drawn.
    """

    def __init__(
        self,
        learning: TrainingModel,
        tool_model: ToolModel,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("startFrom")
        self._learning, self._tool_model = learning, tool_model
        self._sizes: list[tuple[int, int]] = []  # (width, height) of the stops
        self.strip = StartStrip(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        self.strip.changed.connect(tool_model.set_start)
        learning.scales_reset.connect(self._show)
        learning.scale_finished.connect(self._show)
        learning.progressed.connect(self._show_remaining)
        learning.phase_changed.connect(self._show_remaining)
        tool_model.params_changed.connect(self._show)
        tool_model.tool_changed.connect(self._show)
        thumbnails.drawn.connect(self._show_thumbnail)
        thumbnails.undrawable.connect(self._show_scale)
        thumbnails.outdated.connect(self._show_scales)
        self._show()

    def _show(self) -> None:
        """Bring all stops up to date."""
        self._show_stops()
        start = self._tool_model.start_scale
        self.strip.setVisible(start is not None)
        if start is None:
            return
        for index, scale in enumerate(self._learning.scales):
            self.strip.set_available(index, scale.finished is not None)
        self.strip.set_lowest(self._lowest)
        self.strip.set_value(start)
        self._show_remaining()

    def _show_stops(self) -> None:
        scales = self._learning.scales
        sizes = [(scale.width, scale.height) for scale in scales]
        if sizes == self._sizes:
            return
        self._sizes = sizes
        self.strip.set_stops(sizes)
        self._show_scales()

    def _show_scales(self) -> None:
        """Show the picture at every scale until thumbnails replace it."""
        for index in range(len(self._learning.scales)):
            self._show_scale(index)

    def _show_scale(self, index: int) -> None:
        if index < len(self._sizes):
            self.strip.set_thumbnail(index, self._learning.scales[index].real)

    def _show_thumbnail(self, scale: int, picture: np.ndarray) -> None:
        if scale < len(self._sizes):
            self.strip.set_thumbnail(scale, picture)

    def _show_remaining(self) -> None:
        """Show when the scales that are not learned yet will be."""
        for index, scale in enumerate(self._learning.scales):
            if scale.finished is None and index < len(self._sizes):
                left = self._learning.seconds_until(index + 1)
                self.strip.set_available(index, False, "" if left is None else duration(left))

    @property
    def _lowest(self) -> int:
        """Return the first scale the tool can start from."""
        start = self._tool_model.session.start
        return int((start.low if start else 0) or 0)
