import numpy as np
import pytest

from singan_studio.engine.fitting import fitted


def test_fitting_stretches_fills_or_shows_all():
    wide = np.zeros((10, 40, 3), np.uint8)
    wide[:, 20:] = 255
    around = np.full((20, 20, 3), 7, np.uint8)
    assert fitted(wide, (20, 20), "stretch", around).shape == (20, 20, 3)
    filled = fitted(wide, (20, 20), "fill", around)
    assert filled[:, :8].max() == 0
    assert filled[:, 12:].min() == 255
    shown = fitted(wide, (20, 20), "fit", around)
    assert (shown[:7] == 7).all()
    assert (shown[14:] == 7).all()
    assert shown[10, 0, 0] == 0
    assert shown[10, 19, 0] == 255


def test_a_picture_of_the_same_shape_is_only_resized():
    picture = np.random.default_rng(0).integers(0, 256, (30, 40, 3), dtype=np.uint8)
    around = np.zeros((15, 20, 3), np.uint8)
    results = [fitted(picture, (15, 20), how, around) for how in ("fit", "fill", "stretch")]
    assert np.array_equal(results[0], results[1])
    assert np.array_equal(results[1], results[2])
    assert fitted(picture, (30, 40), "fill", picture) is picture


def test_each_axis_is_averaged_or_interpolated_on_its_own():
    stripes = np.zeros((10, 200, 3), np.uint8)
    stripes[:, ::2] = 200
    narrow = fitted(stripes, (40, 20), "stretch", stripes)
    assert abs(narrow.astype(int) - 100).max() < 10


@pytest.mark.parametrize("size", [(9, 9), (50, 50), (9, 50)])
def test_transparent_pixels_leave_no_rim_of_their_hidden_colour(size):
    cut_out = np.zeros((20, 20, 4), np.uint8)  # black where it is transparent
    cut_out[6:13, 5:14] = (200, 150, 100, 255)
    scaled = fitted(cut_out, size, "stretch", cut_out)
    seen = scaled[:, :, 3] > 8
    assert seen.any()
    assert abs(scaled[seen][:, :3].astype(int) - (200, 150, 100)).max() < 12
