"""Tile as the user makes it, on a photo of which nothing is learned: real events, the real renderer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot
from tool_driving import RENDER_MS, choose, open_photo, stroke, whole_live

from singan_studio.core.images import decode_png
from singan_studio.core.recipe import PATCHES
from singan_studio.core.resources import resource
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.widgets.pixels import as_array

LEFT = Qt.MouseButton.LeftButton
PHOTO = (300, 200)  # px; pictures are drawn at 250x167


@pytest.fixture
def drawing(qtbot: QtBot, studio: Studio, window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a photo open and the renderer at work."""
    path = tmp_path / "gravel.png"
    whole = QImage(str(resource("samples") / "gravel.jpg"))
    whole.scaled(*PHOTO, mode=Qt.TransformationMode.SmoothTransformation).save(str(path))
    open_photo(qtbot, studio, window, path)
    return window


def type_size(qtbot: QtBot, panel: QWidget, width: int, height: int) -> None:
    for name, side in (("width", width), ("height", height)):
        field = panel.findChild(QWidget, "param-size").findChild(QSpinBox, name)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, str(side))
        qtbot.keyClick(field, Qt.Key.Key_Return)


def wait_for_shape(qtbot: QtBot, studio: Studio, *shape: int) -> None:
    def there() -> bool:
        live = studio.tool_model.live
        return bool(live and live.whole and live.picture.shape == (*shape, 3))

    qtbot.waitUntil(there, timeout=RENDER_MS)


def test_tile_is_made_from_selection_and_kept(qtbot: QtBot, drawing: MainWindow, studio: Studio) -> None:
    panel = choose(drawing, "tile")
    type_size(qtbot, panel, 160, 120)
    wait_for_shape(qtbot, studio, 120, 160)
    assert studio.tool_model.live.recipe.model_id == PATCHES
    whole = whole_live(qtbot, studio)

    stroke(drawing, (20, 30), (150, 100), (220, 170))
    qtbot.waitUntil(lambda: studio.tool_model.params["region"] is not None)
    left, top, width, height = studio.tool_model.params["region"]
    assert (left, top) == pytest.approx((20, 30), abs=2)
    assert (width, height) == pytest.approx((200, 140), abs=3)
    assert str(width) in panel.findChild(QLabel, "region").text()
    qtbot.waitUntil(
        lambda: bool(
            studio.tool_model.live
            and studio.tool_model.live.whole
            and not np.array_equal(studio.tool_model.live.picture, whole)
        ),
        timeout=RENDER_MS,
    )

    panel.findChild(QWidget, "count").setValue(1)
    with qtbot.waitSignal(studio.project.result_replaced, timeout=2 * RENDER_MS):
        qtbot.mouseClick(panel.findChild(QPushButton, "generateButton"), LEFT)
    number = sorted(studio.project.results)[-1]
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        made = decode_png(store.result_png(number))
    assert made.shape == (120, 160, 3)
    assert studio.project.results[number].recipe.params["region"] == [left, top, width, height]

    qtbot.mouseClick(panel.findChild(QPushButton, "wholePicture"), LEFT)
    qtbot.waitUntil(lambda: studio.tool_model.params["region"] is None)
    assert not panel.findChild(QPushButton, "wholePicture").isEnabled()


def test_tile_is_seen_repeated_and_moved_by_half(qtbot: QtBot, drawing: MainWindow, studio: Studio) -> None:
    panel = choose(drawing, "tile")
    type_size(qtbot, panel, 96, 96)
    wait_for_shape(qtbot, studio, 96, 96)
    view = drawing.workspace.panes.pair.right
    rect = view.picture_rect().toRect()

    def seen() -> np.ndarray:
        return as_array(view.grab(rect).toImage()).astype(int)

    once = seen()
    half = panel.findChild(QCheckBox, "shiftTile")
    qtbot.mouseClick(half, LEFT, pos=QPoint(8, half.height() // 2))
    moved = seen()
    inner = slice(20, -20)  # handles lie on the edges
    rolled = np.roll(once, (rect.height() // 2, rect.width() // 2), (0, 1))
    assert np.abs(moved - rolled)[inner, inner].mean() < 0.5 * np.abs(moved - once)[inner, inner].mean()

    qtbot.mouseClick(half, LEFT, pos=QPoint(8, half.height() // 2))
    three = panel.findChild(QCheckBox, "repeatTile")
    qtbot.mouseClick(three, LEFT, pos=QPoint(8, three.height() // 2))
    third = rect.width() // 3
    repeated = seen()[20:-20]
    first, second = repeated[:, 20:third], repeated[:, third + 20 : 2 * third]
    assert np.abs(first - second).mean() < 0.3 * np.abs(first - np.roll(first, 15, 1)).mean()

    choose(drawing, "sample")
    qtbot.waitUntil(
        lambda: bool(studio.tool_model.live and studio.tool_model.live.recipe.tool == "sample"),
        timeout=RENDER_MS,
    )


def test_saved_tile_has_its_size_in_its_name(
    qtbot: QtBot, drawing: MainWindow, studio: Studio, tmp_path: Path
) -> None:
    panel = choose(drawing, "tile")
    type_size(qtbot, panel, 160, 128)
    wait_for_shape(qtbot, studio, 128, 160)
    qtbot.mouseClick(panel.findChild(QPushButton, "saveButton"), LEFT)
    qtbot.waitUntil(lambda: bool(drawing.findChildren(QFileDialog)))
    dialog = drawing.findChildren(QFileDialog)[-1]
    assert Path(dialog.selectedFiles()[0]).name == "gravel-tile-160x128.png"
    dialog.reject()
