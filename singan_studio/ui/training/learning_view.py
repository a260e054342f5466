"""A training to watch: every scale as a filmstrip, and the loss curves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from singan_studio.core.events import Progress
from singan_studio.ui.training.filmstrip import Filmstrip
from singan_studio.ui.training.loss_plot import LossPlot
from singan_studio.ui.training.training_model import TrainingModel


class LearningView(QWidget):
    """Shows a `TrainingModel`, also when it is built in the middle of a training."""

    def __init__(self, learning: TrainingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learningView")
        self.setAccessibleName(self.tr("Learning"))
        self._learning = learning
        self.filmstrip = Filmstrip(self)
        self.loss_plot = LossPlot(self)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setObjectName("learningSplit")
        split.setChildrenCollapsible(False)
        split.addWidget(self.filmstrip)
        split.addWidget(self.loss_plot)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        learning.scales_reset.connect(self._reset)
        learning.scale_changed.connect(self._show_scale)
        learning.pictures_changed.connect(self._show_pictures)
        learning.progressed.connect(self._add_losses)
        learning.phase_changed.connect(self._show_or_hide_plot)
        self._reset()

    def prepare(self) -> None:
        """Build now what the loss plot builds when it is first shown, which takes long."""
        self.loss_plot.prepare()

    def _reset(self) -> None:
        self.filmstrip.set_sizes([(scale.height, scale.width) for scale in self._learning.scales])
        self.loss_plot.clear()
        for index, scale in enumerate(self._learning.scales):
            self._show_scale(index)
            self._show_pictures(index)
            for progress in scale.losses:
                self._add_losses(progress)

        self._show_or_hide_plot()

    def _show_or_hide_plot(self) -> None:
        """A project that was learned earlier has no losses to show."""
        losses = any(scale.losses for scale in self._learning.scales)
        self.loss_plot.setVisible(self._learning.phase.running or losses)

    def _show_scale(self, index: int) -> None:
        scale = self._learning.scales[index]
        self.filmstrip.set_state(index, scale.state.value)
        self.filmstrip.set_progress(index, scale.fraction)

    def _show_pictures(self, index: int) -> None:
        scale = self._learning.scales[index]
        self.filmstrip.set_pictures(index, scale.real, scale.reconstruction, scale.sample)

    def _add_losses(self, progress: Progress) -> None:
        self.loss_plot.append(progress.scale, progress.iteration, progress.losses)
