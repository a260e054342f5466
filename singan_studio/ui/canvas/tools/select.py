"""The selection tools: rectangle, lasso and wand; a drag inside the selection moves its content."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF, QTransform

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.ui.canvas.filling import alike
from singan_studio.ui.canvas.guides import draw_line_of_selection
from singan_studio.ui.canvas.incremental_jobs import JobSteps
from singan_studio.ui.canvas.object_edits import lift
from singan_studio.ui.canvas.objects import CanvasObject
from singan_studio.ui.canvas.selection import Combine, deselect, select, select_polygon, select_rect
from singan_studio.ui.canvas.tool_state import SelectBy
from singan_studio.ui.canvas.tools.base import CanvasTool, Pointer
from singan_studio.ui.canvas.tools.dragging import MOVE, Dragging

SELECT = QT_TRANSLATE_NOOP("canvas", "Select")
DUPLICATE = QT_TRANSLATE_NOOP("canvas", "Duplicate")

CLICK = 3  # px of the widget, that a click may slip


class SelectTool(CanvasTool):
    """Selects: Shift adds, Alt subtracts, both intersect. A drag inside the selection moves its content, with Ctrl or
    Alt a copy of it.
    """

    guides = True

    _start: Pointer | None = None
    _points: QPolygonF | None = None
    _dragging: Dragging | None = None
    _moves = False
    _lifts = False  # the selection was lifted in this drag

    def press(self, pointer: Pointer) -> None:
        self._moves, self._lifts = self._is_selected(pointer) and not pointer.shift, False
        self._start, self._points = pointer, QPolygonF([pointer.at])

    def move(self, pointer: Pointer) -> None:
        if self._start is None or self._points is None:
            return
        if self._moves:
            self._drag(pointer)
        elif self.tool_state.select_by is SelectBy.LASSO:
            self._points.append(pointer.at)
        else:
            self._points = QPolygonF([self._start.at, pointer.at])

    def release(self, pointer: Pointer) -> None:
        start, points = self._start, self._points
        self._start = self._points = None
        if start is None or points is None:
            return
        if self._lifts:
            self._dragging = None
            copies = start.alt_or_ctrl and not self.tool_state.mode.pins
            self.document.commit(DUPLICATE if copies else MOVE)
        elif _reach(points) * pointer.zoom >= CLICK and self.tool_state.select_by is not SelectBy.WAND:
            self.document.run_job(self._selecting(points, pointer), SELECT)
        elif self.tool_state.select_by is SelectBy.WAND and self.document.rect.contains(start.pixel):
            self.document.run_job(self._selecting_alike(start), SELECT)
        else:
            self.document.run_job(deselect(self.document), SELECT)

    def cancel(self) -> bool:
        if self._start is None:
            return False
        self._start = self._points = self._dragging = None
        self.document.cancel()
        return True

    def cursor(self, pointer: Pointer) -> Qt.CursorShape:
        if self._start is None and self._is_selected(pointer) and not pointer.shift:
            return Qt.CursorShape.DragCopyCursor if pointer.alt_or_ctrl else Qt.CursorShape.SizeAllCursor
        return Qt.CursorShape.CrossCursor

    def draw(self, painter: QPainter, to_widget: QTransform) -> None:
        if self._points is None or self._moves or self._points.count() < 2:
            return
        path = QPainterPath()
        if self.tool_state.select_by is SelectBy.LASSO:
            path.addPolygon(self._points)
        elif self.tool_state.select_by is SelectBy.RECTANGLE:
            path.addRect(self._rect(self._points))
        draw_line_of_selection(painter, to_widget.map(path))

    def _drag(self, pointer: Pointer) -> None:
        assert self._start is not None
        if self._dragging:
            self._dragging.to(pointer.at, straight=pointer.shift)
        elif not self._lifts and distance(self._start, pointer) >= CLICK:
            self._lifts = True
            self.document.run_job(
                lift(self.document, leaves_hole=not (self._start.alt_or_ctrl or self.tool_state.mode.pins)),
                then=lambda item: self._begin_to_move(item, pointer),
            )

    def _begin_to_move(self, item: CanvasObject | None, pointer: Pointer) -> None:
        if item and self._start:
            self._dragging = Dragging(self.document, item, self._start.at)
            self._dragging.to(pointer.at, straight=pointer.shift)

    def _selecting(self, points: QPolygonF, pointer: Pointer) -> JobSteps:
        if self.tool_state.select_by is SelectBy.LASSO:
            return select_polygon(self.document, points, _how(pointer))
        return select_rect(self.document, self._rect(points).toRect(), _how(pointer))

    def _selecting_alike(self, start: Pointer) -> JobSteps:
        rect, cover = yield from alike(self.document, start.pixel, self.tool_state.tolerance)
        yield from select(self.document, rect, cover, _how(start))

    def _rect(self, points: QPolygonF) -> QRectF:
        """Return the rectangle between the first and last point, on whole px."""
        rect = QRectF(points.first(), points.last()).normalized()
        return QRectF(rect.toRect())

    def _is_selected(self, pointer: Pointer) -> bool:
        pixel = pointer.pixel
        inside = self.document.rect.contains(pixel)
        return inside and bool(self.document.selection.pixels[pixel.y(), pixel.x()] >= 128)


def _how(pointer: Pointer) -> Combine:
    if pointer.shift and pointer.alt:
        return Combine.INTERSECT
    if pointer.shift:
        return Combine.ADD
    return Combine.SUBTRACT if pointer.alt else Combine.REPLACE


def _reach(points: QPolygonF) -> float:
    """Return the diagonal of the bounding rectangle in canvas px; a lasso may end where it began."""
    rect = points.boundingRect()
    return math.hypot(rect.width(), rect.height())


def distance(start: Pointer, end: Pointer) -> float:
    way: QPointF = end.at - start.at
    return math.hypot(way.x(), way.y()) * end.zoom
