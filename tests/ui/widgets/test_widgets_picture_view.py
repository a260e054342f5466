"""PictureView, driven with mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from gestures import drag, turn_wheel
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from singan_studio.ui.widgets.picture_view import PictureView
from singan_studio.ui.widgets.view import View

Key, Button = Qt.Key, Qt.MouseButton


def checkered(height: int, width: int) -> np.ndarray:
    """Black and white pixels in turn."""
    rows, columns = np.indices((height, width))
    return np.repeat((((rows + columns) % 2) * 255).astype(np.uint8)[..., None], 3, axis=2)


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    """A 400x300 px view of a 200x100 px picture."""
    widget = PictureView()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.set_picture(checkered(100, 200))
    widget.show()
    qtbot.waitExposed(widget)
    widget.setFocus()
    return widget


def point_under(view: PictureView, at: QPointF) -> tuple[float, float]:
    rect = view.picture_rect()
    return (at.x() - rect.left()) / rect.width(), (at.y() - rect.top()) / rect.height()


def test_a_picture_is_fitted_at_first(view: PictureView) -> None:
    rect = view.picture_rect()
    assert (rect.left(), rect.top(), rect.width(), rect.height()) == (0, 50, 400, 200)
    assert view.zoom() == 2.0


def test_the_wheel_zooms_and_keeps_the_point_under_the_cursor(view: PictureView) -> None:
    at = QPointF(100, 120)
    before = point_under(view, at)
    turn_wheel(view, at, 2)
    assert view.zoom() == pytest.approx(2 * 1.25**2, rel=0.01)
    assert point_under(view, at) == pytest.approx(before, abs=0.003)


def test_zoom_stays_between_5_and_3200_percent(view: PictureView) -> None:
    middle = QPointF(200, 150)
    turn_wheel(view, middle, 50)
    assert view.zoom() == pytest.approx(32.0)
    turn_wheel(view, middle, -100)
    assert view.zoom() == pytest.approx(0.05)


def test_keys_fit_and_show_100_percent_and_zoom(view: PictureView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == 1.0
    qtbot.keyClick(view, Key.Key_Plus)
    assert view.zoom() == pytest.approx(1.25)
    qtbot.keyClick(view, Key.Key_Minus)
    assert view.zoom() == pytest.approx(1.0)
    qtbot.keyClick(view, Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.view() == View()


def test_the_middle_button_pans(view: PictureView) -> None:
    view.show_hundred()
    before = view.picture_rect().topLeft()
    drag(view, Button.MiddleButton, QPoint(200, 150), QPoint(230, 140))
    assert view.picture_rect().topLeft() - before == QPointF(30, -10)


def test_space_and_the_left_button_pan_and_the_left_button_alone_does_not(
    view: PictureView, qtbot: QtBot
) -> None:
    view.show_hundred()
    before = view.picture_rect().topLeft()
    drag(view, Button.LeftButton, QPoint(200, 150), QPoint(230, 140))
    assert view.picture_rect().topLeft() == before
    qtbot.keyPress(view, Key.Key_Space)
    drag(view, Button.LeftButton, QPoint(200, 150), QPoint(230, 140))
    qtbot.keyRelease(view, Key.Key_Space)
    assert view.picture_rect().topLeft() - before == QPointF(30, -10)
    drag(view, Button.LeftButton, QPoint(200, 150), QPoint(230, 140))
    assert view.picture_rect().topLeft() - before == QPointF(30, -10)


def test_arrows_pan_and_the_picture_never_leaves_the_view(view: PictureView, qtbot: QtBot) -> None:
    view.show_hundred()
    before = view.picture_rect().left()
    qtbot.keyClick(view, Key.Key_Right)
    assert view.picture_rect().left() == before - 40
    for _ in range(50):
        qtbot.keyClick(view, Key.Key_Right)
    assert view.picture_rect().right() == 200  # the middle of the view


def test_linked_views_show_the_same_part_although_their_pictures_differ_in_size(
    view: PictureView, qtbot: QtBot
) -> None:
    other = PictureView()
    qtbot.addWidget(other)
    other.resize(400, 300)
    other.set_picture(checkered(25, 50))
    view.view_changed.connect(other.set_view)
    other.view_changed.connect(view.set_view)
    turn_wheel(view, QPointF(100, 120), 3)
    assert other.picture_rect() == view.picture_rect()
    turn_wheel(other, QPointF(300, 200), -2)
    assert other.picture_rect() == view.picture_rect()


def test_a_sharper_picture_takes_its_previews_place(view: PictureView) -> None:
    turn_wheel(view, QPointF(100, 120), 3)
    before = view.picture_rect()
    view.set_picture(checkered(200, 400))
    assert view.picture_rect() == before


def colours(view: PictureView) -> set[str]:
    """Those around the middle of the view."""
    image = view.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(180, 220) for y in range(130, 170)}


def test_pixels_are_squares_when_much_enlarged_and_smooth_otherwise(view: PictureView) -> None:
    view.zoom_by(8 / view.zoom())
    assert colours(view) == {"#000000", "#ffffff"}
    view.zoom_by(7.9 / 8)
    assert len(colours(view)) > 2
    view.fit()
    view.zoom_by(0.8)
    assert len(colours(view)) > 2


def test_at_100_percent_every_pixel_is_itself(view: PictureView) -> None:
    view.show_hundred()
    assert colours(view) == {"#000000", "#ffffff"}


def test_a_much_reduced_picture_is_averaged_not_sampled(view: PictureView) -> None:
    view.set_picture(checkered(1000, 2000))
    view.set_view(View(span=200))
    grey = QColor(next(iter(colours(view))))
    assert len(colours(view)) == 1
    assert 120 <= grey.lightness() <= 136


def test_without_a_picture_the_placeholder_is_shown_and_nothing_can_be_zoomed(
    view: PictureView, qtbot: QtBot
) -> None:
    view.set_picture(None)
    empty = view.grab().toImage()
    view.set_placeholder("Nothing is learned yet.")
    assert view.grab().toImage() != empty
    turn_wheel(view, QPointF(10, 10), 2)
    assert (view.zoom(), view.view()) == (0.0, View())


@pytest.mark.parametrize(
    "wrong", [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3), np.float32), np.zeros((0, 4, 3), np.uint8)]
)
def test_what_is_no_picture_is_refused(view: PictureView, wrong: np.ndarray) -> None:
    with pytest.raises(ValueError, match="uint8"):
        view.set_picture(wrong)


def test_the_array_may_change_afterwards(view: PictureView) -> None:
    pixels = np.zeros((100, 200, 3), np.uint8)
    view.set_picture(pixels)
    pixels[:] = 255
    assert colours(view) == {"#000000"}


def test_panning_moves_the_point_in_the_middle() -> None:
    moved = View(span=400).moved(QPointF(40, -20), QSizeF(200, 100), QSizeF(400, 300))
    assert (moved.span, moved.x, moved.y) == (400, pytest.approx(0.4), pytest.approx(0.6))
