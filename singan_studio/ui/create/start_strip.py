"""A slider for the start scale: a stop per scale between what changes more and what changes less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from singan_studio.ui.widgets.painting import draw_hatched
from singan_studio.ui.widgets.pixels import as_image, fitted
from singan_studio.ui.widgets.theme_colours import Colours, colours_of

_PAD = 8  # px around the strip and between text and stops
_GAP = 6  # px between stops
_PICTURE = 44  # px, height of a thumbnail
_WIDEST = 110  # px, of a thumbnail
_NARROWEST = 20  # px, of a stop
_FAINT = 0.35  # opacity of a thumbnail that cannot be chosen
_INSET = 3  # px between a stop and its thumbnail
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}


@dataclass
class _Stop:
    width: int  # px of the scale's pictures
    height: int
    image: QImage | None = None
    pixmap: QPixmap | None = None  # the image in the size it is shown
    available: bool = False
    remaining: str = ""  # when it will be available
    meaning: str = ""  # what it does, where its size alone would not say it
    label: str = ""  # shown below its picture


class StartStrip(QWidget):
    """A slider whose stops are the scales.

    A scale that is not learned yet is hatched and cannot be chosen; one that the tool cannot start from is faint.
    Keys: arrows, Home and End.
    """

    changed = Signal(int)  # scale; only when the user chose it, by a click also the one in use

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startStrip")
        self.setAccessibleName(self.tr("Start from"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._stops: list[_Stop] = []
        self._value = 0
        self._lowest = 0

    def sizeHint(self) -> QSize:
        return QSize(640, _PICTURE + _INSET + self.fontMetrics().height() + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def set_stops(self, sizes: Sequence[tuple[int, int]]) -> None:
        """Replace all stops by one unavailable stop per (width, height), coarsest first."""
        self._stops = [_Stop(width, height) for width, height in sizes]
        self._value = 0
        self._refresh()

    def set_thumbnail(self, scale: int, picture: np.ndarray | QImage | None) -> None:
        """Show what starting from this scale looks like, (H, W, 3) uint8."""
        self._stops[scale].image = None if picture is None else as_image(picture)
        self._stops[scale].pixmap = None
        self.update(self.stop_rect(scale))

    def set_meaning(self, scale: int, meaning: str, label: str) -> None:
        """Set what starting there does, in a few words for the tip, and the label below its picture."""
        self._stops[scale].meaning, self._stops[scale].label = meaning, label
        self._refresh()

    def set_available(self, scale: int, available: bool, remaining: str = "") -> None:
        """Set whether the scale is learned; if not, `remaining` is shown in its place, such as "6 min"."""
        self._stops[scale].available = available
        self._stops[scale].remaining = remaining
        self._refresh()

    def set_lowest(self, scale: int) -> None:
        """Set the first scale from which the tool can start."""
        self._lowest = scale
        self._refresh()

    def value(self) -> int:
        return self._value

    def set_value(self, scale: int) -> None:
        """Show a start scale without a signal."""
        self._value = scale
        self._refresh()

    def stop_rect(self, scale: int) -> QRect:
        """Return the rectangle of a stop, px."""
        width, left = self._stop_width(), self._first_left()
        return QRect(left + scale * (width + _GAP), _PAD - 2, width, self.height() - 2 * _PAD + 4)

    # input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        free = [scale for scale in range(len(self._stops)) if self._is_free(scale)]
        if event.key() == Qt.Key.Key_Home and free:
            self._choose(free[0])
        elif event.key() == Qt.Key.Key_End and free:
            self._choose(free[-1])
        elif event.key() in _STEPS and free:
            self._step(_STEPS[Qt.Key(event.key())], free)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._scale_at(event.position().toPoint()), again=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self._scale_at(event.position().toPoint()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a wheel that passes by must not change the picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        for stop in self._stops:
            stop.pixmap = None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            scale = self._scale_at(event.pos())
            text = self._explanation() if scale is None else self._stop_text(scale)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._stops:
            self._paint_title(painter, colours)
        for scale in range(len(self._stops)):
            if self.stop_rect(scale).intersects(event.rect()):
                self._paint_stop(painter, scale, colours)

    def _paint_title(self, painter: QPainter, colours: Colours) -> None:
        """Paint what is chosen here above the left end, and at both ends which way changes more."""
        left, right = self._ends()
        line = self.fontMetrics().height()
        top = (self.height() - 2 * line) // 2
        until = self._first_left() - _PAD - _GAP
        end = self.stop_rect(len(self._stops) - 1).right() + _PAD + _GAP
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.disabled_text))
        painter.setFont(self._title_font())
        painter.drawText(QRect(0, top, until, line), Qt.AlignmentFlag.AlignRight, self._title())
        painter.setFont(self.font())
        painter.setPen(QColor(colours.quiet_text if self.isEnabled() else colours.disabled_text))
        painter.drawText(QRect(0, top + line, until, line), Qt.AlignmentFlag.AlignRight, left)
        painter.drawText(QRect(end, top + line, self.width() - end, line), Qt.AlignmentFlag.AlignLeft, right)

    def _paint_stop(self, painter: QPainter, scale: int, colours: Colours) -> None:
        stop, rect = self._stops[scale], self.stop_rect(scale)
        picture = QRect(rect.left() + _INSET, rect.top() + _INSET, rect.width() - 2 * _INSET, _PICTURE)
        chosen = scale == self._value and self._is_free(scale)
        if chosen:
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(QColor(colours.accent_line), width))
            painter.setBrush(QColor(colours.button))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 5, 5)
        if stop.available:
            painter.setOpacity(1.0 if self._is_free(scale) else _FAINT)
            self._paint_picture(painter, picture, stop, colours)
            painter.setOpacity(1.0)
        else:
            draw_hatched(painter, QRectF(picture), colours.window, colours.hatch)
        text = stop.label if stop.available else stop.remaining
        room = QRect(
            rect.left() + 2, picture.bottom() + 1, rect.width() - 4, rect.bottom() - picture.bottom() - 1
        )
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        quiet = colours.quiet_text if self._is_free(scale) or not stop.available else colours.disabled_text
        painter.setPen(QColor(colours.text if chosen else quiet))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_picture(self, painter: QPainter, room: QRect, stop: _Stop, colours: Colours) -> None:
        if stop.image is None:
            painter.fillRect(room, QColor(colours.track))
            return
        if stop.pixmap is None:
            stop.pixmap = fitted(stop.image, room.size(), self.devicePixelRatioF())
        size = stop.pixmap.deviceIndependentSize().toSize()
        target = QRect(QPoint(0, 0), size)
        target.moveCenter(room.center())
        painter.drawPixmap(target, stop.pixmap)

    # measures and choosing

    def _ends(self) -> tuple[str, str]:
        return "← " + self.tr("changes more"), self.tr("changes less") + " →"

    def _title(self) -> str:
        return self.tr("Start from")

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _explanation(self) -> str:
        return self.tr(
            "How much changes (start scale): further left the layout too, further right only texture"
        )

    def _first_left(self) -> int:
        title = QFontMetrics(self._title_font()).horizontalAdvance(self._title())
        return max(title, self.fontMetrics().horizontalAdvance(self._ends()[0])) + 2 * _PAD + _GAP

    def _stop_width(self) -> int:
        """Return the width of a stop: that of the finest picture or of a size in words, if there is room."""
        metrics = self.fontMetrics()
        finest = self._stops[-1] if self._stops else _Stop(1, 1)
        picture = round(_PICTURE * finest.width / finest.height)
        wanted = max(min(picture, _WIDEST), metrics.horizontalAdvance("0000×0000")) + 2 * _INSET
        ends = self._first_left() + metrics.horizontalAdvance(self._ends()[1]) + 2 * _PAD + _GAP
        room = (self.width() - ends) // max(len(self._stops), 1) - _GAP
        return max(min(room, wanted), _NARROWEST)

    def _scale_at(self, point: QPoint) -> int | None:
        scales = range(len(self._stops))
        return next((scale for scale in scales if self.stop_rect(scale).contains(point)), None)

    def _step(self, step: int, free: list[int]) -> None:
        further = [scale for scale in free if (scale - self._value) * step > 0]
        if further:
            self._choose(min(further, key=lambda scale: abs(scale - self._value)))

    def _choose(self, scale: int | None, again: bool = False) -> None:
        if scale is not None and (again or scale != self._value) and self._is_free(scale):
            self.set_value(scale)
            self.changed.emit(scale)

    def _is_free(self, scale: int) -> bool:
        """Return whether a scale can be chosen."""
        return self._stops[scale].available and scale >= self._lowest

    def _refresh(self) -> None:
        known = self._value < len(self._stops)
        self.setAccessibleDescription(self._stop_text(self._value) if known else "")
        self.update()

    def _stop_text(self, scale: int) -> str:
        stop = self._stops[scale]
        size = self.tr("Start scale {scale}: {width}×{height} px").format(
            scale=scale, width=stop.width, height=stop.height
        )
        if stop.meaning:
            size = f"{stop.meaning} ({stop.width}×{stop.height} px)"
        if scale < self._lowest:
            return self.tr("{size}: with this tool start further right").format(size=size)
        if stop.available:
            return size
        if stop.remaining:
            return self.tr("{size}, learned in {remaining}").format(size=size, remaining=stop.remaining)
        return self.tr("{size}, not learned yet").format(size=size)
