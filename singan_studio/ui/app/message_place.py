"""Places the message: in a row of its own for an error, else over the upper edge of what is below the tool bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from singan_studio.ui.app.message_bar import MessageBar

WIDEST = 640
BELOW_EDGE = 40
"""px between the upper edge and a note: the tool bar stays in sight, and so do results and buttons, which are below."""


class MessagePlace(QWidget):
    """Holds the pages and their message. A note moves nothing under the user's pointer."""

    def __init__(self, pages: QWidget, bar: MessageBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messagePlace")
        self._bar = bar
        bar.setParent(self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(pages, 1)
        bar.told.connect(self._place)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._bar.is_note():
            self._float()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._bar.is_note():
            self._float()

    def _place(self) -> None:
        if self._bar.is_note():
            self._rows.removeWidget(self._bar)
            self._float()
            self._bar.raise_()
        elif self._rows.indexOf(self._bar) < 0:
            self._rows.insertWidget(0, self._bar)

    def _float(self) -> None:
        width = min(WIDEST, self.width() - 2 * BELOW_EDGE)
        height = max(self._bar.sizeHint().height(), self._bar.heightForWidth(width))
        place = QRect((self.width() - width) // 2, BELOW_EDGE, width, height)
        self._bar.setGeometry(place)
