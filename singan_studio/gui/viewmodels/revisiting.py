"""Going on from a result: with its settings and what it was made from by hand, or with its picture in another tool."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from singan_studio.core.recipe import Recipe
from singan_studio.gui.canvas.document import CanvasDocument
from singan_studio.gui.canvas.snapshot import GO_BACK
from singan_studio.gui.canvas.works import WORKS
from singan_studio.gui.viewmodels.creation import CreationModel
from singan_studio.gui.viewmodels.ground import BASE, FEW, PICTURE, Ground
from singan_studio.gui.viewmodels.handwork import HIDDEN, Handwork
from singan_studio.gui.viewmodels.made_from import MadeFrom
from singan_studio.gui.viewmodels.opened import Opened
from singan_studio.gui.viewmodels.project import ProjectModel
from singan_studio.gui.viewmodels.session import Given
from singan_studio.tools.base import ToolSpec


class Revisiting(QObject):
    """The settings change at once; pictures and handwork follow when they are read."""

    def __init__(
        self,
        project: ProjectModel,
        creation: CreationModel,
        handwork: Handwork,
        ground: Ground,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._creation, self._handwork, self._ground = project, creation, handwork, ground
        project.opened.connect(self._restore)

    def take_over(self, recipe: Recipe) -> None:
        """Choose what made a result, and bring back what it was made from as one step that can be undone."""
        self._creation.take_over(recipe)
        spec = self._creation.spec
        if spec.given and spec.given.name in recipe.inputs:
            self._read_given(spec.name, recipe.inputs[spec.given.name], None)
        document = self._handwork.document
        if document is not None and recipe.inputs:
            self._project.read_made_from(
                recipe,
                spec,
                WORKS[spec.canvas].automatic_mask,
                lambda made_from: self._go_back(spec, document, made_from),
            )

    def give(self, tool: str, picture: np.ndarray, result: int) -> None:
        """Let a tool work on a result, (H, W, 3) uint8, in place of the original."""
        spec = self._creation.sessions[tool].spec
        assert spec.given is not None  # only to such tools results are sent in this way
        name = spec.given.name

        def kept(inputs: dict[str, str]) -> None:
            self._creation.set_given(tool, Given(inputs[name], picture, result))

        self._project.keep_inputs({name: picture}, kept)

    def _go_back(self, spec: ToolSpec, document: CanvasDocument, made_from: MadeFrom) -> None:
        if self._handwork.documents.get(spec.name) is not document:
            return  # another project has been opened meanwhile
        if spec.canvas == "painting" and self._creation.spec is spec:
            self._ground.set_base(made_from.extras.get(BASE, FEW) if made_from.exact else PICTURE)
        hidden = made_from.extras.get(HIDDEN, []) if made_from.exact else []
        document.carry_out(
            document.become(made_from.snapshot), GO_BACK, lambda _: document.set_hidden(hidden)
        )

    def _restore(self, opened: Opened) -> None:
        """Bring back the whole pictures that tools worked on when the project was closed."""
        for name, session in self._creation.sessions.items():
            kept = opened.tools.get(name)
            given = kept.get("given") if isinstance(kept, dict) else None
            if session.spec.given and isinstance(given, dict) and isinstance(given.get("sha256"), str):
                number = given.get("result")
                self._read_given(name, given["sha256"], number if number in self._project.results else None)

    def _read_given(self, tool: str, sha256: str, result: int | None) -> None:
        self._project.read_input(
            sha256, lambda picture: self._creation.set_given(tool, Given(sha256, picture, result))
        )
