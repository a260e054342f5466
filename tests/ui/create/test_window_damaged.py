"""Damaged results and many results in the window."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path

import numpy as np
import pytest
from project_files import recipe
from PySide6.QtCore import Qt

from singan_studio.core.images import Picture, encode_png
from singan_studio.project.repository import ProjectRepository
from singan_studio.project.store import ProjectStore
from singan_studio.ui.create.results_strip import ResultsStrip
from singan_studio.ui.widgets.tiles import TileList

MS = 30_000


def grey(value: int) -> np.ndarray:
    return np.full((60, 90, 3), value, np.uint8)


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A closed project with a sound result, one whose picture is damaged and one whose recipe is."""
    repository = ProjectRepository.create(Picture(grey(0)), "hills.png", [tmp_path])
    for value in (10, 20, 30):
        repository.add_result(recipe(value), grey(value))
    repository.close()
    with contextlib.closing(sqlite3.connect(repository.path)) as connection:
        connection.execute("UPDATE results SET png = x'00' WHERE id = 2")
        connection.execute("UPDATE results SET recipe = '{' WHERE id = 3")
        connection.commit()
    return repository.path


def tiles(window) -> TileList:
    return window.findChild(TileList, "resultTiles")


def captions(window) -> list[str]:
    model = tiles(window).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_damaged_results_are_shown_as_such_beside_sound_ones(qtbot, window, studio, damaged):
    with qtbot.waitSignal(studio.project.opened, timeout=MS):
        window.opening.open_path(damaged)
    qtbot.waitUntil(window.message_bar.isVisible, timeout=MS)
    assert "result #3 cannot be read" in window.message_bar.text()
    assert captions(window) == ["#3 damaged", "#2 Variations", "#1 Variations"]
    model = tiles(window).model()
    tile = Qt.ItemDataRole.DecorationRole
    qtbot.waitUntil(lambda: all(model.index(row, 0).data(tile) for row in range(3)), timeout=MS)
    sound, warning = (model.index(row, 0).data(tile).toImage().pixelColor(30, 20) for row in (2, 1))
    assert (sound.red(), sound.green(), sound.blue()) == (10, 10, 10)
    assert warning != sound


def test_damaged_results_can_be_selected_used_and_saved(qtbot, window, studio, damaged, tmp_path):
    with qtbot.waitSignal(studio.project.opened, timeout=MS):
        window.opening.open_path(damaged)
    strip = window.findChild(ResultsStrip)
    for number, code in ((2, "picture.damaged"), (3, "")):
        window.message_bar.dismiss()
        with qtbot.waitSignal(
            studio.project.failed if code else studio.project.result_shown, timeout=MS
        ) as said:
            strip.select(number)
        assert not code or said.args[0] == code
        strip.double_clicked.emit(number)
        studio.project.read_command(number, lambda words: None)
        qtbot.waitUntil(lambda: not studio.project.busy, timeout=MS)
    with qtbot.waitSignal(studio.project.saved, timeout=MS):
        studio.project.save_result(3, tmp_path / "saved.png")
    with ProjectStore.open(damaged, read_only=True) as store:
        assert store.result_png(2) == b"\0"


def test_two_thousand_results_are_opened_at_once(qtbot, window, studio, tmp_path):
    path = tmp_path / "many.singan"
    picture = np.random.default_rng(1).integers(0, 256, (167, 250, 3), np.uint8)
    png = encode_png(picture)
    with ProjectStore.create(path, png, "many.png") as store, store._database.writing() as connection:
        connection.executemany(
            "INSERT INTO results (recipe, width, height, created, png) VALUES (?, 250, 167, '', ?)",
            [(recipe(seed).to_json(), png) for seed in range(2000)],
        )
    start = time.process_time()
    with qtbot.waitSignal(studio.project.opened, timeout=MS):
        window.opening.open_path(path)
    model = tiles(window).model()
    qtbot.waitUntil(lambda: model.rowCount() == 2000, timeout=MS)
    assert time.process_time() - start < 2.5  # about 0.5 s; decoding every picture takes 8 s
    newest, oldest = model.index(0, 0), model.index(1999, 0)
    qtbot.waitUntil(lambda: newest.data(Qt.ItemDataRole.DecorationRole) is not None, timeout=MS)
    assert oldest.data(Qt.ItemDataRole.DecorationRole) is None
    tiles(window).scrollTo(oldest)
    qtbot.waitUntil(lambda: oldest.data(Qt.ItemDataRole.DecorationRole) is not None, timeout=MS)
