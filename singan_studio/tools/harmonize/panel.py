"""The panel of Harmonize: cutting out a pasted object, and whether it is large enough for the model."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QGridLayout, QGroupBox, QLabel, QPushButton, QWidget

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools.harmonize.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.picture_on_canvas import ask_picture
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.canvas_modes import SELECT, TRANSFORM
from singan_studio.ui.canvas.cut_out import defringed, is_opaque
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.incremental_jobs import JobSteps, Offload
from singan_studio.ui.canvas.object_edits import paste
from singan_studio.ui.canvas.objects import Bitmap, CanvasObject
from singan_studio.ui.canvas.selection import deselect
from singan_studio.ui.canvas.tool_state import SelectBy
from singan_studio.ui.canvas.tools.select import SELECT as SELECT_STEP
from singan_studio.ui.create.tool_panel import ToolPanel

SMALLEST = 24
"""px of the drawn picture; of a smaller object too little is seen."""
CUT_OUT = QT_TRANSLATE_NOOP("canvas", "Cut out")


class HarmonizePanel(ToolPanel):
    """Offers to cut out the active object while it has no transparency."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        self._document: CanvasDocument | None = None
        self._whole: set[Bitmap] = set()  # that are to stay rectangles
        self._opaque = False  # the object in hand waits to be cut out
        self._tool_state = self.studio.canvas_documents.tool_state
        words = self.tr(
            "Insert, paste or drop something, and put it where it belongs. Without its background it looks best."
        )
        self.above.addWidget(self._quiet("how", words))
        insert = self._button("insertPicture", self.tr("&Insert picture…"), self._insert)
        insert.setToolTip(self.tr("Open a picture and lay it on this one"))
        insert.setStatusTip(insert.toolTip())
        self.above.addWidget(insert)
        self._cut = self._make_cut()
        self._small = QLabel(
            self.tr("The object is small: it is drawn with less than {px} px.").format(px=SMALLEST), self
        )
        self._small.setObjectName("smallObject")
        self._small.setWordWrap(True)
        self.above.addWidget(self._cut)
        self.above.addWidget(self._small)
        self.studio.base_layer.cut_found.connect(self._cut_found)
        self.studio.canvas_documents.document_changed.connect(self._take_document)
        self._tool_state.changed.connect(self._show_marking)
        self._take_document()

    def _make_cut(self) -> QGroupBox:
        box = QGroupBox(self.tr("Cut out the object"), self)
        box.setObjectName("cutOut")
        self._words = words = QLabel(
            self.tr("It has no transparent background. Find the object, or mark it and keep what is marked."),
            box,
        )
        words.setWordWrap(True)
        words.setProperty("quiet", True)
        grid = QGridLayout(box)
        grid.addWidget(words, 0, 0, 1, 2)
        self._keep_marked = self._button("cutMarked", self.tr("Keep the selection"), self._cut_marked)
        for index, button in enumerate(
            (
                self._button("cutAuto", self.tr("Automatic"), self._cut_auto),
                self._button("cutWand", self.tr("Wand"), lambda: self._mark(SelectBy.WAND)),
                self._button("cutLasso", self.tr("Lasso"), lambda: self._mark(SelectBy.LASSO)),
                self._keep_marked,
                self._button("cutWhole", self.tr("Use whole rectangle"), self._keep_whole),
            )
        ):
            row, column = divmod(index, 2)
            grid.addWidget(button, row + 1, column, 1, 2 if index == 4 else 1)
        return box

    def _button(self, name: str, text: str, go: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(lambda: go())
        return button

    def _insert(self) -> None:
        def lay(document: CanvasDocument, picture: np.ndarray) -> JobSteps:
            return paste(document, picture, QPointF(document.rect.center()))

        ask_picture(self, self.studio, lay)

    # --- showing -----------------------------------------------------------------------------------------------

    def _take_document(self) -> None:
        if self._document is not None:
            self._document.objects_changed.disconnect(self._show_object)
            self._document.selection_changed.disconnect(self._show_object)
        self._document = self.studio.canvas_documents.document if self.chosen else None
        if self._document is not None:
            self._document.objects_changed.connect(self._show_object)
            self._document.selection_changed.connect(self._show_object)
        self._show_object()

    def _show_object(self) -> None:
        item = self._item()
        opaque = item is not None and item.bitmap not in self._whole and is_opaque(item.bitmap.pixels[..., 3])
        focused = QApplication.focusWidget()
        if not opaque and focused is not None and self._cut.isAncestorOf(focused):
            focused.clearFocus()  # or the next field would take it, and the panel scroll there
        self._cut.setVisible(opaque)
        self._small.setVisible(item is not None and self._learned_side(item) < SMALLEST)
        self._keep_marked.setEnabled(self._document is not None and self._document.has_selection)
        self._opaque = opaque
        self._show_marking()

    def _show_marking(self) -> None:
        """Show the object without the area to change, which would cover it, while it is marked."""
        if self.chosen:
            self._tool_state.set_marks_object(self._opaque and self._tool_state.tool == SELECT)

    def _item(self) -> CanvasObject | None:
        """Return the active object, else the topmost one."""
        document = self._document
        if document is None:
            return None
        return document.object(document.active) or (document.objects[-1] if document.objects else None)

    def _learned_side(self, item: CanvasObject) -> float:
        """Return the object's longer side in px of the picture that is drawn."""
        width = item.bitmap.width * abs(item.placement.scale_x)
        height = item.bitmap.height * abs(item.placement.scale_y)
        return max(width, height) / self.studio.canvas_documents.learned_px

    # --- cutting out -------------------------------------------------------------------------------------------

    def _cut_auto(self) -> None:
        item, document = self._item(), self._document
        if item is not None and document is not None:
            self.studio.base_layer.cut_out(document, item.id)

    def _cut_found(self, document: CanvasDocument, id: int, alpha: np.ndarray) -> None:
        if is_opaque(alpha):
            self._words.setText(self.tr("No object was found; mark it with the wand or the lasso."))
        elif document is self._document:
            self._give_alpha(id, alpha)

    def _mark(self, way: SelectBy) -> None:
        self._tool_state.set_select_by(way)
        self._tool_state.set_tool(SELECT)

    def _cut_marked(self) -> None:
        """Keep the part of the object that is selected on the canvas."""
        item, document = self._item(), self._document
        if item is None or document is None:
            return
        import cv2

        matrix = item.transform
        to_canvas = np.array(
            [[matrix.m11(), matrix.m21(), matrix.dx()], [matrix.m12(), matrix.m22(), matrix.dy()]]
        )
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        size = item.bitmap.width, item.bitmap.height
        alpha = cv2.warpAffine(document.selection.pixels, to_canvas, size, flags=flags)
        # A step of its own: it does not lie there when the cut is undone.
        document.run_job(deselect(document), SELECT_STEP)
        document.finish()
        self._give_alpha(item.id, defringed(alpha))
        self._tool_state.set_tool(TRANSFORM)

    def _keep_whole(self) -> None:
        item = self._item()
        if item is not None:
            self._whole.add(item.bitmap)
            self._show_object()

    def _give_alpha(self, id: int, alpha: np.ndarray) -> None:
        """Make the object transparent by (h, w) uint8, as one step."""
        document = self._document
        assert document is not None
        item = document.object(id)
        if item is None or not alpha.any():
            return

        def cut() -> CanvasObject:
            return item.with_bitmap(Bitmap(_seen_through(item.bitmap.pixels, alpha))).trimmed()

        def cutting() -> JobSteps:
            document.place((yield Offload(alpha.size, cut)))

        document.run_job(cutting(), CUT_OUT)


def _seen_through(pixels: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """Return (h, w, 4) layer pixels, as opaque as (h, w) uint8 alpha."""
    import cv2  # here: the window paints before it is loaded

    return np.asarray(cv2.multiply(pixels, cv2.merge([alpha] * 4), scale=1 / 255), np.uint8)
