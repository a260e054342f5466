"""The canvas, worked on with mouse, keys and pen."""

from __future__ import annotations

import numpy as np
import pytest
from canvas_driving import RED, Canvas, PaintedRegions
from canvas_samples import is_untouched
from gestures import drag, turn_wheel
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from singan_studio.ui.canvas.brush import Brush
from singan_studio.ui.canvas.canvas_modes import CANVAS_MODES
from singan_studio.ui.canvas.canvas_view import CanvasView
from singan_studio.ui.canvas.composing import MASK
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.tool_state import SelectBy
from singan_studio.ui.widgets.view import View

Key, Left, NoKeys = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Alt, Shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
Control = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def painting(qtbot: QtBot) -> Canvas:
    return Canvas(qtbot, "painting")


@pytest.fixture
def edit(qtbot: QtBot) -> Canvas:
    return Canvas(qtbot, "edit")


def test_a_stroke_paints_what_is_seen_and_is_one_step(painting: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(painting.document.edit_finished):
        painting.drag((30, 50), (50, 50), (80, 50))
    composite = painting.document.composite()
    assert all(tuple(composite[50, x]) == (255, 0, 0) for x in range(25, 85))
    assert tuple(composite[59, 50]) == (255, 0, 0)
    assert tuple(composite[62, 50]) == (90, 90, 90)
    assert painting.seen(50, 50) == (255, 0, 0)
    painting.document.undo()
    assert np.array_equal(painting.document.composite(), painting.picture)
    assert painting.seen(50, 50) == (90, 90, 90)


@pytest.mark.parametrize("view", [View(span=200), View(span=1600, x=0.25), View(span=100)])
def test_painting_lands_under_the_pointer_at_every_zoom(painting: Canvas, view: View) -> None:
    painting.view.set_view(view)
    painting.drag((50, 75), (50.5, 75))
    assert tuple(painting.document.composite()[75, 50]) == (255, 0, 0)
    assert painting.seen(50, 75) == (255, 0, 0)


def test_painting_lands_under_the_pointer_in_a_mirrored_view(painting: Canvas) -> None:
    plain = painting.at(50, 75)
    painting.view.set_mirrored(True)
    assert painting.at(50, 75).x() == 400 - plain.x()
    painting.drag((50, 75), (52, 75))
    assert tuple(painting.document.composite()[75, 50]) == (255, 0, 0)
    assert painting.seen(50, 75) == (255, 0, 0)
    before = painting.view.canvas_point(QPointF(100, 120))
    turn_wheel(painting.view, QPointF(100, 120), 2)
    after = painting.view.canvas_point(QPointF(100, 120))
    assert (after - before).manhattanLength() < 1


def test_opacity_holds_for_a_whole_stroke_that_crosses_itself(painting: Canvas) -> None:
    painting.tool_state.set_brush(Brush(20, 1.0, 0.5))
    painting.drag((30, 50), (80, 50), (30, 50), (80, 50))
    red = painting.document.composite()[50, 50, 0]
    assert abs(int(red) - (255 + 90) / 2) <= 1


def test_the_eraser_takes_paint_away(painting: Canvas) -> None:
    painting.drag((30, 50), (80, 50))
    painting.tool_state.set_tool("eraser")
    painting.tool_state.set_brush(Brush(10, 1.0, 1.0))
    painting.drag((50, 50), (51, 50))
    composite = painting.document.composite()
    assert tuple(composite[50, 50]) == (90, 90, 90)
    assert tuple(composite[50, 40]) == (255, 0, 0)


def test_shift_draws_a_straight_line_from_the_last_stroke(painting: Canvas) -> None:
    painting.drag((30, 30), (31, 30))
    painting.drag((30, 110), (31, 110), keys=Shift)
    assert tuple(painting.document.composite()[70, 30]) == (255, 0, 0)


def test_alt_picks_a_colour_and_paints_nothing(painting: Canvas) -> None:
    painting.drag((50, 50), keys=Alt)
    assert painting.tool_state.colours[0] == QColor(90, 90, 90)
    assert is_untouched(painting.document)


def test_the_picker_averages_one_learned_pixel(painting: Canvas) -> None:
    painting.tool_state.set_tool("picker")
    painting.tool_state.learned_px = 10
    painting.drag((150, 75))
    wanted = painting.picture[70:80, 145:155].reshape(-1, 3).mean(axis=0)
    picked = painting.tool_state.colours[0].getRgb()[:3]
    assert np.abs(np.array(picked) - wanted).max() <= 1


def test_fill_stops_at_other_colours(painting: Canvas) -> None:
    painting.tool_state.set_tool("fill")
    painting.tool_state.set_tolerance(0)
    painting.drag((10, 10))
    composite = painting.document.composite()
    assert (composite[:, :100] == (255, 0, 0)).all()
    assert np.array_equal(composite[:, 110:], painting.picture[:, 110:])
    assert painting.document.history.undo_name == "Fill"


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


@pytest.mark.parametrize("kind", ["painting", "edit"])
@pytest.mark.parametrize("size", [20, 2])
def test_a_move_of_the_brush_paints_only_near_it_anew(qtbot: QtBot, kind: str, size: int) -> None:
    canvas = Canvas(qtbot, kind)
    canvas.tool_state.set_tool("brush")
    canvas.tool_state.set_brush(Brush(size, 1.0, 1.0))
    painted = PaintedRegions(canvas.view)
    QTest.mousePress(canvas.view, Left, NoKeys, canvas.at(50, 50))
    qtbot.wait(50)
    canvas.view.installEventFilter(painted)
    canvas.move(canvas.at(60, 50))
    qtbot.waitUntil(lambda: painted.region.contains(canvas.at(60, 50)))
    QTest.mouseRelease(canvas.view, Left, NoKeys, canvas.at(60, 50))
    for far in ((90, 50), (60, 90), (150, 120)):
        assert not painted.region.contains(canvas.at(*far)), far


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
def test_a_lasso_piece_and_an_object_are_duplicated_by_a_drag(edit: Canvas, key: Qt.KeyboardModifier) -> None:
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


def test_escape_gives_a_transform_up(edit: Canvas, qtbot: QtBot) -> None:
    edit.drag((120, 20), (160, 50))
    edit.drag((140, 30), (140, 80))
    before = edit.document.composite()
    edit.tool_state.set_tool("transform")
    edit.drag((140, 80), (60, 40))
    assert not np.array_equal(edit.document.composite(), before)
    qtbot.keyClick(edit.view, Key.Key_Escape)
    assert np.array_equal(edit.document.composite(), before)
    assert edit.document.history.undo_name == "Move"


def test_taking_up_another_tool_or_document_applies_a_pending_transform(edit: Canvas) -> None:
    edit.drag((120, 20), (160, 50))
    edit.drag((140, 30), (140, 80))
    edit.tool_state.set_tool("transform")
    edit.drag((140, 80), (60, 40))
    edit.view.set_document(None)
    assert edit.document.history.undo_name == "Transform"
    assert not edit.document.pending


def test_a_mask_brush_adds_and_takes_away_and_is_seen_as_a_veil(edit: Canvas) -> None:
    edit.tool_state.set_tool("brush")
    edit.drag((30, 50), (80, 50))
    assert edit.document.mask[50, 50] == 255
    assert np.array_equal(edit.document.composite(), edit.picture)
    red, green, _ = edit.seen(50, 50)
    assert red > 130 > 90 > green
    edit.tool_state.swap_colours()
    edit.drag((50, 50), (51, 50))
    assert edit.document.mask[50, 50] == 0
    edit.tool_state.reset_colours()
    edit.tool_state.set_tool("eraser")
    edit.drag((35, 50), (36, 50))
    assert edit.document.mask[50, 35] == 0
    edit.document.show_layer(MASK, False)
    assert edit.seen(70, 50) == (90, 90, 90)


def test_a_pen_paints_by_its_pressure(painting: Canvas) -> None:
    def pen(kind: QEvent.Type, x: float, pressure: float) -> None:
        at = QPointF(painting.at(x, 50))
        held = Left if pressure else Qt.MouseButton.NoButton
        device = QPointingDevice.primaryPointingDevice()
        event = QTabletEvent(
            kind, device, at, painting.view.mapToGlobal(at), pressure, 0, 0, 0, 0, 0, NoKeys, Left, held
        )
        QApplication.sendEvent(painting.view, event)

    pen(QEvent.Type.TabletPress, 20, 0.1)
    pen(QEvent.Type.TabletMove, 50, 0.1)
    pen(QEvent.Type.TabletMove, 90, 1.0)
    pen(QEvent.Type.TabletRelease, 90, 0.0)
    painted = (painting.document.paint.pixels[..., 3] > 127).sum(axis=0)
    assert 2 <= painted[30] <= 5
    assert painted[90] >= 18
    assert painting.document.history.undo_name == "Brush"


def test_space_pans_and_does_not_paint(painting: Canvas, qtbot: QtBot) -> None:
    painting.view.zoom_by(3)
    before = painting.view.picture_rect().topLeft()
    qtbot.keyPress(painting.view, Key.Key_Space)
    drag(painting.view, Left, QPoint(200, 150), QPoint(230, 140))
    qtbot.keyRelease(painting.view, Key.Key_Space)
    assert painting.view.picture_rect().topLeft() - before == QPointF(30, -10)
    assert is_untouched(painting.document)


def test_input_methods_are_off(painting: Canvas) -> None:
    assert not painting.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_without_a_document_it_is_a_plain_picture(painting: Canvas) -> None:
    painting.view.set_document(None)
    painting.view.set_picture(painting.picture[:75])
    assert painting.view.picture_size().height() == 75
    painting.drag((20, 20), (80, 40))
    assert is_untouched(painting.document)


def test_a_large_canvas_shows_its_picture_until_all_of_it_is_made(qtbot: QtBot) -> None:
    picture = np.full((2048, 1536, 3), 77, np.uint8)
    document, view = CanvasDocument(picture), CanvasView()
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.set_picture(picture)
    view.set_document(document, CANVAS_MODES["painting"])
    document.paint.touch(document.rect)
    document.paint.pixels[:] = (0, 0, 255, 255)
    bottom = view.picture_transform().map(QPointF(768, 1900)).toPoint()
    assert view.grab().toImage().pixelColor(bottom) == QColor(77, 77, 77)
    qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(bottom) == RED)


def test_the_brush_outline_is_drawn_at_its_true_size(painting: Canvas) -> None:
    without = painting.view.grab().toImage()
    QTest.mouseMove(painting.view, painting.at(50, 50))
    with_outline = painting.view.grab().toImage()
    row = painting.at(50, 50).y()
    changed = [x for x in range(400) if without.pixelColor(x, row) != with_outline.pixelColor(x, row)]
    assert max(changed) - min(changed) == pytest.approx(2 * painting.tool_state.brush.size, abs=3)
