"""Moves an object with the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.objects import CanvasObject

MOVE = QT_TRANSLATE_NOOP("canvas", "Move")


class Dragging:
    """Moves an object by whole px, so that it stays sharp."""

    def __init__(self, document: CanvasDocument, item: CanvasObject, start: QPointF) -> None:
        self._document, self._item, self._start = document, item, start

    def to(self, at: QPointF, straight: bool = False) -> None:
        """Move the object to the pointer, along one axis only if `straight`."""
        by = QPointF((at - self._start).toPoint())
        if straight:
            by = QPointF(by.x(), 0) if abs(by.x()) >= abs(by.y()) else QPointF(0, by.y())
        self._document.place(self._item.placed(self._item.placement.moved(by)))
