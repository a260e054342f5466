"""The panel of Material."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from singan_studio.tools.material.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.picture_on_canvas import ask_picture
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.object_edits import lay_over
from singan_studio.ui.create.tool_panel import ToolPanel


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
        """Cover the canvas with a picture."""
        ask_picture(self, self.studio, lambda document, picture: lay_over(document, picture, "fill"))
