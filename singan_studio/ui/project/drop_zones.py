"""Zones over the window to drop a dragged file on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from singan_studio.ui.widgets.painting import resized
from singan_studio.ui.widgets.theme_colours import colours_of

_GAP = 14  # px
_ROUND = 10
_DASHES = [5.0, 4.0]
_VEIL = 110  # 0..255, opacity of the background and the zones
_GRACE_MS = 150  # ms between leaving the window and entering the zones that cover it


@dataclass(frozen=True)
class Zone:
    """A zone: `key` names its action, `title` and `hint` are its texts."""

    key: str
    title: str
    hint: str


class DropZones(QWidget):
    """Covers its parent during a drag: the first zone is large, the others are in a row below it."""

    dropped = Signal(str, object, QPoint)  # key of the zone, QMimeData, where (global)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropZones")
        self.setAcceptDrops(True)
        self._covered = parent
        self._zones: list[Zone] = []
        self._hovered: str | None = None
        self._leaving = QTimer(self, singleShot=True, interval=_GRACE_MS)
        self._leaving.timeout.connect(self._leave)
        self.hide()

    def offer(self, zones: list[Zone]) -> None:
        """Cover the parent with these zones."""
        self._zones = zones
        self.setAccessibleName(", ".join(zone.title for zone in zones))
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self.update()

    def leave_soon(self) -> None:
        """Hide unless the drag that left the window below has entered the zones."""
        self._leaving.start()

    def zone_rect(self, key: str) -> QRect:
        """Return where a zone is, px. Raises KeyError for a zone that is not offered."""
        for zone, rect in self._placed():
            if zone.key == key:
                return rect
        raise KeyError(key)

    # dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._leaving.stop()
        self._hover(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._hover(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._leave()

    def dropEvent(self, event: QDropEvent) -> None:
        at = event.position().toPoint()
        key = self._key_at(at)
        mime: QMimeData = event.mimeData()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.hide()
        if key:
            self.dropped.emit(key, mime, self.mapToGlobal(at))
        self.left.emit()

    def _hover(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._hovered = self._key_at(event.position().toPoint())
        self.update()

    def _leave(self) -> None:
        self._leaving.stop()
        self._hovered = None
        self.hide()
        self.left.emit()

    def _key_at(self, at: QPoint) -> str | None:
        return next((zone.key for zone, rect in self._placed() if rect.contains(at)), None)

    # painting

    def _placed(self) -> list[tuple[Zone, QRect]]:
        """Return every zone and its place: the first above, twice as high as the row of the others."""
        room = self.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        if len(self._zones) < 3:
            return list(zip(self._zones, _beside(room, len(self._zones)), strict=True))
        low = (room.height() - _GAP) // 3
        above = room.adjusted(0, 0, 0, -low - _GAP)
        below = QRect(room.left(), above.bottom() + 1 + _GAP, room.width(), low)
        return [
            (self._zones[0], above),
            *zip(self._zones[1:], _beside(below, len(self._zones) - 1), strict=True),
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(colours.window)
        ground.setAlpha(_VEIL)
        painter.fillRect(self.rect(), ground)
        for zone, rect in self._placed():
            self._paint_zone(painter, zone, rect)

    def _paint_plate(self, painter: QPainter, zone: Zone, rect: QRect) -> None:
        """Paint a background for the texts, so that they can be read on any picture."""
        metrics = self.fontMetrics()
        words = max(1.6 * metrics.horizontalAdvance(zone.title), metrics.horizontalAdvance(zone.hint))
        wide, high = min(words + 2 * _GAP, rect.width() - _GAP), 4.6 * metrics.height()
        plate = QRectF(0, 0, wide, high)
        plate.moveCenter(QPointF(rect.center()) + QPointF(0, 0.2 * metrics.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours_of(self.palette()).window))
        painter.drawRoundedRect(plate, _ROUND, _ROUND)

    def _paint_zone(self, painter: QPainter, zone: Zone, rect: QRect) -> None:
        colours = colours_of(self.palette())
        hovered = zone.key == self._hovered
        pen = QPen(QColor(colours.accent_line if hovered else colours.handle), 2)
        if not hovered:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        fill = QColor(colours.button if hovered else colours.alternate)
        fill.setAlpha(_VEIL)  # the canvas below stays visible: that is where the picture lands
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        self._paint_plate(painter, zone, rect)
        title, hint = resized(self.font(), 1.4, bold=True), self.font()
        painter.setFont(title)
        height = painter.fontMetrics().height()
        middle = rect.center().y()
        room = rect.adjusted(_GAP, 0, -_GAP, 0)
        painter.setPen(QColor(colours.text))
        above = QRect(room.left(), middle - height - 2, room.width(), height)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, zone.title)
        painter.setFont(hint)
        painter.setPen(QColor(colours.quiet_text))
        below = QRect(room.left(), middle + 6, room.width(), rect.bottom() - middle - 6)
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, wrapped, zone.hint)


def _beside(room: QRect, count: int) -> list[QRect]:
    """Return `count` equal rectangles in a row."""
    if count == 0:
        return []
    width = (room.width() - (count - 1) * _GAP) // count
    return [QRect(room.left() + i * (width + _GAP), room.top(), width, room.height()) for i in range(count)]
