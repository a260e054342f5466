"""Makes the project of one queued picture: the file, its training in an engine process, its variations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from singan_studio.core import events
from singan_studio.core.errors import StudioError
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.engine_process.messages import (
    CancelTraining,
    Hold,
    OpenProject,
    Release,
    Render,
    Rendered,
    RenderFailed,
    Train,
)
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.app.engine_link import EngineLink, Role
from singan_studio.ui.queue.project_aside import Begun, ProjectAside
from singan_studio.ui.queue.queued_picture import QueuedPicture

STOP_GRACE_SECONDS = 1.5
"""Time for a trainer to save a checkpoint before its process is killed."""

FULL_SIZE = 100
"""Percent of the photo's own detail in variations of patches, as the command line makes them."""

MakeLink = Callable[[Role, QObject], EngineLink]


class PictureRun(QObject):
    """One attempt; ends with exactly one of `done`, `stopped` and `failed`, after its engine process is gone."""

    began = Signal(str)  # content of the picture
    progressed = Signal(
        float, int, int, float
    )  # share done, scale from 1, scales, seconds left (below 0: unknown)
    varied = Signal(int)  # variations made
    done = Signal(str)  # path of the project
    stopped = Signal()
    failed = Signal(str, dict)

    def __init__(
        self,
        picture: QueuedPicture,
        worker: BackgroundWorker,
        device: str,
        threads: int,
        parent: QObject | None = None,
        make_link: MakeLink = EngineLink,
    ) -> None:
        super().__init__(parent)
        self._picture, self._worker, self._make_link = picture, worker, make_link
        self._device, self._threads = device, threads
        self._aside: ProjectAside | None = None
        self._begun: Begun | None = None
        self._link: EngineLink | None = None
        self._ending: EngineLink | None = None
        self._then: Callable[[], None] | None = None  # when the engine is gone
        self._scales = 1
        self._stopping = False
        self._failure: tuple[str, dict[str, object]] | None = None

    def start(self) -> None:
        def begin() -> tuple[ProjectAside, Begun]:
            aside = ProjectAside(self._picture)
            try:
                return aside, aside.begin()
            except BaseException:
                aside.leave()
                raise

        self._worker.submit(begin, self._has_begun, self._has_failed)

    def stop(self) -> None:
        """Stop as soon as possible; what is learned is kept for the next attempt."""
        if self._stopping:
            return
        self._stopping = True
        if self._link is not None:
            if self._learning:
                self._link.send(CancelTraining())
            else:
                self._leave_engine(self._end)

    def hold(self) -> None:
        """Let the trainer wait for a preview of the open picture; must be renewed within 2 s."""
        if self._link is not None and self._learning:
            self._link.send(Hold())

    def release(self) -> None:
        if self._link is not None and self._learning:
            self._link.send(Release())

    def close(self) -> None:
        """End the engine's process and wait for it; nothing is emitted any more."""
        self.blockSignals(True)
        self._stopping = True
        self._leave_engine(lambda: None)
        if self._ending is not None:
            self._ending.wait()
        if self._aside is not None:
            self._worker.submit(self._aside.leave)

    # --- the way of a picture ----------------------------------------------------------------------------------

    def _has_begun(self, answer: tuple[ProjectAside, Begun]) -> None:
        self._aside, self._begun = answer
        self.began.emit(self._begun.content)
        if self._stopping:
            self._end()
        elif not self._begun.learned:
            self._start_engine(
                "trainer", Train(str(self._begun.path), self._begun.model_id, self._device, self._threads)
            )
        else:
            self._vary()

    def _vary(self) -> None:
        begun = self._begun
        assert begun is not None
        if self._stopping:
            self._end()
            return
        seeds = range(begun.variations, self._picture.todo.variations)
        if not seeds:
            self._finish()
            return
        patches = begun.model_id == PATCHES
        recipes = [
            Recipe("sample", begun.model_id, seed, 0, finish=FULL_SIZE if patches else -1) for seed in seeds
        ]
        self._start_engine(
            "renderer",
            OpenProject(str(begun.path), self._device, self._threads),
            *(Render(recipe.seed, recipe.to_json(), "result") for recipe in recipes),
        )

    def _finish(self) -> None:
        assert self._aside is not None
        self._worker.submit(self._aside.finish, lambda path: self.done.emit(str(path)), self._has_failed)

    def _end(self) -> None:
        """Let go of the project, and tell how it ended."""
        assert self._aside is not None

        def gone(_: object) -> None:
            if self._failure is None:
                self.stopped.emit()
            else:
                self.failed.emit(*self._failure)

        self._worker.submit(self._aside.leave, gone)

    def _has_failed(self, error: StudioError) -> None:
        self._fail(error.code, error.params)

    def _fail(self, code: str, params: dict[str, object]) -> None:
        self._failure = code, params
        if self._link is not None:
            self._leave_engine(self._end)
        elif self._aside is not None:
            self._end()
        else:
            self.failed.emit(code, params)

    # --- engines -----------------------------------------------------------------------------------------------

    @property
    def _learning(self) -> bool:
        return self._begun is not None and self._link is not None and self._link.objectName() == "trainerLink"

    def _start_engine(self, role: Role, *messages: object) -> None:
        link = self._make_link(role, self)
        link.received.connect(self._consume)
        link.died.connect(self._fail)
        for message in messages:
            link.send(message)
        self._link = link
        link.start()

    def _leave_engine(self, then: Callable[[], None]) -> None:
        """End the engine's process, and call `then` when it is gone."""
        link, self._link = self._link, None
        if link is None:
            return
        self._ending, self._then = link, then
        link.received.disconnect(self._consume)
        link.died.disconnect(self._fail)
        link.finished.connect(self._engine_gone)
        link.stop(grace=STOP_GRACE_SECONDS)

    def _engine_gone(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _consume(self, message: object) -> None:
        match message:
            case events.RunStarted(sizes=sizes):
                self._scales = len(sizes)
            case events.Progress(scale=scale, iteration=iteration, iterations=iterations):
                share = (scale + iteration / iterations) / self._scales
                self.progressed.emit(share, scale + 1, self._scales, message.seconds_left)
            case events.RunFinished():
                self._leave_engine(self._vary)
            case events.RunCancelled():
                self._leave_engine(self._end)
            case events.RunFailed(code=code, params=params):
                self._fail(code, params)
            case Rendered(recipe=recipe, picture=picture):
                self._keep(Recipe.from_json(recipe), picture)
            case RenderFailed(code=code, params=params):
                self._fail(code, params)

    def _keep(self, recipe: Recipe, picture: object) -> None:
        aside, last = self._aside, recipe.seed + 1 >= self._picture.todo.variations
        assert aside is not None
        self.varied.emit(recipe.seed + 1)
        self._worker.submit(
            lambda: aside.add_variation(recipe, picture),  # pyright: ignore[reportArgumentType] - of Rendered
            lambda _: self._leave_engine(self._finish) if last else None,
            self._has_failed,
        )


def remove_unfinished(picture: QueuedPicture) -> None:
    """Remove what was begun of a picture that is taken out of the queue."""
    if Path(picture.folder).is_dir():
        ProjectAside(picture).remove()
