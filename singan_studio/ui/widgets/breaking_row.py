"""A row of two groups of widgets that stand below each other where there is no room beside."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class BreakingRow(QWidget):
    """Holds `first` at the left and `last` at the right; both are filled by whoever makes the row."""

    def __init__(
        self, margins: tuple[int, int, int, int], spacing: int, parent: QWidget | None = None
    ) -> None:
        """Make an empty row; `margins` (left, top, right, bottom) and `spacing` are in px."""
        super().__init__(parent)
        self.first, self.last = QHBoxLayout(), QHBoxLayout()
        self._groups = QBoxLayout(_BESIDE, self)
        self._groups.setContentsMargins(*margins)
        self._groups.setSpacing(spacing)
        for group in (self.first, self.last):
            group.setSpacing(spacing)
            self._groups.addLayout(group)
        self._groups.setStretchFactor(self.first, 1)

    def minimumSizeHint(self) -> QSize:
        widest = max(group.minimumSize().width() for group in (self.first, self.last))
        return QSize(widest + self._margins(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = sum(group.minimumSize().width() for group in (self.first, self.last))
        fits = beside + self._groups.spacing() + self._margins() <= event.size().width()
        self._groups.setDirection(_BESIDE if fits else _BELOW)

    def _margins(self) -> int:
        margins = self._groups.contentsMargins()
        return margins.left() + margins.right()
