"""A button for a command that lasts as long as it is held."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from singan_studio.ui.widgets.keys import KeyTip


class HoldButton(QToolButton):
    """Looks like its action, is enabled with it, and emits when it is pressed and released."""

    held_changed = Signal(bool)

    def __init__(self, action: QAction, tip: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Make the button of an action; `tip` says what holding it shows, and the key, which may be ""."""
        super().__init__(parent)
        self._action = action
        self.setObjectName(f"{action.objectName()}Button")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIcon(action.icon())
        self.pressed.connect(lambda: self.held_changed.emit(True))
        self.released.connect(lambda: self.held_changed.emit(False))
        action.changed.connect(self._follow)
        self._follow()
        KeyTip(self, action, tip)

    def _follow(self) -> None:
        self.setText(self._action.iconText())
        self.setEnabled(self._action.isEnabled())
