"""Continues from a result: with its settings and its sources, or with its picture in another tool."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from singan_studio.core.recipe import Recipe
from singan_studio.tools.base import ToolSpec
from singan_studio.ui.canvas.canvas_documents import HIDDEN, CanvasDocuments
from singan_studio.ui.canvas.canvas_modes import CANVAS_MODES
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.document_state import GO_BACK
from singan_studio.ui.create.base_layer import BASE, FEW, PICTURE, BaseLayer
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.create.tool_session import Given
from singan_studio.ui.project.project_data import ProjectData
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.project.result_sources import ResultSources


class RestoreResult(QObject):
    """Restores the settings at once; pictures and the canvas follow when they are read."""

    def __init__(
        self,
        project: ProjectModel,
        tool_model: ToolModel,
        canvas_documents: CanvasDocuments,
        ground: BaseLayer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._tool_model, self._canvas_documents, self._ground = (
            project,
            tool_model,
            canvas_documents,
            ground,
        )
        project.opened.connect(self._restore)

    def take_over(self, recipe: Recipe) -> None:
        """Take over what made a result, and restore its sources as one step that can be undone."""
        self._tool_model.take_over(recipe)
        spec = self._tool_model.spec
        if spec.given and spec.given.name in recipe.inputs:
            self._read_given(spec.name, recipe.inputs[spec.given.name], None)
        document = self._canvas_documents.document
        if document is not None and recipe.inputs:
            self._project.read_sources(
                recipe,
                spec,
                CANVAS_MODES[spec.canvas].automatic_mask,
                lambda sources: self._go_back(spec, document, sources),
            )

    def give(self, tool: str, picture: np.ndarray, result: int) -> None:
        """Let a tool work on a result, (H, W, 3) uint8, in place of the original."""
        spec = self._tool_model.sessions[tool].spec
        assert spec.given is not None  # only to such tools results are sent in this way
        name = spec.given.name

        def kept(inputs: dict[str, str]) -> None:
            self._tool_model.set_given(tool, Given(inputs[name], picture, result))

        self._project.keep_inputs({name: picture}, kept)

    def _go_back(self, spec: ToolSpec, document: CanvasDocument, sources: ResultSources) -> None:
        if self._canvas_documents.documents.get(spec.name) is not document:
            return  # another project has been opened meanwhile
        if spec.canvas == "painting" and self._tool_model.spec is spec:
            self._ground.set_base(sources.extras.get(BASE, FEW) if sources.exact else PICTURE)
        hidden = sources.extras.get(HIDDEN, []) if sources.exact else []
        document.run_job(
            document.become(sources.document_state), GO_BACK, lambda _: document.set_hidden(hidden)
        )

    def _restore(self, opened: ProjectData) -> None:
        """Restore the whole pictures that tools worked on when the project was closed."""
        for name, session in self._tool_model.sessions.items():
            kept = opened.tools.get(name)
            given = kept.get("given") if isinstance(kept, dict) else None
            if session.spec.given and isinstance(given, dict) and isinstance(given.get("sha256"), str):
                number = given.get("result")
                self._read_given(name, given["sha256"], number if number in self._project.results else None)

    def _read_given(self, tool: str, sha256: str, result: int | None) -> None:
        self._project.read_input(
            sha256, lambda picture: self._tool_model.set_given(tool, Given(sha256, picture, result))
        )
