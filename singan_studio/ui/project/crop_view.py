"""A picture with a frame around the part to keep."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from singan_studio.ui.widgets.framing import CORNERS, SIDES, Grip, dragged, grip_at, grip_point, shaped
from singan_studio.ui.widgets.picture_view import PictureView
from singan_studio.ui.widgets.theme_colours import colours_of
from singan_studio.ui.widgets.view import View

SMALLEST = 16  # px of the picture
_REACH = 9  # px of the screen, from the pointer to a handle
_HANDLE = 9  # px of the screen
_MARGIN = 12  # px of the screen around a fitted picture, so that the handles at its edges are not cut
_SHADE = QColor(0, 0, 0, 130)
_CURSORS = {
    Grip.LEFT | Grip.TOP: Qt.CursorShape.SizeFDiagCursor,
    Grip.RIGHT | Grip.BOTTOM: Qt.CursorShape.SizeFDiagCursor,
    Grip.RIGHT | Grip.TOP: Qt.CursorShape.SizeBDiagCursor,
    Grip.LEFT | Grip.BOTTOM: Qt.CursorShape.SizeBDiagCursor,
    Grip.LEFT: Qt.CursorShape.SizeHorCursor,
    Grip.RIGHT: Qt.CursorShape.SizeHorCursor,
    Grip.TOP: Qt.CursorShape.SizeVerCursor,
    Grip.BOTTOM: Qt.CursorShape.SizeVerCursor,
    Grip.ALL: Qt.CursorShape.SizeAllCursor,
}
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class CropView(PictureView):
    """Lets the user drag the frame; while it holds the whole picture, a drag inside draws a new frame.

    Keys: arrows move the frame by a pixel, with Shift they move its lower right corner; Ctrl makes ten of one.
    """

    frame_changed = Signal(QRect)  # px of the picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cropView")
        self.setAccessibleName(self.tr("Part of the picture that is kept"))
        self.setMouseTracking(True)
        self._frame = QRectF()
        self._ratio: float | None = None
        self._grip: Grip | None = None
        self._from = QPointF()
        self._draws = False  # whether a new frame is drawn from where the mouse was pressed
        self.set_view(View(margin=_MARGIN))

    def frame(self) -> QRect:
        """Return the frame in px of the picture."""
        return self._frame.toRect().intersected(QRect(0, 0, self._size().width(), self._size().height()))

    def set_frame(self, frame: QRect) -> None:
        """Set the frame in px of the picture."""
        self._reframe(QRectF(frame))

    def set_ratio(self, ratio: float | None) -> None:
        """Keep the frame at an aspect, width to height; None allows any."""
        self._ratio = ratio
        if ratio is not None and not self._frame.isEmpty():
            self._reframe(shaped(self._frame, self._room(), ratio))

    # input

    def mousePressEvent(self, event: QMouseEvent) -> None:
        grip = self._grip_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or grip is None or self.pans:
            super().mousePressEvent(event)
            return
        self._grip, self._from = grip, event.position()
        self._draws = grip == Grip.ALL and self._frame == self._room()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            super().mouseMoveEvent(event)
            grip = self._grip_at(event.position())
            self.setCursor(_CURSORS[grip] if grip else Qt.CursorShape.ArrowCursor)
            return
        if self._draws:
            self._draw_frame(event.position())
            return
        by = (event.position() - self._from) / self._scale()
        before = QRectF(self._frame)
        self._drag(self._grip, by)
        if self._frame != before:
            self._from = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = step * 10
        resizes = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._drag(Grip.RIGHT | Grip.BOTTOM if resizes else Grip.ALL, step)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._frame.isEmpty() or self._size().isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._on_screen(self._frame)
        around = QPainterPath()
        around.addRect(self.picture_rect())
        inside = QPainterPath()
        inside.addRect(frame)
        painter.fillPath(around.subtracted(inside), _SHADE)
        colours = colours_of(self.palette())
        painter.setPen(QPen(QColor("#000000"), 3))
        painter.drawRect(frame)
        painter.setPen(QPen(QColor("#ffffff"), 1))
        painter.drawRect(frame)
        painter.setPen(QPen(QColor("#000000"), 1))
        painter.setBrush(QColor(colours.accent))
        for grip in (*CORNERS, *SIDES):
            at = grip_point(frame, grip)
            painter.drawRect(QRectF(at.x() - _HANDLE / 2, at.y() - _HANDLE / 2, _HANDLE, _HANDLE))

    # inside

    def _drag(self, grip: Grip, by: QPointF) -> None:
        self._reframe(dragged(self._frame, grip, by, self._room(), SMALLEST, self._ratio))

    def _draw_frame(self, to: QPointF) -> None:
        """Draw a new frame from where the mouse was pressed to where it is."""
        by, room = to - self._from, self._room()
        if by.manhattanLength() < _REACH:
            return
        across = Grip.RIGHT if by.x() >= 0 else Grip.LEFT
        down = Grip.BOTTOM if by.y() >= 0 else Grip.TOP
        corner = self.picture_transform().inverted()[0].map(self._from)
        reach = QSizeF(SMALLEST * max(1.0, self._ratio or 1), SMALLEST * max(1.0, 1 / (self._ratio or 1)))
        x = (
            min(corner.x(), room.right() - reach.width())
            if across == Grip.RIGHT
            else max(corner.x(), reach.width())
        )
        y = (
            min(corner.y(), room.bottom() - reach.height())
            if down == Grip.BOTTOM
            else max(corner.y(), reach.height())
        )
        point = QRectF(x, y, 0, 0)
        self._reframe(dragged(point, across | down, by / self._scale(), room, SMALLEST, self._ratio))

    def _reframe(self, frame: QRectF) -> None:
        if frame != self._frame:
            self._frame = frame
            self.update()
            self.frame_changed.emit(self.frame())

    def _size(self) -> QSize:
        return self.picture_size()

    def _room(self) -> QRectF:
        return QRectF(0, 0, self._size().width(), self._size().height())

    def _scale(self) -> float:
        """Return the px of the screen for one px of the picture."""
        return max(self.picture_rect().width() / max(self._size().width(), 1), 1e-6)

    def _on_screen(self, rect: QRectF) -> QRectF:
        scale, corner = self._scale(), self.picture_rect().topLeft()
        return QRectF(corner + rect.topLeft() * scale, rect.size() * scale)

    def _grip_at(self, at: QPointF) -> Grip | None:
        return grip_at(self._on_screen(self._frame), at, _REACH) if not self._frame.isEmpty() else None
