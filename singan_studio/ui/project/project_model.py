"""The open project as the window sees it. File work runs on the store thread; answers arrive as signals."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import BadInput, StudioError
from singan_studio.core.recipe import Recipe
from singan_studio.core.resources import resource
from singan_studio.tools.base import ToolSpec
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.document_codec import Content
from singan_studio.ui.create.picture_cache import PictureCache
from singan_studio.ui.project.new_files import PROJECT_SUFFIX
from singan_studio.ui.project.project_data import (
    Extra,
    KeptResult,
    Model,
    ProjectData,
    ScalePictures,
    Uncropped,
)
from singan_studio.ui.project.project_file import ProjectFile
from singan_studio.ui.project.result_sources import ResultSources

PICTURES_BUDGET = 128 * 2**20
"""Bytes of full pictures of results that stay in memory; the others are read again when they are shown."""


class ProjectModel(QObject):
    """One project at a time: its picture, its current model and its results."""

    opened = Signal(object)  # Opened
    closed = Signal()
    model_changed = Signal(object)  # Model | None
    result_added = Signal(object)  # KeptResult
    result_deleted = Signal(int)  # hidden; `restore_result` brings it back until the project is closed
    result_restored = Signal(object)  # KeptResult
    result_starred = Signal(int, bool)
    result_shown = Signal(int, object)  # id, (H, W, 3) uint8
    saved = Signal(str)  # path of a file the person asked for
    leaving = Signal()  # the open project may be closed, or is copied: what is to be kept is given to it now
    notice = Signal(str, dict)  # code and parameters of something worth knowing
    failed = Signal(str, dict)  # code and parameters; nothing has changed
    busy_changed = Signal(bool)
    warmed_up = Signal()

    def __init__(self, documents: Path, parent: QObject | None = None) -> None:
        """`documents` is where projects go whose picture has no folder that can be written."""
        super().__init__(parent)
        self._documents = documents
        self._thread = BackgroundWorker(self)
        self._file: ProjectFile | None = None  # touched on the store thread only
        self._waiting = 0
        self.current: ProjectData | None = None
        self.model: Model | None = None
        self.results: dict[int, KeptResult] = {}
        self._deleted: list[KeptResult] = []  # the last one is restored first
        self._pictures = PictureCache(PICTURES_BUDGET)

    @property
    def path(self) -> Path | None:
        return self.current.path if self.current else None

    @property
    def busy(self) -> bool:
        return self._waiting > 0

    # --- opening and closing -----------------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Open a project, or make one for a picture: beside it, or among the documents for a bundled picture."""
        self.leaving.emit()
        if path.suffix.lower() == PROJECT_SUFFIX:
            self._open_project(path)
            return
        bundled = resource("samples") in path.resolve().parents
        folders = [self._documents] if bundled else [path.parent, self._documents]

        def work() -> ProjectData | None:
            from singan_studio.core.images import load_picture

            return self._exchange(ProjectFile.create(load_picture(path), path.name, folders))

        self._submit(work, self._take)

    def new_from_data(self, data: bytes, name: str, folder: Path | None = None) -> None:
        """A new project for a picture that was pasted or dropped as an image file's bytes; in `folder` if it can be
        written there, else among the documents.
        """
        self.leaving.emit()
        folders = [*([folder] if folder else []), self._documents]

        def work() -> ProjectData | None:
            from singan_studio.core.images import decode_picture

            return self._exchange(ProjectFile.create(decode_picture(data, name), name, folders))

        self._submit(work, self._take)

    def close_project(self) -> None:
        if self.current:
            self.leaving.emit()
            self._submit(lambda: self._exchange(None))
            self._forget()
            self.closed.emit()

    def in_background(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do other slow work on the thread that reads and writes; `then` gets its answer."""
        self._submit(work, then)

    def warm_up(self) -> None:
        """Import what takes long in the background, so that no click waits for it; then `warmed_up` is emitted."""
        self._thread.submit(_import_slow_modules, lambda _: self.warmed_up.emit())

    def shut_down(self) -> None:
        """Finish what is queued, close the file and end the thread; waits for it."""
        self.leaving.emit()
        self._thread.submit(lambda: self._exchange(None))
        self._thread.close()

    # --- cropping ----------------------------------------------------------------------------------------------

    @property
    def croppable(self) -> bool:
        """Until a model was begun."""
        return self.current is not None and self.model is None

    def read_uncropped(self, then: Callable[[Uncropped], None]) -> None:
        """Call `then` with the whole picture and the part in use."""
        self._on_file(lambda file: file.uncropped(), then)

    def crop(self, frame: tuple[int, int, int, int]) -> None:
        """Use a part of the whole picture: left, top, width, height in px; `opened` follows."""
        self._on_file(lambda file: file.crop(frame), self._take)

    # --- changing ----------------------------------------------------------------------------------------------

    def add_model(self, config: TrainConfig, then: Callable[[Model], None]) -> None:
        """Add a model to be trained, make it the current one, then call `then` with it."""

        def added(model: Model) -> None:
            self._set_model(model)
            then(model)

        self._on_file(lambda file: file.add_model(config), added)

    def use_model(self, model_id: str) -> None:
        """Make another model of the project the current one."""
        self._on_file(lambda file: file.use_model(model_id), self._set_model)

    def keep_film_frame(self, model_id: str, picture: np.ndarray) -> None:
        """Keep how far a training is as the next frame of its film."""
        self._on_file(lambda file: file.keep_film_frame(model_id, picture))

    def read_film(self, model_id: str, then: Callable[[list[bytes]], None]) -> None:
        """Call `then` with the frames of the film of a training, as PNG."""
        self._on_file(lambda file: file.film_frames(model_id), then)

    def find_extra_model(
        self, kind: str, config: TrainConfig, parent: str, then: Callable[[Extra | None], None]
    ) -> None:
        """Call `then` with a model beside the base model `parent`, None when the project has it not."""
        self._on_file(lambda file: file.find_extra(kind, config, parent), then)

    def add_extra_model(
        self, kind: str, config: TrainConfig, parent: str, then: Callable[[Model], None]
    ) -> None:
        """The same, added when it is not there; the current model stays."""
        self._on_file(lambda file: file.add_extra(kind, config, parent), then)

    def keep_pictures(self, model_id: str, scale: int, pictures: ScalePictures) -> None:
        """Keep what a scale has learned, for the learning view of a project that is opened again."""
        self._on_file(lambda file: file.keep_pictures(model_id, scale, pictures))

    def keep_inputs(
        self,
        pictures: Mapping[str, np.ndarray],
        then: Callable[[dict[str, str]], None],
        sources: ResultSources | None = None,
    ) -> None:
        """Keep the pictures a result is made from, and what those are made from; `then` gets their SHA-256 by name."""
        self._on_file(lambda file: file.keep_inputs(pictures, sources), then)

    def read_input(self, sha256: str, then: Callable[[np.ndarray], None]) -> None:
        """Call `then` with a kept input, (H, W, 3) uint8."""
        self._on_file(lambda file: file.input_picture(sha256), then)

    def read_sources(
        self, recipe: Recipe, spec: ToolSpec, automatic_mask: bool, then: Callable[[ResultSources], None]
    ) -> None:
        """Call `then` with what a result's inputs were made from by hand."""
        self._on_file(lambda file: file.sources(recipe, spec, automatic_mask), then)

    def set_meta(self, key: str, value: str) -> None:
        """Keep a text of the window's own in the project."""
        self._on_file(lambda file: file.set_meta(key, value))

    def save_canvas(self, tool: str, content: Mapping[str, Content], failed: Callable[[], None]) -> None:
        """Keep what has changed of a tool's handwork; when that fails, `failed` is called on the store thread."""

        def save(file: ProjectFile) -> None:
            try:
                file.save_canvas(tool, content)
            except StudioError:
                failed()
                raise

        self._on_file(save)

    def add_result(
        self, recipe: Recipe, picture: np.ndarray, then: Callable[[KeptResult], None] | None = None
    ) -> None:
        """Keep a result, on disk at once; `picture` is (H, W, 3) uint8. `then` is told when it is there."""

        def added(result: KeptResult) -> None:
            self._pictures.put(result.id, picture)
            self.results[result.id] = result
            self.result_added.emit(result)
            if then:
                then(result)

        self._on_file(lambda file: file.add_result(recipe, picture), added)

    def show_result(self, number: int) -> None:
        """Bring a result's picture: `result_shown` follows, at once when it is still in memory."""
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

        self._on_file(lambda file: file.result_picture(number), read)

    def read_result_png(self, number: int, then: Callable[[bytes], None]) -> None:
        """Call `then` with a result's PNG, which carries its recipe."""
        self._on_file(lambda file: file.result_png(number), then)

    def read_result_image(self, number: int, then: Callable[[bytes, QImage], None]) -> None:
        """Call `then` with a result's PNG and with its decoded image."""

        def read(file: ProjectFile) -> tuple[bytes, QImage]:
            png = file.result_png(number)
            return png, QImage.fromData(png)

        self._on_file(read, lambda both: then(*both))

    def read_command(self, number: int, then: Callable[[list[str]], None]) -> None:
        """Call `then` with the words of the command that makes a result again."""
        self._on_file(lambda file: file.command(number), then)

    def delete_result(self, number: int) -> None:
        """Hide a result; it is gone when the project is closed, and until then `restore_result` brings it back."""
        if number not in self.results:
            return
        self._on_file(lambda file: file.delete_result(number))
        self._pictures.drop(number)
        self._deleted.append(self.results.pop(number))
        self.result_deleted.emit(number)

    @property
    def restorable(self) -> bool:
        return bool(self._deleted)

    def restore_result(self) -> None:
        """Bring back the result that was deleted last; nothing happens when there is none."""
        if self._deleted:
            result = self._deleted.pop()
            self._on_file(lambda file: file.restore_result(result.id))
            self.results[result.id] = result
            self.result_restored.emit(result)

    def set_starred(self, number: int, starred: bool) -> None:
        self.results[number] = replace(self.results[number], starred=starred)
        self._on_file(lambda file: file.set_starred(number, starred))
        self.result_starred.emit(number, starred)

    def save_result(self, number: int, path: Path) -> None:
        self._on_file(lambda file: file.save_result(number, path), lambda _: self.saved.emit(str(path)))

    def save_copy(self, path: Path) -> None:
        self.leaving.emit()
        self._on_file(lambda file: file.save_copy(path), lambda _: self.saved.emit(str(path)))

    # --- on the store thread -----------------------------------------------------------------------------------

    def _exchange(self, file: ProjectFile | None) -> ProjectData | None:
        """Put a project in place of the one that is open; when it cannot be shown, nothing has changed."""
        try:
            opened = file.opened() if file else None
        except BaseException:
            if file:
                file.close()
            raise
        if self._file:
            self._file.close()
        self._file = file
        return opened

    # --- on the GUI thread -------------------------------------------------------------------------------------

    def _open_project(self, path: Path) -> None:
        if self.path and path.resolve() == self.path.resolve():
            return
        self._submit(lambda: self._exchange(ProjectFile.open(path, self._documents)), self._take)

    def _take(self, opened: ProjectData) -> None:
        self._forget()
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
        self._deleted.clear()
        self._pictures.clear()

    def _set_model(self, model: Model) -> None:
        self.model = model
        self.model_changed.emit(model)

    def _on_file(self, work: Callable[[ProjectFile], Any], done: Callable[[Any], None] | None = None) -> None:
        """Queue work on the project that is open now; it fails when another one has taken its place."""
        path = self.path

        def run() -> Any:
            if self._file is None or self._file.path != path:
                raise BadInput("window.no_project")
            return work(self._file)

        self._submit(run, done)

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


def _import_slow_modules() -> None:
    for name in ("singan_studio.ui.training.loss_curves", "PIL.Image", "singan_studio.project.store", "cv2"):
        importlib.import_module(name)
