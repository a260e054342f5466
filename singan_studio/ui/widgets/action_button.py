"""A push button that does what an action does."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from singan_studio.ui.widgets.keys import KeyTip, plain


class ActionButton(QPushButton):
    """Shows an action's text and tip, and is enabled with it; `primary` buttons stand out."""

    def __init__(
        self, action: QAction, name: str, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self.setObjectName(name)
        self.setProperty("primary", primary)
        self.setText(action.text())
        self.setAccessibleName(plain(action.text()))
        KeyTip(self, action)
        self.clicked.connect(action.trigger)
        action.enabledChanged.connect(self.setEnabled)
        self.setEnabled(action.isEnabled())
