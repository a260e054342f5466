"""One training as the window sees it: phase, progress, losses, pictures, and the trainer process."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from enum import Enum

import numpy as np
from PySide6.QtCore import QObject, Signal

from singan_studio.core import events
from singan_studio.core.config import TrainConfig
from singan_studio.engine_process.messages import CancelTraining, Hold, Release, Train
from singan_studio.project.records import Model
from singan_studio.ui.app.engine_link import EngineLink, Role
from singan_studio.ui.project.project_model import ProjectModel

LOSSES_PER_SCALE = 2000
STOP_GRACE_SECONDS = 1.5
"""Time for a trainer to save a checkpoint before its process is killed."""


class Phase(Enum):
    """What the training of a model is doing."""

    IDLE = "idle"  # nothing learned, nothing running
    STARTING = "starting"  # the trainer is being started
    LEARNING = "learning"
    PAUSING = "pausing"
    PAUSED = "paused"  # some scales are finished, more are planned
    FINISHED = "finished"

    @property
    def running(self) -> bool:
        """Whether there is a trainer process at work."""
        return self in (Phase.STARTING, Phase.LEARNING, Phase.PAUSING)


class ScaleState(Enum):
    """What the training of one scale is doing."""

    WAITING = "waiting"
    LEARNING = "learning"
    DONE = "done"


@dataclass
class Scale:
    """One scale of the model; pictures are (H, W, 3) uint8 or None while there are none."""

    height: int
    width: int
    state: ScaleState = ScaleState.WAITING
    fraction: float = 0.0  # of its iterations, 0..1
    real: np.ndarray | None = None
    reconstruction: np.ndarray | None = None
    sample: np.ndarray | None = None
    finished: events.ScaleFinished | None = None
    losses: deque[events.Progress] = field(default_factory=lambda: deque(maxlen=LOSSES_PER_SCALE))


class TrainingModel(QObject):
    """The state of a model's training. Signals are emitted after the state has changed."""

    phase_changed = Signal(object)  # Phase
    scales_reset = Signal()  # another model, or other sizes
    scale_changed = Signal(int)  # state or fraction of a scale
    pictures_changed = Signal(int)  # pictures of a scale
    progressed = Signal(object)  # events.Progress
    scale_finished = Signal(object)  # events.ScaleFinished
    notice = Signal(str, dict)  # a code and its parameters; learning goes on
    failed = Signal(str, dict)  # code and parameters; the phase is PAUSED or IDLE then

    def __init__(
        self,
        project: ProjectModel,
        parent: QObject | None = None,
        make_link: Callable[[Role, QObject], EngineLink] = EngineLink,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._make_link = make_link
        self._adding = False  # a second click on Learn must not add a second model
        project.failed.connect(self._not_added)
        self._link: EngineLink | None = None
        self._ending: list[EngineLink] = []
        self.phase = Phase.IDLE
        self.model_id: str | None = None
        self.config: TrainConfig | None = None  # of that model
        self.scales: list[Scale] = []
        self.device = ""
        self.seconds_left: float | None = None
        self._newest: events.Progress | None = None  # of the scale that is learned now

    # --- state -----------------------------------------------------------------------------------------------

    @property
    def finished_scales(self) -> int:
        """The number of finished scales."""
        return sum(scale.state is ScaleState.DONE for scale in self.scales)

    @property
    def fraction(self) -> float:
        """The share of the training that is done, 0..1, with the same weight for every scale."""
        if not self.scales:
            return 0.0
        return sum(scale.fraction for scale in self.scales) / len(self.scales)

    def seconds_until(self, count: int) -> float | None:
        """Estimate the seconds until `count` scales are finished; None when unknown."""
        missing = count - self.finished_scales
        if missing <= 0:
            return 0.0
        if self._newest is None or self.seconds_left is None:
            return None
        newest = self._newest
        here = (newest.iterations - newest.iteration) / max(newest.iterations_per_second, 1e-9)
        later = self.scales[self.finished_scales + 1 :]
        weights = [scale.width * scale.height for scale in later]
        share = sum(weights[: missing - 1]) / max(sum(weights), 1)
        return here + max(self.seconds_left - here, 0.0) * share

    @property
    def pausable(self) -> bool:
        """Whether `pause` does anything."""
        return self.phase in (Phase.STARTING, Phase.LEARNING)

    @property
    def resumable(self) -> bool:
        """Whether there is a model with scales still to train."""
        return self.phase is Phase.PAUSED and self.model_id is not None

    def show_model(self, model: Model | None) -> None:
        """Show a model as the project file describes it, and let go of the trainer of the one before."""
        self._dismiss_link()
        self.model_id = model.id if model else None
        self.config = model.config if model else None
        self.seconds_left = None
        self.scales = _scales_of(model) if model else []
        self.scales_reset.emit()
        self._set_phase(self._resting_phase())

    # --- commands --------------------------------------------------------------------------------------------

    def learn(self, config: TrainConfig, device: str, threads: int) -> None:
        """Add a model of the open picture to the project, make it the active one and train it.

        Earlier models stay in the project. Does nothing without a project, or while this model is trained.
        """
        if self._project.path is None or self.phase.running or self._adding:
            return
        self._adding = True

        def added(model: Model) -> None:
            self._adding = False
            if model.id == self.model_id:
                self.start(device, threads)

        self._project.add_model(config, added)

    def start(self, device: str, threads: int) -> None:
        """Go on training the shown model, in a new process."""
        project = self._project.path
        if self.phase.running or self.model_id is None or project is None:
            return
        link = self._make_link("trainer", self)
        link.received.connect(self.consume)
        link.died.connect(self._trainer_died)
        self._link = link
        link.send(Train(str(project), self.model_id, device, threads))
        link.start()
        self._set_phase(Phase.STARTING)

    def pause(self) -> None:
        """Stop as soon as possible; finished scales and a checkpoint stay in the project."""
        if self.phase is Phase.STARTING:  # nothing to save yet
            self._ended()
        elif self.phase is Phase.LEARNING and self._link:
            self._set_phase(Phase.PAUSING)
            self._link.send(CancelTraining())

    def hold(self) -> None:
        """Make the trainer wait for a preview; must be renewed within 2 s."""
        if self._link and self.phase is Phase.LEARNING:
            self._link.send(Hold())

    def release(self) -> None:
        """Let the trainer go on."""
        if self._link:
            self._link.send(Release())

    def close(self) -> None:
        """End every trainer process and wait for it; called when the window is closed."""
        self._ended()
        for link in tuple(self._ending):
            link.wait()
            self._gone(link)

    # --- events of the trainer -------------------------------------------------------------------------------

    def consume(self, event: object) -> None:
        """Update the state from one message of the trainer."""
        match event:
            case events.RunStarted():
                self._run_started(event)
            case events.ScaleStarted():
                self._scale_started(event)
            case events.Progress():
                self._progress(event)
            case events.Preview():
                self._preview(event)
            case events.ScaleFinished():
                self._scale_done(event)
            case events.MemorySaved():
                self.notice.emit("engine.memory_saved", asdict(event))
            case events.RunFinished() | events.RunCancelled():
                self._ended()
            case events.RunFailed(code=code, params=params):
                self._ended()
                self.failed.emit(code, params)

    def _run_started(self, event: events.RunStarted) -> None:
        self.device = event.device
        if [(s.height, s.width) for s in self.scales] != [tuple(size) for size in event.sizes]:
            self.scales = [Scale(h, w) for h, w in event.sizes]
            self.scales_reset.emit()
        if self.phase is Phase.STARTING:
            self._set_phase(Phase.LEARNING)

    def _scale_started(self, event: events.ScaleStarted) -> None:
        scale = self.scales[event.scale]
        scale.state = ScaleState.LEARNING
        scale.fraction = event.first_iteration / event.iterations
        self.scale_changed.emit(event.scale)

    def _progress(self, event: events.Progress) -> None:
        scale = self.scales[event.scale]
        scale.fraction = event.iteration / event.iterations
        scale.losses.append(event)
        self.seconds_left = event.seconds_left
        self._newest = event
        self.scale_changed.emit(event.scale)
        self.progressed.emit(event)

    def _preview(self, event: events.Preview) -> None:
        scale = self.scales[event.scale]
        scale.real, scale.reconstruction, scale.sample = event.real, event.reconstruction, event.sample
        self.pictures_changed.emit(event.scale)

    def _scale_done(self, event: events.ScaleFinished) -> None:
        scale = self.scales[event.scale]
        scale.state, scale.fraction, scale.finished = ScaleState.DONE, 1.0, event
        self._newest = None
        self.scale_changed.emit(event.scale)
        self.scale_finished.emit(event)

    # --- the end of a training -------------------------------------------------------------------------------

    def _ended(self) -> None:
        """End the process of a trainer that has finished, which frees its memory."""
        self._dismiss_link()
        self.seconds_left = None
        for index, scale in enumerate(self.scales):
            if scale.state is ScaleState.LEARNING:
                scale.state = ScaleState.WAITING
                self.scale_changed.emit(index)
        self._set_phase(self._resting_phase())

    def _trainer_died(self, code: str, params: dict[str, object]) -> None:
        self._ended()
        self.failed.emit(code, params)

    def _dismiss_link(self) -> None:
        """Disconnect from the trainer; its thread ends the process in the background."""
        link, self._link = self._link, None
        if link is None:
            return
        link.received.disconnect(self.consume)
        link.died.disconnect(self._trainer_died)
        self._ending.append(link)
        link.finished.connect(lambda: self._gone(link))
        link.stop(grace=STOP_GRACE_SECONDS)
        if link.isFinished():
            self._gone(link)

    def _gone(self, link: EngineLink) -> None:
        if link in self._ending:
            self._ending.remove(link)
            link.deleteLater()

    def _not_added(self) -> None:
        self._adding = False

    def _resting_phase(self) -> Phase:
        if self.scales and self.finished_scales == len(self.scales):
            return Phase.FINISHED
        return Phase.PAUSED if self.model_id else Phase.IDLE

    def _set_phase(self, phase: Phase) -> None:
        if phase is not self.phase:
            self.phase = phase
            self.phase_changed.emit(phase)


def _scales_of(model: Model) -> list[Scale]:
    scales = [Scale(h, w, real=real) for (h, w), real in zip(model.sizes, model.reals, strict=True)]
    for index, pictures in model.pictures.items():
        scales[index].reconstruction, scales[index].sample = pictures.reconstruction, pictures.sample
    for finished in model.scales:
        if finished.scale < len(scales):
            scale = scales[finished.scale]
            scale.state, scale.fraction, scale.finished = ScaleState.DONE, 1.0, finished
    return scales
