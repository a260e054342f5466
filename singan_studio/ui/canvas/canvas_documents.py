"""The canvas documents of the open project, one for every tool with a canvas."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from singan_studio.core.errors import StudioError
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.canvas_modes import CANVAS_MODES, CanvasMode
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.tool_state import ToolState
from singan_studio.ui.create.picture_maker import PictureMaker
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.project.project_model import ProjectModel

HIDDEN = "hidden"
"""Key of the hidden layers in the extras of a tool's session."""


class CanvasDocuments(QObject):
    """Creates a tool's document when the tool is first chosen, and reports finished edits to `ToolModel`."""

    document_changed = Signal(object)  # CanvasDocument | None, of the chosen tool
    document_made = Signal(str, object)  # name of the tool and its CanvasDocument
    failed = Signal(str, dict)  # code and parameters: a change of a document was taken back

    def __init__(
        self,
        project: ProjectModel,
        tool_model: ToolModel,
        picture_maker: PictureMaker,
        thread: BackgroundWorker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._tool_model = project, tool_model
        self._thread = thread  # runs what is slow on a large canvas
        self._documents: dict[str, CanvasDocument] = {}
        self.tool_state = ToolState(self)
        self.document: CanvasDocument | None = None
        self._picture: np.ndarray | None = None  # the picture of all documents
        project.opened.connect(self._begin)
        project.closed.connect(self._begin)
        tool_model.tool_changed.connect(self._choose)
        picture_maker.changed.connect(self._measure)

    @property
    def mode(self) -> CanvasMode | None:
        """The canvas mode of the chosen tool; None for a tool without a canvas."""
        return CANVAS_MODES.get(self._tool_model.spec.canvas)

    @property
    def documents(self) -> Mapping[str, CanvasDocument]:
        """The documents created so far, by the name of the tool."""
        return self._documents

    @property
    def learned_px(self) -> float:
        """Width of one px of the picture that is drawn, in canvas px."""
        opened, size = self._project.current, self._tool_model.maker.size
        return opened.width / size[0] if opened and size else 1.0

    def _begin(self) -> None:
        """Drop the documents of another picture."""
        picture = self._project.current.picture if self._project.current else None
        gone = [name for name, document in self._documents.items() if document.picture is not picture]
        for name in gone:
            document = self._documents.pop(name)
            document.runner.drain()
            self._tool_model.drop_work(name)
            document.deleteLater()
        if picture is not None and picture is not self._picture:
            self.tool_state.fit_brushes(picture.shape[1], picture.shape[0])
        self._picture = picture
        self._measure()
        self._choose()
        if gone:
            self.document_changed.emit(self.document)  # views must not go on showing deleted documents

    def _choose(self) -> None:
        self._measure()
        document = self._document_of(self._tool_model.spec.name)
        if document is not self.document:
            self.document = document
            self.document_changed.emit(document)

    def _document_of(self, name: str) -> CanvasDocument | None:
        opened, mode = self._project.current, self.mode
        if opened is None or mode is None:
            return None
        if name not in self._documents or self._documents[name].picture is not opened.picture:
            document = CanvasDocument(opened.picture, mode.automatic_mask, self, opened.image, self._thread)
            document.edit_finished.connect(partial(self._tool_model.work_changed, name))
            document.failed.connect(self._fail)
            self._keep_hidden(name, document)
            self._documents[name] = document
            self._tool_model.set_work(name, document)
            self.document_made.emit(name, document)
        return self._documents[name]

    def _keep_hidden(self, name: str, document: CanvasDocument) -> None:
        """Restore the hidden layers from the tool's session, and keep them there."""
        hidden = self._tool_model.sessions[name].extras.get(HIDDEN)
        if isinstance(hidden, list):
            document.set_hidden(layer for layer in hidden if isinstance(layer, str))
        document.layer_props_changed.connect(
            lambda: self._tool_model.set_extra(HIDDEN, sorted(document.hidden), name)
        )

    def _fail(self, error: StudioError) -> None:
        reason = error.params.get("reason") or str(error)
        self.failed.emit("window.canvas_failed", {"reason": reason})

    def _measure(self) -> None:
        self.tool_state.learned_px = self.learned_px
