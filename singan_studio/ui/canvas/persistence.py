"""The project keeps what is made by hand: every step when it is done, and all of it when it is opened again."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.canvas_documents import CanvasDocuments
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.document_codec import Content, Keeper
from singan_studio.ui.canvas.incremental_jobs import IncrementalRunner
from singan_studio.ui.project.project_model import ProjectModel


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
        opened = self._project.current
        work = opened.works.get(name) if opened else None
        keeper = Keeper(document, work.names if work else ())
        if work and work.kept:
            document.restore(work.kept)
        taking = self._taking[name] = IncrementalRunner(self._thread, document)
        taking.failed.connect(lambda _: keeper.lose())

        def save(content: Mapping[str, Content]) -> None:
            if content and self._is_open(name, document):
                self._project.save_canvas(name, content, keeper.lose)

        def take() -> None:
            if not taking.busy:  # what comes meanwhile is taken along
                taking.run_job(keeper.take(), save)

        document.moments.ended.connect(take)

    def _take_all(self) -> None:
        """Do not put off what is to be saved."""
        for name, document in self._canvas_documents.documents.items():
            document.moments.drain()
            self._taking[name].finish()

    def _is_open(self, name: str, document: CanvasDocument) -> bool:
        """Or has another project been opened meanwhile?"""
        return self._canvas_documents.documents.get(name) is document
