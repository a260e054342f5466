"""The base of all views of a picture: zoomed with the wheel, panned with Space or the middle button, linked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from singan_studio.ui.widgets.painting import draw_chip
from singan_studio.ui.widgets.theme_colours import colours_of
from singan_studio.ui.widgets.view import HIGHEST_ZOOM, LOWEST_ZOOM, View
from singan_studio.ui.widgets.words import percent

_WHEEL_NOTCH = 120  # Qt's units of a wheel click
_ZOOM_PER_NOTCH = 1.25
_ARROW_STEP = 40  # px
_SQUARE_PIXELS_FROM = 8.0  # zoom from which on single pixels are shown as squares
_KEYBOARD_FOCUS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ARROWS = {
    Qt.Key.Key_Left: QPointF(_ARROW_STEP, 0),
    Qt.Key.Key_Right: QPointF(-_ARROW_STEP, 0),
    Qt.Key.Key_Up: QPointF(0, _ARROW_STEP),
    Qt.Key.Key_Down: QPointF(0, -_ARROW_STEP),
}


def smooth_at(zoom: float) -> bool:
    """Return whether pixels are blended at that zoom: not at 100%, nor when they are seen as squares."""
    return zoom != 1.0 and zoom < _SQUARE_PIXELS_FROM


class ZoomView(QWidget):
    """Shows what a subclass paints, at the size it returns, on a neutral background.

    Keys: Ctrl+0 fits, Ctrl+1 shows 100%, + and - zoom, arrows pan. To link two views, connect each one's
    `view_changed` to the other's `set_view`.
    """

    view_changed = Signal(object)  # View; only when the user changed it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Picture"))
        self.setFocusPolicy(Qt.FocusPolicy.WheelFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 90)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._view = View()
        self._placeholder = ""
        self._space_held = False
        self._grabbed: QPointF | None = None  # where the mouse was last while panning
        self._focus_by_key = False

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    def picture_size(self) -> QSize:
        """Return the picture's size in its own pixels; empty when there is none."""
        raise NotImplementedError

    def paint_picture(self, painter: QPainter, zoom: float) -> None:
        """Paint into `picture_rect`, or through `picture_transform`, at `zoom` device px per picture px."""
        raise NotImplementedError

    def set_placeholder(self, text: str) -> None:
        """Set the text that is shown while there is no picture."""
        self._placeholder = text
        self.update()

    def view(self) -> View:
        return self._view

    def set_view(self, view: View) -> None:
        """Set the view without a signal."""
        self._view = view
        self.update()

    def zoom(self) -> float:
        """Return the device pixels per picture pixel: 1.0 is 100%; 0.0 without a picture."""
        if self.picture_size().isEmpty():
            return 0.0
        return self.picture_rect().width() * self.devicePixelRatioF() / self.picture_size().width()

    def picture_rect(self) -> QRectF:
        """Return where the whole picture is in this widget, px, on whole device pixels; empty without a picture."""
        if self.picture_size().isEmpty():
            return QRectF()
        ratio = self.devicePixelRatioF()
        exact = self._view.rect(self._picture(), self._window())
        left, top = round(exact.left() * ratio) / ratio, round(exact.top() * ratio) / ratio
        width, height = round(exact.width() * ratio) / ratio, round(exact.height() * ratio) / ratio
        return QRectF(left, top, width, height)

    def picture_transform(self) -> QTransform:
        """Return the transform from the picture's px to this widget's."""
        return self._view.transform(self._picture(), self.picture_rect())

    @property
    def pans(self) -> bool:
        """Return whether the mouse pans the view now."""
        return self._space_held or self._grabbed is not None

    def fit(self) -> None:
        self._change(View(mirrored=self._view.mirrored, margin=self._view.margin))

    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror the picture, which shows whether it is in balance."""
        self._change(replace(self._view, mirrored=mirrored))

    def show_hundred(self) -> None:
        """Show one device pixel per picture pixel, around the middle."""
        self._zoom_to(1.0, self.rect().toRectF().center())

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom by a factor; the point under `anchor` (default: the middle) stays in place."""
        self._zoom_to(self.zoom() * factor, anchor or self.rect().toRectF().center())

    # input

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(_ZOOM_PER_NOTCH ** (event.angleDelta().y() / _WHEEL_NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pans = event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self._space_held
        )
        if not pans:
            super().mousePressEvent(event)
            return
        self._grabbed = event.position()
        self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None or self.picture_size().isEmpty():
            super().mouseMoveEvent(event)
            return
        self._pan(event.position() - self._grabbed)
        self._grabbed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self._show_cursor()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Space:
                self._space_held = True
                self._show_cursor()
            case Qt.Key.Key_0 if control:
                self.fit()
            case Qt.Key.Key_1 if control:
                self.show_hundred()
            case key if key in _ARROWS:
                self._pan(_ARROWS[Qt.Key(key)])
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(_ZOOM_PER_NOTCH)
            case Qt.Key.Key_Minus:
                self.zoom_by(1 / _ZOOM_PER_NOTCH)
            case _:
                super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self._show_cursor()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focus_by_key = event.reason() in _KEYBOARD_FOCUS
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space_held = self._focus_by_key = False
        self._show_cursor()
        super().focusOutEvent(event)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self.palette())
        painter.fillRect(event.rect(), QColor(colours.surround))
        if not self.picture_size().isEmpty():
            self._paint_all(painter)
        elif self._placeholder:
            painter.setPen(QColor(colours.surround_text))
            room = self.rect().adjusted(16, 16, -16, -16)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._placeholder)
        if self._focus_by_key:
            painter.setPen(QPen(QColor(colours.accent_line), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_all(self, painter: QPainter) -> None:
        zoom = self.zoom()
        painter.save()
        self.paint_picture(painter, zoom)
        painter.restore()
        corner = self.rect().adjusted(8, 8, -8, -8)
        if self._view.span is not None:
            draw_chip(
                painter, corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, percent(zoom)
            )

    def _show_cursor(self) -> None:
        if self._grabbed is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space_held:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    # changing the view

    def _picture(self) -> QSizeF:
        return QSizeF(self.picture_size())

    def _window(self) -> QSizeF:
        return QSizeF(self.size())

    def _zoom_to(self, zoom: float, anchor: QPointF) -> None:
        if self.picture_size().isEmpty():
            return
        picture = self._picture()
        span = min(max(zoom, LOWEST_ZOOM), HIGHEST_ZOOM) * picture.width() / self.devicePixelRatioF()
        self._change(self._view.with_span(span, anchor, picture, self._window()))

    def _pan(self, by: QPointF) -> None:
        if not self.picture_size().isEmpty():
            self._change(self._view.moved(by, self._picture(), self._window()))

    def _change(self, view: View) -> None:
        if view != self._view:
            self._view = view
            self.update()
            self.view_changed.emit(view)
