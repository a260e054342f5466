"""A transparent picture in the window: shown on white, saved with its transparency."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tool_driving import RENDER_MS, START_MS

from singan_studio.core.images import decode_png
from singan_studio.export.settings import ExportSettings
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.project.dropped_content import DroppedFile
from singan_studio.ui.widgets.pixels import as_array


@pytest.fixture
def cut_out(tmp_path: Path) -> Path:
    grain = np.random.default_rng(2).integers(20, 90, (48, 64, 3), np.uint8)
    y, x = np.mgrid[:48, :64]
    alpha = np.where(np.hypot(x - 30, y - 24) < 16, 255, 0).astype(np.uint8)
    Image.fromarray(np.dstack([grain, alpha])).save(tmp_path / "cut.png")
    return tmp_path / "cut.png"


def test_results_of_a_transparent_picture_are_transparent_and_shown_on_white(
    qtbot: QtBot, window: MainWindow, studio: Studio, cut_out: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(studio.engine_ready, timeout=START_MS):
        studio.rendering.start()
    with qtbot.waitSignal(studio.project.opened, timeout=RENDER_MS):
        window.opening.take(DroppedFile(cut_out))
    assert studio.project.current is not None
    assert (studio.project.current.picture[0, 0] == 255).all()
    qtbot.waitUntil(
        lambda: len(studio.project.results) >= 1, timeout=RENDER_MS
    )  # first variations come by themselves
    number = min(studio.project.results)
    path = tmp_path / "saved.png"
    with qtbot.waitSignal(studio.project.saved, timeout=RENDER_MS):
        studio.results.save(number, path)
    saved = decode_png(path.read_bytes(), keep_alpha=True)
    assert saved.shape[2] == 4
    assert 0.03 < (saved[..., 3] > 128).mean() < 0.9
    shown: list[np.ndarray] = []
    studio.project.read_result(number, shown.append)
    qtbot.waitUntil(lambda: bool(shown), timeout=RENDER_MS)
    assert shown[0].shape[2] == 3
    assert (shown[0][saved[..., 3] == 0] == 255).all()
    studio.results.select(number)
    window.result_menu.copy.trigger()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().image().hasAlphaChannel(), timeout=RENDER_MS)


def test_a_part_of_a_transparent_picture_is_still_transparent(
    qtbot: QtBot, window: MainWindow, studio: Studio, cut_out: Path
) -> None:
    with qtbot.waitSignal(studio.project.opened, timeout=RENDER_MS):
        window.opening.take(DroppedFile(cut_out))
    for frame in ((4, 4, 40, 36), (10, 8, 40, 36)):  # the second part is cut from the whole again
        with qtbot.waitSignal(studio.project.opened, timeout=RENDER_MS):
            studio.project.crop(frame)
    sources: list[bytes] = []
    studio.project.ask(lambda repository: repository.store.source().png, sources.append)
    qtbot.waitUntil(lambda: bool(sources), timeout=RENDER_MS)
    left, top, width, height = 10, 8, 40, 36
    whole = np.array(Image.open(cut_out))
    part = decode_png(sources[0], keep_alpha=True)
    assert np.array_equal(part[..., 3], whole[top : top + height, left : left + width, 3])


def test_a_film_of_a_transparent_picture_is_exported_with_its_transparency(
    qtbot: QtBot, window: MainWindow, studio: Studio, cut_out: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(studio.engine_ready, timeout=START_MS):
        studio.rendering.start()
    with qtbot.waitSignal(studio.project.opened, timeout=RENDER_MS):
        window.opening.take(DroppedFile(cut_out))
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert studio.tool_model.spec.name == "flow"
    studio.animation.set_param("frames", 4, "Length")
    studio.animation.set_param("arrow", [[20.0, 24.0, 20.0, 0.0]], "Arrow")
    films = studio.animation.films
    qtbot.waitUntil(lambda: films.complete and not films.drawing, timeout=RENDER_MS)
    frame = films.frame(0)
    assert frame is not None
    assert (as_array(frame)[0, 0] == 255).all()  # shown on white
    assert studio.animation.shape.transparent
    path = tmp_path / "film.webp"
    with qtbot.waitSignal(studio.animation.exporting.finished, timeout=RENDER_MS):
        studio.animation.exporting.start(path, ExportSettings("webp", quality=100))
    with Image.open(path) as film:
        for number in range(4):
            film.seek(number)
            alpha = np.array(film.convert("RGBA"))[..., 3]
            assert alpha[0, 0] == 0
            assert alpha[24, 30] > 250
