"""The brush and the eraser, for paint or mask."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.ui.canvas.brush import MaskStroke, Stroke
from singan_studio.ui.canvas.tools.base import CanvasTool, Pointer
from singan_studio.ui.canvas.tools.picker import pick

SOURCE_COLOUR, SOURCE_OPACITY = QColor(60, 190, 90), 0.45
"""How the paint looks that says where a filling may come from."""

_SMALLEST_SHOWN = 6  # px of the widget, below which the outline would hide the picture under it


class BrushTool(CanvasTool):
    """Paints a stroke; Shift draws a straight line from the last one, Alt or Ctrl picks a colour."""

    step = QT_TRANSLATE_NOOP("canvas", "Brush")

    _stroke: Stroke | MaskStroke | None = None
    _last: QPointF | None = None
    _picks = False

    def press(self, pointer: Pointer) -> None:
        self._picks = pointer.alt_or_ctrl and self.mode.paints == "paint"
        if self._picks:
            pick(self.document, self.tool_state, pointer.at)
            return
        self._stroke = self._begin()
        if pointer.shift and self._last is not None:
            self._stroke.line_to(self._last, pointer.pressure)
        self._stroke.line_to(pointer.at, pointer.pressure)
        self._last = pointer.at

    def move(self, pointer: Pointer) -> None:
        if self._picks:
            pick(self.document, self.tool_state, pointer.at)
        elif self._stroke:
            self._stroke.line_to(pointer.at, pointer.pressure)
            self._last = pointer.at

    def release(self, pointer: Pointer) -> None:
        self._picks = False
        self.apply()

    def cancel(self) -> bool:
        if self._stroke is None:
            return False
        self._stroke = None
        self.document.cancel()
        return True

    def apply(self) -> bool:
        if self._stroke is None:
            return False
        self._stroke = None
        return self.document.commit(self.step)

    def cursor(self, pointer: Pointer) -> Qt.CursorShape:
        shown = self.tool_state.brush.size * pointer.zoom >= _SMALLEST_SHOWN
        return Qt.CursorShape.BlankCursor if shown and not pointer.alt_or_ctrl else Qt.CursorShape.CrossCursor

    def outline(self, pointer: Pointer) -> QRectF:
        if self.cursor(pointer) != Qt.CursorShape.BlankCursor:
            return QRectF()
        size = self.tool_state.brush.size
        return QRectF(pointer.at.x() - size / 2, pointer.at.y() - size / 2, size, size)

    def _begin(self) -> Stroke | MaskStroke:
        if self.mode.paints == "mask":
            return MaskStroke(self.document, self.tool_state.brush, self._adds())
        return Stroke(self.document, self.tool_state.brush, self._colour())

    def _adds(self) -> bool:
        return self.tool_state.adds

    def _colour(self) -> QColor | None:
        return self.tool_state.colours[0]


class EraserTool(BrushTool):
    """Erases paint, or does the opposite of the brush to the mask."""

    step = QT_TRANSLATE_NOOP("canvas", "Eraser")

    def _adds(self) -> bool:
        return not self.tool_state.adds

    def _colour(self) -> QColor | None:
        return None


class SourceTool(BrushTool):
    """Paints where a filling may come from; with Alt or Ctrl it takes that back."""

    step = QT_TRANSLATE_NOOP("canvas", "Sample from")

    _erases = False

    def press(self, pointer: Pointer) -> None:
        self._erases = pointer.alt_or_ctrl
        super().press(pointer)

    def _begin(self) -> Stroke:
        if self._erases:
            return Stroke(self.document, replace(self.tool_state.brush, opacity=1.0), None)
        brush = replace(self.tool_state.brush, opacity=SOURCE_OPACITY)
        return Stroke(self.document, brush, SOURCE_COLOUR)
