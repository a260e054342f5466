"""A real window with its real models; engines start when a test wants them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from singan_studio.gui import i18n
from singan_studio.gui.main_window import MainWindow
from singan_studio.gui.viewmodels.studio import Studio


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def studio(qtbot: QtBot, tmp_path: Path, settings: QSettings) -> Iterator[Studio]:
    studio = Studio(settings, tmp_path / "documents", device="cpu", threads=1)
    yield studio
    studio.close()


@pytest.fixture
def window(qtbot: QtBot, studio: Studio) -> Iterator[MainWindow]:
    window = MainWindow(studio, "light", "en", i18n.languages())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    # pytest keeps a fixture's value, and with it pyqtgraph's menus, which have no parent to be deleted with
    vars(window.workspace.learning_view.loss_plot).clear()


@pytest.fixture
def picture(tmp_path: Path, sample_picture: Path) -> Path:
    """A photo of 64x43 px in a folder of its own."""
    folder = tmp_path / "photos"
    folder.mkdir()
    return Path(shutil.copy(sample_picture, folder / "tea hills.png"))


@pytest.fixture
def opened(qtbot: QtBot, studio: Studio, window: MainWindow, picture: Path) -> MainWindow:
    """The window with the photo open."""
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        window.opening.open_path(picture)
    return window
