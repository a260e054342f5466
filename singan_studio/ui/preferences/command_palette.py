"""The command palette: type a few letters of a command, Enter carries it out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from singan_studio.ui.preferences.command_search import best
from singan_studio.ui.preferences.commands import Command
from singan_studio.ui.widgets.theme_colours import colours_of

_WIDTH, _ROWS = 560, 11
_PAD = 8  # px
_NUMBER = Qt.ItemDataRole.UserRole
_KEYS = Qt.ItemDataRole.UserRole + 1
_GROUP = Qt.ItemDataRole.UserRole + 2
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """A field above a list of commands. The arrows choose while one types, Enter carries out, Esc closes."""

    def __init__(self, commands: Sequence[Command], window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setObjectName("commandPalette")
        self.setWindowTitle(self.tr("Find a command"))
        self.setAccessibleName(self.windowTitle())
        self._window, self._commands = window, list(commands)
        self._texts = [command.searched for command in self._commands]
        self._field = QLineEdit(self)
        self._field.setObjectName("paletteField")
        self._field.setAccessibleName(self.tr("What do you want to do?"))
        self._field.setPlaceholderText(self._field.accessibleName())
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._items = QStandardItemModel(self)
        self._list = QListView(self)
        self._list.setObjectName("paletteList")
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setModel(self._items)
        self._list.setItemDelegate(_Row(self._list))
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.clicked.connect(self._carry_out)
        self._none = QLabel(self.tr("No command that can be used now has these words."), self)
        self._none.setObjectName("paletteNone")
        self._none.setProperty("quiet", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        layout.setSpacing(_PAD)
        layout.addWidget(self._field)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        self.finished.connect(self.deleteLater)
        self._search("")

    def show_above(self) -> None:
        """Show it over the upper middle of its window."""
        window = self._window
        row, others = self._list.sizeHintForRow(0), self._field.sizeHint().height() + 3 * _PAD
        rows = min(_ROWS, (window.height() - 2 * (window.height() // 8) - others) // row)
        self.setFixedSize(min(_WIDTH, window.width() - 40), others + rows * row)
        place = window.mapToGlobal(window.rect().topLeft())
        self.move(place.x() + (window.width() - self.width()) // 2, place.y() + window.height() // 8)
        self.open()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrows choose in the list, and Enter carry out."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TO_LIST:
                self._list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._carry_out(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.reject()
        super().changeEvent(event)

    def paintEvent(self, event: QEvent) -> None:
        painter, colours = QPainter(self), colours_of(self.palette())
        painter.setPen(QColor(colours.border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _search(self, query: str) -> None:
        self._items.clear()
        for number in best(query, self._texts):
            command = self._commands[number]
            item = QStandardItem(command.text)
            item.setData(number, _NUMBER)
            item.setData(command.keys, _KEYS)
            item.setData(command.group, _GROUP)
            spoken = ", ".join(part for part in (command.text, command.group, command.keys) if part)
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(command.action.statusTip())
            self._items.appendRow(item)
        found = self._items.rowCount() > 0
        self._list.setVisible(found)
        self._none.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._items.index(0, 0))

    def _carry_out(self, index: QModelIndex) -> None:
        """Close first, so that the command finds the window as it was."""
        if index.isValid():
            action = self._commands[index.data(_NUMBER)].action
            self.accept()
            QTimer.singleShot(0, action, action.trigger)


class _Row(QStyledItemDelegate):
    """Paints a command, its menu in quiet letters after it, and its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + _PAD + 2)  # pyright: ignore[reportAttributeAccessIssue]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        palette: QPalette = option.palette  # pyright: ignore[reportAttributeAccessIssue]
        chosen = QStyle.StateFlag.State_Selected in option.state  # pyright: ignore[reportAttributeAccessIssue]
        colours = colours_of(palette)
        painter.save()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(rect, 4, 4)
        text = QColor(colours.accent_text if chosen else colours.text)
        quiet = QColor(colours.accent_text if chosen else colours.quiet_text)
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        metrics = painter.fontMetrics()
        keys = index.data(_KEYS)
        painter.setPen(quiet)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)
        room.setRight(room.right() - metrics.horizontalAdvance(keys) - 2 * _PAD)
        name = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(text)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        room.setLeft(room.left() + metrics.horizontalAdvance(name) + 2 * _PAD)
        painter.setPen(quiet)
        group = metrics.elidedText(index.data(_GROUP), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, group)
        painter.restore()
