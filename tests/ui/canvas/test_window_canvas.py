"""The canvas in the window: keys, menus, the tool bar, the clipboard, and what a project keeps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from canvas_samples import is_untouched
from canvas_window import choose, drag, field, view_of
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.clipboard import picture_of
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.object_edits import paste
from singan_studio.ui.canvas.pixels import area
from singan_studio.ui.canvas.selection import selected_rect
from singan_studio.ui.canvas.tool_bar import NumberField
from singan_studio.ui.canvas.tool_state import SelectBy
from singan_studio.ui.project.dropped_content import DroppedFile

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def painting(begun: MainWindow, studio: Studio) -> CanvasDocument:
    return choose(begun, studio, "paint")


@pytest.fixture
def edit(begun: MainWindow, studio: Studio) -> CanvasDocument:
    return choose(begun, studio, "edit")


def test_keys_choose_tools_and_change_the_brush(qtbot, begun: MainWindow, painting, studio: Studio):
    view, tool_state = view_of(begun), studio.canvas_documents.tool_state
    for key, tool in (
        (Key.Key_E, "eraser"),
        (Key.Key_G, "fill"),
        (Key.Key_I, "picker"),
        (Key.Key_B, "brush"),
    ):
        qtbot.keyClick(view, key)
        assert tool_state.tool == tool
        assert begun.canvas.actions.tools.checkedAction().objectName() == f"canvas-{tool}"
    size, hardness = tool_state.brush.size, tool_state.brush.hardness
    qtbot.keyClick(view, Key.Key_BracketRight)
    assert tool_state.brush.size > size
    qtbot.keyClick(view, Key.Key_BracketLeft)
    qtbot.keyClick(view, Key.Key_BracketLeft)
    assert tool_state.brush.size < size
    qtbot.keyClick(view, Key.Key_BraceLeft)
    assert tool_state.brush.hardness < hardness
    tool_state.set_colour(QColor("#123456"))
    qtbot.keyClick(view, Key.Key_X)
    assert tool_state.colours[1] == QColor("#123456")
    qtbot.keyClick(view, Key.Key_D)
    assert tool_state.colours == tool_state.default_colours


def test_the_tool_bar_shows_and_changes_the_brush(begun: MainWindow, painting, studio: Studio):
    tool_state, bar = studio.canvas_documents.tool_state, begun.canvas.tool_bar
    begins_with = tool_state.brush.size
    assert begins_with == max(round(max(painting.picture.shape[:2]) / 16), 6)
    field(begun, "size").setValue(70)
    field(begun, "opacity").setValue(50)
    assert (tool_state.brush.size, tool_state.brush.opacity) == (70, 0.5)
    begun.canvas.actions.eraser.trigger()
    assert field(begun, "size").value() == round(tool_state.brush.size) == begins_with
    assert not bar.findChild(NumberField, "toleranceField").action.isVisible()
    begun.canvas.actions.fill.trigger()
    assert bar.findChild(NumberField, "toleranceField").action.isVisible()
    assert not bar.findChild(NumberField, "sizeField").action.isVisible()
    tool_state.learned_px = 4.0
    tool_state.set_tool("brush")
    assert "17.5 px" in field(begun, "size").toolTip()


def test_a_tool_without_a_canvas_disables_the_canvas_actions(begun: MainWindow, studio: Studio):
    studio.tool_model.choose("upscale")
    actions = begun.canvas.actions
    for action in (actions.brush, actions.undo, actions.select_all, actions.cut, actions.transform_now):
        assert not action.isEnabled(), action.objectName()
    assert not field(begun, "size").isEnabled()


def test_each_mode_has_its_own_tools_and_remembers_the_last_one(begun: MainWindow, painting, studio: Studio):
    actions, tool_state = begun.canvas.actions, studio.canvas_documents.tool_state
    tool_state.set_tool("eraser")
    choose(begun, studio, "edit")
    assert tool_state.tool == "select"
    assert not actions.picker.isEnabled()
    assert actions.mask.isEnabled()
    choose(begun, studio, "harmonize")
    assert tool_state.tool == "transform"
    choose(begun, studio, "paint")
    assert tool_state.tool == "eraser"
    assert actions.picker.isEnabled()
    assert not actions.mask.isEnabled()


def test_undo_and_redo_name_their_step(qtbot, begun: MainWindow, painting: CanvasDocument):
    actions = begun.canvas.actions
    assert not actions.undo.isEnabled()
    drag(begun, (30, 30), (90, 60))
    assert actions.undo.text() == "&Undo: Brush"
    painted = painting.coverage()
    qtbot.keyClick(view_of(begun), Key.Key_Z, Control)
    assert not painting.coverage().any()
    assert (actions.undo.text(), actions.redo.text()) == ("&Undo", "&Redo: Brush")
    qtbot.keyClick(view_of(begun), Key.Key_Z, Control | Shift)
    assert np.array_equal(painting.coverage(), painted)


def test_delete_leaves_a_filled_hole_that_is_the_mask(qtbot, begun: MainWindow, edit: CanvasDocument):
    drag(begun, (40, 40), (80, 70))
    qtbot.keyClick(view_of(begun), Key.Key_Delete)
    composite = edit.composite()
    assert not np.array_equal(composite[40:70, 40:80], edit.picture[40:70, 40:80])
    assert np.array_equal(composite[:38], edit.picture[:38])
    assert edit.mask[45:65, 45:75].min() == 255
    assert edit.mask[80:].max() == 0
    assert edit.history.undo_name == "Delete"
    assert not edit.has_selection


def test_cut_and_paste_go_through_the_clipboard(qtbot, begun: MainWindow, edit: CanvasDocument):
    drag(begun, (40, 40), (60, 55))
    piece = edit.picture[40:55, 40:60].copy()
    qtbot.keyClick(view_of(begun), Key.Key_X, Control)
    copied = picture_of(QGuiApplication.clipboard().image())
    assert np.array_equal(copied[..., :3], piece)
    assert edit.history.undo_name == "Cut"
    QTest.mouseMove(view_of(begun), view_of(begun).picture_transform().map(QPointF(120, 90)).toPoint())
    qtbot.keyClick(view_of(begun), Key.Key_V, Control)
    qtbot.waitUntil(lambda: len(edit.objects) == 1, timeout=5000)
    placement = edit.objects[0].placement
    assert (placement.x, placement.y) == (pytest.approx(120, abs=1), pytest.approx(90, abs=1))
    assert edit.active == edit.objects[0].id


@pytest.mark.parametrize("tool", ["paint", "edit", "harmonize"])
def test_a_copied_bitmap_is_pasted_at_its_own_size_without_a_question(
    qtbot, begun: MainWindow, studio: Studio, tool: str
):
    document = choose(begun, studio, tool)
    begun.canvas.actions.rectangle.trigger()
    drag(begun, (10, 10), (130, 101))
    copied = document.composite()[area(selected_rect(document))]
    assert copied.shape[1] >= 118
    qtbot.keyClick(view_of(begun), Key.Key_C, Control)
    QTest.mouseMove(view_of(begun), view_of(begun).picture_transform().map(QPointF(190, 125)).toPoint())
    qtbot.keyClick(view_of(begun), Key.Key_V, Control)
    qtbot.waitUntil(lambda: len(document.objects) == 1, timeout=5000)
    pasted = document.objects[0].outline.boundingRect().toRect()
    assert document.rect.contains(pasted)
    assert np.array_equal(document.composite()[area(pasted)], copied)
    assert begun.findChild(QDialog) is None


def test_a_large_picture_lands_at_a_third_of_the_short_side_with_its_transparency(
    qtbot, begun: MainWindow, studio: Studio, tmp_path: Path
):
    document = choose(begun, studio, "harmonize")
    image = QImage(400, 200, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    for x in range(200):
        for y in range(200):
            image.setPixelColor(x, y, QColor(255, 0, 0))
    image.save(str(tmp_path / "thing.png"))
    view = view_of(begun)
    at = view.mapToGlobal(view.picture_transform().map(QPointF(100, 60))).toPoint()
    begun.canvas.paste(DroppedFile(tmp_path / "thing.png"), at)
    qtbot.waitUntil(lambda: len(document.objects) == 1, timeout=5000)
    rect = document.objects[0].outline.boundingRect()
    assert max(rect.width(), rect.height()) == pytest.approx(128 / 3, abs=1)
    assert rect.center().x() == pytest.approx(100, abs=1)
    mask = document.mask
    assert mask[60, 90] == 255
    assert mask[60, 110] == 0
    assert tuple(document.composite()[60, 90]) == (255, 0, 0)


def test_selection_commands(qtbot, begun: MainWindow, edit: CanvasDocument):
    actions, selected = begun.canvas.actions, edit.selection.pixels
    assert not actions.deselect.isEnabled()
    drag(begun, (40, 40), (80, 70))
    actions.grow.trigger()
    dialog = begun.findChild(QInputDialog, "growSelectionDialog")
    dialog.setIntValue(5)
    dialog.accept()
    assert selected[36, 60] == 255
    assert selected[33, 60] == 0
    assert edit.history.undo_name == "Grow the selection"
    actions.invert.trigger()
    assert selected[36, 60] == 0
    assert selected[5, 5] == 255
    actions.deselect.trigger()
    assert not edit.has_selection
    edit.undo()
    edit.undo()
    edit.undo()
    assert selected[39, 60] == 0
    assert selected[41, 60] == 255


def test_duplicate_copies_the_selection_or_the_active_object(qtbot, begun: MainWindow, edit, studio):
    view, before = view_of(begun), edit.composite()
    studio.canvas_documents.tool_state.set_tool("select")
    assert not begun.canvas.actions.duplicate.isEnabled()
    drag(begun, (20, 20), (60, 50))
    qtbot.keyClick(view, Key.Key_J, Control)
    assert edit.history.undo_name == "Duplicate"
    assert np.array_equal(edit.composite()[35:65, 40:80], before[20:50, 20:60])
    assert np.array_equal(edit.composite()[20:34, 20:60], before[20:34, 20:60])
    assert studio.canvas_documents.tool_state.tool == "transform"
    qtbot.keyClick(view, Key.Key_J, Control)
    assert len(edit.objects) == 2
    assert all(edit.rect.contains(item.rect) for item in edit.objects)
    qtbot.keyClick(view, Key.Key_Z, Control)
    qtbot.keyClick(view, Key.Key_Z, Control)
    assert np.array_equal(edit.composite(), before)


def test_an_object_moves_up_and_down_in_the_order(qtbot, begun: MainWindow, studio: Studio):
    document, view = choose(begun, studio, "harmonize"), view_of(begun)
    for shade in (40, 240):
        document.run_job(paste(document, np.full((30, 30, 3), shade, np.uint8), QPointF(96, 64)))
        document.commit("Paste")
    assert (document.composite()[64, 96] == 240).all()
    document.set_active(document.objects[1].id)
    qtbot.keyClick(view, Key.Key_BracketLeft, Control)
    assert (document.composite()[64, 96] == 40).all()
    assert document.history.undo_name == "Order"
    qtbot.keyClick(view, Key.Key_BracketLeft, Control)  # it lies at the bottom already
    qtbot.keyClick(view, Key.Key_Z, Control)
    assert (document.composite()[64, 96] == 240).all()
    qtbot.keyClick(view, Key.Key_Z, Control | Shift)
    qtbot.keyClick(view, Key.Key_BracketRight, Control)
    assert (document.composite()[64, 96] == 240).all()


def test_flip_mirrors_the_active_object(begun: MainWindow, edit: CanvasDocument):
    drag(begun, (40, 40), (80, 70))
    begun.canvas.actions.transform_now.trigger()
    where = area(edit.objects[0].outline.boundingRect().toRect())
    before = edit.composite()[where]
    begun.canvas.actions.flip_across.trigger()
    assert np.array_equal(edit.composite()[where], before[:, ::-1])


def test_escape_cancels_a_transform_and_then_dismisses_a_message(
    qtbot, begun: MainWindow, edit: CanvasDocument
):
    drag(begun, (40, 40), (80, 70))
    begun.canvas.actions.transform_now.trigger()
    before = edit.composite()
    drag(begun, (60, 55), (120, 90))
    begun.message_bar.show_message("info", "Something", "")
    assert not np.array_equal(edit.composite(), before)
    qtbot.keyClick(view_of(begun), Key.Key_Escape)
    assert np.array_equal(edit.composite(), before)
    assert begun.message_bar.isVisible()
    qtbot.keyClick(view_of(begun), Key.Key_Escape)
    assert not begun.message_bar.isVisible()


def test_switching_tools_applies_a_transform_and_keeps_layers_and_selection(
    begun: MainWindow, studio: Studio, edit: CanvasDocument
):
    drag(begun, (40, 40), (80, 70))
    begun.canvas.actions.transform_now.trigger()
    drag(begun, (60, 55), (120, 90))
    begun.canvas.actions.rectangle.trigger()
    drag(begun, (10, 10), (30, 30))
    begun.canvas.actions.transform.trigger()
    drag(begun, (120, 90), (130, 100))
    choose(begun, studio, "paint")
    assert edit.history.undo_name == "Transform"
    assert choose(begun, studio, "edit") is edit
    assert edit.has_selection
    assert edit.objects[0].placement.x == pytest.approx(130, abs=1)


def test_the_view_is_mirrored_with_the_result(begun: MainWindow, edit):
    pair = begun.workspace.panes.pair
    begun.canvas.actions.mirror.trigger()
    assert pair.left.view().mirrored
    assert pair.right.view().mirrored
    begun.commands.fit.trigger()
    assert pair.right.view().mirrored
    begun.canvas.actions.mirror.trigger()
    assert not pair.right.view().mirrored


def test_a_failed_edit_is_reported_in_words(begun: MainWindow, painting: CanvasDocument, monkeypatch):
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("singan_studio.ui.canvas.filling._alike", fail)
    begun.canvas.actions.fill.trigger()
    drag(begun, (30, 30))
    assert begun.message_bar.isVisible()
    assert "taken back (MemoryError)" in begun.message_bar.text()
    assert is_untouched(painting)


def test_letters_choose_tools_while_a_number_field_has_the_focus(
    qtbot: QtBot, learned: MainWindow, studio: Studio
):
    choose(learned, studio, "edit")
    tool_state = studio.canvas_documents.tool_state
    boxes = [box for box in learned.findChildren(QAbstractSpinBox) if box.isVisible() and box.isEnabled()]
    assert {"count", "number"} <= {box.objectName() for box in boxes}
    for box in boxes:
        box.setFocus()
        text = box.text()
        for key, way in ((Key.Key_L, SelectBy.LASSO), (Key.Key_M, SelectBy.RECTANGLE)):
            qtbot.keyClick(box, key)
            assert tool_state.select_by is way, box.objectName()
        assert box.text() == text


def number_field(window: MainWindow) -> QAbstractSpinBox:
    return next(box for box in window.findChildren(QAbstractSpinBox, "number") if box.isVisible())


def line_of(box: QAbstractSpinBox) -> QLineEdit:
    return box.findChild(QLineEdit)


def test_a_picture_is_pasted_while_a_number_field_has_the_focus(
    qtbot: QtBot, begun: MainWindow, studio: Studio
):
    document = choose(begun, studio, "harmonize")
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    boxes = [box for box in begun.findChildren(QAbstractSpinBox) if box.isVisible() and box.isEnabled()]
    assert boxes
    for count, box in enumerate(boxes, start=1):
        QGuiApplication.clipboard().setImage(image)
        box.setFocus()
        text = box.text()
        qtbot.keyClick(box, Key.Key_V, Control)
        qtbot.waitUntil(lambda count=count: len(document.objects) == count, timeout=5000)
        assert box.text() == text


def test_a_number_is_still_pasted_into_a_number_field(qtbot: QtBot, begun: MainWindow, studio: Studio):
    document = choose(begun, studio, "edit")
    box = number_field(begun)
    QGuiApplication.clipboard().setText("37")
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Key.Key_V, Control)
    assert box.text().startswith("37")
    assert not document.objects


def test_undo_reaches_the_canvas_from_a_number_field_that_has_nothing_to_undo(
    qtbot: QtBot, begun: MainWindow, painting: CanvasDocument
):
    drag(begun, (30, 30), (60, 50))
    box = number_field(begun)
    box.setFocus()
    qtbot.keyClick(box, Key.Key_Z, Control)
    assert is_untouched(painting)
    qtbot.keyClick(box, Key.Key_Z, Control | Shift)
    assert not is_untouched(painting)


def test_copy_takes_the_selection_while_nothing_is_selected_in_the_number_field(
    qtbot: QtBot, begun: MainWindow, edit: CanvasDocument
):
    drag(begun, (40, 40), (80, 70))
    box = number_field(begun)
    QGuiApplication.clipboard().setText("before")
    box.setFocus()
    line_of(box).deselect()
    qtbot.keyClick(box, Key.Key_C, Control)
    assert QGuiApplication.clipboard().mimeData().hasImage()


def test_undo_in_a_number_field_takes_back_what_was_typed(
    qtbot: QtBot, begun: MainWindow, painting: CanvasDocument
):
    drag(begun, (30, 30), (60, 50))
    box = number_field(begun)
    box.setFocus()
    text = box.text()
    line_of(box).end(False)
    qtbot.keyClick(box, Key.Key_Backspace)
    qtbot.keyClick(box, Key.Key_Z, Control)
    assert box.text() == text
    assert not is_untouched(painting)
