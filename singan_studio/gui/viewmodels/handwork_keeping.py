"""The project keeps what is made by hand: every step when it is done, and all of it when it is opened again."""

from __future__ import annotations

from PySide6.QtCore import QObject

from singan_studio.gui.canvas.document import CanvasDocument
from singan_studio.gui.canvas.keeping import Keeper
from singan_studio.gui.viewmodels.handwork import Handwork
from singan_studio.gui.viewmodels.project import ProjectModel


class HandworkKeeping(QObject):
    """Restores a document when it is made, and saves what each of its steps has changed."""

    def __init__(self, project: ProjectModel, handwork: Handwork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._handwork = project, handwork
        handwork.document_made.connect(self._made)

    def _made(self, name: str, document: CanvasDocument) -> None:
        opened = self._project.current
        work = opened.works.get(name) if opened else None
        keeper = Keeper(document, work.names if work else ())
        if work and work.kept:
            document.restore(work.kept)
        document.history_changed.connect(lambda: self._save(name, document, keeper))

    def _save(self, name: str, document: CanvasDocument, keeper: Keeper) -> None:
        if self._handwork.documents.get(name) is not document:
            return  # another project has been opened meanwhile
        content = keeper.take()
        if content:
            self._project.save_work(name, content, keeper.lose)
