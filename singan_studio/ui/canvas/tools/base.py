"""What every tool of the canvas is."""

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
    """Where the mouse or pen is, in canvas px, and how it is held."""

    at: QPointF
    zoom: float = 1.0  # px of the widget per canvas px
    pressure: float = 1.0  # 0..1
    keys: Qt.KeyboardModifier = NO_KEYS

    @property
    def pixel(self) -> QPoint:
        """The canvas px that it is over."""
        return QPoint(int(self.at.x() // 1), int(self.at.y() // 1))

    @property
    def shift(self) -> bool:
        return bool(self.keys & Qt.KeyboardModifier.ShiftModifier)

    @property
    def alt(self) -> bool:
        return bool(self.keys & Qt.KeyboardModifier.AltModifier)

    @property
    def copies(self) -> bool:
        """A drag takes a copy along: by Alt, and by Ctrl where the desktop moves windows with Alt."""
        return bool(self.keys & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier))


class CanvasTool:
    """Held from being taken up until `leave`. Works on the document; draws only what guides the hand."""

    guides = False
    """`draw` shows something that changes while the tool is used, and may lie anywhere."""

    def __init__(self, document: CanvasDocument, tool_state: ToolState, mode: CanvasMode) -> None:
        self.document, self.tool_state, self.mode = document, tool_state, mode

    def press(self, pointer: Pointer) -> None:
        pass

    def move(self, pointer: Pointer) -> None:
        """Between press and release."""

    def release(self, pointer: Pointer) -> None:
        pass

    def cancel(self) -> bool:
        """Esc: give up what is going on; False when nothing is."""
        return False

    def apply(self) -> bool:
        """Enter: what is pending becomes a step; False when nothing is."""
        return False

    def leave(self) -> None:
        """Another tool or document is taken up."""
        self.apply()

    def cursor(self, pointer: Pointer) -> Qt.CursorShape:
        return Qt.CursorShape.CrossCursor

    def outline(self, pointer: Pointer) -> QRectF:
        """A circle to be shown round the pointer, in canvas px; empty for none."""
        return QRectF()

    def draw(self, painter: QPainter, to_widget: QTransform) -> None:
        """Draw guides in px of the widget."""
