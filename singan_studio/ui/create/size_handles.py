"""Handles on a picture's right and lower edge that choose its size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from singan_studio.ui.widgets.framing import Grip
from singan_studio.ui.widgets.picture_view import PictureView
from singan_studio.ui.widgets.theme_colours import colours_of

_SIDE = 12  # px
_GRIPS = {
    "sizeRight": (Grip.RIGHT, Qt.CursorShape.SizeHorCursor),
    "sizeBottom": (Grip.BOTTOM, Qt.CursorShape.SizeVerCursor),
    "sizeCorner": (Grip.RIGHT | Grip.BOTTOM, Qt.CursorShape.SizeFDiagCursor),
}


class SizeHandles(QObject):
    """Handles on a view for the size of the picture that will be made, which may be shown smaller.

    Dragging the corner with Shift keeps the shape. Numbers in the panel do the same for the keyboard.
    """

    chosen = Signal(int, int)  # width and height in px, when a handle is let go of

    def __init__(self, view: PictureView) -> None:
        super().__init__(view)
        self._view = view
        self._low, self._high = 1, 1  # px that a side may have
        self._size = QSize()
        self._wanted = QSize()
        self._frame = Frame(view)
        self._label = QLabel(view)
        self._label.setObjectName("sizeLabel")
        self._label.setAutoFillBackground(True)
        self._label.setMargin(4)
        self._label.hide()
        self.handles = [Handle(name, *_GRIPS[name], view) for name in _GRIPS]
        for handle in self.handles:
            handle.setAccessibleName(self.tr("Size of the result"))
            handle.setToolTip(self.tr("Drag to choose the size of the result"))
            handle.dragged.connect(self._drag)
            handle.dropped.connect(self._drop)
        view.installEventFilter(self)

    def set_size(self, width: int, height: int, low: int, high: int) -> None:
        """Show the handles of a picture of this size, whose sides may be `low` to `high` px long."""
        self._size, self._low, self._high = QSize(width, height), low, high
        self._place()

    def hide(self) -> None:
        """Take the handles away."""
        self._size = QSize()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._place()
        return False

    def _place(self) -> None:
        rect = self._view.picture_rect()
        shown = not rect.isEmpty() and not self._size.isEmpty()
        room = self._view.rect().adjusted(_SIDE // 2, _SIDE // 2, -_SIDE // 2, -_SIDE // 2)
        if not self._frame.isHidden():
            rect = self._frame.geometry().toRectF()
        for handle in self.handles:
            right = rect.right() if Grip.RIGHT in handle.grip else rect.center().x()
            bottom = rect.bottom() if Grip.BOTTOM in handle.grip else rect.center().y()
            at = QPoint(
                min(max(round(right), room.left()), room.right()),
                min(max(round(bottom), room.top()), room.bottom()),
            )
            place = QRect(at.x() - _SIDE // 2, at.y() - _SIDE // 2, _SIDE, _SIDE)
            if handle.geometry() != place:
                handle.setGeometry(place)
            if handle.isHidden() == shown:
                handle.setVisible(shown)

    def _drag(self, grip: Grip, by: QPointF, keeps_shape: bool) -> None:
        rect = self._view.picture_rect()
        scale = rect.width() / max(self._size.width(), 1)
        width = self._size.width() + (by.x() / scale if Grip.RIGHT in grip else 0)
        height = self._size.height() + (by.y() / scale if Grip.BOTTOM in grip else 0)
        if keeps_shape:
            factor = max(width / self._size.width(), height / self._size.height())
            width, height = self._size.width() * factor, self._size.height() * factor
        self._wanted = QSize(self._limited(width), self._limited(height))
        size = QSize(round(self._wanted.width() * scale), round(self._wanted.height() * scale))
        self._frame.setGeometry(QRect(rect.topLeft().toPoint(), size))
        self._frame.show()
        self._place()
        self._label.setText(f"{self._wanted.width()}×{self._wanted.height()} px")
        self._label.adjustSize()
        self._label.move(rect.topLeft().toPoint() + QPoint(8, 8))
        self._label.show()
        self._label.raise_()

    def _drop(self) -> None:
        self._frame.hide()
        self._label.hide()
        if not self._wanted.isEmpty() and self._wanted != self._size:
            self.chosen.emit(self._wanted.width(), self._wanted.height())
        self._wanted = QSize()

    def _limited(self, side: float) -> int:
        return min(max(round(side), self._low), self._high)


class Frame(QWidget):
    """The outline of the size that is being chosen, visible on any picture."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setObjectName("sizeFrame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor("#000000"), 1))
        painter.drawRect(rect)
        painter.setPen(QPen(QColor("#ffffff"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(rect)


class Handle(QWidget):
    """A small square that can be dragged."""

    dragged = Signal(object, object, bool)  # Grip, QPointF since the press, whether Shift is held
    dropped = Signal()

    def __init__(self, name: str, grip: Grip, cursor: Qt.CursorShape, view: QWidget) -> None:
        super().__init__(view)
        self.setObjectName(name)
        self.setCursor(cursor)
        self.grip = grip
        self.held = False
        self._from = QPointF()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.held, self._from = True, event.globalPosition()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.held:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.dragged.emit(self.grip, event.globalPosition() - self._from, shift)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.held:
            self.held = False
            self.dropped.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor("#000000"), 1))
        painter.setBrush(QColor(colours_of(self.palette()).accent))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
