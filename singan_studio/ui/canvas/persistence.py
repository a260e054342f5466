"""Save what changes in the documents of the tools to the project, and restore it when the project is opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject

from singan_studio.project.canvas_codec import STATE, Content, bitmap_name, step_name, tile_name
from singan_studio.project.tile import SIDE
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.canvas_documents import CanvasDocuments
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.document_codec import bitmap_data, state_data, step_data
from singan_studio.ui.canvas.incremental_jobs import IncrementalRunner, JobSteps
from singan_studio.ui.canvas.objects import Bitmap
from singan_studio.ui.project.project_model import ProjectModel


class UnsavedChanges:
    """Finds what has changed in a document since it was last saved."""

    def __init__(self, document: CanvasDocument, known: Iterable[str] = ()) -> None:
        """`known` are the names of the rows in the file, whether or not the document was restored from them."""
        self._document = document
        self._known = set(known)
        self._write_failed = False
        self._content: dict[str, Content] = {}  # taken so far

    def write_failed(self) -> None:
        """Take everything the next time, because the last changes could not be written. Callable from any thread."""
        self._write_failed = True

    def take(self) -> JobSteps:
        """Take the changes as a mapping of row names to `Content`, in small steps on the document's thread.

        The mapping is empty when nothing has changed, or when the document is in the middle of a change: its end is
        the time to take it.
        """
        document, content = self._document, self._content
        if self._write_failed:
            self._write_failed = False
            self._want_all()
        while document.unsaved_tiles and not document.runner.busy:
            name, key = document.unsaved_tiles.pop()
            tile = document.layers[name].committed(key)
            content[tile_name(name, key)] = None if tile.empty else tile
            yield 2 * SIDE * SIDE
        if document.runner.busy or not (content or document.unsaved_steps):
            return {}
        self._content = {}
        return content | self._rest(content)

    def _rest(self, content: Mapping[str, Content]) -> dict[str, Content]:
        """Return what has changed beside the tiles in `content`."""
        document = self._document
        steps = {step_name(step.id): step for step in document.history.steps}
        bitmaps = {bitmap_name(bitmap.key): bitmap for bitmap in self._used_bitmaps()}
        tiles = {tile_name(name, key) for name, layer in document.layers.items() for key in layer.used}
        rest: dict[str, Content] = {
            name: step_data(step) for name, step in steps.items() if step.id in document.unsaved_steps
        }
        rest |= {name: bitmap_data(bitmap) for name, bitmap in bitmaps.items() if name not in self._known}
        rest |= dict.fromkeys(self._known - {STATE, *steps, *bitmaps, *tiles, *content})
        rest[STATE] = state_data(document)
        document.unsaved_steps = set()
        for name, value in {**content, **rest}.items():
            if value is None:
                self._known.discard(name)
            else:
                self._known.add(name)
        return rest

    def _want_all(self) -> None:
        document = self._document
        document.unsaved_tiles = {
            (name, key) for name, layer in document.layers.items() for key in layer.used
        }
        document.unsaved_steps = {step.id for step in document.history.steps}
        self._known = {name for name in self._known if not name.startswith(bitmap_name(""))}

    def _used_bitmaps(self) -> Iterable[Bitmap]:
        yield from (item.bitmap for item in self._document.committed_objects)
        for step in self._document.history.steps:
            yield from (item.bitmap for item in step.objects)


class CanvasPersistence(QObject):
    """Restores a document when it is made, and saves what each of its steps has changed."""

    def __init__(
        self,
        project: ProjectModel,
        canvas_documents: CanvasDocuments,
        thread: BackgroundWorker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._canvas_documents, self._thread = project, canvas_documents, thread
        self._taking: dict[str, IncrementalRunner] = {}  # by the name of the tool
        canvas_documents.document_made.connect(self._made)
        project.leaving.connect(self._take_all)

    def _made(self, name: str, document: CanvasDocument) -> None:
        project_data = self._project.current
        saved = project_data.canvases.get(name) if project_data else None
        changes = UnsavedChanges(document, saved.names if saved else ())
        if saved and saved.document:
            document.restore(saved.document)
        taking = self._taking[name] = IncrementalRunner(self._thread, document)
        taking.failed.connect(lambda _: changes.write_failed())

        def save(content: Mapping[str, Content]) -> None:
            if content and self._is_open(name, document):
                self._project.save_canvas(name, content, changes.write_failed)

        def take() -> None:
            if not taking.busy:  # changes that come meanwhile are taken along
                taking.run_job(changes.take(), save)

        document.runner.ended.connect(take)

    def _take_all(self) -> None:
        """Save now what would be saved later."""
        for name, document in self._canvas_documents.documents.items():
            document.runner.drain()
            self._taking[name].finish()

    def _is_open(self, name: str, document: CanvasDocument) -> bool:
        """Return whether the document still belongs to the open project."""
        return self._canvas_documents.documents.get(name) is document
