"""Models beside that of the picture, which some tools need: whether they are there, and learning them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from singan_studio.core.config import TrainConfig
from singan_studio.core.cost_model import REFERENCE, scale_seconds
from singan_studio.core.geometry import geometry_for
from singan_studio.project.records import Extra, Model
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.training_model import Phase, TrainingModel


@dataclass(frozen=True)
class Needed:
    """A model by what it is; `config` says how it is trained."""

    kind: str
    config: TrainConfig


class ExtraModels(QObject):
    """Knows the open project's models of other kinds than the base, as far as it was asked; trains one at a time."""

    changed = Signal()  # what is known, or how far a training is

    def __init__(self, project: ProjectModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._known: dict[Needed, Extra | None] = {}  # None: the project is being asked, or has it not
        self._asked: set[Needed] = set()
        self._learned: Needed | None = None  # that is being trained
        self.learning = TrainingModel(project, self)
        self.learning.phase_changed.connect(self._phase_changed)
        self.learning.progressed.connect(self.changed)
        project.opened.connect(self._forget)
        project.closed.connect(self._forget)
        project.model_changed.connect(self._forget)

    def find(self, needed: Needed) -> Extra | None:
        """The model if the project has it, as far as is known; an unknown one is asked for, and `changed` follows."""
        if needed not in self._asked:
            self._asked.add(needed)
            self._ask(needed)
        return self._known.get(needed)

    def is_learning(self, needed: Needed) -> bool:
        return self._learned == needed and self.learning.phase.running

    def learn(self, needed: Needed, device: str, threads: int) -> None:
        """Train a model from where it stands; it is added to the project when it is new."""
        base = self._project.model
        if base is None or self.learning.phase.running:
            return

        def start(model: Model) -> None:
            self.learning.show_model(model)
            self._learned = needed  # after the phases that showing it goes through
            self.learning.start(device, threads)

        self._project.ask(lambda repository: repository.add_extra(needed.kind, needed.config, base.id), start)

    def seconds_to_learn(self, needed: Needed) -> float | None:
        """About how long training it takes, by how long the picture's own model took here; None when unknown."""
        opened, base = self._project.current, self._project.model
        if opened is None or base is None:
            return None
        took = sum(scale.seconds for scale in base.scales)
        done = _seconds(base.config, base.sizes, range(len(base.scales)))
        if not took or not done:
            return None
        sizes = geometry_for(opened.height, opened.width, needed.config).sizes
        only = needed.config.quantise_scale
        scales = range(len(sizes)) if only < 0 else range(only, only + 1)
        return took * _seconds(needed.config, sizes, scales) / done

    def close(self) -> None:
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
    """Of training some scales, on a machine that serves for comparing alone."""
    return sum(scale_seconds(config, sizes, scale, REFERENCE) for scale in scales)
