"""The panel of Material."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from singan_studio.tools.material.spec import SPEC
from singan_studio.ui.app import dialogs, folders
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.canvas_wiring import read_picture
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.canvas_modes import TRANSFORM
from singan_studio.ui.canvas.object_edits import lay_over
from singan_studio.ui.canvas.operations import PASTE
from singan_studio.ui.create.tool_panel import ToolPanel
from singan_studio.ui.project.dropped_content import DroppedFile


class MaterialPanel(ToolPanel):
    """Opens a picture whose layout is wanted; the canvas takes dropped, pasted and painted ones too."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        words = self.tr("Drop, paste or open a picture whose layout you like, or paint one.")
        open_ = QPushButton(self.tr("&Layout picture…"), self)
        open_.setObjectName("openLayout")
        open_.setToolTip(self.tr("Open a picture whose shapes are made of this picture's material"))
        open_.setStatusTip(open_.toolTip())
        open_.clicked.connect(self._ask)
        self.above.addWidget(self._quiet("how", words))
        self.above.addWidget(open_)

    def _ask(self) -> None:
        folder = folders.last_used(self.studio.settings)
        dialogs.ask_open(self.window(), folder, self._open, pictures_only=True)

    def _open(self, path: Path) -> None:
        """Cover the canvas with a picture, as one step that can be undone."""
        folders.remember(self.studio.settings, path)
        documents = self.studio.canvas_documents
        document, tool_state = documents.document, documents.tool_state
        if document is not None:
            self.studio.project.in_background(
                lambda: read_picture(DroppedFile(path)),
                lambda picture: document.run_job(
                    lay_over(document, picture, "fill"), PASTE, lambda _: tool_state.set_tool(TRANSFORM)
                ),
            )
