"""Find and train models beside the base model, which some tools need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from singan_studio.core.config import TrainConfig
from singan_studio.core.cost_model import REFERENCE, scale_seconds, share_done
from singan_studio.core.geometry import geometry_for
from singan_studio.project.records import Extra, Model
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.training_model import Phase, TrainingModel


@dataclass(frozen=True)
class Needed:
    """A model that a tool needs, by its kind and training configuration."""

    kind: str
    config: TrainConfig


class ExtraModels(QObject):
    """Knows those extra models of the open project that it was asked for; trains one at a time."""

    changed = Signal()  # a model is known, or a training has progressed

    def __init__(self, project: ProjectModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._known: dict[Needed, Extra | None] = {}  # None: not in the project, as far as is known
        self._asked: set[Needed] = set()
        self._learned: Needed | None = None  # being trained
        self.learning = TrainingModel(project, self)
        self.learning.phase_changed.connect(self._phase_changed)
        self.learning.progressed.connect(self.changed)
        project.opened.connect(self._forget)
        project.closed.connect(self._forget)
        project.model_changed.connect(self._forget)

    def find(self, needed: Needed) -> Extra | None:
        """Return the model if it is known; the first time, the project is asked for it and `changed` follows."""
        if needed not in self._asked:
            self._asked.add(needed)
            self._ask(needed)
        return self._known.get(needed)

    def is_learning(self, needed: Needed) -> bool:
        """Return whether that model is being trained."""
        return self._learned == needed and self.learning.phase.running

    def learn(self, needed: Needed, device: str, threads: int) -> None:
        """Go on training a model, which is added to the project when it is new."""
        base = self._project.model
        if base is None or self.learning.phase.running:
            return

        def start(model: Model) -> None:
            self.learning.show_model(model)
            self._learned = needed  # after the phases that showing it goes through
            self.learning.start(device, threads)

        self._project.ask(lambda repository: repository.add_extra(needed.kind, needed.config, base.id), start)

    def share(self, needed: Needed) -> float:
        """Return the share of that model's training that is over, 0..1."""
        if self.is_learning(needed) and self.learning.scales:
            scales = self.learning.scales
            sizes = [(scale.height, scale.width) for scale in scales]
            return share_done(needed.config, sizes, [scale.fraction for scale in scales])
        found = self.find(needed)
        return found.share if found else 0.0

    def seconds_left(self, needed: Needed) -> float | None:
        """Estimate the seconds until that model is learned; None when unknown."""
        if self.is_learning(needed):
            return self.learning.seconds_left
        whole = self.seconds_to_learn(needed)
        return None if whole is None else whole * (1 - self.share(needed))

    def seconds_to_learn(self, needed: Needed) -> float | None:
        """Estimate the seconds of a whole training from those of the base model; None when unknown."""
        project_data, base = self._project.current, self._project.model
        if project_data is None or base is None:
            return None
        took = sum(scale.seconds for scale in base.scales)
        done = _seconds(base.config, base.sizes, range(len(base.scales)))
        if not took or not done:
            return None
        sizes = geometry_for(project_data.height, project_data.width, needed.config).sizes
        only = needed.config.quantise_scale
        scales = range(len(sizes)) if only < 0 else range(only, only + 1)
        return took * _seconds(needed.config, sizes, scales) / done

    def close(self) -> None:
        """End the trainer."""
        self.learning.close()

    def _ask(self, needed: Needed) -> None:
        base = self._project.model
        if base is None:
            return

        def found(extra: Extra | None) -> None:
            self._known[needed] = extra
            self.changed.emit()

        self._project.ask(
            lambda repository: repository.find_extra(needed.kind, needed.config, base.id), found
        )

    def _phase_changed(self, phase: Phase) -> None:
        if not phase.running and self._learned:
            self._ask(self._learned)
            self._learned = None
        self.changed.emit()

    def _forget(self) -> None:
        self.learning.pause()
        self._known, self._asked, self._learned = {}, set(), None


def _seconds(config: TrainConfig, sizes: Sequence[tuple[int, int]], scales: range) -> float:
    """Estimate the seconds of training some scales on the reference machine, for comparison only."""
    return sum(scale_seconds(config, sizes, scale, REFERENCE) for scale in scales)
