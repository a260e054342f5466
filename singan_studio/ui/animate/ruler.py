"""The ruler of the timeline: frame numbers, cached frames, the played section, and the playhead."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from singan_studio.ui.animate.axis import Axis
from singan_studio.ui.animate.player import Player
from singan_studio.ui.widgets.theme_colours import Colours, colours_of
from singan_studio.ui.widgets.words import decimal

_CACHE = 4  # px, height of the bar of cached frames
_GRIP = 6  # px around an end of the section
_HEAD = 5  # px, half the width of the playhead's top


class Ruler(QWidget):
    """Scrubs when dragged; changes the section when an end is dragged, or by Shift for the nearer end."""

    scrubbed = Signal(int)  # frame under the pointer
    section_dragged = Signal(int, int)

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ruler")
        self.setAccessibleName(self.tr("Frames"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._player = player
        self._cached: tuple[bool, ...] = ()
        self._drags = ""  # head | first | last
        player.frame_changed.connect(self._refresh)
        player.section_changed.connect(self._refresh)

    def sizeHint(self) -> QSize:
        return QSize(480, self.fontMetrics().height() + 2 * _CACHE + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def set_cached(self, cached: tuple[bool, ...]) -> None:
        """Set which frames are cached."""
        if cached != self._cached:
            self._cached = cached
            self._refresh()

    def axis(self) -> Axis:
        return Axis(self._player.length, self.width())

    # --- input -------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._drags = self._nearer_end(x)
        else:
            self._drags = self._end_at(event.position()) or "head"
        self._drag_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drags:
            self._drag_to(event.position().x())
        elif self._end_at(event.position()):
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drags = ""

    def _drag_to(self, x: float) -> None:
        frame, player = self.axis().frame(x), self._player
        match self._drags:
            case "head":
                self.scrubbed.emit(frame)
            case "first":
                self.section_dragged.emit(min(frame, player.last), player.last)
            case "last":
                self.section_dragged.emit(player.first, max(frame, player.first))

    def _end_at(self, point: QPointF) -> str:
        """Return the end of the section under the pointer, "" for none. Only the lower half grabs an end."""
        if point.y() < self.height() / 2:
            return ""
        near = self._nearer_end(point.x())
        return near if abs(point.x() - self._end_x(near)) <= _GRIP else ""

    def _nearer_end(self, x: float) -> str:
        return min(("first", "last"), key=lambda end: abs(x - self._end_x(end)))

    def _end_x(self, end: str) -> float:
        player = self._player
        return self.axis().left(player.first if end == "first" else player.last + 1)

    def event(self, event) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._explanation(event.pos()), self)
            return True
        return super().event(event)

    def _explanation(self, point: QPoint) -> str:
        frame = self.axis().frame(point.x())
        place = self.tr("Frame {frame}, {seconds} s").format(
            frame=frame + 1, seconds=decimal(frame / self._player.fps, 2)
        )
        return place + "\n" + self.tr("Drag to look through the film; with Shift to set what is looped")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # leave it to the keys of the timeline

    # --- painting ----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self.palette())
        axis = self.axis()
        painter.fillRect(self.rect(), QColor(colours.base))
        self._paint_section(painter, axis, colours)
        self._paint_numbers(painter, axis, colours)
        self._paint_cache(painter, axis, colours)
        self._paint_playhead(painter, axis, colours)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QColor(colours.accent_line))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_section(self, painter: QPainter, axis: Axis, colours: Colours) -> None:
        """Darken what lies outside the section, and draw a grip at each end."""
        first, last = axis.left(self._player.first), axis.left(self._player.last + 1)
        outside = QColor(colours.track)
        painter.fillRect(QRectF(0, 0, first, self.height()), outside)
        painter.fillRect(QRectF(last, 0, self.width() - last, self.height()), outside)
        painter.setPen(QPen(QColor(colours.quiet_text), 2))
        for x in (first, last):
            painter.drawLine(QPointF(x, self.height() / 2), QPointF(x, self.height() - 1))

    def _paint_numbers(self, painter: QPainter, axis: Axis, colours: Colours) -> None:
        painter.setPen(QColor(colours.quiet_text))
        height = painter.fontMetrics().height()
        for number, left in axis.numbers(painter.fontMetrics().horizontalAdvance):
            x = axis.x(number - 1)
            painter.drawLine(QPointF(x, 3), QPointF(x, height))
            if left is not None:
                painter.drawText(QPointF(left, height), str(number))

    def _paint_cache(self, painter: QPainter, axis: Axis, colours: Colours) -> None:
        top = self.height() - _CACHE - 2
        left, right = axis.left(0), axis.left(axis.length)
        painter.fillRect(QRectF(left, top, right - left, _CACHE), QColor(colours.track))
        for first, end in _runs(self._cached):
            bar = QRectF(axis.left(first), top, axis.left(end) - axis.left(first), _CACHE)
            painter.fillRect(bar, QColor(colours.copy_error))

    def _paint_playhead(self, painter: QPainter, axis: Axis, colours: Colours) -> None:
        x = axis.x(self._player.frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent_line), 1.5))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setBrush(QColor(colours.accent_line))
        head = [QPointF(x - _HEAD, 0), QPointF(x + _HEAD, 0), QPointF(x, _HEAD + 3)]
        painter.drawPolygon(QPolygonF(head))

    def _refresh(self) -> None:
        player = self._player
        self.setAccessibleDescription(
            self.tr("Frame {frame} of {length}, {cached} at hand").format(
                frame=player.frame + 1, length=player.length, cached=sum(self._cached)
            )
        )
        self.update()


def _runs(flags: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return the first index and the one after the last of each run of True."""
    runs: list[tuple[int, int]] = []
    start = None
    for number, flag in enumerate((*flags, False)):
        if flag and start is None:
            start = number
        elif not flag and start is not None:
            runs.append((start, number))
            start = None
    return runs
