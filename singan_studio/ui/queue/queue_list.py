"""The list of queued pictures: names, how far each is; moved by dragging, filled by dropping files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from singan_studio.ui.queue.queued_picture import QueuedPicture, State
from singan_studio.ui.widgets.painting import resized
from singan_studio.ui.widgets.theme_colours import colours_of

PICTURE, WORDS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_PAD, _BAR = 8, 4  # px
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QueueList(QListWidget):
    """Shows pictures in the order in which they are worked on."""

    files_dropped = Signal(list)  # of Path
    moved = Signal(list, int)  # QueuedPicture, to before this row
    chosen = Signal(object)  # QueuedPicture: by a double click or Enter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queueList")
        self.setAccessibleName(self.tr("Pictures in the queue"))
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda item: self.chosen.emit(item.data(PICTURE)))

    def show_pictures(self, rows: list[tuple[QueuedPicture, str]]) -> None:
        """Show pictures with their words; what was selected stays selected."""
        selected = {picture.name for picture in self.selected()}
        now = self.currentItem().data(PICTURE).name if self.currentItem() else ""
        self.clear()
        for picture, words in rows:
            item = QListWidgetItem(self)
            self._fill(item, picture, words)
            if picture.name == now:
                self.setCurrentItem(item)
            item.setSelected(picture.name in selected)

    def show_picture(self, picture: QueuedPicture, words: str) -> None:
        """Show how far a picture is."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(PICTURE) is picture:
                self._fill(item, picture, words)

    def selected(self) -> list[QueuedPicture]:
        """Return the selected pictures in their order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.item(row).data(PICTURE) for row in rows]

    def _fill(self, item: QListWidgetItem, picture: QueuedPicture, words: str) -> None:
        name = Path(picture.source).name
        item.setText(name)
        item.setData(PICTURE, picture)
        item.setData(WORDS, words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {words}")
        item.setToolTip(f"{picture.source}\n{words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSE and self.currentItem():
            self.chosen.emit(self.currentItem().data(PICTURE))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drag(event)

    def _drag(self, event: QDragMoveEvent) -> None:
        if event.source() is self:
            super().dragMoveEvent(event)
        elif event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is self:
            index = self.indexAt(event.position().toPoint())
            row = index.row() if index.isValid() else self.count()
            if self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.BelowItem:
                row += 1
            event.setDropAction(Qt.DropAction.IgnoreAction)  # the queue moves them, and shows it
            event.accept()
            self.moved.emit(self.selected(), row)
            return
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.files_dropped.emit(paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(colours_of(self.palette()).quiet_text))
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            room = self.viewport().rect().adjusted(40, 0, -40, 0)
            painter.drawText(room, centred, self.tr("Drop pictures or a folder of pictures here."))


class _RowDelegate(QStyledItemDelegate):
    """Paints a name, its words below, and a bar while there is progress."""

    def __init__(self, owner: QueueList) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, 2 * self._owner.fontMetrics().height() + _BAR + 3 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = colours_of(self._owner.palette())
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - missing in Qt's stubs
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        picture: QueuedPicture = index.data(PICTURE)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(colours.accent))
        line = self._owner.fontMetrics().height()
        room = QRect(rect.left() + 12, rect.top() + _PAD, rect.width() - 24, line)
        painter.setFont(resized(self._owner.font(), 1.0, bold=True))
        self._write(
            painter,
            room,
            index.data(Qt.ItemDataRole.DisplayRole),
            colours.accent_text if chosen else colours.text,
        )
        painter.setFont(self._owner.font())
        quiet = colours.error if picture.state is State.FAILED else colours.quiet_text
        self._write(
            painter, room.translated(0, line + 2), index.data(WORDS), colours.accent_text if chosen else quiet
        )
        if 0 < picture.fraction < 1:
            track = QRect(room.left(), rect.bottom() - _PAD - _BAR + 2, room.width(), _BAR)
            painter.fillRect(track, QColor(colours.track))
            track.setWidth(round(track.width() * picture.fraction))
            painter.fillRect(track, QColor(colours.accent_text if chosen else colours.accent_line))
        painter.setPen(QColor(colours.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    @staticmethod
    def _write(painter: QPainter, room: QRect, words: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided)
