"""Selections, patches and objects, changed with mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from canvas_driving import Canvas, PaintedRegions
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from singan_studio.ui.canvas.composing import MASK
from singan_studio.ui.canvas.tool_state import SelectBy

Key, Left, NoKeys = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Alt, Shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
Control = Qt.KeyboardModifier.ControlModifier


def test_nothing_is_painted_outside_a_selection(painting: Canvas) -> None:
    painting.tool_state.set_tool("select")
    painting.drag((20, 20), (60, 60))
    painting.tool_state.set_tool("brush")
    painting.drag((10, 40), (90, 40))
    composite = painting.document.composite()
    assert tuple(composite[40, 30]) == (255, 0, 0)
    assert tuple(composite[40, 15]) == tuple(composite[40, 65]) == (90, 90, 90)


def test_a_selection_is_filled_with_the_part_it_is_dragged_to(edit: Canvas) -> None:
    document, before = edit.document, edit.document.composite()
    edit.tool_state.set_tool("patch")
    edit.drag((20, 20), (60, 50))  # in the flat half
    QTest.mousePress(edit.view, Left, NoKeys, edit.at(40, 35))
    edit.move(edit.at(100, 40))
    edit.move(edit.at(140, 75))
    seen = edit.view.grab().toImage().pixelColor(edit.at(30, 30))
    assert not document.pending
    QTest.mouseRelease(edit.view, Left, NoKeys, edit.at(140, 75))
    edit.document.show_layer(MASK, False)
    assert edit.view.grab().toImage().pixelColor(edit.at(30, 30)) == seen  # it was shown before
    wanted = before.copy()
    wanted[20:50, 20:60] = before[60:90, 120:160]
    assert np.array_equal(document.composite(), wanted)
    assert document.mask[20:50, 20:60].all()
    QTest.keyClick(edit.view, Key.Key_Escape)
    assert np.array_equal(document.composite(), before)
    assert document.history.undo_name == "Select"

    edit.drag((40, 35), (150, 40))
    edit.drag((40, 35), (140, 35))  # and once more: beyond the edge of the canvas it goes on
    edit.drag((40, 35), (190, 35))
    wanted[20:50, 20:60] = np.concatenate(
        [before[20:50, 170:], np.repeat(before[20:50, -1:], 10, axis=1)], axis=1
    )
    assert np.array_equal(document.composite(), wanted)
    QTest.keyClick(edit.view, Key.Key_Return)
    assert document.history.undo_name == "Patch"
    document.undo()
    assert np.array_equal(document.composite(), before)
    edit.drag((120, 100), (150, 120))  # outside it selects
    assert document.selection.pixels[110, 140] == 255
    assert document.selection.pixels[30, 30] == 0


def test_a_patch_from_beyond_the_edge_is_seen_as_it_will_be_laid(edit: Canvas) -> None:
    edit.tool_state.set_tool("patch")
    edit.document.show_layer(MASK, False)
    edit.drag((20, 20), (60, 50))
    QTest.mousePress(edit.view, Left, NoKeys, edit.at(40, 35))
    edit.move(edit.at(100, 35))
    edit.move(edit.at(190, 35))  # its right part comes from beyond the edge
    places = [(55, 30), (52, 30), (52, 44), (40, 25)]
    dragged = [edit.seen(*place) for place in places]
    QTest.mouseRelease(edit.view, Left, NoKeys, edit.at(190, 35))
    assert dragged == [edit.seen(*place) for place in places]
    assert dragged[0] == dragged[1], "the edge goes on"


def test_where_a_patch_comes_from_is_marked_only_while_it_is_dragged(edit: Canvas, qtbot: QtBot) -> None:
    edit.tool_state.set_tool("patch")
    edit.drag((20, 20), (60, 50))
    QTest.mousePress(edit.view, Left, NoKeys, edit.at(40, 35))
    edit.move(edit.at(100, 40))
    edit.move(edit.at(140, 75))
    painted = PaintedRegions(edit.view)
    edit.view.installEventFilter(painted)
    QTest.mouseRelease(edit.view, Left, NoKeys, edit.at(140, 75))
    qtbot.waitUntil(lambda: painted.region.contains(edit.at(120, 60)))


def test_rectangle_lasso_and_wand_select(edit: Canvas) -> None:
    edit.drag((20, 30), (60, 50))
    selected = edit.document.selection.pixels
    assert selected[30:50, 20:60].all()
    assert selected.sum() == 255 * 20 * 40
    edit.drag((70, 70), (90, 90), keys=Shift)
    assert selected.sum() == 255 * (20 * 40 + 400)
    edit.drag((75, 65), (100, 100), keys=Alt)
    assert selected[80, 72] == 255
    assert selected[80, 80] == 0
    edit.tool_state.set_select_by(SelectBy.LASSO)
    edit.drag((110, 110), (130, 110), (110, 130))
    assert selected[112, 112] == 255
    assert selected[128, 128] == 0
    edit.tool_state.set_select_by(SelectBy.WAND)
    edit.drag((10, 10))
    assert selected[:, :100].all()
    edit.tool_state.set_select_by(SelectBy.RECTANGLE)
    edit.drag((150, 100))
    assert not edit.document.has_selection


def test_moving_inside_a_selection_fills_the_hole_and_masks_hole_and_destination(edit: Canvas) -> None:
    edit.drag((120, 20), (160, 50))
    piece = edit.picture[20:50, 120:160].copy()
    edit.drag((140, 30), (90, 90))
    composite, mask = edit.document.composite(), edit.document.mask
    assert np.array_equal(composite[80:110, 70:110], piece)
    assert not np.array_equal(composite[20:50, 120:160], piece)
    assert mask[25:45, 125:155].min() == 255
    assert mask[85:105, 75:105].min() == 255
    assert mask[130, 20] == 0
    assert edit.document.history.undo_name == "Move"
    edit.document.undo()
    assert np.array_equal(edit.document.composite(), edit.picture)
    assert edit.document.has_selection


@pytest.mark.parametrize("key", [Alt, Control])
def test_a_drag_with_alt_or_ctrl_duplicates_and_leaves_no_hole(
    edit: Canvas, key: Qt.KeyboardModifier
) -> None:
    edit.drag((120, 20), (160, 50))
    edit.drag((140, 30), (90, 90), keys=key)
    composite = edit.document.composite()
    assert np.array_equal(composite[20:50, 120:160], edit.picture[20:50, 120:160])
    assert np.array_equal(composite[80:110, 70:110], edit.picture[20:50, 120:160])
    assert edit.document.history.undo_name == "Duplicate"


def test_a_lasso_that_ends_where_it_began_selects_what_it_surrounds(edit: Canvas) -> None:
    edit.tool_state.set_select_by(SelectBy.LASSO)
    edit.drag((120, 20), (160, 20), (160, 50), (120, 50), (120, 20))
    assert edit.document.selection.pixels[35, 140] == 255
    edit.drag((30, 30))  # a click
    assert not edit.document.has_selection


@pytest.mark.parametrize("key", [Alt, Control])
def test_a_lasso_selection_and_an_object_are_duplicated_by_a_drag(
    edit: Canvas, key: Qt.KeyboardModifier
) -> None:
    edit.tool_state.set_select_by(SelectBy.LASSO)
    edit.drag((120, 20), (160, 20), (160, 50), (120, 50), (120, 20))
    edit.drag((140, 30), (90, 90), keys=key)
    edit.tool_state.set_tool("transform")
    edit.drag((90, 90), (40, 90), keys=key)
    assert edit.view.apply()
    composite = edit.document.composite()
    for left, top in ((120, 20), (70, 80), (20, 80)):
        part = composite[top + 5 : top + 25, left + 5 : left + 35]
        assert np.array_equal(part, edit.picture[25:45, 125:155])


def test_escape_ends_a_selection_drag(edit: Canvas, qtbot: QtBot) -> None:
    QTest.mousePress(edit.view, Left, NoKeys, edit.at(20, 20))
    edit.move(edit.at(80, 80))
    qtbot.keyClick(edit.view, Key.Key_Escape)
    QTest.mouseRelease(edit.view, Left, NoKeys, edit.at(80, 80))
    assert not edit.document.has_selection
    assert not edit.view.escape()


def test_an_object_is_moved_scaled_and_applied_with_enter_as_one_step(edit: Canvas, qtbot: QtBot) -> None:
    edit.drag((120, 20), (160, 50))
    edit.drag((140, 30), (140, 80))
    edit.tool_state.set_tool("transform")
    edit.drag((140, 80), (100, 80))
    item = edit.document.objects[0]
    assert (item.placement.x, item.placement.y) == (100, 85)
    edit.drag((120, 100), (140, 115))  # the lower right corner
    item = edit.document.objects[0]
    assert item.placement.scale_x == pytest.approx(1.5, abs=0.02)
    assert item.placement.scale_y == pytest.approx(item.placement.scale_x)
    qtbot.keyClick(edit.view, Key.Key_Return)
    assert [step.name for step in edit.document.history.steps] == ["Select", "Move", "Transform"]
    edit.document.undo()
    assert edit.document.objects[0].placement.scale_x == 1


def test_escape_cancels_a_transform(edit: Canvas, qtbot: QtBot) -> None:
    edit.drag((120, 20), (160, 50))
    edit.drag((140, 30), (140, 80))
    before = edit.document.composite()
    edit.tool_state.set_tool("transform")
    edit.drag((140, 80), (60, 40))
    assert not np.array_equal(edit.document.composite(), before)
    qtbot.keyClick(edit.view, Key.Key_Escape)
    assert np.array_equal(edit.document.composite(), before)
    assert edit.document.history.undo_name == "Move"


def test_choosing_another_tool_or_document_applies_a_pending_transform(edit: Canvas) -> None:
    edit.drag((120, 20), (160, 50))
    edit.drag((140, 30), (140, 80))
    edit.tool_state.set_tool("transform")
    edit.drag((140, 80), (60, 40))
    edit.view.set_document(None)
    assert edit.document.history.undo_name == "Transform"
    assert not edit.document.pending
