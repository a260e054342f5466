"""The arrow tool: a drag draws an arrow, or moves an arrow or one of its ends."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, Qt

from singan_studio.ui.canvas.arrows import Line, length
from singan_studio.ui.canvas.tools.base import CanvasTool, Pointer

_NEAR = 9.0  # px of the widget within which an end or a shaft is taken up
_SHORTEST = 6.0  # px of the widget; a shorter drag is a click


class Part(Enum):
    """The part of an arrow that is dragged."""

    TIP = "tip"
    TAIL = "tail"
    SHAFT = "shaft"
    NEW = "new"


class ArrowTool(CanvasTool):
    """Draws arrows; a click selects one, Shift keeps to a multiple of 45 degrees."""

    guides = True

    _part: Part | None = None
    _start = QPointF()
    _line: Line = (0.0, 0.0, 0.0, 0.0)  # the arrow as it was when the drag began

    def press(self, pointer: Pointer) -> None:
        arrows, found = self.tool_state.arrows, self._at(pointer)
        self._start = pointer.at
        if found is None:
            self._part, self._line = Part.NEW, (pointer.at.x(), pointer.at.y(), 0.0, 0.0)
            arrows.select(None)
        else:
            index, self._part = found
            self._line = arrows.items[index]
            arrows.select(index)

    def move(self, pointer: Pointer) -> None:
        if self._part is None:
            return
        line = self._dragged(pointer)
        moved = self._part is Part.SHAFT or length(line) * pointer.zoom >= _SHORTEST
        self.tool_state.arrows.drag(line if moved else None, self._part is Part.NEW)

    def release(self, pointer: Pointer) -> None:
        self._part = None
        self.tool_state.arrows.drop()

    def cancel(self) -> bool:
        dragged, self._part = self._part is not None, None
        selected = self.tool_state.arrows.selected is not None
        self.tool_state.arrows.drag(None)
        self.tool_state.arrows.select(None)
        return dragged or selected

    def leave(self) -> None:
        self.cancel()

    def cursor(self, pointer: Pointer) -> Qt.CursorShape:
        over = self._part not in (None, Part.NEW) or self._at(pointer) is not None
        return Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.CrossCursor

    def _dragged(self, pointer: Pointer) -> Line:
        """Return the arrow as the drag so far makes it."""
        x, y, dx, dy = self._line
        by = pointer.at - self._start
        match self._part:
            case Part.SHAFT:
                return (x + by.x(), y + by.y(), dx, dy)
            case Part.TAIL:
                return (x + by.x(), y + by.y(), dx - by.x(), dy - by.y())
            case _:
                return (x, y, *_straight(dx + by.x(), dy + by.y(), pointer.shift))

    def _at(self, pointer: Pointer) -> tuple[int, Part] | None:
        """Return the arrow under the pointer and its part, the topmost first; ends come before shafts."""
        near = _NEAR / max(pointer.zoom, 1e-9)
        items = list(enumerate(self.tool_state.arrows.items))[::-1]
        for part, distance in ((Part.TIP, _to_tip), (Part.TAIL, _to_tail), (Part.SHAFT, _to_shaft)):
            for index, line in items:
                if distance(line, pointer.at) <= near:
                    return index, part
        return None


def _straight(dx: float, dy: float, straight: bool) -> tuple[float, float]:
    """Return a vector, turned to the nearest of eight directions if `straight`."""
    if not straight:
        return dx, dy
    if min(abs(dx), abs(dy)) < max(abs(dx), abs(dy)) * 0.414:
        return (dx, 0.0) if abs(dx) > abs(dy) else (0.0, dy)
    side = max(abs(dx), abs(dy))
    return side if dx > 0 else -side, side if dy > 0 else -side


def _to_tip(line: Line, at: QPointF) -> float:
    x, y, dx, dy = line
    return length((0, 0, at.x() - x - dx, at.y() - y - dy))


def _to_tail(line: Line, at: QPointF) -> float:
    return length((0, 0, at.x() - line[0], at.y() - line[1]))


def _to_shaft(line: Line, at: QPointF) -> float:
    x, y, dx, dy = line
    along = ((at.x() - x) * dx + (at.y() - y) * dy) / max(dx * dx + dy * dy, 1e-9)
    share = min(max(along, 0.0), 1.0)
    return length((0, 0, at.x() - x - share * dx, at.y() - y - share * dy))
