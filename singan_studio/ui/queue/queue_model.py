"""The queue: pictures that are learned or varied one after the other, in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from singan_studio.core.errors import StudioError
from singan_studio.core.files import write_bytes
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.app.engine_link import EngineLink
from singan_studio.ui.queue.picture_run import MakeLink, PictureRun, remove_unfinished
from singan_studio.ui.queue.queued_picture import (
    QueuedPicture,
    State,
    Todo,
    pictures_in,
    queue_from_json,
    queue_to_json,
)


class QueueModel(QObject):
    """Works on one picture at a time, and on none while `busy()`, so that the open picture stays usable.

    What is queued is kept in `file` after every change, and gone on with the next time. Only one window uses it: while
    another one does, `elsewhere` is true and nothing can be added.
    """

    reset = Signal()  # pictures were added, removed or moved
    changed = Signal(object)  # QueuedPicture
    state_changed = Signal()  # paused, running or waiting for something else
    finished = Signal(str)  # path of a project that has become whole
    through = Signal()  # no picture waits any more
    failed = Signal(str, dict)  # the queue itself: it cannot be kept, or nothing was added

    def __init__(
        self,
        file: Path,
        busy: Callable[[], bool],
        machine: Callable[[], tuple[str, int]],
        parent: QObject | None = None,
        make_link: MakeLink = EngineLink,
    ) -> None:
        """Make an empty queue; `begin` reads what is kept. `machine()` returns device and threads."""
        super().__init__(parent)
        self._file, self._busy, self._machine, self._make_link = file, busy, machine, make_link
        self._worker = BackgroundWorker(self, "queueThread")
        self._lock: object = None
        self._run: PictureRun | None = None
        self._closed = False
        self.pictures: list[QueuedPicture] = []
        self.paused = False
        self.elsewhere = False
        self.ready = False
        self.scale, self.scales, self.seconds_left = 0, 0, -1.0  # of the picture that is learned

    # --- state -------------------------------------------------------------------------------------------------

    @property
    def current(self) -> QueuedPicture | None:
        """The picture that is worked on."""
        return next((picture for picture in self.pictures if picture.state is State.RUNNING), None)

    @property
    def waits(self) -> bool:
        """Whether it waits for the training of the open picture."""
        return self.ready and not self.paused and self._busy() and self.count(State.WAITING) > 0

    def count(self, state: State) -> int:
        return sum(picture.state is state for picture in self.pictures)

    # --- commands ----------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Read what is kept and go on with it, unless it is paused."""

        def read() -> tuple[object, bytes]:
            from singan_studio.project.lock import ProjectLock

            self._file.parent.mkdir(parents=True, exist_ok=True)
            lock = ProjectLock(self._file)
            lock.acquire()
            return lock, self._file.read_bytes() if self._file.is_file() else b"{}"

        def take(answer: tuple[object, bytes]) -> None:
            self._lock, text = answer
            kept, self.paused = queue_from_json(text)
            self.pictures = kept + self.pictures
            self.ready = True
            self._has_changed()

        def refused(error: StudioError) -> None:
            self.elsewhere = error.code == "project.locked"
            if not self.elsewhere:
                self.failed.emit(error.code, error.params)
            self.state_changed.emit()

        self._worker.submit(read, take, refused)

    def add(self, paths: Sequence[Path], folder: Path, todo: Todo) -> None:
        """Add pictures, and all pictures of folders, at the end; their projects go into `folder`."""
        if not self.ready:
            self.failed.emit("queue.elsewhere", {})
            return

        def found(pictures: list[Path]) -> None:
            if not pictures:
                self.failed.emit("queue.nothing", {})
            self.pictures += [QueuedPicture(str(path), str(folder), todo) for path in pictures]
            self._has_changed()

        absolute = [path.absolute() for path in paths]
        self._worker.submit(
            lambda: pictures_in(absolute), found, lambda e: self.failed.emit(e.code, e.params)
        )

    def remove(self, pictures: Sequence[QueuedPicture]) -> None:
        """Take pictures out of the queue, with what was begun of them. Projects that are whole stay."""
        for picture in pictures:
            if picture.state is State.RUNNING and self._run is not None:
                self._run.stop()
            elif picture.content and picture.state is not State.DONE:
                self._worker.submit(lambda picture=picture: remove_unfinished(picture))
        gone = {id(picture) for picture in pictures}
        self.pictures = [picture for picture in self.pictures if id(picture) not in gone]
        self._has_changed()

    def move(self, pictures: Sequence[QueuedPicture], to: int) -> None:
        """Move pictures, in their order, before the one at the index `to`."""
        moved = [picture for picture in self.pictures if picture in pictures]
        before = [picture for picture in self.pictures[:to] if picture not in moved]
        after = [picture for picture in self.pictures[to:] if picture not in moved]
        self.pictures = [*before, *moved, *after]
        self._has_changed()

    def retry(self) -> None:
        """Let the pictures that have failed wait again."""
        for picture in self.pictures:
            if picture.state is State.FAILED:
                picture.state, picture.code, picture.params = State.WAITING, "", {}
        self._has_changed()

    def clear_done(self) -> None:
        """Take the pictures that are done out of the list."""
        self.pictures = [picture for picture in self.pictures if picture.state is not State.DONE]
        self._has_changed()

    def set_paused(self, paused: bool) -> None:
        """Pause, which keeps what is learned of the present picture, or go on."""
        self.paused = paused
        self._has_changed()

    def consider(self) -> None:
        """Begin, go on or step back, as paused, busy and the pictures that wait ask for."""
        if self._closed or not self.ready:
            return
        held = self.paused or self._busy()
        if self._run is not None and held:
            self._run.stop()
        elif self._run is None and not held:
            waiting = next((picture for picture in self.pictures if picture.state is State.WAITING), None)
            if waiting is not None:
                self._start(waiting)
        self.state_changed.emit()

    def hold(self) -> None:
        """Let the training wait for a preview of the open picture."""
        if self._run is not None:
            self._run.hold()

    def release(self) -> None:
        if self._run is not None:
            self._run.release()

    def close(self) -> None:
        """End the engine and the thread; what is queued is kept for the next time."""
        self._closed = True
        if self._run is not None:
            self._run.close()
        self._keep()
        if self._lock is not None:
            self._worker.submit(self._lock.release)  # pyright: ignore[reportAttributeAccessIssue] - a ProjectLock
        self._worker.close()

    # --- one picture -------------------------------------------------------------------------------------------

    def _start(self, picture: QueuedPicture) -> None:
        picture.state = State.RUNNING
        self.scale, self.scales, self.seconds_left = 0, 0, -1.0
        run = PictureRun(picture, self._worker, *self._machine(), self, self._make_link)
        self._run = run
        run.began.connect(lambda content: self._begun(picture, content))
        run.progressed.connect(lambda *values: self._progressed(picture, *values))
        run.varied.connect(lambda made: self._varied(picture, made))
        run.done.connect(lambda path: self._ended(picture, State.DONE, project=path))
        run.stopped.connect(lambda: self._ended(picture, State.WAITING))
        run.failed.connect(lambda code, params: self._ended(picture, State.FAILED, code, params))
        run.start()
        self.changed.emit(picture)

    def _begun(self, picture: QueuedPicture, content: str) -> None:
        picture.content = content
        self._keep()

    def _progressed(self, picture: QueuedPicture, share: float, scale: int, scales: int, left: float) -> None:
        picture.fraction = share
        self.scale, self.scales, self.seconds_left = scale, scales, left
        self.changed.emit(picture)

    def _varied(self, picture: QueuedPicture, made: int) -> None:
        if not picture.todo.preset:
            picture.fraction = made / picture.todo.variations
        self.changed.emit(picture)

    def _ended(
        self,
        picture: QueuedPicture,
        state: State,
        code: str = "",
        params: dict[str, object] | None = None,
        project: str = "",
    ) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.deleteLater()
        picture.state, picture.code, picture.params, picture.project = state, code, params or {}, project
        if picture not in self.pictures and state is not State.DONE:  # removed meanwhile
            self._worker.submit(lambda: remove_unfinished(picture))
        if state is State.DONE:
            picture.fraction = 1.0
            self.finished.emit(project)
        self.changed.emit(picture)
        self._keep()
        self.consider()
        if (
            state is not State.WAITING
            and not self._closed
            and not self.count(State.WAITING)
            and self._run is None
        ):
            self.through.emit()

    def _has_changed(self) -> None:
        self._keep()
        self.reset.emit()
        self.consider()

    def _keep(self) -> None:
        """Write the queue aside and rename it."""
        if self._lock is None:
            return
        pictures, paused = [copy(picture) for picture in self.pictures], self.paused
        self._worker.submit(
            lambda: write_bytes(self._file, queue_to_json(pictures, paused), force=True),
            failed=lambda error: self.failed.emit(error.code, error.params),
        )
