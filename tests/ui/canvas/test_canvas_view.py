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
from singan_studio.ui.widgets.view import View

Key, Left, NoKeys = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Alt, Shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
Ctrl = Qt.KeyboardModifier.ControlModifier
Control = Qt.KeyboardModifier.ControlModifier


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


@pytest.mark.parametrize("key", [Alt, Ctrl])
def test_alt_or_ctrl_picks_a_colour_and_paints_nothing(painting: Canvas, key: Qt.KeyboardModifier) -> None:
    painting.drag((50, 50), keys=key)
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


@pytest.mark.parametrize("kind", ["painting", "edit"])
@pytest.mark.parametrize("size", [20, 2])
def test_a_move_of_the_brush_repaints_only_near_it(qtbot: QtBot, kind: str, size: int) -> None:
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


def test_a_mask_brush_adds_and_removes_and_is_shown_as_an_overlay(edit: Canvas) -> None:
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
