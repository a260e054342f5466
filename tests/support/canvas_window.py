"""The canvas of a main window, driven like a user does."""

from __future__ import annotations

from gestures import NONE
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox

from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.canvas_view import CanvasView
from singan_studio.ui.canvas.document import CanvasDocument


def choose(window: MainWindow, studio: Studio, name: str) -> CanvasDocument:
    studio.tool_model.choose(name)
    view_of(window).setFocus()
    document = view_of(window).document()
    assert document is not None
    return document


def view_of(window: MainWindow) -> CanvasView:
    return window.workspace.panes.pair.left


def drag(window: MainWindow, *points: tuple[float, float]) -> None:
    """Through points in canvas px, with the left button."""
    view = view_of(window)
    first, *further = [view.picture_transform().map(QPointF(*point)).toPoint() for point in points]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, first)
    for point in further:
        QTest.mouseMove(view, point)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, further[-1] if further else first)


def field(window: MainWindow, name: str) -> QSpinBox:
    found = window.canvas.tool_bar.findChild(QSpinBox, name)
    assert found is not None
    return found
