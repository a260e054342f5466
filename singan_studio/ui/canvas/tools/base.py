"""The base class of canvas tools."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform

from singan_studio.ui.canvas.canvas_modes import CanvasMode
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.tool_state import ToolState

NO_KEYS = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True)
class Pointer:
    """The position of the mouse or pen in canvas px, its pressure, and the modifier keys."""

    at: QPointF
    zoom: float = 1.0  # px of the widget per canvas px
    pressure: float = 1.0  # 0..1
    keys: Qt.KeyboardModifier = NO_KEYS

    @property
    def pixel(self) -> QPoint:
        """The canvas px under the pointer."""
        return QPoint(int(self.at.x() // 1), int(self.at.y() // 1))

    @property
    def shift(self) -> bool:
        return bool(self.keys & Qt.KeyboardModifier.ShiftModifier)

    @property
    def alt(self) -> bool:
        return bool(self.keys & Qt.KeyboardModifier.AltModifier)

    @property
    def alt_or_ctrl(self) -> bool:
        """Whether Alt is held, or Ctrl, for desktops that move windows with Alt: a drag copies, a brush picks."""
        return bool(self.keys & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier))


class CanvasTool:
    """A tool from being chosen until `leave`. It edits the document and draws only guides."""

    guides = False
    """Whether `draw` shows something that changes anywhere while the tool is used."""

    def __init__(self, document: CanvasDocument, tool_state: ToolState, mode: CanvasMode) -> None:
        self.document, self.tool_state, self.mode = document, tool_state, mode

    def press(self, pointer: Pointer) -> None:
        pass

    def move(self, pointer: Pointer) -> None:
        """Handle a move between press and release."""

    def release(self, pointer: Pointer) -> None:
        pass

    def cancel(self) -> bool:
        """Cancel what is in progress (Esc); return False when nothing is."""
        return False

    def apply(self) -> bool:
        """Make a pending edit a step (Enter); return False when there is none."""
        return False

    def leave(self) -> None:
        """End the use of the tool, before another tool or document is chosen."""
        self.apply()

    def cursor(self, pointer: Pointer) -> Qt.CursorShape:
        return Qt.CursorShape.CrossCursor

    def outline(self, pointer: Pointer) -> QRectF:
        """Return a circle to show around the pointer, in canvas px; empty for none."""
        return QRectF()

    def draw(self, painter: QPainter, to_widget: QTransform) -> None:
        """Draw guides in px of the widget."""
