"""Every tool as a person uses it, on a small learned project, with real mouse events and a real renderer."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from gestures import turn_wheel
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QToolButton,
    QWidget,
)
from tool_driving import RENDER_MS, choose, on_canvas, stroke, whole_live

from singan_studio.core.images import decode_png
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import hint_text
from singan_studio.ui.canvas.object_edits import paste, remove
from singan_studio.ui.canvas.selection import Combine, select_rect
from singan_studio.ui.create.picture_maker import Kind
from singan_studio.ui.create.readiness import Missing
from singan_studio.ui.widgets.tiles import TileList


def press(qtbot, panel: QWidget, name: str) -> None:
    button = panel.findChild(QPushButton, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def results(qtbot, studio: Studio, count: int, go) -> list[np.ndarray]:
    """The pictures of the next results."""
    with qtbot.waitSignals([studio.project.result_added] * count, timeout=RENDER_MS):
        go()
    newest = sorted(studio.project.results)[-count:]
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        return [decode_png(store.result_png(number)) for number in newest]


def test_a_stroke_changes_the_result_and_what_is_generated_is_made_of_it(
    qtbot, learned: MainWindow, studio: Studio
):
    panel = choose(learned, "paint")
    document = studio.canvas_documents.document
    qtbot.waitUntil(  # few colours are laid under the paint
        lambda: not np.array_equal(document.composite(), document.picture), timeout=RENDER_MS
    )
    before = whole_live(qtbot, studio)
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS):
        stroke(learned, (20, 30), (90, 60), (150, 40))
    after = whole_live(qtbot, studio)
    assert after.shape == before.shape == (32, 48, 3)
    assert not np.array_equal(before, after)
    assert studio.project.results == {}  # previews make no history

    panel.findChild(QWidget, "count").setValue(2)
    pictures = results(qtbot, studio, 2, lambda: press(qtbot, panel, "generateButton"))
    assert not np.array_equal(*pictures)
    newest = max(studio.project.results)
    qtbot.waitUntil(lambda: studio.tool_model.live.result == newest, timeout=RENDER_MS)  # and marked as such
    assert learned.commands.keep.isChecked(), "it is kept already"
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS):
        stroke(learned, (20, 30), (40, 60))
    assert not learned.commands.keep.isChecked()
    document.undo()
    recipe = studio.project.results[1].recipe
    assert recipe.tool == "paint"
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        painting = decode_png(store.blob(recipe.inputs["painting"]))
    assert np.array_equal(painting, document.composite())

    document.undo()
    studio.tool_model.set_param("start_scale", 2)
    studio.base_layer.set_base("picture")
    qtbot.waitUntil(lambda: np.array_equal(document.composite(), document.picture), timeout=RENDER_MS)
    strip = learned.workspace.results.findChild(TileList)
    first = strip.visualRect(strip.model().index(1, 0)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseDClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.waitUntil(lambda: np.array_equal(document.composite(), painting), timeout=RENDER_MS)
    assert studio.tool_model.params["start_scale"] == recipe.params["start_scale"]
    assert panel.findChild(QComboBox, "base").currentData() == studio.base_layer.base == "few"
    document.undo()
    assert not document.document_state().patches
    document.redo()
    assert np.array_equal(document.composite(), painting)


def test_the_brush_starts_on_the_first_colour_of_the_picture_and_a_foreign_one_offers_the_nearest(
    qtbot, learned: MainWindow, studio: Studio
):
    panel, tool_state = choose(learned, "paint"), studio.canvas_documents.tool_state
    qtbot.waitUntil(lambda: studio.base_layer.palette is not None, timeout=RENDER_MS)
    swatches = panel.findChild(QWidget, "swatches").findChildren(QToolButton)
    colours = [QColor(*colour) for colour in studio.base_layer.palette.swatches]
    assert tool_state.colours[0] == colours[0]
    assert [button.isChecked() for button in swatches] == [True] + [False] * (len(swatches) - 1)
    qtbot.mouseClick(swatches[2], Qt.MouseButton.LeftButton)
    assert tool_state.colours[0] == colours[2]
    assert [button.isChecked() for button in swatches].index(True) == 2
    chip = panel.findChild(QWidget, "foreignColour")
    assert not chip.isVisible()
    tool_state.set_colour(QColor(255, 0, 255))
    assert chip.isVisible()
    assert not any(button.isChecked() for button in swatches)
    press(qtbot, panel, "useNearest")
    assert not chip.isVisible()
    red, green, blue = tool_state.colours[0].getRgb()[:3]
    assert np.abs(studio.project.current.picture.astype(int) - (red, green, blue)).max(axis=2).min() < 16


def test_edit_says_what_to_do_until_something_is_marked_and_leaves_the_rest_bit_for_bit(
    qtbot, learned: MainWindow, studio: Studio
):
    panel = choose(learned, "edit")
    assert studio.tool_model.readiness.missing is Missing.WORK
    assert "move or remove" in panel.findChild(QLabel, "hint").text()
    assert not panel.findChild(QPushButton, "generateButton").isEnabled()
    document = studio.canvas_documents.document
    studio.tool_model.set_param("grow", 2)
    studio.tool_model.set_param("feather", 1.0)
    document.run_job(select_rect(document, document.rect.adjusted(60, 40, -92, -58), Combine.REPLACE))
    document.run_job(remove(document))
    document.commit("Delete")
    assert studio.tool_model.available
    studio.tool_model.count = 1
    (picture,) = results(qtbot, studio, 1, lambda: press(qtbot, panel, "generateButton"))
    assert picture.shape == document.picture.shape
    changed = np.any(picture != document.picture, axis=2)
    assert changed[55, 80]
    assert not changed[:, 170:].any()
    assert not changed[:5].any()
    studio.tool_model.roll()
    qtbot.waitUntil(lambda: studio.tool_model.live.result is None, timeout=RENDER_MS)
    document.undo()
    assert studio.tool_model.live is None, "nothing is changed any more"


def test_each_tool_keeps_its_choices_and_the_project_brings_them_back(
    qtbot, learned: MainWindow, studio: Studio
):
    panel = choose(learned, "harmonize")
    panel.findChild(QWidget, "param-grow").changed.emit(11)
    studio.tool_model.seed = 77
    choose(learned, "sample")
    assert studio.tool_model.seed == 0
    choose(learned, "harmonize")
    assert (studio.tool_model.seed, studio.tool_model.params["grow"]) == (77, 11)
    path = studio.project.path
    learned.commands.close.trigger()
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        learned.opening.open_path(path)
    assert studio.tool_model.spec.name == "harmonize"
    assert (studio.tool_model.seed, studio.tool_model.params["grow"]) == (77, 11)
    assert learned.findChild(QWidget, "harmonizePanel").isVisible()


def test_an_object_is_cut_out_and_only_its_place_changes(qtbot, learned: MainWindow, studio: Studio):
    panel = choose(learned, "harmonize")
    document = studio.canvas_documents.document
    y, x = np.mgrid[:60, :60]
    disc = np.where(((y - 30) ** 2 + (x - 30) ** 2 < 400)[..., None], (220, 30, 30), (30, 60, 220)).astype(
        np.uint8
    )
    document.run_job(paste(document, disc, QPointF(96, 64)))
    document.commit("Paste")
    assert panel.findChild(QWidget, "cutOut").isVisible()
    assert panel.findChild(QWidget, "smallObject").isVisible()  # 10 px of the learned picture
    press(qtbot, panel, "cutAuto")
    qtbot.waitUntil(lambda: not panel.findChild(QWidget, "cutOut").isVisible(), timeout=10_000)
    disc, alpha = document.objects[0], document.objects[0].bitmap.pixels[..., 3]
    assert 36 < disc.bitmap.width < 46, "its frame is as large as what is left of it"
    assert (disc.placement.x, disc.placement.y) == pytest.approx((96, 64), abs=2)
    assert alpha[disc.bitmap.height // 2, disc.bitmap.width // 2] == 255
    assert alpha[1, 1] == 0
    document.undo()
    assert panel.findChild(QWidget, "cutOut").isVisible()
    whole_live(qtbot, studio)


def test_an_object_is_seen_bare_while_it_is_marked_and_no_selection_lies_there_when_the_cut_is_undone(
    qtbot, learned: MainWindow, studio: Studio
):
    panel, view = choose(learned, "harmonize"), learned.workspace.panes.pair.left
    document, blue = studio.canvas_documents.document, np.full((40, 40, 3), (30, 60, 220), np.uint8)
    document.run_job(paste(document, blue, QPointF(96, 64)))
    document.commit("Paste")

    def seen() -> tuple[int, ...]:
        return view.grab().toImage().pixelColor(on_canvas(learned, 96, 64)).getRgb()[:3]

    assert seen() != (30, 60, 220), "it lies under the veil"
    press(qtbot, panel, "cutLasso")
    assert seen() == (30, 60, 220)
    stroke(learned, (90, 50), (110, 50), (110, 80), (90, 80), (90, 50))
    press(qtbot, panel, "cutMarked")
    assert seen() != (30, 60, 220)
    assert not document.has_selection
    learned.canvas.actions.undo.trigger()
    assert panel.findChild(QWidget, "cutOut").isVisible()
    assert not document.has_selection
    learned.canvas.actions.wand.trigger()
    assert seen() == (30, 60, 220)
    choose(learned, "edit")
    assert not studio.canvas_documents.tool_state.marks_object
    choose(learned, "harmonize")
    assert seen() == (30, 60, 220)
    press(qtbot, panel, "cutWhole")
    assert seen() != (30, 60, 220)


def test_the_panel_stays_where_it_was_when_the_cut_out_step_is_done(
    qtbot, learned: MainWindow, studio: Studio
):
    learned.resize(learned.width(), learned.minimumSizeHint().height())
    panel = choose(learned, "harmonize")
    document = studio.canvas_documents.document
    document.run_job(paste(document, np.full((40, 40, 3), 90, np.uint8), QPointF(96, 64)))
    document.commit("Paste")
    whole = panel.findChild(QPushButton, "cutWhole")
    whole.setFocus()
    scroll = panel.findChild(QScrollArea, "panelScroll").verticalScrollBar()
    scroll.setValue(0)
    qtbot.mouseClick(whole, Qt.MouseButton.LeftButton)
    assert not panel.findChild(QWidget, "cutOut").isVisible()
    qtbot.wait(50)
    assert scroll.maximum() > 0, "nothing to be scrolled"
    assert scroll.value() == 0


def test_without_its_model_few_colours_says_why_there_is_no_picture(
    qtbot, learned: MainWindow, studio: Studio
):
    choose(learned, "paint")
    whole_live(qtbot, studio)
    studio.tool_model.set_param("quantize", True)
    assert studio.tool_model.readiness.missing is Missing.MODEL
    assert studio.tool_model.live is None
    assert "one more model" in hint_text(studio.tool_model)
    assert not learned.workspace.panes.pair.right.shows_picture
    studio.tool_model.set_param("quantize", False)
    whole_live(qtbot, studio)


def test_noise_is_set_by_groups_and_locked_layouts_stay(qtbot, learned: MainWindow, studio: Studio):
    panel = choose(learned, "sample")
    panel.findChild(QSlider, "noiseAmount-layout").setValue(50)
    scales = len(studio.learning.scales)
    noise = studio.tool_model.params["noise"]
    assert len(noise) == scales
    assert noise[0] == 0.5
    assert noise[-1] == 1
    panel.findChild(QToolButton, "noiseLock-layout").click()
    assert studio.tool_model.params["noise_seeds"][0] == studio.tool_model.seed
    assert studio.tool_model.params["noise_seeds"][-1] == -1
    panel.findChild(QSlider, "noiseAmount-layout").setValue(100)
    panel.findChild(QToolButton, "noiseLock-layout").click()
    assert studio.tool_model.params["noise"] is None
    assert studio.tool_model.params["noise_seeds"] is None
    panel.findChild(QToolButton, "advancedButton").click()
    finest = panel.findChild(QSlider, f"noiseAmount-scale{scales - 1}")
    assert finest.isVisible()
    finest.setValue(30)
    assert studio.tool_model.params["noise"] == [1] * (scales - 1) + [0.3]
    whole_live(qtbot, studio)


@pytest.mark.timeout(400)
def test_enlarging_learns_the_model_it_needs_and_then_enlarges(qtbot, learned: MainWindow, studio: Studio):
    panel = choose(learned, "upscale")
    studio.tool_model.use_maker(Kind.LEARNED)
    studio.tool_model.set_param("factor", 1.5)
    assert studio.tool_model.readiness.missing is Missing.MODEL
    qtbot.waitUntil(lambda: panel.findChild(QWidget, "modelBox").isVisible())
    assert "288×192" in panel.findChild(QLabel, "plan").text()
    with qtbot.waitSignal(
        studio.tool_model.readiness_changed, timeout=300_000, check_params_cb=lambda r: r.ready
    ):
        press(qtbot, panel, "learnModel")
    assert not panel.findChild(QWidget, "modelBox").isVisible()
    (picture,) = results(qtbot, studio, 1, lambda: press(qtbot, panel, "generateButton"))
    assert picture.shape == (192, 288, 3)

    choose(learned, "sample")
    (variation,) = results(qtbot, studio, 1, learned.commands.keep.trigger)
    learned.result_menu.send["upscale"].trigger()
    back = panel.findChild(QPushButton, "enlargePicture")
    qtbot.waitUntil(back.isVisible)
    assert studio.tool_model.spec.name == "upscale"
    assert studio.tool_model.live is None, "what is seen beside it was made of the picture"
    assert "#2" in panel.findChild(QLabel, "subject").text()
    assert "72×48" in panel.findChild(QLabel, "plan").text()
    assert learned.workspace.panes.pair.left.picture_size().width() == 48
    (picture,) = results(qtbot, studio, 1, lambda: press(qtbot, panel, "generateButton"))
    assert picture.shape == (48, 72, 3)
    assert np.abs(cv2.resize(picture, (48, 32)).astype(int) - variation).mean() < 12
    path = studio.project.path
    learned.commands.close.trigger()
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        learned.opening.open_path(path)
    qtbot.waitUntil(lambda: "#2" in panel.findChild(QLabel, "subject").text(), timeout=10_000)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert "288×192" in panel.findChild(QLabel, "plan").text()
    assert learned.workspace.panes.pair.left.picture_size().width() == 192


def test_squinting_shows_the_work_as_coarse_as_the_start_scale_receives_it(
    qtbot, learned: MainWindow, studio: Studio
):
    choose(learned, "paint")
    view = learned.workspace.panes.pair.left
    learned.activateWindow()
    learned.commands.squint.trigger()
    assert view.is_covered
    QTest.keyRelease(view, Qt.Key.Key_Q)
    assert not view.is_covered
    learned.commands.squint.trigger()  # from the menu: until the next click
    QTest.mouseClick(learned.workspace, Qt.MouseButton.LeftButton)
    assert not view.is_covered
    button = learned.findChild(QToolButton, "squintButton")
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert view.is_covered
    assert "as " in learned.workspace.panes.pair.left_title.findChild(QLabel, "words").text()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert not view.is_covered
    whole_live(qtbot, studio)
    choose(learned, "upscale")
    assert not button.isEnabled()  # it starts from no scale


def test_re_rendering_stands_whole_in_the_title_of_the_result(qtbot, learned: MainWindow, studio: Studio):
    picture = whole_live(qtbot, studio)
    button = learned.findChild(QToolButton, "againButton")
    before = learned.workspace.panes.pair.right.geometry()
    button.setVisible(True)
    QTest.qWait(1)
    assert button.height() >= button.fontMetrics().height()
    assert button.geometry().bottom() <= button.parentWidget().height()
    assert learned.workspace.panes.pair.right.geometry() == before
    assert picture.shape == (32, 48, 3)


@pytest.mark.parametrize("tool", ["sample", "paint", "edit", "upscale", "animate"])
def test_a_wheel_that_scrolls_the_panel_changes_none_of_its_fields(learned: MainWindow, tool: str):
    panel = choose(learned, tool)
    for button in panel.findChildren(QToolButton, "advancedButton"):
        button.setChecked(True)
    learned.setFocus()
    fields = [
        field
        for field in panel.findChildren(QWidget)
        if isinstance(field, QAbstractSpinBox | QSlider | QComboBox) and field.isVisible()
    ]
    assert len(fields) >= 2
    for field in fields:
        before = field.currentIndex() if isinstance(field, QComboBox) else field.value()
        turn_wheel(field, QPointF(field.rect().center()), -1)
        turn_wheel(field, QPointF(field.rect().center()), 1)
        turn_wheel(field, QPointF(field.rect().center()), 1)
        after = field.currentIndex() if isinstance(field, QComboBox) else field.value()
        assert after == before, field.objectName()
        assert not field.hasFocus()
