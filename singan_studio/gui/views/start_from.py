"""Where chance begins: a stop per scale, from New layout to Texture only."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from singan_studio.gui.viewmodels.learning import LearningModel
from singan_studio.gui.viewmodels.sampling import START, SamplingModel
from singan_studio.gui.widgets.start_strip import StartStrip
from singan_studio.gui.widgets.words import duration


class StartFrom(QWidget):
    """Shows and changes the start scale of Variations; scales that are not learned yet cannot be chosen."""

    def __init__(
        self, learning: LearningModel, sampling: SamplingModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("startFrom")
        self._learning, self._sampling = learning, sampling
        self.strip = StartStrip(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        self.strip.changed.connect(self._choose)
        learning.scales_reset.connect(self._reset)
        learning.scale_finished.connect(self._show_available)
        learning.progressed.connect(self._show_remaining)
        learning.phase_changed.connect(self._show_remaining)
        sampling.params_changed.connect(self._show_value)
        self._reset()

    def _reset(self) -> None:
        scales = self._learning.scales
        self.strip.set_stops([(scale.width, scale.height) for scale in scales])
        for index, scale in enumerate(scales):
            if scale.real is not None:
                self.strip.set_thumbnail(index, scale.real)
        self._show_available()
        self._show_value()

    def _show_available(self) -> None:
        for index, scale in enumerate(self._learning.scales):
            self.strip.set_available(index, scale.finished is not None)

    def _show_remaining(self) -> None:
        """When everything is learned, at the last stop."""
        scales, left = self._learning.scales, self._learning.seconds_left
        if scales and scales[-1].finished is None:
            self.strip.set_available(len(scales) - 1, False, "" if left is None else duration(left))

    def _show_value(self) -> None:
        self.strip.set_value(self._sampling.params[START])

    def _choose(self, scale: int) -> None:
        self._sampling.set_param(START, scale)
