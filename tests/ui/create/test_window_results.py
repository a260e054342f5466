"""Kept results: showing, starring, deleting and restoring, copying, learning from and continuing with them."""

from __future__ import annotations

import shlex
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QToolButton
from tool_driving import RENDER_MS, choose, stroke, whole_live

from singan_studio.core.images import decode_png, png_texts
from singan_studio.core.recipe import PNG_KEY, Recipe
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.picture_cache import PictureCache
from singan_studio.ui.create.results import Results
from singan_studio.ui.widgets.tiles import TileList

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def picture(shade: int) -> np.ndarray:
    return np.full((20, 30, 3), shade, np.uint8)


def recipe(seed: int) -> Recipe:
    params = {"start_scale": 1, "size": [60, 40]}
    return Recipe("sample", "m", seed, scales=3, params=params, threads=1)


@pytest.fixture
def with_results(qtbot, opened: MainWindow, studio: Studio) -> MainWindow:
    """The window with results 1, 2 and 3, each of one grey."""
    for number in (1, 2, 3):
        with qtbot.waitSignal(studio.project.result_added):
            studio.project.add_result(recipe(100 + number), picture(50 * number))
    return opened


def tiles(window: MainWindow) -> TileList:
    found = window.workspace.results.findChild(TileList)
    assert found
    return found


def click(qtbot, window: MainWindow, row: int) -> None:
    view = tiles(window)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(row, 0)).center())


def captions(window: MainWindow) -> list[str]:
    model = tiles(window).model()
    return [model.index(row, 0).data().split()[0] for row in range(model.rowCount(QModelIndex()))]


def numbers_on_disk(studio: Studio) -> list[int]:
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        return [info.id for info in store.results()]


def test_a_click_shows_a_result_and_the_arrows_go_on(qtbot, with_results: MainWindow, studio: Studio):
    click(qtbot, with_results, 0)
    qtbot.waitUntil(lambda: studio.results.selected == 3)
    qtbot.keyClick(tiles(with_results), Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: studio.results.selected == 2)
    assert studio.tool_model.live.picture[0, 0, 0] == 100


def test_a_window_that_is_built_anew_marks_the_result_that_is_shown(
    qtbot, with_results: MainWindow, studio: Studio
):
    click(qtbot, with_results, 1)
    qtbot.waitUntil(lambda: studio.results.selected == 2)
    results = Results(studio.project, studio.results, studio.picture_maker)
    qtbot.addWidget(results)
    assert results.strip.selected_result() == 2


def test_deleting_hides_and_ctrl_z_brings_back_in_its_place(qtbot, with_results: MainWindow, studio: Studio):
    click(qtbot, with_results, 1)
    qtbot.waitUntil(lambda: studio.results.selected == 2)
    qtbot.keyClick(tiles(with_results), Qt.Key.Key_Delete)
    assert captions(with_results) == ["#3", "#1"]
    assert "#2" in with_results.message_bar.text()
    qtbot.waitUntil(lambda: not studio.project.busy)
    assert numbers_on_disk(studio) == [1, 2, 3]  # nothing is gone yet
    assert studio.results.selected in (1, 3)
    qtbot.keyClick(tiles(with_results), Qt.Key.Key_Z, CONTROL)
    assert captions(with_results) == ["#3", "#2", "#1"]
    qtbot.waitUntil(lambda: studio.results.selected == 2)
    path = studio.project.path
    studio.close()
    with ProjectStore.open(path, read_only=True) as store:
        assert [info.id for info in store.results()] == [1, 2, 3]


def test_the_button_of_the_message_takes_a_deletion_back(qtbot, with_results: MainWindow, studio: Studio):
    click(qtbot, with_results, 0)
    qtbot.waitUntil(lambda: studio.results.selected == 3)
    qtbot.mouseClick(with_results.findChild(QToolButton, "delete"), LEFT)
    qtbot.mouseClick(with_results.message_bar.findChild(object, "action"), LEFT)
    assert captions(with_results) == ["#3", "#2", "#1"]


def test_the_last_deleted_one_comes_back_first_and_the_rest_goes_with_the_project(
    qtbot, with_results: MainWindow, studio: Studio, tmp_path
):
    for number in (1, 3):
        with_results.result_operations.delete(number)
    assert with_results.message_bar.isVisible()
    with_results.result_menu.undelete.trigger()
    assert captions(with_results) == ["#3", "#2"]
    assert not with_results.message_bar.isVisible(), "it offers what is done"
    with qtbot.waitSignal(studio.project.saved):
        studio.project.save_copy(tmp_path / "copy.singan")
    path = studio.project.path
    with_results.commands.close.trigger()
    qtbot.waitUntil(lambda: not studio.project.busy)
    for file in (path, tmp_path / "copy.singan"):
        with ProjectStore.open(file, read_only=True) as store:
            assert [info.id for info in store.results()] == [2, 3]
    assert not with_results.result_menu.undelete.isEnabled()


def test_the_star_is_set_by_the_command_and_kept(qtbot, with_results: MainWindow, studio: Studio):
    click(qtbot, with_results, 0)
    with_results.result_menu.star.trigger()
    qtbot.waitUntil(lambda: not studio.project.busy)
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        assert [info.starred for info in store.results()] == [False, False, True]
    assert studio.project.results[3].starred


def test_a_copied_result_carries_its_recipe(qtbot, with_results: MainWindow, studio: Studio):
    click(qtbot, with_results, 0)
    with_results.result_menu.copy.trigger()
    qtbot.waitUntil(with_results.message_bar.isVisible)
    mime = QGuiApplication.clipboard().mimeData()
    data = bytes(mime.data("image/png").data())
    assert Recipe.from_json(png_texts(data)[PNG_KEY]) == recipe(103)
    assert (decode_png(data) == 150).all()
    assert QGuiApplication.clipboard().image().pixelColor(0, 0).red() == 150


def test_the_command_is_copied_and_told(qtbot, with_results: MainWindow, studio: Studio):
    click(qtbot, with_results, 0)
    with_results.result_menu.copy_command.trigger()
    qtbot.waitUntil(with_results.message_bar.isVisible)
    words = shlex.split(QGuiApplication.clipboard().text())
    assert words == [
        "singan-studio",
        "replay",
        str(studio.project.path),
        "--result",
        "3",
        "-o",
        "tea hills-3.png",
    ]


def test_a_result_is_learned_as_a_new_picture_beside_its_project(
    qtbot, with_results: MainWindow, studio: Studio
):
    before = studio.project.path
    click(qtbot, with_results, 0)
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        with_results.result_menu.learn.trigger()
    assert studio.project.path == before.with_name("tea hills-3.singan")
    assert (studio.project.current.picture == 150).all()
    assert not studio.project.results


def shown_shade(window: MainWindow) -> int:
    """How bright the result pane is in its middle."""
    view = window.workspace.panes.pair.right
    return view.grab().toImage().pixelColor(view.rect().center()).red()


def test_holding_the_key_shows_the_original_and_letting_go_the_result(
    qtbot, with_results: MainWindow, studio: Studio
):
    click(qtbot, with_results, 0)
    qtbot.waitUntil(lambda: studio.results.selected == 3)
    view = with_results.workspace.panes.pair.right
    assert shown_shade(with_results) == 150
    qtbot.keyPress(tiles(with_results), Qt.Key.Key_C)
    assert view.picture_size().width() == 64
    assert shown_shade(with_results) != 150
    view.set_picture(picture(200))  # what comes meanwhile waits
    assert view.picture_size().width() == 64
    qtbot.keyRelease(tiles(with_results), Qt.Key.Key_C)
    assert shown_shade(with_results) == 200


def test_the_button_does_the_same_and_typing_does_not(qtbot, with_results: MainWindow, studio: Studio):
    click(qtbot, with_results, 0)
    qtbot.waitUntil(lambda: studio.results.selected == 3)
    view = with_results.workspace.panes.pair.right
    hold = with_results.findChild(QToolButton, "holdOriginal")
    qtbot.mousePress(hold, LEFT)
    assert view.picture_size().width() == 64
    qtbot.mouseRelease(hold, LEFT)
    assert view.picture_size().width() == 30
    qtbot.keyPress(with_results.findChild(QLineEdit), Qt.Key.Key_C)
    assert view.picture_size().width() == 30


def own_actions(window: MainWindow) -> list[QAction]:
    """The commands that act on one result."""
    menu = window.result_menu
    own = [menu.use, menu.star, menu.copy, menu.copy_command, menu.learn, menu.delete]
    return [*own, *menu.send.values()]


def test_result_commands_are_disabled_without_results(opened: MainWindow):
    assert not any(action.isEnabled() for action in own_actions(opened))
    assert not opened.result_menu.undelete.isEnabled()


def test_result_commands_are_disabled_without_a_selected_result(
    qtbot, with_results: MainWindow, studio: Studio
):
    assert not any(action.isEnabled() for action in own_actions(with_results))
    assert not with_results.commands.save_result.isEnabled()
    click(qtbot, with_results, 1)
    assert all(action.isEnabled() for action in own_actions(with_results))
    assert with_results.commands.save_result.isEnabled()
    with_results.result_menu.delete.trigger()
    assert captions(with_results) == ["#3", "#1"]


def test_result_commands_are_disabled_while_a_live_preview_is_shown(
    qtbot, learned: MainWindow, studio: Studio
):
    whole_live(qtbot, studio)
    with qtbot.waitSignal(studio.project.result_added):
        studio.project.add_result(recipe(1), picture(50))
    assert not any(action.isEnabled() for action in own_actions(learned))
    learned.result_menu.delete.trigger()
    assert list(studio.project.results) == [1]
    click(qtbot, learned, 0)
    assert all(action.isEnabled() for action in own_actions(learned))
    choose(learned, "paint")
    assert not any(action.isEnabled() for action in own_actions(learned))


def test_a_result_command_acts_on_the_selected_result_before_its_picture_is_read(
    qtbot, with_results: MainWindow, studio: Studio
):
    click(qtbot, with_results, 0)
    studio.project._pictures.clear()  # as after a project was opened
    click(qtbot, with_results, 2)
    with_results.result_menu.delete.trigger()
    assert captions(with_results) == ["#3", "#2"]


def save(window: MainWindow, studio: Studio, path: Path, qtbot) -> np.ndarray:
    """Save what the command saves; the picture of the file."""
    window.commands.save_result.trigger()
    dialog = window.findChild(QFileDialog, "saveDialog")
    with qtbot.waitSignal(studio.project.saved, timeout=RENDER_MS):
        dialog.fileSelected.emit(str(path))
    dialog.reject()
    return decode_png(path.read_bytes())


def test_save_writes_the_selected_result(qtbot, with_results: MainWindow, studio: Studio, tmp_path: Path):
    click(qtbot, with_results, 2)
    assert (save(with_results, studio, tmp_path / "a.png", qtbot) == 50).all()


@pytest.mark.parametrize("full_size", [False, True])
def test_save_keeps_and_writes_the_live_preview_that_is_shown(
    qtbot, learned: MainWindow, studio: Studio, tmp_path: Path, full_size: bool
):
    studio.finishing.on = full_size
    with qtbot.waitSignal(studio.project.result_added):
        studio.project.add_result(recipe(1), picture(50))
    choose(learned, "edit")
    learned.canvas.actions.brush.trigger()
    stroke(learned, (40, 40), (120, 60))
    shown = whole_live(qtbot, studio)
    assert shown.shape == studio.project.current.picture.shape
    saved = save(learned, studio, tmp_path / "b.png", qtbot)
    assert np.array_equal(saved, shown) is not full_size, "at full size it has more detail"
    assert saved.shape == shown.shape
    assert studio.project.results[2].recipe.finish == (100 if full_size else -1)
    assert list(studio.project.results) == [1, 2]
    assert studio.project.results[2].recipe.tool == "edit"


def test_pictures_in_memory_never_exceed_the_budget_and_the_one_used_last_stays():
    cache = PictureCache(3 * picture(0).nbytes)
    for number in (1, 2, 3):
        cache.put(number, picture(number))
    assert cache.get(1) is not None
    cache.put(4, picture(4))
    assert cache.get(2) is None
    assert [number for number in (1, 3, 4) if cache.get(number) is not None] == [1, 3, 4]
    cache.put(5, np.zeros((100, 100, 3), np.uint8))  # more than there is room for
    assert cache.size == 0
