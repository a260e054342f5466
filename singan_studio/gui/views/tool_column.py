"""The tools, one under the other; there is a place for each tool that exists."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from singan_studio.gui.theme import icon
from singan_studio.tools.base import ToolSpec

ICON_SIZE = QSize(24, 24)


def tool_actions(window: QMainWindow, specs: list[ToolSpec]) -> QActionGroup:
    """A checkable action for each tool, from its spec; its data is the tool's name."""
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
    """Buttons for the tools' actions; where the window is too low for their words, icons alone."""

    def __init__(self, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolColumn")
        self.setAccessibleName(self.tr("Tools"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 8, 4, 8)
        layout.setSpacing(2)
        self._column = layout
        self._buttons = [self._button(action) for action in actions]
        for button in self._buttons:
            layout.addWidget(button)
        layout.addStretch(1)
        self._room = QSize()  # that the buttons take with their words

    def minimumSizeHint(self) -> QSize:
        words = len(self._buttons) * self.fontMetrics().lineSpacing()
        return self._with_words() - QSize(0, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        if event.size().height() < self._with_words().height():
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._buttons:
            button.setToolButtonStyle(style)

    def _with_words(self) -> QSize:
        if all(
            button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon for button in self._buttons
        ):
            self._room = self._column.minimumSize()
        return self._room

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
