"""The panel of Tile."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from singan_studio.tools.region import LEAST
from singan_studio.tools.tile.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import size_text
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.selection import deselect, selected_rect
from singan_studio.ui.canvas.tools.select import SELECT
from singan_studio.ui.create.tool_panel import ToolPanel


class TilePanel(ToolPanel):
    """Takes the region from the selection, and says how the tile is looked at."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)
        documents = studio.canvas_documents
        documents.document_made.connect(self._follow)
        if SPEC.name in documents.documents:
            self._follow(SPEC.name, documents.documents[SPEC.name])

    def add_own(self) -> None:
        self._region = self._quiet("region", "")
        self._whole = QPushButton(self.tr("&Whole picture"), self)
        self._whole.setObjectName("wholePicture")
        self._whole.setToolTip(self.tr("Make the tile from the whole picture again"))
        self._whole.setStatusTip(self._whole.toolTip())
        self._whole.clicked.connect(self._take_whole)
        self.above.addWidget(self._region)
        self.above.addWidget(self._whole)
        view = self.studio.tile_view
        three = self._box(
            "repeatTile", self.tr("Show 3×3"), self.tr("See the tile beside itself on all sides")
        )
        half = self._box(
            "shiftTile", self.tr("Move by half"), self.tr("See where the tile meets itself in the middle")
        )
        three.setChecked(view.repeated)
        half.setChecked(view.shifted)
        three.toggled.connect(view.set_repeated)
        half.toggled.connect(view.set_shifted)

    def refresh(self) -> None:
        super().refresh()
        if not self.chosen:
            return
        region = self.tool_model.params["region"]
        self._whole.setEnabled(region is not None)
        words = self.tr("Select what the tile is made from, or leave it at the whole picture.")
        if region is not None:
            words = self.tr("The tile is made from {size} of the picture.").format(
                size=size_text(*region[2:])
            )
        self._region.setText(words)

    def _box(self, name: str, text: str, tip: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(name)
        box.setToolTip(tip)
        box.setStatusTip(tip)
        self.below.addWidget(box)
        return box

    def _follow(self, name: str, document: CanvasDocument) -> None:
        """Take the region from a document of this tool."""
        if name == self.spec.name:
            document.selection_changed.connect(self._take_selection)

    def _take_selection(self) -> None:
        document = self.studio.canvas_documents.documents.get(self.spec.name)
        if document is None or not self.chosen:
            return
        rect = selected_rect(document)
        if rect.isEmpty():
            self.set_param("region", None)
        elif min(rect.width(), rect.height()) >= LEAST:
            self.set_param("region", [rect.x(), rect.y(), rect.width(), rect.height()])

    def _take_whole(self) -> None:
        self.set_param("region", None)
        document = self.studio.canvas_documents.document
        if document is not None:
            document.run_job(deselect(document), SELECT)
