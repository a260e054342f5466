"""A line that shows or hides what is seldom changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from singan_studio.ui.widgets.icon_engine import icon


class Disclosure(QToolButton):
    """Says "Advanced" and shows `content` while it is pressed down."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advancedButton")
        self.setText(self.tr("Advanced"))
        self.setToolTip(self.tr("Show or hide what is seldom changed"))
        self.setCheckable(True)
        self.setProperty("flat", True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("chevron-right"))
        self.toggled.connect(content.setVisible)
        self.toggled.connect(lambda on: self.setIcon(icon("chevron-down" if on else "chevron-right")))
        content.hide()
