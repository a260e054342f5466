import numpy as np
import pytest
from PySide6.QtCore import QPointF

from singan_studio.ui.canvas.objects import Bitmap, CanvasObject, Placement


def pixels() -> np.ndarray:
    """40x30 px, of which 7x5 px from (20, 11) on are seen."""
    layer = np.zeros((30, 40, 4), np.uint8)
    layer[11:16, 20:27] = 200
    return layer


@pytest.mark.parametrize(
    "placement", [Placement(50, 60), Placement(50, 60, 2.0, -0.5), Placement(50, 60, 1.5, 1.5, 30)]
)
def test_a_trimmed_object_lies_where_it_lay(placement: Placement):
    whole = CanvasObject(3, Bitmap(pixels()), placement)
    trimmed = whole.trimmed()
    assert (trimmed.id, trimmed.bitmap.width, trimmed.bitmap.height) == (3, 9, 7)
    was, now = whole.transform.map(QPointF(20, 11)), trimmed.transform.map(QPointF(1, 1))
    assert (now.x(), now.y()) == pytest.approx((was.x(), was.y()))
    assert np.array_equal(trimmed.bitmap.pixels, pixels()[10:17, 19:28])


def test_what_is_seen_up_to_its_border_is_not_trimmed_there():
    layer = np.zeros((8, 8, 4), np.uint8)
    layer[0:3, 2:8] = 255
    piece = CanvasObject(0, Bitmap(layer), Placement(4, 4)).trimmed().bitmap
    assert (piece.width, piece.height) == (7, 4)


def test_an_object_of_which_nothing_is_seen_stays_as_it_is():
    trimmed = CanvasObject(0, Bitmap(np.zeros((8, 8, 4), np.uint8)), Placement(4, 4)).trimmed()
    assert (trimmed.bitmap.width, trimmed.bitmap.height, trimmed.placement) == (8, 8, Placement(4, 4))
