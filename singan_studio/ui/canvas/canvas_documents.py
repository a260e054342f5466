"""What is made by hand on the open picture: a document for every tool that starts from one."""

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
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.training_model import TrainingModel

HIDDEN = "hidden"
"""Under which a tool's session keeps which layers are hidden."""


class CanvasDocuments(QObject):
    """Makes a tool's document when the tool is first chosen, and tells the creation when an edit has ended."""

    document_changed = Signal(object)  # CanvasDocument | None, of the chosen tool
    document_made = Signal(str, object)  # name of the tool and its CanvasDocument
    failed = Signal(str, dict)  # code and parameters: a change of a document was taken back

    def __init__(
        self,
        project: ProjectModel,
        learning: TrainingModel,
        tool_model: ToolModel,
        thread: BackgroundWorker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._learning, self._tool_model = project, learning, tool_model
        self._thread = thread  # for what takes long on a large canvas
        self._documents: dict[str, CanvasDocument] = {}
        self.tool_state = ToolState(self)
        self.document: CanvasDocument | None = None
        self._picture: np.ndarray | None = None  # that is worked on
        project.opened.connect(self._begin)
        project.closed.connect(self._begin)
        tool_model.tool_changed.connect(self._choose)
        learning.scales_reset.connect(self._measure)

    @property
    def mode(self) -> CanvasMode | None:
        """Which handwork the chosen tool starts from."""
        return CANVAS_MODES.get(self._tool_model.spec.canvas)

    @property
    def documents(self) -> Mapping[str, CanvasDocument]:
        """By the name of the tool, those that were made so far."""
        return self._documents

    @property
    def learned_px(self) -> float:
        """Canvas px that one px of the learned picture is wide."""
        opened, scales = self._project.current, self._learning.scales
        return opened.width / scales[-1].width if opened and scales else 1.0

    def _begin(self) -> None:
        """Another picture, or none."""
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
            self.document_changed.emit(self.document)  # no one goes on showing what is gone

    def _choose(self) -> None:
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
        """Which layers are hidden is kept with the choices of the tool."""
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
