"""The patch tool: fills the selection with another part of the picture."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.ui.canvas.filling import fill_from, part_at
from singan_studio.ui.canvas.guides import draw_line_of_selection
from singan_studio.ui.canvas.pixels import area, shared
from singan_studio.ui.canvas.selection import outlined, selected_rect
from singan_studio.ui.canvas.tools.base import Pointer
from singan_studio.ui.canvas.tools.select import CLICK, SelectTool, distance

PATCH = QT_TRANSLATE_NOOP("canvas", "Patch")


class PatchTool(SelectTool):
    """Selects like `SelectTool`; a drag inside the selection chooses the part that fills it.

    The part is shown during the drag, and can be dragged again until Enter, Esc or another tool.
    """

    _by: QPoint | None = None  # from the selection to the source of the filling, during a drag
    _path = QPainterPath()  # outline of the selection
    _laid = False  # the filling is applied and not a step yet

    def press(self, pointer: Pointer) -> None:
        super().press(pointer)
        if not self._moves:
            self.apply()

    def release(self, pointer: Pointer) -> None:
        if not self._moves:
            super().release(pointer)
            return
        by, self._by = self._by, None
        self._start = self._points = None
        if by is not None:
            rect = selected_rect(self.document)
            cover = self.document.selection.pixels[area(rect)]
            self._laid = True
            self.document.run_job(
                fill_from(self.document, rect, cover, by), then=lambda _: self.document.tell_of_edit()
            )

    def cancel(self) -> bool:
        dragged, self._by = self._by is not None, None
        if self._laid and self.document.pending:
            self._start = self._points = None
            self._laid = False
            self.document.cancel()
            return True
        return super().cancel() or dragged

    def apply(self) -> bool:
        self._by = None
        laid, self._laid = self._laid and self.document.pending, False
        return laid and self.document.commit(PATCH)

    def cursor(self, pointer: Pointer) -> Qt.CursorShape:
        if self._by is not None or (self._is_selected(pointer) and not pointer.shift):
            return Qt.CursorShape.OpenHandCursor
        return Qt.CursorShape.CrossCursor

    def draw(self, painter: QPainter, to_widget: QTransform) -> None:
        super().draw(painter, to_widget)
        if self._by is None or self._path.isEmpty():
            return
        levels = self.document.levels()
        index = levels.index_for(to_widget.m22())
        step = 2**index
        source = self._path.boundingRect().toAlignedRect().translated(self._by)
        left, top = source.left() // step, source.top() // step
        part = QRect(left, top, source.right() // step - left + 1, source.bottom() // step - top + 1)
        pixels = part_at(levels.array(index), part)
        shown = QRectF(part.topLeft() * step - self._by, part.size() * step)
        painter.save()
        painter.setClipPath(to_widget.map(self._path), Qt.ClipOperation.IntersectClip)
        painter.setTransform(to_widget, combine=True)
        painter.drawImage(shown, shared(pixels, opaque=True), QRectF(QPointF(), part.size().toSizeF()))
        painter.restore()
        draw_line_of_selection(painter, to_widget.map(self._path.translated(QPointF(self._by))))

    def _surround(self, path: QPainterPath) -> None:
        self._path = path

    def _drag(self, pointer: Pointer) -> None:
        assert self._start is not None
        if self._by is None:
            if distance(self._start, pointer) < CLICK:
                return
            self.document.run_job(outlined(self.document), then=self._surround)
            if self._laid:  # the source may lie under the filling
                self.document.cancel()
                self._laid = False
        self._by = (pointer.at - self._start.at).toPoint()
