"""Estimate what a training takes on this computer, once the renderer has measured it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from singan_studio.core.config import TrainConfig
from singan_studio.core.cost_model import Estimate, Machine, estimate
from singan_studio.core.geometry import geometry_for
from singan_studio.ui.create.rendering import Rendering
from singan_studio.ui.training.training_model import TrainingModel


class TimeEstimates(QObject):
    """Estimates trainings after `find_out`, which takes seconds the first time on a computer."""

    changed = Signal()

    def __init__(self, rendering: Rendering, learning: TrainingModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rendering = rendering
        self._learning = learning
        self._machine: Machine | None = None
        rendering.machine_known.connect(self._take)
        learning.phase_changed.connect(self._give_way)

    def find_out(self, device: str, threads: int) -> None:
        """Measure a device with a number of threads; `changed` follows."""
        if self._learning.phase.running or not self._rendering.engine:
            return
        self._rendering.measure(device, threads)

    def forget(self) -> None:
        """Discard the measurement, because another device was chosen."""
        self._machine = None
        self.changed.emit()

    def of(self, config: TrainConfig, height: int, width: int) -> Estimate | None:
        """Estimate the training of a picture of `height` x `width` px; None while the machine is unknown."""
        if self._machine is None:
            return None
        return estimate(config, geometry_for(height, width, config).sizes, self._machine)

    def _take(self, machine: Machine) -> None:
        self._machine = machine
        self.changed.emit()

    def _give_way(self) -> None:
        """Stop measuring when a training starts, which would distort it."""
        if self._learning.phase.running:
            self._rendering.stop_measuring()
