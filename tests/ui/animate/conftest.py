"""A window in Animate mode, with a project that is learned well enough to be drawn from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tool_driving import FILM_FRAMES, START_MS

from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio

FRAMES = FILM_FRAMES


@pytest.fixture
def animate(
    qtbot: QtBot, studio: Studio, window: MainWindow, learned_file: Path, tmp_path: Path
) -> MainWindow:
    """The window in Animate mode, with a copy of that project and a short film that is all drawn."""
    path = Path(shutil.copy(learned_file, tmp_path / "hills.singan"))
    studio.rendering.start()
    with qtbot.waitSignal(studio.project.opened, timeout=START_MS):
        window.opening.open_path(path)
    window.tools.actions()[[a.data() for a in window.tools.actions()].index("animate")].trigger()
    studio.animation.set_param("frames", FRAMES, "Length")
    qtbot.waitUntil(
        lambda: studio.animation.films.complete and not studio.animation.films.drawing, timeout=START_MS
    )
    assert studio.animation.films.length == FRAMES
    return window
