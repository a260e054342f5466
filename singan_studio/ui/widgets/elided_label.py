"""A label that is cut with an ellipsis where there is no room for all of its text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

_LEAST = 4  # characters that are always seen


class ElidedLabel(QLabel):
    """Shows the whole text as its tool tip while it is cut."""

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * _LEAST
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def set_words(self, text: str) -> None:
        self.setText(text)
        self._show_tip()

    def shown_text(self) -> str:
        """Return the visible text."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.shown_text())

    def _show_tip(self) -> None:
        self.setToolTip("" if self.shown_text() == self.text() else self.text())
