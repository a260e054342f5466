"""All view-models, wired to each other. The window shows them and can be rebuilt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, QSettings, Signal

from singan_studio.engine_process.messages import Ready
from singan_studio.tools import registry
from singan_studio.ui.animate.animation_model import AnimationModel
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.canvas_documents import CanvasDocuments
from singan_studio.ui.canvas.layers_model import LayersModel
from singan_studio.ui.canvas.persistence import CanvasPersistence
from singan_studio.ui.create.base_layer import BaseLayer
from singan_studio.ui.create.compare import Compare
from singan_studio.ui.create.finishing import Finishing
from singan_studio.ui.create.first_variations import FirstVariations
from singan_studio.ui.create.live_preview import LivePreview
from singan_studio.ui.create.picture_maker import PictureMaker
from singan_studio.ui.create.rendering import Rendering
from singan_studio.ui.create.restore_result import RestoreResult
from singan_studio.ui.create.results_model import ResultsModel
from singan_studio.ui.create.thumbnails import Thumbnails
from singan_studio.ui.create.tile_view import TileView
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.preferences.preferences import Preferences
from singan_studio.ui.preferences.shortcuts import ShortcutChoice
from singan_studio.ui.project.project_data import ProjectData
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.project.recent import RecentFacts, RecentFiles, thumbnail_of
from singan_studio.ui.queue.queue_model import QueueModel
from singan_studio.ui.training.extra_models import ExtraModels
from singan_studio.ui.training.time_estimates import TimeEstimates
from singan_studio.ui.training.training_film import TrainingFilm
from singan_studio.ui.training.training_model import Phase, TrainingModel
from singan_studio.ui.training.upgrade_model import UpgradeModel
from singan_studio.ui.widgets.pixels import as_image


class WayOn(Enum):
    """What the user can do about a problem with one click."""

    NONE = "none"
    RESUME = "resume"
    RESTART_RENDERER = "restart renderer"
    RESTORE_RESULT = "restore result"
    IMPROVE = "improve"
    SAVE_COPY = "save copy"
    FILL = "fill"
    OPEN_NEXT = "open next"
    SHOW_FOLDER = "show folder"


GONE = ("project.moved", "project.missing")
"""Error codes of a project that is open and whose file is no longer at its place."""


@dataclass(frozen=True)
class Problem:
    """Something to report: a code of `core.messages.TEXTS` with its parameters."""

    kind: Literal["info", "warning", "error"]
    code: str
    params: dict[str, Any] = field(default_factory=dict)
    way_on: WayOn = WayOn.NONE


class Studio(QObject):
    """Owns the models and the engine processes; `close` ends them."""

    problem = Signal(object)  # Problem
    engine_ready = Signal(object)  # engine_process.messages.Ready

    def __init__(
        self,
        settings: QSettings,
        documents: Path,
        device: str = "auto",
        threads: int = 0,
        parent: QObject | None = None,
    ) -> None:
        """Make the models. `documents` is the usual folder for projects of pictures without a folder of their own.

        `device` is auto, cpu, cuda or mps; auto and 0 threads leave the choice to the preferences.
        """
        super().__init__(parent)
        self.settings = settings
        self.preferences = Preferences(settings, device, threads, self)
        self.shortcuts = ShortcutChoice(settings, self)
        self.documents = documents
        self.image_worker = BackgroundWorker(self, "imageThread")  # for images too slow for the GUI thread
        self.project = ProjectModel(documents, self)
        self.learning = TrainingModel(self.project, self)
        self.rendering = Rendering(self)
        self.estimates = TimeEstimates(self.rendering, self.learning, self)
        self.recent = RecentFiles(settings, self)
        self.project.leaving.connect(self._note_progress)
        self.learning.scale_finished.connect(self._note_progress)
        self._connect_project()
        # After the project's own connections: a preview is asked for when the renderer knows the project.
        self.extra = ExtraModels(self.project, self)
        self.live_preview = LivePreview(self.project, self.rendering, self.image_worker, self)
        self.picture_maker = PictureMaker(self.project, self.learning, self)
        self.tool_model = ToolModel(
            self.project,
            self.learning,
            self.picture_maker,
            self.rendering,
            self.extra,
            registry.tools(),
            self.live_preview,
            self,
        )
        self.finishing = Finishing(self.project, self.picture_maker, self.rendering, self)
        self.results = ResultsModel(
            self.project,
            self.learning,
            self.tool_model,
            self.rendering,
            self.live_preview,
            self.finishing,
            self,
        )
        self.tile_view = TileView(self)
        self.upgrade_model = UpgradeModel(self.project, self.learning, self.extra, self)
        self.film = TrainingFilm(self.project, self.learning, self)
        self.canvas_documents = CanvasDocuments(
            self.project, self.tool_model, self.picture_maker, self.image_worker, self
        )
        self.animation = AnimationModel(
            self.project, self.learning, self.tool_model, self.rendering, self.canvas_documents, self
        )
        self.canvas_documents.tool_state.arrows.edited.connect(self.animation.set_arrows)
        self.canvas_documents.failed.connect(
            lambda code, params: self.problem.emit(Problem("error", code, params))
        )
        CanvasPersistence(self.project, self.canvas_documents, self.image_worker, self)
        self.layers = LayersModel(self.canvas_documents, self.image_worker, self)
        self.base_layer = BaseLayer(self.image_worker, self.tool_model, self.canvas_documents, self)
        self.restore_result = RestoreResult(
            self.project, self.tool_model, self.canvas_documents, self.base_layer, self
        )
        self.thumbnails = Thumbnails(self.tool_model, self.picture_maker, self.rendering, self)
        self.compare = Compare(self.tool_model, self.picture_maker, self.rendering, self)
        self.first_variations = FirstVariations(
            self.project,
            self.tool_model,
            self.results,
            self.picture_maker,
            self.rendering,
            self.live_preview,
            self,
        )
        self.queue = QueueModel(
            Path(settings.fileName()).with_name("queue.json"),
            lambda: self.is_learning,
            lambda: (self.device, self.threads),
            self,
        )
        self._connect_engines()
        self._connect_queue()
        self._connect_preferences()

    def _connect_queue(self) -> None:
        self.rendering.hold.connect(self.queue.hold)
        self.rendering.release.connect(self.queue.release)
        self.learning.phase_changed.connect(self.queue.consider)
        self.extra.learning.phase_changed.connect(self.queue.consider)
        self.queue.failed.connect(lambda code, params: self.problem.emit(Problem("error", code, params)))

    def _connect_preferences(self) -> None:
        self.engine_ready.connect(lambda ready: self.preferences.use_available(ready.devices))
        self.preferences.device_changed.connect(self._follow_machine)
        self.preferences.threads_changed.connect(self._follow_machine)
        self.preferences.folder_changed.connect(self._follow_folder)
        self._follow_folder()

    def _connect_project(self) -> None:
        self.project.opened.connect(self._opened)
        self.project.closed.connect(self._closed)
        self.project.model_changed.connect(self.learning.show_model)
        self.project.failed.connect(self._project_failed)
        self.project.notice.connect(lambda code, params: self.problem.emit(Problem("info", code, params)))

    def _connect_engines(self) -> None:
        self.rendering.hold.connect(self.learning.hold)
        self.rendering.release.connect(self.learning.release)
        self.rendering.hold.connect(self.extra.learning.hold)
        self.rendering.release.connect(self.extra.learning.release)
        self.extra.learning.failed.connect(self._project_failed)
        self.rendering.ready.connect(self.engine_ready)
        self.rendering.failed.connect(self._project_failed)
        self.rendering.died.connect(
            lambda code, params: self.problem.emit(Problem("error", code, params, WayOn.RESTART_RENDERER))
        )
        self.learning.failed.connect(self._learning_failed)
        self.learning.notice.connect(lambda code, params: self.problem.emit(Problem("info", code, params)))
        self.upgrade_model.offer.connect(
            lambda: self.problem.emit(Problem("info", "window.draft_learned", way_on=WayOn.IMPROVE))
        )
        self.upgrade_model.done.connect(lambda: self.problem.emit(Problem("info", "window.improved")))
        self.film.failed.connect(lambda code, params: self.problem.emit(Problem("error", code, params)))

    # --- what the user does -------------------------------------------------------------------------------------

    @property
    def device(self) -> str:
        """Return where to train and to render: auto, cpu, cuda or mps."""
        return self.preferences.device

    @property
    def threads(self) -> int:
        """Return how many threads engines use; 0 is the device's default."""
        return self.preferences.threads

    @property
    def engine(self) -> Ready | None:
        """Return the devices that work here, once the renderer has reported them."""
        return self.rendering.engine

    def resume(self) -> None:
        """Go on with a paused training."""
        if self.learning.resumable:
            self.learning.start(self.device, self.threads)

    def improve(self) -> None:
        """Train the draft's picture again to Standard, in the background."""
        self.upgrade_model.start(self.device, self.threads)

    @property
    def is_learning(self) -> bool:
        """Whether any model is being trained."""
        return self.learning.phase.running or self.extra.learning.phase.running

    def pause(self) -> None:
        """Pause every training; each can be resumed later."""
        self.learning.pause()
        self.extra.learning.pause()

    def go_on(self, way_on: WayOn) -> None:
        match way_on:
            case WayOn.RESUME:
                self.resume()
            case WayOn.RESTART_RENDERER:
                self.rendering.start()
            case WayOn.RESTORE_RESULT:
                self.project.restore_result()
            case WayOn.IMPROVE:
                self.improve()

    def go_on_in_copy(self, path: Path) -> None:
        """Go on in a copy of a project whose file is gone."""
        self.pause()
        self.project.go_on_in_copy(path)

    def close_project(self) -> None:
        self.pause()
        self.project.close_project()

    def close(self) -> None:
        """End all processes and threads and wait for them, at most about 2 s."""
        self.queue.close()
        self.film.close()
        self.learning.close()
        self.extra.close()
        self.rendering.close()
        self.animation.close()
        self.image_worker.close()
        self.project.shut_down()

    # --- what follows ------------------------------------------------------------------------------------------

    def _opened(self, opened: ProjectData) -> None:
        self.recent.add(opened.path)
        model = opened.model
        self._note_recent(opened, len(model.scales) if model else 0, len(model.sizes) if model else 0)
        self.rendering.open_project(opened.path, self.device, self.threads)

    def _note_progress(self) -> None:
        if self.project.current is not None:
            self._note_recent(self.project.current, self.learning.finished_scales, len(self.learning.scales))

    def _note_recent(self, opened: ProjectData, done: int, scales: int) -> None:
        """Remember for the start page how a project looks and how far it is learned."""
        now = datetime.now().isoformat(timespec="seconds")
        self.recent.note(opened.path, RecentFacts(now, done, scales, thumbnail_of(as_image(opened.small))))

    def _follow_machine(self) -> None:
        """Draw with the preferred device and threads; trainings take them when they start or go on."""
        self.estimates.forget()
        if self.project.path:
            self.rendering.open_project(self.project.path, self.device, self.threads)

    def _follow_folder(self) -> None:
        folder = self.preferences.folder
        self.project.set_documents(Path(folder) if folder else self.documents)

    def _closed(self) -> None:
        self.rendering.close_project()
        self.learning.show_model(None)

    def _project_failed(self, code: str, params: dict[str, Any], way_on: WayOn = WayOn.NONE) -> None:
        if code in GONE and params.get("path") == str(self.project.path):
            way_on = WayOn.SAVE_COPY
        self.problem.emit(Problem("error", code, params, way_on))

    def _learning_failed(self, code: str, params: dict[str, Any]) -> None:
        paused = self.learning.phase is Phase.PAUSED
        self._project_failed(code, params, WayOn.RESUME if paused else WayOn.NONE)
