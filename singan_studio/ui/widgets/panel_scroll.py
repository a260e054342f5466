"""A scroll area for a side panel in a low window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class PanelScroll(QScrollArea):
    """Is as wide as its content, so that only the height is ever cut."""

    def __init__(self, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panelScroll")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it holds is reached by Tab
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(widget)
        self._held = widget

    def sizeHint(self) -> QSize:
        return QSize(self._width(), self._held.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(), 120)

    def _width(self) -> int:
        return self._held.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
