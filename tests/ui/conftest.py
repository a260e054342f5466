"""A real window with its real models; engines start when a test wants them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from singan_studio.core.config import preset
from singan_studio.core.images import encode_png
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app import i18n
from singan_studio.ui.app.main_window import DEFAULT_SIZE, MainWindow
from singan_studio.ui.app.studio import Studio


@pytest.fixture(autouse=True)
def engines_at_once(forked_engines: None) -> None:
    """Let no window wait for torch; a test module of how engines start has a `forked_engines` that does nothing."""


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
    window.resize(*DEFAULT_SIZE)  # the screen of these tests is smaller
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


@pytest.fixture(scope="session")
def learned_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a photo of 192x128 px, learned at 48x32 px in a few seconds: rough, but it draws."""
    from singan_studio.core.cancel import NEVER
    from singan_studio.engine_process.jobs import run_training

    folder = tmp_path_factory.mktemp("learned")
    photo = Path(__file__).parents[2] / "resources" / "samples" / "tea-hills.jpg"
    with Image.open(photo) as image:
        small = np.array(image.convert("RGB").resize((192, 128)))
    path = folder / "hills.singan"
    config = preset("draft", min_size=12, max_size=48, channels=8, iterations=4, coarse_factor=1.0, window=0)
    with ProjectStore.create(path, encode_png(small), "hills.png") as store:
        model = store.add_model("base", config)
    run_training(path, model, lambda event: None, NEVER, "cpu", 1)
    return path


@pytest.fixture
def learned(
    qtbot: QtBot, studio: Studio, window: MainWindow, learned_file: Path, tmp_path: Path
) -> MainWindow:
    """The window with a copy of the learned project open, and the renderer at work."""
    path = Path(shutil.copy(learned_file, tmp_path / "hills.singan"))
    studio.rendering.start()
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=110_000, check_params_cb=bool):
        window.opening.open_path(path)
    return window


@pytest.fixture
def opened(qtbot: QtBot, studio: Studio, window: MainWindow, picture: Path) -> MainWindow:
    """The window with the photo open."""
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        window.opening.open_path(picture)
    return window
