"""The open project as the window sees it. File work runs on the store thread; answers arrive as signals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import StudioError
from singan_studio.core.recipe import Recipe
from singan_studio.gui.store_thread import StoreThread
from singan_studio.gui.viewmodels.project_desk import KeptResult, Model, Opened, ProjectDesk

PROJECT_SUFFIX = ".singan"


class ProjectModel(QObject):
    """One project at a time: its picture, its current model and its results."""

    opened = Signal(object)  # Opened
    closed = Signal()
    model_changed = Signal(object)  # Model | None
    result_added = Signal(object)  # KeptResult
    result_shown = Signal(int, object)  # id, (H, W, 3) uint8
    saved = Signal(str)  # path of a file the person asked for
    notice = Signal(str, dict)  # code and parameters of something worth knowing
    failed = Signal(str, dict)  # code and parameters; nothing has changed
    busy_changed = Signal(bool)

    def __init__(self, documents: Path, parent: QObject | None = None) -> None:
        """`documents` is where projects go whose picture has no folder that can be written."""
        super().__init__(parent)
        self._documents = documents
        self._thread = StoreThread(self)
        self._desk = ProjectDesk()
        self._waiting = 0
        self.current: Opened | None = None
        self.model: Model | None = None
        self.results: dict[int, KeptResult] = {}

    @property
    def path(self) -> Path | None:
        return self.current.path if self.current else None

    @property
    def busy(self) -> bool:
        return self._waiting > 0

    # --- opening and closing -----------------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Open a project, or make one for a picture beside it."""
        if path.suffix.lower() == PROJECT_SUFFIX:
            self._open_project(path)
        else:
            self.new_from_file(path, beside=True)

    def new_from_file(self, path: Path, beside: bool) -> None:
        """A new project for a picture file, beside it or (bundled pictures) among the documents."""
        folders = [path.parent, self._documents] if beside else [self._documents]

        def work() -> Opened:
            from singan_studio.core.images import load_picture

            return self._desk.create(load_picture(path), path.name, folders)

        self._submit(work, self._take)

    def new_from_data(self, data: bytes, name: str) -> None:
        """A new project for a picture that was pasted or dropped as an image file's bytes."""

        def work() -> Opened:
            from singan_studio.core.images import decode_picture

            return self._desk.create(decode_picture(data, name), name, [self._documents])

        self._submit(work, self._take)

    def close_project(self) -> None:
        if self.current:
            self._submit(self._desk.close, lambda _: None)
            self._forget()
            self.closed.emit()

    def shut_down(self) -> None:
        """Finish what is queued, close the file and end the thread; waits for it."""
        self._thread.submit(self._desk.close)
        self._thread.close()

    # --- changing ----------------------------------------------------------------------------------------------

    def add_model(self, config: TrainConfig, then: Callable[[Model], None]) -> None:
        """Add a model to be trained, make it the current one, then call `then` with it."""

        def added(model: Model) -> None:
            self._set_model(model)
            then(model)

        self._submit(lambda: self._desk.add_model(config), added)

    def add_result(self, recipe: Recipe, picture: np.ndarray) -> None:
        """Keep a result; `picture` is (H, W, 3) uint8."""
        self._submit(lambda: self._desk.add_result(recipe, picture), self._added)

    def show_result(self, number: int) -> None:
        """Read a result's picture; `result_shown` brings it."""
        self._submit(
            lambda: self._desk.result_picture(number), lambda picture: self.result_shown.emit(number, picture)
        )

    def set_starred(self, number: int, starred: bool) -> None:
        self._submit(lambda: self._desk.set_starred(number, starred))

    def save_result(self, number: int, path: Path) -> None:
        project = self.path
        if project:
            self._submit(
                lambda: self._desk.save_result(number, path, project), lambda _: self.saved.emit(str(path))
            )

    def save_copy(self, path: Path) -> None:
        self._submit(lambda: self._desk.save_copy(path), lambda _: self.saved.emit(str(path)))

    # --- inside ------------------------------------------------------------------------------------------------

    def _open_project(self, path: Path) -> None:
        if self.path and path.resolve() == self.path.resolve():
            return
        self._submit(lambda: self._desk.open(path), self._take)

    def _take(self, opened: Opened) -> None:
        self.current = opened
        self.model = opened.model
        self.results = {result.id: result for result in opened.results}
        self.opened.emit(opened)
        self.model_changed.emit(self.model)
        for notice in opened.notices:
            self.notice.emit(notice.code, dict(notice.params))

    def _forget(self) -> None:
        self.current = self.model = None
        self.results = {}

    def _set_model(self, model: Model) -> None:
        self.model = model
        self.model_changed.emit(model)

    def _added(self, result: KeptResult) -> None:
        self.results[result.id] = result
        self.result_added.emit(result)

    def _submit(self, work: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        def answered(answer: Any) -> None:
            self._count(-1)
            if done:
                done(answer)

        def failed(error: StudioError) -> None:
            self._count(-1)
            self.failed.emit(error.code, dict(error.params))

        self._count(+1)
        self._thread.submit(work, answered, failed)

    def _count(self, change: int) -> None:
        before = self.busy
        self._waiting += change
        if self.busy != before:
            self.busy_changed.emit(self.busy)
