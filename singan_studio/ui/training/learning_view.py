"""The view of a training: every scale in a filmstrip, the loss curves, and what all of it means."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from singan_studio.core.events import Progress
from singan_studio.ui.training.explanation import Explanation
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
        self.explanation = Explanation(learning, self)
        self._below = below = QSplitter(Qt.Orientation.Horizontal, self)
        below.setObjectName("lossSplit")
        below.setChildrenCollapsible(False)
        below.addWidget(self.loss_plot)
        below.addWidget(self.explanation)
        below.setStretchFactor(0, 1)
        below.setStretchFactor(1, 0)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setObjectName("learningSplit")
        split.setChildrenCollapsible(False)
        split.addWidget(self.filmstrip)
        split.addWidget(below)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.filmstrip.follow(learning)
        learning.scales_reset.connect(self._show_losses)
        learning.progressed.connect(self._add_losses)
        learning.phase_changed.connect(self._show_or_hide_plot)
        self._show_losses()

    def prepare(self) -> None:
        """Build the curves of the loss plot now, which is slow, and not when it is first shown."""
        self.loss_plot.prepare()

    def _show_losses(self) -> None:
        self.loss_plot.clear()
        for scale in self._learning.scales:
            for progress in scale.losses:
                self._add_losses(progress)
        self._show_or_hide_plot()

    def _show_or_hide_plot(self) -> None:
        """Hide plot and explanation of a project that was learned earlier, which has no losses to show."""
        losses = any(scale.losses for scale in self._learning.scales)
        self._below.setVisible(self._learning.phase.running or losses)

    def _add_losses(self, progress: Progress) -> None:
        self.loss_plot.append(progress.scale, progress.iteration, progress.losses)
