"""What learning is expected to take on this computer, once the renderer has said how fast it is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from singan_studio.core.config import TrainConfig
from singan_studio.core.cost_model import Estimate, Machine, estimate
from singan_studio.core.geometry import geometry_for
from singan_studio.ui.create.rendering import Rendering
from singan_studio.ui.training.training_model import TrainingModel


class TimeEstimates(QObject):
    """Knows nothing until it was asked to find out; the first time ever on a computer, that takes seconds."""

    changed = Signal()

    def __init__(self, rendering: Rendering, learning: TrainingModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rendering = rendering
        self._learning = learning
        self._machine: Machine | None = None
        rendering.machine_known.connect(self._take)
        learning.phase_changed.connect(self._give_way)

    def find_out(self, device: str, threads: int) -> None:
        """Ask how fast a device is with so many threads."""
        if self._learning.phase.running or not self._rendering.engine:
            return
        self._rendering.measure(device, threads)

    def forget(self) -> None:
        """Another device was chosen."""
        self._machine = None
        self.changed.emit()

    def of(self, config: TrainConfig, height: int, width: int) -> Estimate | None:
        """What learning a picture of `height` x `width` px takes; None while that is not known."""
        if self._machine is None:
            return None
        return estimate(config, geometry_for(height, width, config).sizes, self._machine)

    def _take(self, machine: Machine) -> None:
        self._machine = machine
        self.changed.emit()

    def _give_way(self) -> None:
        """Beside a training nothing can be measured."""
        if self._learning.phase.running:
            self._rendering.stop_measuring()
