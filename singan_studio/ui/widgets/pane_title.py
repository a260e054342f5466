"""The title above a pane."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from singan_studio.ui.widgets.elided_label import ElidedLabel


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
        row = QHBoxLayout(self)
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
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(2, widget)

    def set_words(self, text: str) -> None:
        self._words.set_words(text)
