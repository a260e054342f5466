"""The start strip connected to the models: a stop per scale or amount, from what changes more to what changes less."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from singan_studio.core.patch_stops import CHANGES
from singan_studio.ui.create.noise import groups
from singan_studio.ui.create.picture_maker import Kind, Maker, PictureMaker
from singan_studio.ui.create.start_strip import StartStrip
from singan_studio.ui.create.stop_words import learned_words, patch_words
from singan_studio.ui.create.thumbnails import Thumbnails
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.training.training_model import TrainingModel
from singan_studio.ui.widgets.words import duration, percent

FINER = "•"
"""Label of a stop that is only finer than the one before it."""


class StartFrom(QWidget):
    """Shows and changes where the chosen tool starts; scales that are not learned yet cannot be chosen.

    The stops show what the present work becomes from each scale, as soon as that is drawn.
    """

    def __init__(
        self,
        learning: TrainingModel,
        tool_model: ToolModel,
        picture_maker: PictureMaker,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("startFrom")
        self._learning, self._tool_model = learning, tool_model
        self._maker: Maker | None = None  # whose stops are shown
        self._guided = False  # whether they start from the user's work rather than from the photo
        self.strip = StartStrip(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        self.strip.changed.connect(tool_model.set_start)
        picture_maker.changed.connect(self._show)
        picture_maker.grown.connect(self._show)
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
        maker = self._show_stops()
        start = self._tool_model.start_scale
        self.strip.setVisible(start is not None)
        if start is None:
            return
        for index, stop in enumerate(maker.stops):
            self.strip.set_available(index, stop.available)
        self.strip.set_lowest(self._lowest)
        self.strip.set_value(start)
        self._show_remaining()

    def _show_stops(self) -> Maker:
        """Show the stops of the chosen tool's maker, which is returned."""
        maker, shown, guided = self._tool_model.maker, self._maker, self._tool_model.spec.guided
        same = shown is not None and (maker.kind, maker.sizes) == (shown.kind, shown.sizes)
        if not same:
            self.strip.set_stops([(stop.width, stop.height) for stop in maker.stops])
        words = not same or guided != self._guided
        self._maker, self._guided = maker, guided
        if words:
            self._show_words(maker)
        if not same:
            self._show_scales()
        return maker

    def _show_words(self, maker: Maker) -> None:
        """Say at every stop what starting there does."""
        patches = maker.kind is Kind.PATCHES
        labels = self._patch_labels(maker) if patches else self._learned_labels(maker)
        for index, stop in enumerate(maker.stops):
            last = index == len(maker.stops) - 1
            meaning = patch_words(stop, last) if patches else learned_words(index, len(maker.stops))
            if patches and not self._guided and stop.amount <= CHANGES[-1]:
                meaning = self.tr("{meaning}, near the photo").format(meaning=meaning)
            self.strip.set_meaning(index, meaning, labels[index])

    def _patch_labels(self, maker: Maker) -> list[str]:
        """Return how much changes, in percent, and what changes from the first stop on that is a size."""
        first = len(maker.changes) - maker.changes.count(0)
        finer = [self.tr("Detail") if index == first else FINER for index in range(first, len(maker.stops))]
        return [percent(amount) for amount in maker.changes[:first]] + finer

    def _learned_labels(self, maker: Maker) -> list[str]:
        """Return the names of the groups that the noise has too, each at its first scale."""
        labels = [FINER] * len(maker.stops)
        for span, name in zip(
            groups(len(labels)), (self.tr("Layout"), self.tr("Detail"), self.tr("Grain")), strict=True
        ):
            if span:
                labels[span[0]] = name
        return labels

    def _show_scales(self) -> None:
        """Show the picture at every scale until thumbnails replace it."""
        for index in range(len(self._maker.stops) if self._maker else 0):
            self._show_scale(index)

    def _show_scale(self, index: int) -> None:
        if self._maker and index < len(self._maker.stops):
            self.strip.set_thumbnail(index, self._maker.stops[index].picture)

    def _show_thumbnail(self, scale: int, picture: np.ndarray) -> None:
        if self._maker and scale < len(self._maker.stops):
            self.strip.set_thumbnail(scale, picture)

    def _show_remaining(self) -> None:
        """Show when the scales that are not learned yet will be."""
        shown = len(self._maker.stops) if self._maker else 0
        for index, stop in enumerate(self._tool_model.maker.stops[:shown]):
            if not stop.available:
                left = self._learning.seconds_until(index + 1)
                self.strip.set_available(index, False, "" if left is None else duration(left))

    @property
    def _lowest(self) -> int:
        """Return the first scale the tool can start from."""
        start = self._tool_model.session.start
        return int((start.low if start else 0) or 0)
