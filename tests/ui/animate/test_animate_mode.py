"""Animate mode with the real renderer: it plays by itself, follows changes, keeps, plays what was kept, exports."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot
from tool_driving import FILM_FRAMES as FRAMES
from tool_driving import START_MS

from singan_studio.core.recipe import Recipe
from singan_studio.project.store import ProjectStore
from singan_studio.tools.keyframes import Key
from singan_studio.ui.animate.export_dialog import ExportDialog
from singan_studio.ui.animate.film_view import FilmView
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.brush import Brush
from singan_studio.ui.widgets.pixels import as_array

LEFT = Qt.MouseButton.LeftButton
SCRUB_LIMIT_MS = 50


def wait_for_film(qtbot: QtBot, studio: Studio) -> None:
    """Until what was just changed is drawn."""
    qtbot.wait(60)
    films = studio.animation.films
    qtbot.waitUntil(lambda: films.complete and not films.drawing, timeout=START_MS)


def frame(studio: Studio, number: int) -> np.ndarray:
    image = studio.animation.films.frame(number)
    assert image is not None
    return as_array(image)


def test_the_picture_plays_by_itself_in_place_of_the_panes(
    qtbot: QtBot, animate: MainWindow, studio: Studio
) -> None:
    workspace, player = animate.workspace, studio.animation.player
    assert workspace.animate.stage.isVisible()
    assert workspace.animate.timeline.isVisible()
    assert not workspace.panes.isVisible()
    assert not workspace.start_from.isVisible()
    assert player.playing
    seen: list[int] = []
    player.frame_changed.connect(seen.append)
    qtbot.waitUntil(lambda: len(seen) > 2 * FRAMES, timeout=20_000)
    assert {*seen} == {*range(FRAMES)}
    assert workspace.animate.stage.view.hasFocus() or not animate.isActiveWindow()


def test_another_tool_brings_the_panes_back_and_stops_it(animate: MainWindow, studio: Studio) -> None:
    animate.tools.actions()[0].trigger()
    assert animate.workspace.panes.isVisible()
    assert not animate.workspace.animate.stage.isVisible()
    assert not animate.workspace.animate.timeline.isVisible()
    assert not studio.animation.player.playing
    assert not animate.commands.export_film.isEnabled()


def test_neighbouring_frames_differ_and_the_loop_closes(animate: MainWindow, studio: Studio) -> None:
    frames = [frame(studio, number).astype(int) for number in range(FRAMES)]
    steps = [np.abs(a - b).mean() for a, b in zip(frames, frames[1:] + frames[:1], strict=True)]
    assert min(steps) > 0.03  # levels of 255, of a model that hardly learned
    assert steps[-1] < 1.5 * max(steps[:-1])


def test_scrubbing_over_cached_frames_takes_less_than_50_ms(
    qtbot: QtBot, animate: MainWindow, studio: Studio
) -> None:
    ruler, view = animate.workspace.animate.timeline.ruler, animate.workspace.animate.stage.view
    x = ruler.axis().x
    QTest.mousePress(ruler, LEFT, pos=QPoint(round(x(0)), 4))
    times = []
    for number in [3, 9, 1, 7, 11, 5, 0, 8]:
        start = time.perf_counter()
        QTest.mouseMove(ruler, QPoint(round(x(number)), 4))
        view.repaint()
        times.append(1000 * (time.perf_counter() - start))
        assert studio.animation.player.frame == number
    QTest.mouseRelease(ruler, LEFT, pos=QPoint(round(x(8)), 4))
    assert statistics.median(times) < SCRUB_LIMIT_MS
    assert not studio.animation.player.playing


def test_a_change_is_rendered_and_undone_from_the_cache(
    qtbot: QtBot, animate: MainWindow, studio: Studio
) -> None:
    before = frame(studio, 5)
    studio.animation.set_param("layout", 3.0, "Layout motion")
    wait_for_film(qtbot, studio)
    assert not np.array_equal(frame(studio, 5), before)
    view = animate.workspace.animate.stage.view
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert studio.animation.params["layout"] == 1.0
    wait_for_film(qtbot, studio)
    assert np.array_equal(frame(studio, 5), before)
    QTest.keyClick(
        view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert studio.animation.params["layout"] == 3.0


def test_only_the_last_of_several_quick_changes_is_rendered(
    qtbot: QtBot, animate: MainWindow, studio: Studio
) -> None:
    films = []
    studio.animation.films.film_changed.connect(lambda: films.append(1))
    for amount in (0.5, 0.7, 0.9, 1.3):
        studio.animation.set_param("detail", amount, "Detail motion")
    wait_for_film(qtbot, studio)
    assert len(films) == 1
    studio.animation.document.undo()
    assert studio.animation.params["detail"] == 1.0  # and they are undone together


def test_keys_of_a_track_change_the_film_and_are_what_the_command_line_takes(
    qtbot: QtBot, animate: MainWindow, studio: Studio
) -> None:
    timeline, before = animate.workspace.animate.timeline, frame(studio, 6)
    view = timeline.tracks["layout"]
    studio.animation.player.step(0)
    qtbot.mouseDClick(view, LEFT, pos=view.key_point(Key(0, 0.0)).toPoint())
    qtbot.mouseDClick(view, LEFT, pos=view.key_point(Key(6, 3.0)).toPoint())
    keyframes = studio.animation.params["keyframes"]
    assert [key["frame"] for key in keyframes["layout"]] == [0, 6]
    assert set(keyframes["layout"][0]) == {"frame", "value", "ease"}
    wait_for_film(qtbot, studio)
    assert not np.array_equal(frame(studio, 6), before)
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert studio.animation.params["keyframes"] is None
    assert view.track == ()


def test_length_and_speed_belong_to_the_film(qtbot: QtBot, animate: MainWindow, studio: Studio) -> None:
    transport = animate.workspace.animate.timeline.transport
    transport.findChild(QSpinBox, "frames").setValue(8)
    wait_for_film(qtbot, studio)
    assert studio.animation.player.length == 8
    transport.findChild(QDoubleSpinBox, "fps").setValue(25)
    assert studio.animation.params["fps"] == 25
    wait_for_film(qtbot, studio)
    assert studio.animation.player.fps == 25
    words = animate.findChild(QLabel, "previewRoom")
    assert not words.isVisible()
    studio.animation.films._cache._budget = 6 * 4 * 48 * 32  # bytes of six frames
    transport.findChild(QSpinBox, "frames").setValue(9)
    wait_for_film(qtbot, studio)
    assert studio.animation.player.length == 6
    assert words.isVisible()
    assert words.text().count("6 frames") == 1
    assert words.text().endswith("all 9.")


def test_a_preset_is_seen_while_the_mouse_rests_on_it_and_gone_after(
    qtbot: QtBot, animate: MainWindow, studio: Studio
) -> None:
    button = animate.findChild(QToolButton, "preset-wild")
    before = frame(studio, 5)
    QApplication.sendEvent(button, QEvent(QEvent.Type.Enter))
    qtbot.wait(450)
    wait_for_film(qtbot, studio)
    assert not np.array_equal(frame(studio, 5), before)
    assert studio.animation.params["layout"] == 1.0
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: np.array_equal(frame(studio, 5), before))
    qtbot.mouseClick(button, LEFT)
    assert studio.animation.params["layout"] == 1.25
    assert button.isChecked()
    wait_for_film(qtbot, studio)
    studio.animation.document.undo()
    assert not button.isChecked()


def test_the_panel_says_that_water_does_not_flow_down(animate: MainWindow) -> None:
    words = [label.text() for label in animate.findChildren(QLabel)]
    assert "Things shimmer and drift; Flow lets water run." in words


def test_the_export_button_is_visible_in_a_small_window(
    qtbot: QtBot, animate: MainWindow, studio: Studio
) -> None:
    animate.resize(1280, 720)
    animate.findChild(QToolButton, "advancedButton").setChecked(True)
    button = animate.findChild(QPushButton, "exportButton")
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())
    assert animate.height() == 720


def test_a_kept_film_is_a_result_and_plays_when_chosen(
    qtbot: QtBot, animate: MainWindow, studio: Studio
) -> None:
    first = frame(studio, 0)
    with qtbot.waitSignal(studio.project.result_added, timeout=START_MS):
        animate.commands.keep.trigger()
    (kept,) = studio.project.results.values()
    assert kept.recipe.tool == "animate"
    assert np.array_equal(kept.thumbnail, first)
    studio.animation.set_param("layout", 3.0, "Layout motion")
    wait_for_film(qtbot, studio)
    animate.tools.actions()[0].trigger()
    studio.project.show_result(kept.id)
    qtbot.waitUntil(lambda: studio.animation.kept == kept.id, timeout=START_MS)
    assert studio.animation.active
    wait_for_film(qtbot, studio)
    assert np.array_equal(frame(studio, 0), first)
    assert studio.animation.params["layout"] == 3.0  # it is only played
    studio.animation.set_param("layout", 1.0, "Layout motion")
    assert studio.animation.kept is None


def test_a_film_is_exported_while_the_window_goes_on(
    qtbot: QtBot, animate: MainWindow, studio: Studio, tmp_path: Path
) -> None:
    animate.commands.export_film.trigger()
    dialog = animate.findChild(ExportDialog)
    assert not dialog.isModal()
    path = tmp_path / "waves.gif"
    qtbot.mouseClick(dialog.findChild(QPushButton, "export"), LEFT)
    asking = dialog.findChild(QFileDialog)
    asking.fileSelected.emit(str(path))
    asking.close()
    qtbot.waitUntil(path.exists, timeout=START_MS)
    qtbot.waitUntil(lambda: "is written" in dialog.findChild(QLabel, "exportState").text(), timeout=5000)
    with Image.open(path) as gif:
        assert gif.n_frames == FRAMES
        assert gif.size == (48, 32)
        assert gif.info["duration"] == 50
        assert gif.info["loop"] == 0
    dialog.close()


def test_an_export_is_cancelled_within_a_second_and_leaves_nothing(
    qtbot: QtBot, animate: MainWindow, studio: Studio, tmp_path: Path
) -> None:
    studio.animation.set_param("frames", 3000, "Length")
    animate.commands.export_film.trigger()
    dialog = animate.findChild(ExportDialog)
    path = tmp_path / "out" / "waves.mp4"
    path.parent.mkdir()
    dialog._begin(path.with_suffix(".gif"))
    state = dialog.findChild(QLabel, "exportState")
    qtbot.waitUntil(lambda: state.text().startswith("Frame"), timeout=START_MS)
    start = time.monotonic()
    qtbot.mouseClick(dialog.findChild(QPushButton, "closeExport"), LEFT)
    qtbot.waitUntil(lambda: list(path.parent.iterdir()) == [], timeout=5000)
    assert time.monotonic() - start < 1
    dialog.close()


def stroke(view: FilmView, start: tuple[float, float], end: tuple[float, float]) -> None:
    """With the left button, from one place of the picture to another, in shares of its size."""
    rect = view.picture_rect()

    def at(share: tuple[float, float]) -> QPoint:
        return QPoint(
            round(rect.left() + share[0] * rect.width()), round(rect.top() + share[1] * rect.height())
        )

    QTest.mousePress(view, LEFT, pos=at(start))
    QTest.mouseMove(view, at(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)))
    QTest.mouseMove(view, at(end))
    QTest.mouseRelease(view, LEFT, pos=at(end))


def test_still_parts_show_the_original_at_once_and_in_the_file(
    qtbot: QtBot, animate: MainWindow, studio: Studio
) -> None:
    view, tool_state = animate.workspace.animate.stage.view, studio.canvas_documents.tool_state
    assert view.still_parts is None
    tool_state.set_brush(Brush(60.0, 1.0, 1.0))
    tool_state.swap_colours()  # X: the brush Stays
    stroke(view, (0.1, 0.25), (0.9, 0.25))
    document = studio.animation.document
    assert document is not None
    assert document.mask[32, 96] == 0
    assert document.mask[110, 96] == 255
    qtbot.waitUntil(lambda: view.still_parts is not None)
    still = view.still_parts
    assert still.pixelColor(96, 32).alpha() == 255
    assert still.pixelColor(96, 120).alpha() == 0
    before = studio.animation.films.count
    assert before == FRAMES  # nothing had to be drawn again
    assert studio.animation.shape.width == 192  # with a mask the original's size
    undone = document.history.undo_name, document.history.position
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.still_parts is None)  # one stroke is one step
    assert not studio.animation.marked
    QTest.keyClick(
        view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert (document.mask[32, 96], document.mask[110, 96]) == (0, 255)
    assert (document.history.undo_name, document.history.position) == undone
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    recipes: list[Recipe] = []
    stroke(view, (0.1, 0.25), (0.9, 0.25))
    studio.animation.with_recipe(recipes.append)
    qtbot.waitUntil(lambda: bool(recipes))
    assert set(recipes[0].inputs) == {"mask"}
    button = animate.workspace.side_panel.findChild(QPushButton, "everythingMoves")
    qtbot.mouseClick(button, LEFT)
    assert not document.mask.any()


@pytest.mark.parametrize("name", ["closed", "none"])
def test_every_loop_plays(qtbot: QtBot, animate: MainWindow, studio: Studio, name: str) -> None:
    studio.animation.set_param("loop", name, "Loop")
    wait_for_film(qtbot, studio)
    assert studio.animation.films.complete


def test_choices_are_kept_in_the_project(qtbot: QtBot, animate: MainWindow, studio: Studio) -> None:
    studio.animation.set_track("detail", (Key(2, 0.5), Key(9, 2.0, "linear")), "Add key")
    path = studio.project.path
    qtbot.wait(1000)
    qtbot.waitUntil(lambda: not studio.project.busy)
    with ProjectStore.open(path, read_only=True) as store:
        text = store.get_meta("tools") or ""
    assert '"value": 2.0' in text
