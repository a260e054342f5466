"""Upgrade a draft: train a better model in the background while the draft stays in use."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from singan_studio.core.config import preset
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.extra_models import ExtraModels, Needed
from singan_studio.ui.training.training_model import Phase, TrainingModel

FROM, TO = "draft", "standard"


class UpgradeModel(QObject):
    """Offers and trains the upgrade of a finished draft to Standard; an unfinished upgrade can be continued later."""

    changed = Signal()  # the offer, or the progress
    offer = Signal()  # a draft was just finished
    done = Signal()  # the better model is active now

    def __init__(
        self,
        project: ProjectModel,
        learning: TrainingModel,
        extra: ExtraModels,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._learning, self._extra = project, learning, extra
        self._was_running = False
        learning.phase_changed.connect(self._phase_changed)
        learning.scales_reset.connect(self.changed)
        extra.changed.connect(self._look)

    @property
    def needed(self) -> Needed | None:
        """The better model; None where there is none to train."""
        model = self._project.model
        if model is None or model.config.preset != FROM or self._learning.phase is not Phase.FINISHED:
            return None
        return Needed("base", preset(TO, max_size=model.config.max_size, seed=model.config.seed))

    @property
    def offered(self) -> bool:
        """Whether `start` does anything."""
        return self.needed is not None and not self._extra.learning.phase.running

    @property
    def running(self) -> bool:
        """Whether the better model is being trained."""
        needed = self.needed
        return needed is not None and self._extra.is_learning(needed)

    @property
    def learning(self) -> TrainingModel:
        """The training of the better model, while it is running."""
        return self._extra.learning

    @property
    def seconds(self) -> float | None:
        """An estimate of the whole training in seconds; None when unknown."""
        return self._extra.seconds_to_learn(self.needed) if self.needed else None

    def start(self, device: str, threads: int) -> None:
        """Go on training the better model."""
        if self.needed and self.offered:
            self._extra.learn(self.needed, device, threads)

    def _phase_changed(self, phase: Phase) -> None:
        if phase is Phase.FINISHED and self._was_running and self.offered:
            self.offer.emit()
        self._was_running = phase.running
        self.changed.emit()

    def _look(self) -> None:
        """Make the better model active when it is finished."""
        needed = self.needed
        if needed and not self.running:
            found = self._extra.find(needed)
            if found and found.finished:
                self._project.use_model(found.id)
                self.done.emit()
        self.changed.emit()
