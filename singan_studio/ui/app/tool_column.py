"""The column of tools."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMainWindow, QSizePolicy, QToolButton, QWidget

from singan_studio.tools.base import ToolSpec
from singan_studio.ui.app.theme import icon

ICON_SIZE = QSize(24, 24)
SPREAD = 2  # px between tools with words, a quarter of what is above and below them


def tool_actions(window: QMainWindow, specs: list[ToolSpec]) -> QActionGroup:
    """Return a checkable action for each tool, from its spec; its data is the tool's name."""
    group = QActionGroup(window)
    for spec in specs:
        action = QAction(icon(spec.icon), QCoreApplication.translate("tools", spec.title), window)
        action.setObjectName(f"tool-{spec.name}")
        action.setStatusTip(QCoreApplication.translate("tools", spec.help))
        action.setShortcut(QKeySequence(spec.shortcut))
        action.setCheckable(True)
        action.setData(spec.name)
        window.addAction(action)
        group.addAction(action)
    return group


class ToolColumn(QFrame):
    """Shows a button per tool; icons alone, two in a row, where the window is too low for their words."""

    def __init__(self, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolColumn")
        self.setAccessibleName(self.tr("Tools"))
        self._buttons = [self._button(action) for action in actions]
        self._grid = QGridLayout(self)
        self._grid.setRowStretch(len(self._buttons), 1)  # below all of them
        self._rooms: dict[bool, QSize] = {}  # with and without words
        self._set_words(True)

    def minimumSizeHint(self) -> QSize:
        return self._room(words=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_words(event.size().height() >= self._room(words=True).height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._rooms.clear()
        super().changeEvent(event)

    def _set_words(self, words: bool) -> None:
        """Show words, or icons alone, closer together and in pairs."""
        self._words = words
        spread = SPREAD if words else 0
        self._grid.setContentsMargins(4, 4 * spread, 4, 4 * spread)
        self._grid.setSpacing(spread)
        style, in_row = Qt.ToolButtonStyle, 1 if words else 2
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // in_row, number % in_row)
            button.setToolButtonStyle(style.ToolButtonTextUnderIcon if words else style.ToolButtonIconOnly)

    def _room(self, words: bool) -> QSize:
        """Return the room that the buttons need, as wide as their words in any case.

        Measured once, because measuring lays the buttons out again.
        """
        if not self._rooms:
            before = self._words
            for button in self._buttons:
                button.ensurePolished()
            self._set_words(False)
            low = self._grid.minimumSize()
            self._set_words(True)
            high = self._grid.minimumSize()
            self._rooms = {True: high, False: QSize(high.width(), low.height())}
            self._set_words(before)
        return self._rooms[words]

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName(f"{action.objectName()}-button")
        button.setAccessibleName(action.text())
        button.setToolTip(f"{action.statusTip()} ({action.shortcut().toString()})")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(ICON_SIZE)
        button.setAutoRaise(True)
        button.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )  # all as wide as the widest
        return button
