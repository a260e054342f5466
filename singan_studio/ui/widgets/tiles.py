"""A list of pictures with captions."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from singan_studio.ui.widgets.icon_engine import icon
from singan_studio.ui.widgets.theme_colours import Colours, colours_of

STARRED = Qt.ItemDataRole.UserRole + 1
_PAD = 5  # px around the picture
_STAR = 18  # px
_STAR_GROUND = QColor(0, 0, 0, 150)
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TileList(QListView):
    """Shows tiles beside each other, one of which can be current. Keys: arrows, and Enter or Space to choose."""

    chosen = Signal(QModelIndex)  # by a click or a key
    picture_missed = Signal(QModelIndex)  # a tile without a picture is being painted

    def __init__(self, tile: QSize, parent: QWidget | None = None) -> None:
        """Make an empty list; `tile` is the room of a picture in px."""
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_TileDelegate(tile, self))
        self._placeholder = ""
        self.clicked.connect(self.chosen)

    def tile_size(self) -> QSize:
        """Return the size of a whole tile with its caption, px."""
        return self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())

    def set_placeholder(self, text: str) -> None:
        """Set the text that is shown while there are no tiles."""
        self._placeholder = text

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(colours_of(self.palette()).quiet_text))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._placeholder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSE and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _TileDelegate(QStyledItemDelegate):
    def __init__(self, tile: QSize, owner: TileList) -> None:
        super().__init__(owner)
        self._tile = tile
        self._owner = owner
        self._star = icon("star-filled", "star")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        caption = self._owner.fontMetrics().height() + 4
        return QSize(self._tile.width() + 2 * _PAD, self._tile.height() + 2 * _PAD + caption)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = colours_of(self._owner.palette())
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - missing in Qt's stubs
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state, colours)
        room = QRect(rect.topLeft() + QPoint(_PAD, _PAD), self._tile)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if picture is None:
            self._owner.picture_missed.emit(index)
        shown = self._paint_picture(painter, room, picture, colours)
        if index.data(STARRED):
            self._paint_star(painter, shown)
        caption = QRect(room.left(), room.bottom() + 1, room.width(), rect.bottom() - room.bottom() - 2)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(colours.text if selected else colours.quiet_text))
        text = index.data(Qt.ItemDataRole.DisplayRole)
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, caption.width())
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, elided)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, colours: Colours
    ) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (selected or focused or hovered):
            return
        line = colours.accent_line if selected or focused else colours.border
        painter.setPen(QPen(QColor(line), 2 if focused else 1))
        painter.setBrush(QColor(colours.button))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_picture(
        self, painter: QPainter, room: QRect, pixmap: QPixmap | None, colours: Colours
    ) -> QRect:
        """Paint the picture of a tile and return where it is."""
        if pixmap is None:
            painter.fillRect(room, QColor(colours.track))
            return room
        target = QRect(QPoint(0, 0), pixmap.deviceIndependentSize().toSize())
        target.moveCenter(room.center())
        painter.drawPixmap(target, pixmap)
        return target

    def _paint_star(self, painter: QPainter, picture: QRect) -> None:
        ground = QRect(picture.right() - _STAR - 3, picture.top() + 4, _STAR, _STAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_STAR_GROUND)
        painter.drawEllipse(ground.adjusted(-1, -1, 1, 1))
        self._star.paint(painter, ground.adjusted(2, 2, -2, -2))
