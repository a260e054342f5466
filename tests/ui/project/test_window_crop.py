"""Cropping the picture before it is learned."""

from __future__ import annotations

import numpy as np
import pytest
from gestures import drag
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from singan_studio.core.config import preset
from singan_studio.core.errors import BadInput
from singan_studio.core.images import decode_png, load_picture
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.project.crop_view import CropView
from singan_studio.ui.widgets.framing import Grip, dragged, grip_at

LEFT = Qt.MouseButton.LeftButton
ROOM = QRectF(0, 0, 200, 100)
LOWER_RIGHT = Grip.RIGHT | Grip.BOTTOM


@pytest.fixture
def cropping(qtbot, opened: MainWindow) -> MainWindow:
    """Return the window on the crop page with the picture of 64x43 px."""
    opened.commands.learn.trigger()
    qtbot.mouseClick(opened.findChild(QAbstractButton, "cropButton"), LEFT)
    qtbot.waitUntil(lambda: view(opened).frame() == QRect(0, 0, 64, 43))
    return opened


def view(window: MainWindow) -> CropView:
    return window.workspace.crop_page.view


def on_screen(view: CropView, x: float, y: float) -> QPoint:
    """Return where a point of the picture is on the view."""
    rect = view.picture_rect()
    return (rect.topLeft() + QPointF(x, y) * (rect.width() / 64)).toPoint()


def test_dragging_a_corner_crops_the_picture(qtbot, cropping: MainWindow, studio: Studio, picture):
    crop = view(cropping)
    drag(crop, LEFT, on_screen(crop, 64, 43), on_screen(crop, 40, 30))
    frame = crop.frame()
    assert abs(frame.width() - 40) <= 1
    assert abs(frame.height() - 30) <= 1
    assert cropping.findChild(QLabel, "cropSize").text() == f"{frame.width()}×{frame.height()} px"
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        qtbot.mouseClick(cropping.findChild(QAbstractButton, "cropTake"), LEFT)
    assert cropping.workspace.panes.isVisible()
    wanted = load_picture(picture).pixels[: frame.height(), : frame.width()]
    assert np.array_equal(studio.project.current.picture, wanted)
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        assert np.array_equal(decode_png(store.source().png), wanted)
    assert f"{frame.width()}×{frame.height()} px" in cropping.findChild(QLabel, "sizes").text()


def test_a_drag_in_the_whole_picture_draws_a_new_frame(cropping: MainWindow):
    crop = view(cropping)
    drag(crop, LEFT, on_screen(crop, 40, 35), on_screen(crop, 10, 5))
    frame = crop.frame()
    assert max(abs(frame.left() - 10), abs(frame.top() - 5)) <= 1
    assert max(abs(frame.width() - 30), abs(frame.height() - 30)) <= 1
    drag(crop, LEFT, on_screen(crop, 20, 20), on_screen(crop, 25, 20))
    assert crop.frame().size() == frame.size(), "a frame that is drawn is moved"
    crop.set_frame(QRect(0, 0, 64, 43))
    drag(crop, LEFT, on_screen(crop, 62, 41), on_screen(crop, 63, 43))
    assert QRect(0, 0, 64, 43).contains(crop.frame())


def test_learn_is_not_offered_on_the_crop_page(qtbot, cropping: MainWindow):
    learn = cropping.workspace.side_panel.learn_panel.learn
    assert not learn.isEnabled()
    assert crop_handles_are_whole(view(cropping))
    qtbot.keyClick(view(cropping), Qt.Key.Key_Escape)
    assert learn.isEnabled()


def crop_handles_are_whole(crop: CropView) -> bool:
    return crop.rect().toRectF().adjusted(5, 5, -5, -5).contains(crop.picture_rect())


def test_a_crop_can_be_changed_from_the_whole_picture(qtbot, cropping: MainWindow, studio: Studio):
    with qtbot.waitSignal(studio.project.opened):
        studio.project.crop((10, 5, 30, 20))
    cropping.commands.crop.trigger()
    qtbot.waitUntil(lambda: view(cropping).frame() == QRect(10, 5, 30, 20))
    assert view(cropping).picture_size().width() == 64
    qtbot.mouseClick(cropping.findChild(QAbstractButton, "cropAll"), LEFT)
    with qtbot.waitSignal(studio.project.opened):
        qtbot.keyClick(view(cropping), Qt.Key.Key_Return)
    assert (studio.project.current.width, studio.project.current.height) == (64, 43)


def test_escape_does_not_crop(qtbot, cropping: MainWindow, studio: Studio):
    view(cropping).set_frame(QRect(0, 0, 20, 20))
    qtbot.keyClick(view(cropping), Qt.Key.Key_Escape)
    assert cropping.workspace.panes.isVisible()
    assert studio.project.current.width == 64


def test_keys_move_and_resize_the_frame_and_keep_its_aspect(qtbot, cropping: MainWindow):
    crop = view(cropping)
    crop.set_frame(QRect(0, 0, 20, 20))
    qtbot.keyClick(crop, Qt.Key.Key_Right)
    qtbot.keyClick(crop, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert crop.frame() == QRect(1, 10, 20, 20)
    qtbot.keyClick(crop, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert crop.frame() == QRect(1, 10, 21, 20)
    crop.set_ratio(1.0)
    drag(crop, LEFT, on_screen(crop, 21, 30), on_screen(crop, 40, 32))
    assert crop.frame().width() == crop.frame().height()


def test_a_picture_with_a_model_cannot_be_cropped(qtbot, opened: MainWindow, studio: Studio):
    with qtbot.waitSignal(studio.project.model_changed):
        studio.project.add_model(preset("draft"), lambda model: None)
    assert not opened.commands.crop.isEnabled()
    assert not opened.findChild(QAbstractButton, "cropButton").isVisible()
    with ProjectStore.open(studio.project.path) as store, pytest.raises(BadInput, match="new project"):
        store.replace_source(b"")


def test_a_part_that_is_too_small_to_learn_is_refused_with_a_message(
    qtbot, opened: MainWindow, studio: Studio
):
    with qtbot.waitSignal(studio.project.failed):
        studio.project.crop((0, 0, 64, 8))
    assert "64x8" in opened.message_bar.text()
    assert studio.project.current.height == 43


@pytest.mark.parametrize("grip", [LOWER_RIGHT, Grip.LEFT | Grip.TOP, Grip.LEFT, Grip.BOTTOM, Grip.ALL])
@pytest.mark.parametrize("ratio", [None, 1.0, 2.5, 0.5])
@pytest.mark.parametrize("by", [(500, 500), (-500, -500), (30, -20), (-7, 13)])
def test_a_frame_stays_in_the_picture_and_keeps_its_aspect(grip, ratio, by):
    width = 50 if ratio is None else 20 * max(1, ratio)
    start = QRectF(60, 30, width, 40 if ratio is None else width / ratio)
    frame = dragged(start, grip, QPointF(*by), ROOM, 16, ratio)
    assert ROOM.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(frame)
    assert min(frame.width(), frame.height()) >= 16 - 1e-6
    if ratio is not None:
        assert frame.width() / frame.height() == pytest.approx(ratio)
    if grip == LOWER_RIGHT:
        assert frame.topLeft() == start.topLeft()


def test_handles_are_found_corners_first():
    rect = QRectF(10, 10, 100, 50)
    assert grip_at(rect, QPointF(108, 58), 5) == LOWER_RIGHT
    assert grip_at(rect, QPointF(60, 12), 5) == Grip.TOP
    assert grip_at(rect, QPointF(40, 40), 5) == Grip.ALL
    assert grip_at(rect, QPointF(300, 40), 5) is None
