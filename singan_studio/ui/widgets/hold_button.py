"""A button for a command that lasts as long as it is held."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget


class HoldButton(QToolButton):
    """Looks like its action, is enabled with it, and emits when it is pressed and released."""

    held_changed = Signal(bool)

    def __init__(self, action: QAction, tip: str, parent: QWidget | None = None) -> None:
        """Make the button of an action; `tip` says what holding it shows."""
        super().__init__(parent)
        self._action = action
        self.setObjectName(f"{action.objectName()}Button")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(tip)
        self.setStatusTip(tip)
        self.setIcon(action.icon())
        self.pressed.connect(lambda: self.held_changed.emit(True))
        self.released.connect(lambda: self.held_changed.emit(False))
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.iconText())
        self.setEnabled(self._action.isEnabled())
