"""A learned project's window, used as the user does: choosing a tool, drawing with it, waiting for its live picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from gestures import NONE
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio

RENDER_MS = 60_000  # on a busy machine
START_MS = 60_000  # a process that imports torch on a busy machine
FILM_FRAMES = 12


def open_photo(qtbot: QtBot, studio: Studio, window: MainWindow, path: Path) -> None:
    """Open a photo of which nothing is learned, and drop the variations that the renderer begins with."""
    with qtbot.waitSignal(studio.engine_ready, timeout=START_MS):
        studio.rendering.start()
    window.opening.open_path(path)
    qtbot.waitUntil(lambda: studio.rendering.pending > 0, timeout=RENDER_MS)
    studio.rendering.cancel()


def choose(window: MainWindow, name: str) -> QWidget:
    """Choose a tool and return its panel."""
    next(action for action in window.tools.actions() if action.data() == name).trigger()
    return window.findChild(QWidget, f"{name}Panel")


def on_canvas(window: MainWindow, x: float, y: float) -> QPoint:
    """Return the view position of a point given in canvas px."""
    return window.workspace.panes.pair.left.picture_transform().map(QPointF(x, y)).toPoint()


def stroke(window: MainWindow, *points: tuple[float, float]) -> None:
    """Draw through points in canvas px with the left button."""
    view, left = window.workspace.panes.pair.left, Qt.MouseButton.LeftButton
    first, *further = [on_canvas(window, *point) for point in points]
    QTest.mousePress(view, left, NONE, first)
    for point in further:
        QTest.mouseMove(view, point)
    QTest.mouseRelease(view, left, NONE, further[-1] if further else first)


def whole_live(qtbot: QtBot, studio: Studio) -> np.ndarray:
    """Wait for the live picture at its full size and return it."""
    qtbot.waitUntil(lambda: bool(studio.tool_model.live and studio.tool_model.live.whole), timeout=RENDER_MS)
    return studio.tool_model.live.picture
