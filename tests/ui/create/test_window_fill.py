"""Fill and Extend as the user does them, on a photo of which nothing is learned: real events, the real renderer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot
from tool_driving import RENDER_MS, choose, open_photo, stroke, whole_live

from singan_studio.core.images import decode_png
from singan_studio.core.recipe import PATCHES
from singan_studio.core.resources import resource
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import hint_text

Key = Qt.Key
PHOTO = (300, 200)  # px; pictures are drawn at 250x167


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "tulips.png"
    whole = QImage(str(resource("samples") / "tulips.jpg"))
    whole.scaled(*PHOTO, mode=Qt.TransformationMode.SmoothTransformation).save(str(path))
    return path


@pytest.fixture
def drawing(qtbot: QtBot, studio: Studio, window: MainWindow, photo: Path) -> MainWindow:
    """The window with the photo open and the renderer at work."""
    open_photo(qtbot, studio, window, photo)
    return window


@pytest.fixture
def shown(qtbot: QtBot, studio: Studio, window: MainWindow, photo: Path) -> MainWindow:
    """The window with the photo open and no renderer."""
    with qtbot.waitSignal(studio.project.opened, timeout=RENDER_MS):
        window.opening.open_path(photo)
    return window


def outside(document) -> np.ndarray:
    return document.mask == 0


def test_what_is_selected_and_deleted_is_filled_live_and_in_several_results(
    qtbot, drawing: MainWindow, studio: Studio
):
    panel = choose(drawing, "fill")
    document, view = studio.canvas_documents.document, drawing.workspace.panes.pair.left
    assert "Delete" in panel.findChild(QLabel, "hint").text()
    stroke(drawing, (60, 50), (90, 70), (120, 100))  # a rectangle
    qtbot.waitUntil(lambda: document.has_selection)
    assert studio.tool_model.live is None, "a selection alone is not filled yet"
    qtbot.keyClick(view, Key.Key_Delete)
    live = whole_live(qtbot, studio)
    assert studio.tool_model.live.recipe.model_id == PATCHES
    assert not document.has_selection
    assert live.shape == document.picture.shape
    assert np.array_equal(live[outside(document)], document.picture[outside(document)])
    assert not np.array_equal(live, document.picture)

    qtbot.keyClick(drawing, Key.Key_B)  # the brush adds a second hole
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS, check_params_cb=bool):
        stroke(drawing, (200, 150), (230, 160))
    assert document.mask[155, 215] > 0
    panel.findChild(QWidget, "count").setValue(2)
    with qtbot.waitSignals([studio.project.result_replaced] * 2, timeout=2 * RENDER_MS):
        qtbot.mouseClick(panel.findChild(QPushButton, "generateButton"), Qt.MouseButton.LeftButton)
    newest = sorted(studio.project.results)[-2:]
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        made = [decode_png(store.result_png(number)) for number in newest]
    assert not np.array_equal(*made)
    for picture in made:
        assert np.array_equal(picture[outside(document)], document.picture[outside(document)])
    document.undo()
    document.undo()
    qtbot.waitUntil(lambda: not document.mask.any())


def test_sliders_pull_edges_out_live(qtbot, drawing: MainWindow, studio: Studio):
    panel = choose(drawing, "extend")
    whole_live(qtbot, studio)
    assert hint_text(studio.tool_model) == (
        "Nothing to extend yet: pull an edge of your picture outwards, or move a slider."
    )
    field = panel.findChild(QWidget, "param-right").findChild(QDoubleSpinBox)
    field.setFocus()
    field.selectAll()
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS, check_params_cb=bool):
        qtbot.keyClicks(field, "40")
        qtbot.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(
        lambda: bool(studio.tool_model.live and studio.tool_model.live.picture.shape == (200, 420, 3)),
        timeout=RENDER_MS,
    )
    picture = studio.project.current.picture
    assert np.array_equal(whole_live(qtbot, studio)[:, :300], picture)
    assert "420" in panel.findChild(QLabel, "extendedSize").text()


def pull(pair: QWidget, name: str, by: QPoint) -> None:
    """Drag a handle on a picture's edge."""
    handle, left = pair.findChild(QWidget, name), Qt.MouseButton.LeftButton
    assert handle.isVisible()
    start = handle.mapToGlobal(QPoint(6, 6))
    QTest.mousePress(handle, left, pos=QPoint(6, 6))
    for target in (start + by / 2, start + by):
        QTest.mouseMove(handle, handle.mapFromGlobal(target))  # it follows, and stops at the border
    QTest.mouseRelease(handle, left, pos=handle.mapFromGlobal(start + by))


def test_edges_are_pulled_out_with_the_mouse(qtbot, drawing: MainWindow, studio: Studio):
    pair = drawing.workspace.panes.pair
    view = pair.left
    assert not pair.findChild(QWidget, "marginLeft").isVisible()
    choose(drawing, "extend")
    whole_live(qtbot, studio)
    qtbot.waitUntil(pair.findChild(QWidget, "marginLeft").isVisible)
    rect = view.picture_rect()
    pull(pair, "marginLeft", QPoint(-round(0.3 * rect.width()), 0))
    params = studio.tool_model.params
    assert params["left"] == pytest.approx(30, abs=1.5)
    assert (params["right"], params["top"], params["bottom"]) == (0, 0, 0)
    qtbot.waitUntil(
        lambda: bool(
            studio.tool_model.live
            and studio.tool_model.live.whole
            and studio.tool_model.live.picture.shape == (200, 300 + round(3 * params["left"]), 3)
        ),
        timeout=RENDER_MS,
    )
    picture = studio.project.current.picture
    assert np.array_equal(whole_live(qtbot, studio)[:, -300:], picture)
    qtbot.waitUntil(lambda: pair.findChild(QWidget, "marginLeft").geometry().center().x() > 0)

    rect = view.picture_rect()
    pull(pair, "marginRightBottom", QPoint(round(2 * rect.width()), round(0.5 * rect.height())))
    assert params["right"] == 100  # twice the picture at most
    assert params["bottom"] == pytest.approx(50, abs=1.5)
    pull(pair, "marginLeft", QPoint(round(rect.width()), 0))
    assert params["left"] == 0  # and never into the picture

    choose(drawing, "sample")
    assert not pair.findChild(QWidget, "marginLeft").isVisible()


def test_deleting_in_edit_offers_fill_with_the_same_selection(qtbot, shown: MainWindow, studio: Studio):
    choose(shown, "edit")
    view = shown.workspace.panes.pair.left
    stroke(shown, (60, 50), (90, 70), (120, 100))
    qtbot.waitUntil(lambda: studio.canvas_documents.document.has_selection)
    qtbot.keyClick(view, Key.Key_Delete)
    offer = shown.message_bar.findChild(QPushButton, "action")
    qtbot.waitUntil(lambda: offer.isVisible() and offer.text() == "Fill this")
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert studio.tool_model.spec.name == "fill"
    document = studio.canvas_documents.document
    qtbot.waitUntil(lambda: document.mask[50:100, 60:120].all())
    assert not document.mask[:48].any()
    assert document.history.undo_name == "Delete"


def test_filling_comes_from_where_the_user_paints(qtbot, drawing: MainWindow, studio: Studio):
    panel = choose(drawing, "fill")
    document, view = studio.canvas_documents.document, drawing.workspace.panes.pair.left
    stroke(drawing, (60, 140), (80, 150), (100, 170))  # a rectangle of stems and leaves
    qtbot.waitUntil(lambda: document.has_selection)
    qtbot.keyClick(view, Key.Key_Delete)
    anywhere = whole_live(qtbot, studio)
    qtbot.keyClick(drawing, Key.Key_S)
    drawing.canvas.tool_bar.findChild(QSpinBox, "size").setValue(40)
    stroke(drawing, (20, 20), (150, 22), (280, 20))  # blossoms far away
    painted = document.coverage() > 0
    assert painted[20, 150]
    assert not painted[100, 150]
    hole = document.mask > 0
    wanted = document.picture[painted].mean(0)

    def off(picture: np.ndarray) -> float:
        return float(np.abs(picture[hole].mean(0) - wanted).max())

    qtbot.waitUntil(lambda: off(whole_live(qtbot, studio)) < 0.6 * off(anywhere), timeout=RENDER_MS)
    near = whole_live(qtbot, studio)
    assert np.array_equal(near[~hole], document.picture[~hole]), "the paint is not seen in the result"
    panel.findChild(QWidget, "count").setValue(1)
    with qtbot.waitSignal(studio.project.result_added, timeout=2 * RENDER_MS):
        qtbot.mouseClick(panel.findChild(QPushButton, "generateButton"), Qt.MouseButton.LeftButton)
    assert set(studio.project.results[max(studio.project.results)].recipe.inputs) == {"mask", "sources"}
    document.undo()
    qtbot.waitUntil(lambda: not document.coverage().any())


def test_the_panel_says_when_a_border_of_the_photo_is_painted_over(
    qtbot, studio: Studio, window, photo: Path
):
    framed = QImage(str(photo))
    for x in range(framed.width()):
        framed.setPixelColor(x, 0, Qt.GlobalColor.black)
    framed.save(str(photo))
    with qtbot.waitSignal(studio.project.opened, timeout=RENDER_MS):
        window.opening.open_path(photo)
    label = choose(window, "extend").findChild(QLabel, "photoBorder")
    studio.tool_model.set_param("left", 20.0)
    assert label.isHidden()
    studio.tool_model.set_param("top", 20.0)
    qtbot.waitUntil(lambda: not label.isHidden())
    assert "1 px" in label.text()
    studio.tool_model.set_param("border", False)
    qtbot.waitUntil(label.isHidden)
