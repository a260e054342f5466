"""The transform tool: moves, scales and turns objects, or the lifted selection."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QTransform
from PySide6.QtWidgets import QApplication

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.ui.canvas.guides import HANDLE, draw_frame
from singan_studio.ui.canvas.object_edits import duplicate, lift
from singan_studio.ui.canvas.objects import CanvasObject
from singan_studio.ui.canvas.shaping import SIDES, handle_point, scaled, turned
from singan_studio.ui.canvas.tools.base import CanvasTool, Pointer
from singan_studio.ui.canvas.tools.dragging import Dragging

TRANSFORM = QT_TRANSLATE_NOOP("canvas", "Transform")

_TURN_WITHIN = 24  # px of the widget around a corner, outside the object, where a drag turns it
_CURSORS = [
    Qt.CursorShape.SizeHorCursor,
    Qt.CursorShape.SizeFDiagCursor,
    Qt.CursorShape.SizeVerCursor,
    Qt.CursorShape.SizeBDiagCursor,
]


@dataclass
class Drag:
    """A drag of the handle `side`; None moves the object, (0, 0) turns it."""

    item: CanvasObject
    start: QPointF
    side: tuple[int, int] | None


class TransformTool(CanvasTool):
    """Activates an object by a click and transforms it by drags until Enter, Esc or another tool.

    A corner keeps the proportions unless Shift is held, Alt scales from the middle, Shift turns in steps. Dragging
    the object with Ctrl or Alt moves a copy.
    """

    guides = True

    _drag: Drag | None = None
    _moving: Dragging | None = None

    def press(self, pointer: Pointer) -> None:
        item = self.document.object(self.document.active)
        side = self._handle_at(item, pointer) if item else None
        if item and side:
            self._drag, self._moving = Drag(item, pointer.at, side), None
        else:
            self._take_up(pointer)

    def move(self, pointer: Pointer) -> None:
        drag = self._drag
        if drag is None:
            return
        if self._moving:
            self._moving.to(pointer.at, straight=pointer.shift)
        elif drag.side == (0, 0):
            place = turned(drag.item, drag.start, pointer.at, in_steps=pointer.shift)
            self.document.place(drag.item.placed(place))
        elif drag.side is not None:
            to = handle_point(drag.item, drag.side) + pointer.at - drag.start
            place = scaled(drag.item, drag.side, to, free=pointer.shift, around_middle=pointer.alt)
            self.document.place(drag.item.placed(place))

    def release(self, pointer: Pointer) -> None:
        self._drag = self._moving = None
        if self.document.pending:
            self.document.tell_of_edit()

    def cancel(self) -> bool:
        self._drag = self._moving = None
        if not self.document.pending:
            return False
        self.document.cancel()
        return True

    def apply(self) -> bool:
        self._drag = self._moving = None
        return self.document.pending and self.document.commit(TRANSFORM)

    def cursor(self, pointer: Pointer) -> Qt.CursorShape:
        item = self.document.object(self.document.active)
        side = self._handle_at(item, pointer) if item else None
        if item and side == (0, 0):
            return Qt.CursorShape.PointingHandCursor
        if item and side:
            middle = QPointF(item.placement.x, item.placement.y)
            angle = -QLineF(middle, handle_point(item, side)).angle()
            return _CURSORS[round(angle / 45) % 4]
        if self._object_at(pointer) or self._is_selected(pointer):
            return Qt.CursorShape.DragCopyCursor if pointer.alt_or_ctrl else Qt.CursorShape.SizeAllCursor
        return Qt.CursorShape.ArrowCursor

    def draw(self, painter: QPainter, to_widget: QTransform) -> None:
        item = self.document.object(self.document.active)
        if item:
            handles = [to_widget.map(handle_point(item, side)) for side in SIDES]
            accent = QApplication.palette().color(QPalette.ColorRole.Accent)
            draw_frame(painter, to_widget.map(item.outline), handles, accent)

    def _take_up(self, pointer: Pointer) -> None:
        """Activate the object under the pointer, or lift the selection there; a click beside both applies."""
        found = self._object_at(pointer)
        if found is None and self._is_selected(pointer):
            self.apply()
            self.document.run_job(
                lift(self.document, leaves_hole=not (pointer.alt_or_ctrl or self.tool_state.mode.pins)),
                then=lambda item: self._begin_to_move(item, pointer),
            )
            return
        if found is None or found.id != self.document.active:
            self.apply()
        self.document.set_active(found.id if found else None)
        self._begin_to_move(found, pointer)

    def _begin_to_move(self, item: CanvasObject | None, pointer: Pointer) -> None:
        if item and pointer.alt_or_ctrl:
            item = duplicate(self.document, item)
        if item:
            self._drag = Drag(item, pointer.at, None)
            self._moving = Dragging(self.document, item, pointer.at)

    def _object_at(self, pointer: Pointer) -> CanvasObject | None:
        """Return the active object if its frame contains the pointer, else the topmost visible one there."""
        active = self.document.object(self.document.active)
        if active and active.outline.containsPoint(pointer.at, Qt.FillRule.OddEvenFill):
            return active
        seen = reversed(self.document.composing.visible_objects)
        return next((item for item in seen if item.is_solid_at(pointer.at)), None)

    def _is_selected(self, pointer: Pointer) -> bool:
        pixel = pointer.pixel
        inside = self.document.rect.contains(pixel)
        return inside and bool(self.document.selection.pixels[pixel.y(), pixel.x()] >= 128)

    def _handle_at(self, item: CanvasObject, pointer: Pointer) -> tuple[int, int] | None:
        """Return the handle under the pointer; (0, 0) near a corner outside the object, where a drag turns it."""
        distances = {side: _distance(handle_point(item, side), pointer) for side in SIDES}
        nearest = min(SIDES, key=lambda side: distances[side])
        if distances[nearest] <= HANDLE:
            return nearest
        outside = not item.outline.containsPoint(pointer.at, Qt.FillRule.OddEvenFill)
        corner = min(distance for side, distance in distances.items() if all(side))
        return (0, 0) if outside and corner <= _TURN_WITHIN else None


def _distance(point: QPointF, pointer: Pointer) -> float:
    """Return the distance in px of the widget."""
    way = point - pointer.at
    return math.hypot(way.x(), way.y()) * pointer.zoom
