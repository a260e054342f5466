"""The list of layers in the panel: eyes, pieces in hand, and what results are made of."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from gestures import NONE
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tool_driving import choose, stroke, whole_live

from singan_studio.core.images import decode_png
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.composing import MASK, PAINT, PICTURE
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.layer_list import LayerList

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key
RED = np.full((30, 40, 3), (220, 30, 30), np.uint8)


@pytest.fixture
def begun(qtbot: QtBot, studio: Studio, window: MainWindow, learned_file: Path, tmp_path: Path) -> MainWindow:
    """The window with the learned project of 192x128 px, without a renderer."""
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        window.opening.open_path(Path(shutil.copy(learned_file, tmp_path / "hills.singan")))
    return window


def list_of(window: MainWindow, tool: str) -> LayerList:
    found = choose(window, tool).findChild(LayerList, "layerList")
    assert found is not None
    assert found.isVisible()
    return found


def names(layers: LayerList) -> list[str]:
    return [layers.item(row).text() for row in range(layers.count())]


def row_of(layers: LayerList, text: str) -> int:
    return names(layers).index(text)


def click_eye(layers: LayerList, text: str) -> None:
    rect = layers.visualItemRect(layers.item(row_of(layers, text)))
    QTest.mouseClick(layers.viewport(), LEFT, NONE, QPoint(rect.left() + 10, rect.center().y()))


def click_row(layers: LayerList, text: str) -> None:
    rect = layers.visualItemRect(layers.item(row_of(layers, text)))
    QTest.mouseClick(layers.viewport(), LEFT, NONE, QPoint(rect.center().x(), rect.center().y()))


def document_of(window: MainWindow) -> CanvasDocument:
    document = window.workspace.panes.pair.left.document()
    assert document is not None
    return document


def paste_two(window: MainWindow) -> None:
    for x in (50, 140):
        window.canvas.commands.paste(RED, QPointF(x, 64))


def is_said_to_be_left_out(window: MainWindow, tool: str) -> bool:
    label = window.findChild(QWidget, f"{tool}Panel").findChild(QLabel, "leftOut")
    return label.isVisible()


@pytest.mark.parametrize(
    ("tool", "layers"),
    [
        ("paint", ["Paint", "Background"]),
        ("edit", ["Area to change", "Filled holes", "Picture"]),
        ("harmonize", ["Area to change", "Filled holes", "Picture"]),
    ],
)
def test_each_tool_of_the_canvas_lists_its_own_layers(begun: MainWindow, tool: str, layers: list[str]):
    found = list_of(begun, tool)
    assert names(found) == layers
    assert all(found.item(row).toolTip() for row in range(found.count()))
    assert found.accessibleName() == "Layers"


def test_tools_without_objects_have_no_layer_list(begun: MainWindow):
    for tool in ("sample", "upscale", "animate"):
        panel = choose(begun, tool)
        assert panel is None or panel.findChild(LayerList) is None


def test_objects_are_listed_from_the_topmost_on_with_thumbnails(qtbot: QtBot, begun: MainWindow):
    layers = list_of(begun, "harmonize")
    paste_two(begun)
    assert names(layers) == ["Area to change", "Object 2", "Object 1", "Filled holes", "Picture"]
    assert layers.currentRow() == row_of(layers, "Object 2")

    def is_red() -> bool:
        image = layers.item(1).icon().pixmap(20, 20).toImage()
        return image.pixelColor(image.rect().center()).red() > 200

    qtbot.waitUntil(is_red, timeout=10_000)
    height = layers.height()
    paste_two(begun)
    paste_two(begun)
    assert layers.count() == 9
    assert layers.height() <= height, "the panel would get crowded"


def test_hidden_paint_is_not_part_of_what_generate_is_given(
    qtbot: QtBot, learned: MainWindow, studio: Studio
):
    layers = list_of(learned, "paint")
    studio.base_layer.set_base("picture")
    whole_live(qtbot, studio)
    studio.canvas_documents.tool_state.set_colour(Qt.GlobalColor.red)
    stroke(learned, (40, 64), (150, 64))
    document = document_of(learned)
    click_eye(layers, "Paint")
    assert not document.layer_props(PAINT).visible
    assert is_said_to_be_left_out(learned, "paint")
    keep(qtbot, learned, studio)
    click_eye(layers, "Paint")
    assert not is_said_to_be_left_out(learned, "paint")
    click_eye(layers, "Background")
    assert not is_said_to_be_left_out(learned, "paint")
    keep(qtbot, learned, studio)
    results, path = list(studio.project.results.values()), studio.project.path
    studio.close()
    with ProjectStore.open(path, read_only=True) as store:
        without, with_paint = (decode_png(store.blob(r.recipe.inputs["painting"])) for r in results)
    assert np.array_equal(without, document.picture)
    assert tuple(with_paint[64, 100]) == (255, 0, 0)
    assert np.array_equal(with_paint[:20], document.picture[:20]), "the ground is hidden from the eye alone"


def keep(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    tool_model = studio.tool_model
    tool_model.seed += 1

    def is_drawn() -> bool:
        return bool(
            tool_model.live and tool_model.live.whole and tool_model.live.recipe.seed == tool_model.seed
        )

    qtbot.waitUntil(is_drawn, timeout=60_000)
    with qtbot.waitSignal(studio.project.result_added, timeout=60_000):
        window.commands.keep.trigger()


def test_a_hidden_object_alone_gives_harmonize_nothing_to_change(begun: MainWindow, studio: Studio):
    layers = list_of(begun, "harmonize")
    begun.canvas.commands.paste(RED, QPointF(50, 64))
    assert studio.tool_model.session.marked
    click_eye(layers, "Object 1")
    assert not studio.tool_model.session.marked
    assert not begun.commands.generate.isEnabled()
    click_eye(layers, "Object 1")
    assert studio.tool_model.session.marked


def test_a_click_on_an_eye_chooses_nothing(begun: MainWindow, studio: Studio):
    layers = list_of(begun, "harmonize")
    paste_two(begun)
    click_eye(layers, "Object 1")
    assert document_of(begun).active == 2
    assert layers.currentRow() == row_of(layers, "Object 2")


def test_clicking_a_row_activates_its_object(begun: MainWindow, studio: Studio):
    layers = list_of(begun, "harmonize")
    paste_two(begun)
    begun.canvas.actions.brush.trigger()
    click_row(layers, "Object 1")
    assert document_of(begun).active == 1
    assert studio.canvas_documents.tool_state.tool == "transform"
    click_row(layers, "Picture")
    assert document_of(begun).active is None
    assert layers.currentRow() == row_of(layers, "Picture")


def test_a_click_on_the_canvas_selects_the_row(begun: MainWindow):
    layers = list_of(begun, "harmonize")
    paste_two(begun)
    stroke(begun, (50, 64))
    assert layers.currentRow() == row_of(layers, "Object 1")
    stroke(begun, (96, 120))
    assert layers.currentRow() == -1


def test_a_pending_transform_becomes_a_step_before_another_object_is_activated(begun: MainWindow):
    layers = list_of(begun, "harmonize")
    paste_two(begun)
    document = document_of(begun)
    stroke(begun, (140, 64), (140, 90))
    assert document.pending
    click_row(layers, "Object 1")
    assert not document.pending
    assert [step.name for step in document.history.steps] == ["Paste", "Paste", "Transform"]


def test_keys_select_hide_and_delete_rows(qtbot: QtBot, begun: MainWindow):
    layers, document = list_of(begun, "harmonize"), document_of(begun)
    paste_two(begun)
    layers.setFocus()
    qtbot.keyClick(layers, Key.Key_Down)
    assert document.active == 1
    qtbot.keyClick(layers, Key.Key_Space)
    assert document.hidden == {"object/1"}
    qtbot.keyClick(layers, Key.Key_Space)
    assert document.hidden == frozenset()
    qtbot.keyClick(layers, Key.Key_Delete)
    assert [item.id for item in document.objects] == [2]
    assert document.history.undo_name == "Delete"
    document.undo()
    assert [item.id for item in document.objects] == [1, 2]
    click_row(layers, "Picture")
    qtbot.keyClick(layers, Key.Key_Delete)
    assert len(document.objects) == 2


def test_the_menu_of_an_object_changes_its_order(qtbot: QtBot, begun: MainWindow):
    layers, document = list_of(begun, "harmonize"), document_of(begun)
    paste_two(begun)
    at = layers.visualItemRect(layers.item(row_of(layers, "Object 1"))).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, layers.viewport().mapToGlobal(at))
    QApplication.sendEvent(layers.viewport(), event)
    menu = layers.findChild(QMenu, "layerMenu")
    forward = next(action for action in menu.actions() if "forward" in action.text())
    assert isinstance(forward, QAction)
    forward.trigger()
    menu.close()
    assert [item.id for item in document.objects] == [2, 1]
    assert names(layers)[1:3] == ["Object 1", "Object 2"]
    assert document.history.undo_name == "Order"


def test_the_mask_overlay_is_a_layer_of_each_tool(qtbot: QtBot, begun: MainWindow):
    layers, action = list_of(begun, "edit"), begun.canvas.actions.mask
    action.trigger()
    assert not document_of(begun).layer_props(MASK).visible
    assert layers.item(row_of(layers, "Area to change")).checkState() is Qt.CheckState.Unchecked
    list_of(begun, "harmonize")
    assert action.isChecked()
    list_of(begun, "edit")
    assert not action.isChecked()
    click_eye(layers, "Area to change")
    assert action.isChecked()


def test_the_picture_can_be_hidden_to_see_the_paint_alone(qtbot: QtBot, begun: MainWindow, studio: Studio):
    layers = list_of(begun, "paint")
    studio.canvas_documents.tool_state.set_colour(Qt.GlobalColor.red)
    stroke(begun, (40, 64), (150, 64))
    view = begun.workspace.panes.pair.left
    sky = view.picture_transform().map(QPointF(96, 20)).toPoint()
    red = view.picture_transform().map(QPointF(96, 64)).toPoint()
    click_eye(layers, "Background")
    shown = view.grab().toImage()
    assert shown.pixelColor(red).getRgb()[:3] == (255, 0, 0)
    ground = shown.pixelColor(sky)
    assert ground.red() == ground.green() == ground.blue(), "squares of grey"
    click_eye(layers, "Background")
    ground = view.grab().toImage().pixelColor(sky)
    assert not ground.red() == ground.green() == ground.blue()


def test_hidden_layers_are_saved_in_the_project_for_each_tool(
    qtbot: QtBot, begun: MainWindow, studio: Studio
):
    layers = list_of(begun, "harmonize")
    paste_two(begun)
    click_eye(layers, "Object 1")
    click_eye(layers, "Picture")
    seen, path = document_of(begun).composite(), studio.project.path
    list_of(begun, "edit")
    begun.commands.close.trigger()
    qtbot.waitUntil(lambda: not studio.project.busy, timeout=10_000)
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        begun.opening.open_path(path)
    assert document_of(begun).hidden == frozenset()
    layers = list_of(begun, "harmonize")
    assert document_of(begun).hidden == {"object/1", PICTURE}
    assert layers.item(row_of(layers, "Object 1")).checkState() is Qt.CheckState.Unchecked
    assert np.array_equal(document_of(begun).composite(), seen)


def test_going_back_to_a_result_hides_what_was_hidden_then(qtbot: QtBot, learned: MainWindow, studio: Studio):
    layers = list_of(learned, "harmonize")
    paste_two(learned)
    click_eye(layers, "Object 1")
    document = document_of(learned)
    seen = document.composite()
    keep(qtbot, learned, studio)
    recipe = next(iter(studio.project.results.values())).recipe
    click_eye(layers, "Object 1")
    document.set_objects([])
    document.commit("Delete")
    with qtbot.waitSignal(document.layer_props_changed, timeout=30_000):
        studio.restore_result.take_over(recipe)
    qtbot.waitUntil(lambda: document.hidden == {"object/1"}, timeout=30_000)
    assert len(document.objects) == 2
    assert np.array_equal(document.composite(), seen)


def test_the_panel_does_not_jump_when_a_colour_is_none_of_the_picture(
    qtbot: QtBot, begun: MainWindow, studio: Studio
):
    panel = choose(begun, "paint")
    chip, below = panel.findChild(QWidget, "foreignColour"), panel.findChild(QWidget, "layersBox")
    qtbot.waitUntil(lambda: studio.base_layer.palette is not None, timeout=10_000)
    studio.canvas_documents.tool_state.set_colour(QColor(*studio.base_layer.palette.swatches[0]))
    QApplication.processEvents()
    assert not chip.isVisible()
    place = below.mapTo(panel, QPoint())
    studio.canvas_documents.tool_state.set_colour(QColor(255, 0, 220))
    QApplication.processEvents()
    assert chip.isVisible()
    assert below.mapTo(panel, QPoint()) == place
