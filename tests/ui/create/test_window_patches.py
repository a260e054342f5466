"""The window with a photo of which nothing is learned, and both makers of a learned one, with the real renderer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from gestures import tool_tip
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tool_driving import RENDER_MS, START_MS, choose, stroke, whole_live

from singan_studio.core.images import decode_png
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.core.resources import resource
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.tool_bar import CanvasToolBar
from singan_studio.ui.create.start_from import FINER

PHOTO = (300, 200)  # px; pictures are drawn at 250x167
small = pytest.mark.parametrize("photo", [(96, 64)], indirect=True)


@pytest.fixture
def photo(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "tulips.png"
    whole = QImage(str(resource("samples") / "tulips.jpg"))
    whole.scaled(*getattr(request, "param", PHOTO), mode=Qt.TransformationMode.SmoothTransformation).save(
        str(path)
    )
    return path


@pytest.fixture
def drawing(qtbot: QtBot, studio: Studio, window: MainWindow, photo: Path) -> MainWindow:
    """The window with the photo open and its first variation made."""
    with qtbot.waitSignal(studio.engine_ready, timeout=START_MS):
        studio.rendering.start()
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        window.opening.open_path(photo)
    return window


@pytest.fixture
def shown(qtbot: QtBot, studio: Studio, window: MainWindow, photo: Path) -> MainWindow:
    """The window with the photo open and no renderer."""
    with qtbot.waitSignal(studio.project.opened, timeout=RENDER_MS):
        window.opening.open_path(photo)
    return window


def make_result(qtbot: QtBot, studio: Studio) -> None:
    recipe = Recipe("sample", PATCHES, 0, 8, {"start_scale": 0, "size": None})
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        studio.project.add_result(recipe, np.zeros((20, 30, 3), np.uint8))


def meanings(window: MainWindow) -> list[str]:
    """Return what the tool tips of the start strip say, without the sizes."""
    strip = window.workspace.start_from.strip
    count = len(strip._stops)
    return [tool_tip(strip, strip.stop_rect(stop).center()).partition(" (")[0] for stop in range(count)]


def press(qtbot: QtBot, panel: QWidget, name: str) -> None:
    button = panel.findChild(QToolButton, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@small
def test_four_variations_arrive_by_themselves_once(qtbot, drawing: MainWindow, studio: Studio, photo: Path):
    qtbot.waitUntil(lambda: len(studio.project.results) == 4, timeout=RENDER_MS)
    made = list(studio.project.results.values())
    assert {result.recipe.model_id for result in made} == {PATCHES}
    assert [result.recipe.seed for result in made] == [0, 1, 2, 3]
    assert drawing.workspace.panes.isVisible()
    for number in (1, 2, 3, 4):
        studio.project.delete_result(number)
    path = studio.project.path
    drawing.commands.close.trigger()
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS, check_params_cb=bool):
        drawing.opening.open_path(path)
    assert studio.rendering.pending == 0
    assert not studio.project.results


@small
def test_a_second_picture_gets_its_variations_though_the_first_was_being_painted(
    qtbot, drawing: MainWindow, studio: Studio, photo: Path
):
    studio.rendering.cancel()
    choose(drawing, "paint")
    second = photo.with_name("second.png")
    QImage(str(photo)).flipped(Qt.Orientation.Horizontal).save(str(second))
    drawing.opening.open_path(second)
    qtbot.waitUntil(lambda: len(studio.project.results) == 4, timeout=RENDER_MS)
    assert studio.project.path.stem == "second"
    assert studio.tool_model.spec.name == "sample"


def test_paint_is_live_without_learning(qtbot, drawing: MainWindow, studio: Studio):
    studio.rendering.cancel()
    panel = choose(drawing, "paint")
    assert panel.isVisible()
    whole_live(qtbot, studio)
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS, check_params_cb=bool):
        stroke(drawing, (40, 100), (160, 120))
    assert studio.tool_model.live.recipe.model_id == PATCHES
    assert whole_live(qtbot, studio).shape == (167, 250, 3)


def test_result_gets_full_size_and_save_writes_it(qtbot, drawing: MainWindow, studio: Studio, tmp_path: Path):
    studio.rendering.cancel()
    path = tmp_path / "saved.png"
    studio.results.save(1, path)
    assert "Saving when it has its full size" in drawing.findChild(QLabel, "phase").text()
    with qtbot.waitSignal(studio.project.saved, timeout=2 * RENDER_MS):
        pass
    saved = decode_png(path.read_bytes())
    assert saved.shape == (PHOTO[1], PHOTO[0], 3)
    qtbot.waitUntil(lambda: studio.tool_model.live.picture.shape == saved.shape)
    assert np.array_equal(studio.tool_model.live.picture, saved)
    assert studio.project.results[1].recipe.finish == 100


def test_start_strip_says_what_its_stops_change(shown: MainWindow):
    strip = shown.workspace.start_from.strip
    assert strip.isVisible()
    assert meanings(shown) == [
        "New layout",
        "Changes much",
        "Changes some",
        "Changes a little, near the photo",
        *["Keeps the shapes, near the photo"] * 2,
        *["Changes only detail, near the photo"] * 3,
        "Changes only texture, near the photo",
    ]
    assert tool_tip(strip, strip.stop_rect(4).center()).endswith(" px)")


def test_start_strip_of_a_painting_speaks_of_no_photo(shown: MainWindow, studio: Studio):
    choose(shown, "paint")
    assert meanings(shown)[3] == "Changes a little"
    assert meanings(shown)[-1] == "Changes only texture"
    value = shown.workspace.start_from.strip.value()
    assert meanings(shown)[value] == "Keeps the shapes"
    choose(shown, "sample")
    assert meanings(shown)[3] == "Changes a little, near the photo"


def test_results_of_patches_speak_of_no_scale(qtbot, shown: MainWindow, studio: Studio):
    make_result(qtbot, studio)
    item = shown.workspace.results.strip._item(1)
    assert item.text() == "#1 New layout"
    assert "scale" not in item.toolTip()


def test_start_strip_labels_are_words_and_no_sizes(shown: MainWindow):
    labels = [stop.label for stop in shown.workspace.start_from.strip._stops]
    assert labels == ["100%", "60%", "40%", "20%", "10%", "5%", "Detail", FINER, FINER, FINER]


def test_nothing_speaks_of_learning_where_nothing_is_learned(shown: MainWindow, studio: Studio):
    panel = choose(shown, "edit")
    size = panel.findChild(QWidget, "param-grow").findChild(QDoubleSpinBox)
    assert size.toolTip() == "20 px at the size that is drawn"
    studio.canvas_documents.tool_state.set_tool("brush")
    brush = shown.findChild(CanvasToolBar)._size.number
    assert brush.toolTip().endswith("px at the size that is drawn")


@pytest.mark.parametrize(("height", "seen"), [(720, True), (450, False)])
def test_first_result_is_seen_in_a_small_window_unless_it_is_too_low(
    qtbot, shown: MainWindow, studio: Studio, height: int, seen: bool
):
    shown.resize(1280, height)
    qtbot.waitUntil(lambda: not shown.commands.results.isChecked())
    make_result(qtbot, studio)
    tiles = shown.findChild(QWidget, "resultTiles")
    assert tiles.isVisible() is seen


@small
def test_sliders_of_patches_are_shown_and_noise_is_not(drawing: MainWindow, studio: Studio):
    panel = drawing.findChild(QWidget, "samplePanel")
    assert panel.findChild(QWidget, "param-different").isVisible()
    assert not panel.findChild(QWidget, "noiseRows").isVisible()
    assert not panel.findChild(QToolButton, "advancedButton").isVisible()


def test_tools_that_need_learning_say_so_and_offer_it(opened: MainWindow):
    panel = choose(opened, "animate")
    offer = panel.findChild(QWidget, "learnOffer")
    assert offer.isVisible()
    assert "has to be learned once" in offer.findChild(QLabel, "offerWords").text()
    assert not panel.findChild(QWidget, "maker").isVisible()
    offer.findChild(QPushButton, "offerLearn").click()
    assert opened.workspace.side_panel.learn_panel.isVisible()


def test_enlarging_takes_seconds_first_and_learning_says_its_whole_price(
    qtbot, opened: MainWindow, studio: Studio
):
    panel = choose(opened, "upscale")
    plan, generate = panel.findChild(QLabel, "plan"), panel.findChild(QPushButton, "generateButton")
    assert not panel.findChild(QWidget, "learnOffer").isVisible()
    assert not panel.findChild(QWidget, "count").isVisible()
    assert generate.isEnabled()
    assert "It takes about 5 s" in plan.text()
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        generate.click()
    result = studio.project.results[max(studio.project.results)]
    opened_data = studio.project.current
    assert (result.width, result.height) == (2 * opened_data.width, 2 * opened_data.height)
    press(qtbot, panel, "maker-learned")
    assert panel.findChild(QWidget, "learnOffer").isVisible()
    assert not generate.isEnabled()
    qtbot.waitUntil(lambda: "of learning, once, and then 5 s" in plan.text(), timeout=RENDER_MS)


def test_every_tool_can_be_chosen_as_soon_as_a_picture_is_open(opened: MainWindow):
    assert all(action.isEnabled() for action in opened.tools.actions())
    panel = opened.findChild(QWidget, "samplePanel")
    assert panel.isVisible()
    assert panel.findChild(QWidget, "learnOffer").isVisible()
    learned = panel.findChild(QToolButton, "maker-learned")
    assert not learned.isEnabled()
    assert "first scale" in learned.toolTip()


def test_switching_the_maker_changes_recipe_and_picture(qtbot, learned: MainWindow, studio: Studio):
    before = whole_live(qtbot, studio)
    assert studio.tool_model.live.recipe.model_id == studio.learning.model_id
    panel = learned.findChild(QWidget, "samplePanel")
    assert panel.findChild(QWidget, "noiseRows").isVisible()
    press(qtbot, panel, "maker-patches")
    qtbot.waitUntil(lambda: studio.tool_model.live is not None, timeout=RENDER_MS)
    assert studio.tool_model.live.recipe.model_id == PATCHES
    assert whole_live(qtbot, studio).shape == (128, 192, 3) != before.shape
    assert not panel.findChild(QWidget, "noiseRows").isVisible()
    press(qtbot, panel, "maker-learned")
    qtbot.waitUntil(lambda: studio.tool_model.live is not None, timeout=RENDER_MS)
    assert np.array_equal(whole_live(qtbot, studio), before)


def test_holding_a_key_shows_what_the_other_maker_draws(qtbot, learned: MainWindow, studio: Studio):
    whole_live(qtbot, studio)
    title = learned.workspace.panes.pair.right_title.findChild(QLabel, "words")
    usual = title.text()
    assert learned.commands.compare.isEnabled()
    learned.workspace.panes.pair.left.setFocus()
    QTest.keyPress(learned, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: title.text() == "Patches", timeout=RENDER_MS)
    QTest.keyRelease(learned, Qt.Key.Key_P)
    assert title.text() == usual
    assert studio.tool_model.live.recipe.model_id == studio.learning.model_id


def test_strength_of_finishing_follows_its_slider(learned: MainWindow, studio: Studio):
    panel = learned.findChild(QWidget, "samplePanel")
    panel.findChild(QSlider, "fullSizeStrength").setValue(60)
    assert studio.finishing.strength == 60
    choose(learned, "paint")
    assert learned.findChild(QWidget, "paintPanel").findChild(QSlider, "fullSizeStrength").value() == 60
