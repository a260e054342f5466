"""Canvases in a view of their own, and the main window with a small photo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from canvas_driving import Canvas
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from singan_studio.core.resources import resource
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas import clipboard


@pytest.fixture(scope="session", autouse=True)
def plain_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave no Python object in the clipboard, which Qt would use after Python has ended."""
    yield
    clipboard.let_go()


@pytest.fixture
def painting(qtbot: QtBot) -> Canvas:
    return Canvas(qtbot, "painting")


@pytest.fixture
def edit(qtbot: QtBot) -> Canvas:
    return Canvas(qtbot, "edit")


@pytest.fixture
def begun(qtbot: QtBot, studio: Studio, window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a photo of 192x128 px open, of which nothing is learned: that takes no time here."""
    path = tmp_path / "hills.png"
    photo = QImage(str(resource("samples") / "tea-hills.jpg"))
    photo.scaled(192, 128, mode=Qt.TransformationMode.SmoothTransformation).save(str(path))
    with qtbot.waitSignal(studio.project.opened, timeout=20_000):
        window.opening.open_path(path)
    return window
