"""The title above a pane."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from singan_studio.ui.widgets.elided_label import ElidedLabel
from singan_studio.ui.widgets.keys import KeyTip, plain


class PaneTitle(QWidget):
    """The title of a pane, and a few words about it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paneTitle")
        heading = QLabel(text, self)
        heading.setProperty("heading", True)
        self._words = ElidedLabel(self)
        self._words.setObjectName("words")
        self._words.setProperty("quiet", True)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 8, 1)
        row.setSpacing(8)
        for label in (
            heading,
            self._words,
        ):  # as high as a compact button, so that nothing moves when there is one
            label.setContentsMargins(0, 3, 0, 3)
        row.addWidget(heading)
        row.addWidget(self._words)
        row.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Add a widget behind the words."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def add_command(self, action: QAction, name: str) -> None:
        """Add a button for an action before the words, where it stays whatever they are."""
        button = QToolButton(self)
        button.setObjectName(name)
        button.setDefaultAction(action)
        button.setAccessibleName(plain(action.text()))
        button.setProperty("compact", True)
        KeyTip(button, action)
        self._row.insertWidget(1, button)

    def set_words(self, text: str) -> None:
        self._words.set_words(text)
