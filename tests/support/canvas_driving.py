"""A canvas that tests use with the mouse, and a record of what it repainted."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from singan_studio.ui.canvas.brush import Brush
from singan_studio.ui.canvas.canvas_modes import CANVAS_MODES
from singan_studio.ui.canvas.canvas_view import CanvasView
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.tool_state import ToolState

Left, NoKeys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
RED = QColor(255, 0, 0)


class Canvas:
    """A 400x300 px view of a 200x150 px canvas at 200%, so that one px of the view is half a px of the canvas."""

    def __init__(self, qtbot: QtBot, kind: str) -> None:
        self.picture = np.random.default_rng(0).integers(60, 200, (150, 200, 3), np.uint8)
        self.picture[:, :100] = 90  # a flat left half
        self.mode = CANVAS_MODES[kind]
        self.document = CanvasDocument(self.picture, self.mode.automatic_mask)
        self.tool_state = ToolState()
        self.tool_state.set_colour(RED)
        self.tool_state.set_brush(Brush(20, 1.0, 1.0))
        self.view = CanvasView()
        qtbot.addWidget(self.view)
        self.view.set_tool_state(self.tool_state)
        self.view.resize(400, 300)
        self.view.set_document(self.document, self.mode)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.setFocus()

    def drag(self, *canvas_points: tuple[float, float], keys: Qt.KeyboardModifier = NoKeys) -> None:
        first, *rest = [self.at(*point) for point in canvas_points]
        QTest.mousePress(self.view, Left, keys, first)
        for point in rest:
            self.move(point, keys)
        QTest.mouseRelease(self.view, Left, keys, (rest or [first])[-1])

    def move(self, to: QPoint, keys: Qt.KeyboardModifier = NoKeys) -> None:
        """Move the mouse with keys held, which `QTest.mouseMove` cannot do."""
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(to), self.view.mapToGlobal(QPointF(to)), Left, Left, keys
        )
        QApplication.sendEvent(self.view, event)

    def at(self, x: float, y: float) -> QPoint:
        return self.view.picture_transform().map(QPointF(x, y)).toPoint()

    def seen(self, x: int, y: int) -> tuple[int, int, int]:
        """Return the colour on the screen at a canvas px."""
        return self.view.grab().toImage().pixelColor(self.at(x + 0.5, y + 0.5)).getRgb()[:3]


class PaintedRegions(QObject):
    """Records which regions a widget has repainted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.region |= event.region()
        return False
