"""The column of tools."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMainWindow, QSizePolicy, QToolButton, QWidget

from singan_studio.tools.base import ToolSpec
from singan_studio.ui.app.theme import icon
from singan_studio.ui.widgets.bilingual import ENGLISH
from singan_studio.ui.widgets.keys import KeyTip

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
        action.setProperty(ENGLISH, spec.title)
        window.addAction(action)
        group.addAction(action)
    return group


class Look(Enum):
    """How the tools are shown, the highest first."""

    UNDER = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    PAIRS = Qt.ToolButtonStyle.ToolButtonIconOnly  # two in a row


class ToolColumn(QFrame):
    """Shows a button per tool; words stand beside icons, or give way to them, where the window is too low."""

    def __init__(self, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolColumn")
        self.setAccessibleName(self.tr("Tools"))
        self._buttons = [self._button(action) for action in actions]
        self._grid = QGridLayout(self)
        self._grid.setRowStretch(len(self._buttons), 1)  # below all of them
        self._rooms: dict[Look, QSize] = {}
        self._show(Look.UNDER)

    def minimumSizeHint(self) -> QSize:
        return self._room(Look.PAIRS)

    def sizeHint(self) -> QSize:
        """Return the same width however the tools are shown, so that nothing beside them moves."""
        return QSize(max(self._room(look).width() for look in Look), self._room(Look.PAIRS).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        there = event.size()
        self._show(
            next((look for look in Look if self._room(look).boundedTo(there) == self._room(look)), Look.PAIRS)
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._rooms.clear()
        super().changeEvent(event)

    def _show(self, look: Look) -> None:
        self._look = look
        spread, in_row = (SPREAD, 1) if look is Look.UNDER else (0, 2 if look is Look.PAIRS else 1)
        self._grid.setContentsMargins(4, 4 * spread, 4, 4 * spread)
        self._grid.setSpacing(spread)
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // in_row, number % in_row)
            button.setToolButtonStyle(look.value)

    def _room(self, look: Look) -> QSize:
        """Return the room that the buttons need.

        Measured once, because measuring lays the buttons out again.
        """
        if not self._rooms:
            before = self._look
            for button in self._buttons:
                button.ensurePolished()
            for each in Look:
                self._show(each)
                self._rooms[each] = self._grid.minimumSize()
            self._show(before)
        return self._rooms[look]

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName(f"{action.objectName()}-button")
        button.setAccessibleName(action.text())
        KeyTip(button, action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(ICON_SIZE)
        button.setAutoRaise(True)
        button.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )  # all as wide as the widest
        return button
