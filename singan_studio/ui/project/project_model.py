"""The open project as the window sees it. File work runs on a background worker; answers arrive as signals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import StudioError
from singan_studio.core.images import on_white
from singan_studio.core.recipe import Recipe
from singan_studio.core.resources import resource
from singan_studio.export.stills.settings import USUAL, StillSettings
from singan_studio.project.canvas_codec import Content, pack_canvas
from singan_studio.project.new_files import PROJECT_SUFFIX
from singan_studio.project.records import KeptResult, Model
from singan_studio.tools.base import ToolSpec
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.app.warm_up import WarmUp
from singan_studio.ui.canvas.document_codec import sources_data
from singan_studio.ui.create.picture_cache import PictureCache
from singan_studio.ui.project.open_repository import OpenRepository
from singan_studio.ui.project.project_data import ProjectData, read_project
from singan_studio.ui.project.result_command import result_command
from singan_studio.ui.project.result_sources import ResultSources, read_sources

if TYPE_CHECKING:
    from singan_studio.core.images import Picture
    from singan_studio.project.repository import ProjectRepository

PICTURES_BUDGET = 128 * 2**20
"""Bytes of full pictures of results that stay in memory; the others are read again when they are shown."""


class ProjectModel(QObject):
    """One project at a time: its picture, its active model and its results.

    `ask` lets the other models of the window talk to the project's repository.
    """

    opened = Signal(object)  # ProjectData
    closed = Signal()
    model_changed = Signal(object)  # Model | None
    result_added = Signal(object)  # KeptResult
    result_replaced = Signal(object, object)  # KeptResult and its (H, W, 3) uint8 picture
    result_deleted = Signal(int)  # hidden; `restore_result` brings it back until the project is closed
    result_restored = Signal(object)  # KeptResult
    result_starred = Signal(int, bool)
    thumbnail_read = Signal(int, object)  # id, (H, W, 3) uint8 or None for a result that cannot be read
    result_shown = Signal(int, object)  # id, (H, W, 3) uint8
    saved = Signal(str)  # path of a file the user asked for
    leaving = (
        Signal()
    )  # the project is about to be closed or copied: whoever has unsaved changes saves them now
    notice = Signal(str, dict)  # code and parameters of something worth knowing
    failed = Signal(str, dict)  # code and parameters; nothing has changed
    busy_changed = Signal(bool)

    def __init__(self, documents: Path, parent: QObject | None = None) -> None:
        """`documents` is the folder for projects of pictures whose own folder cannot be written."""
        super().__init__(parent)
        self._documents = documents
        self._worker = BackgroundWorker(self)
        self.warm_up = WarmUp(self._worker, self)
        self._open = OpenRepository(documents)  # used on the worker's thread only
        self._waiting = 0
        self.current: ProjectData | None = None
        self.model: Model | None = None
        self.results: dict[int, KeptResult] = {}
        self._deleted: list[KeptResult] = []  # the last one is restored first
        self._pictures = PictureCache(PICTURES_BUDGET)

    def set_documents(self, folder: Path) -> None:
        """Put new projects of pictures whose own folder cannot be written there from now on."""
        self._documents = folder
        self._open.documents = folder

    @property
    def path(self) -> Path | None:
        """The file of the open project."""
        return self.current.path if self.current else None

    @property
    def busy(self) -> bool:
        """Whether file work is queued or running."""
        return self._waiting > 0

    # --- opening and closing -----------------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Open a project, or make one for a picture: beside it, or among the documents for a bundled picture.

        Of a bundled project the copy among the documents is opened.
        """
        self.leaving.emit()
        if resource("examples") in path.resolve().parents:
            self._submit(lambda: self._open.open_example(path), self._take)
            return
        if path.suffix.lower() == PROJECT_SUFFIX:
            self._open_project(path)
            return
        if resource("samples") in path.resolve().parents:
            self._submit(lambda: self._open.open_bundled(path), self._take)
            return
        folders = [path.parent, self._documents]

        def load() -> Picture:
            from singan_studio.core.images import load_picture

            return load_picture(path)

        self._submit(lambda: self._open.create(load, path.name, folders), self._take)

    def new_from_data(self, data: bytes, name: str, folder: Path | None = None) -> None:
        """Make a project for a pasted or dropped image file's bytes, in `folder` if it can be written there, else
        among the documents.
        """
        self.leaving.emit()

        def decode() -> Picture:
            from singan_studio.core.images import decode_picture

            return decode_picture(data, name)

        folders = [*([folder] if folder else []), self._documents]
        self._submit(lambda: self._open.create(decode, name, folders), self._take)

    def close_project(self) -> None:
        """Close the open project, if there is one."""
        if self.current:
            self.leaving.emit()
            self._submit(self._open.close)
            self._forget()
            self.closed.emit()

    def in_background(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do other slow work on the thread that reads and writes; `then` gets its answer."""
        self._submit(work, then)

    def shut_down(self) -> None:
        """Finish what is queued, close the file and end the thread; waits for it."""
        self.leaving.emit()
        self.warm_up.end()
        self._worker.submit(self._open.close)
        self._worker.close()

    # --- reading and changing ----------------------------------------------------------------------------------

    def ask(
        self, question: Callable[[ProjectRepository], Any], then: Callable[[Any], None] | None = None
    ) -> None:
        """Call `question` with the open project's repository on the worker's thread, then `then` with its answer.

        `failed` is emitted instead if it raises. A project that was left meanwhile has no answer: what was drawn for it
        in that moment is of no use any more.
        """
        path = self.path
        self._submit(lambda: self._open.answer(path, question), then, lambda: self.path != path)

    @property
    def croppable(self) -> bool:
        """Whether no model was begun, so that another part of the picture can still be chosen."""
        return self.current is not None and self.model is None

    def crop(self, frame: tuple[int, int, int, int]) -> None:
        """Use a part of the whole picture: left, top, width, height in px; `opened` follows."""

        def crop(repository: ProjectRepository) -> ProjectData:
            repository.crop(frame)
            return read_project(repository)

        self.ask(crop, self._take)

    def add_model(self, config: TrainConfig, then: Callable[[Model], None]) -> None:
        """Add a model to be trained, make it the active one, then call `then` with it."""

        def added(model: Model) -> None:
            self._set_model(model)
            then(model)

        self.ask(lambda repository: repository.add_model(config), added)

    def use_model(self, model_id: str) -> None:
        """Make another model of the project the active one."""
        self.ask(lambda repository: repository.use_model(model_id), self._set_model)

    def set_meta(self, key: str, value: str) -> None:
        """Keep a text of the window's own in the project."""
        self.ask(lambda repository: repository.store.set_meta(key, value))

    def save_canvas(self, tool: str, content: Mapping[str, Content], failed: Callable[[], None]) -> None:
        """Save changed rows of a tool's canvas; on an error `failed` is called on the worker's thread."""

        def save(repository: ProjectRepository) -> None:
            try:
                repository.save_canvas(tool, pack_canvas(content))
            except StudioError:
                failed()
                raise

        self.ask(save)

    # --- inputs of results -------------------------------------------------------------------------------------

    def keep_inputs(
        self,
        pictures: Mapping[str, np.ndarray],
        then: Callable[[dict[str, str]], None],
        sources: ResultSources | None = None,
    ) -> None:
        """Keep the pictures a result is made from and their sources; `then` gets the SHA-256 of each by its name."""

        def keep(repository: ProjectRepository) -> dict[str, str]:
            data = sources_data(sources.document_state, sources.extras) if sources else None
            return repository.keep_inputs(pictures, data)

        self.ask(keep, then)

    def read_input(self, sha256: str, then: Callable[[np.ndarray], None]) -> None:
        """Call `then` with a kept input, (H, W, 3) uint8."""
        self.ask(lambda repository: repository.input_picture(sha256), then)

    def read_sources(
        self, recipe: Recipe, spec: ToolSpec, automatic_mask: bool, then: Callable[[ResultSources], None]
    ) -> None:
        """Call `then` with what a result's inputs were made from by hand."""
        self.ask(lambda repository: read_sources(repository, recipe, spec, automatic_mask), then)

    # --- results -----------------------------------------------------------------------------------------------

    def add_result(
        self, recipe: Recipe, picture: np.ndarray, then: Callable[[KeptResult], None] | None = None
    ) -> None:
        """Save a result, (H, W, 3 or 4) uint8, at once; `then` gets it when it is on disk."""

        def added(result: KeptResult) -> None:
            self._pictures.put(result.id, on_white(picture))
            self.results[result.id] = result
            self.result_added.emit(result)
            if then:
                then(result)

        self.ask(lambda repository: repository.add_result(recipe, picture), added)

    def replace_result(self, number: int, recipe: Recipe, picture: np.ndarray) -> None:
        """Replace a result's picture, (H, W, 3 or 4) uint8, and recipe; `result_replaced` follows when it is on disk.

        Nothing happens to a result that is deleted.
        """

        def replaced(result: KeptResult) -> None:
            kept = self.results.get(number)
            if kept is not None:
                self._pictures.put(number, on_white(picture))
                self.results[number] = replace(result, starred=kept.starred)
                self.result_replaced.emit(self.results[number], picture)

        if number in self.results:
            self.ask(lambda repository: repository.replace_result(number, recipe, picture), replaced)

    def show_result(self, number: int) -> None:
        """Read a result's picture: `result_shown` follows, at once when it is still in memory."""
        self.read_result(number, lambda picture: self.result_shown.emit(number, picture))

    def read_result(self, number: int, then: Callable[[np.ndarray], None]) -> None:
        """Call `then` with a result's (H, W, 3) uint8 picture."""
        picture = self._pictures.get(number)
        if picture is not None:
            then(picture)
            return

        def read(picture: np.ndarray) -> None:
            self._pictures.put(number, picture)
            then(picture)

        self.ask(lambda repository: repository.result_picture(number), read)

    def read_thumbnail(self, number: int) -> None:
        """Read a result's thumbnail: `thumbnail_read` follows."""
        path = self.path
        self._worker.submit(
            lambda: self._open.answer(path, lambda repository: repository.thumbnail(number)),
            lambda thumbnail: self.thumbnail_read.emit(number, thumbnail),
            lambda error: None,  # another project was opened meanwhile
        )

    def read_result_png(self, number: int, then: Callable[[bytes], None]) -> None:
        """Call `then` with a result's PNG, which carries its recipe."""
        self.ask(lambda repository: repository.store.result_png(number), then)

    def read_result_image(self, number: int, then: Callable[[bytes, QImage], None]) -> None:
        """Call `then` with a result's PNG and with its decoded image."""

        def read(repository: ProjectRepository) -> tuple[bytes, QImage]:
            png = repository.store.result_png(number)
            return png, QImage.fromData(png)

        self.ask(read, lambda both: then(*both))

    def read_command(self, number: int, then: Callable[[list[str]], None]) -> None:
        """Call `then` with the words of the command that makes a result again."""
        self.ask(lambda repository: result_command(repository, number), then)

    def delete_result(self, number: int) -> None:
        """Hide a result; it is deleted when the project is closed, and until then `restore_result` brings it back."""
        if number not in self.results:
            return
        self.ask(lambda repository: repository.delete_result(number))
        self._pictures.drop(number)
        self._deleted.append(self.results.pop(number))
        self.result_deleted.emit(number)

    @property
    def restorable(self) -> bool:
        """Whether there is a deleted result to restore."""
        return bool(self._deleted)

    def restore_result(self) -> None:
        """Bring back the result that was deleted last; nothing happens when there is none."""
        if self._deleted:
            result = self._deleted.pop()
            self.ask(lambda repository: repository.restore_result(result.id))
            self.results[result.id] = result
            self.result_restored.emit(result)

    def set_starred(self, number: int, starred: bool) -> None:
        """Make a result a favourite or not."""
        self.results[number] = replace(self.results[number], starred=starred)
        self.ask(lambda repository: repository.store.set_starred(number, starred))
        self.result_starred.emit(number, starred)

    def save_result(self, number: int, path: Path, settings: StillSettings = USUAL) -> None:
        """Write a result to a file; overwrites `path`, as the user was asked."""
        self.ask(lambda kept: kept.save_result(number, path, settings), lambda _: self.saved.emit(str(path)))

    def save_copy(self, path: Path) -> None:
        """Write a copy of the project; overwrites `path`, as the user was asked."""
        self.leaving.emit()
        self.ask(lambda repository: repository.save_copy(path), lambda _: self.saved.emit(str(path)))

    def go_on_in_copy(self, path: Path) -> None:
        """Write a copy of a project whose file is gone, and open it in its place; overwrites `path`."""
        self.leaving.emit()
        gone = self.path
        self._submit(lambda: self._open.go_on_in_copy(gone, path), self._take)

    # --- on the GUI thread -------------------------------------------------------------------------------------

    def _open_project(self, path: Path) -> None:
        if self.path and path.resolve() == self.path.resolve():
            return
        self._submit(lambda: self._open.open(path), self._take)

    def _take(self, project_data: ProjectData) -> None:
        self._forget()
        self.current = project_data
        self.model = project_data.model
        self.results = {result.id: result for result in project_data.results}
        self.opened.emit(project_data)
        self.model_changed.emit(self.model)
        for notice in project_data.notices:
            self.notice.emit(notice.code, dict(notice.params))

    def _forget(self) -> None:
        self.current = self.model = None
        self.results = {}
        self._deleted.clear()
        self._pictures.clear()

    def _set_model(self, model: Model) -> None:
        self.model = model
        self.model_changed.emit(model)

    def _submit(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        left: Callable[[], bool] = lambda: False,
    ) -> None:
        def answered(answer: Any) -> None:
            self._count(-1)
            if done:
                done(answer)

        def failed(error: StudioError) -> None:
            self._count(-1)
            if not (error.code == "window.no_project" and left()):
                self.failed.emit(error.code, dict(error.params))

        self._count(+1)
        self._worker.submit(work, answered, failed)

    def _count(self, change: int) -> None:
        before = self.busy
        self._waiting += change
        if self.busy != before:
            self.busy_changed.emit(self.busy)
