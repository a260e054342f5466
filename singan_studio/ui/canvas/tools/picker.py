"""The colour picker."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.pixels import area
from singan_studio.ui.canvas.tool_state import ToolState
from singan_studio.ui.canvas.tools.base import CanvasTool, Pointer


def colour_at(document: CanvasDocument, at: QPointF, side: float) -> QColor | None:
    """Return the average colour of a square of `side` canvas px around a point; None outside the canvas."""
    half = max(side, 1.0) / 2
    square = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half).toRect().intersected(document.rect)
    if not document.rect.contains(int(at.x() // 1), int(at.y() // 1)) or square.isEmpty():
        return None
    seen = document.levels().array(0)[area(square)][..., :3].reshape(-1, 3)
    blue, green, red = (round(float(part)) for part in np.mean(seen, axis=0))
    return QColor(red, green, blue)


def pick(document: CanvasDocument, tool_state: ToolState, at: QPointF) -> None:
    """Choose the average colour of one px of the learned picture."""
    colour = colour_at(document, at, tool_state.learned_px)
    if colour is not None:
        tool_state.set_colour(colour)


class PickerTool(CanvasTool):
    """Picks the colour under the pointer."""

    def press(self, pointer: Pointer) -> None:
        pick(self.document, self.tool_state, pointer.at)

    def move(self, pointer: Pointer) -> None:
        pick(self.document, self.tool_state, pointer.at)
