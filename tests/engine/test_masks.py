import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_arrays import arrays

from singan_studio.core.errors import BadInput
from singan_studio.engine import masks

REFERENCE = arrays("mask")


@pytest.mark.parametrize(("form", "grow"), [("harmonize", 7), ("edit", 20)])
def test_grown_and_feathered_masks_equal_the_reference(form, grow):
    got = masks.softened(REFERENCE["mask"] > 0, grow, 5)
    assert np.abs(got - REFERENCE[form]).max() < 2e-3


def picture(height=20, width=30, colour=(0, 0, 0), alpha=None):
    layers = [np.full((height, width), c, np.uint8) for c in colour]
    return np.stack([*layers, alpha] if alpha is not None else layers, axis=2)


def test_alpha_marks_the_area_if_some_is_transparent():
    alpha = np.zeros((20, 30), np.uint8)
    alpha[5, 6] = 255
    assert np.argwhere(masks.foreground(picture(alpha=alpha))).tolist() == [[5, 6]]


def test_brightness_marks_the_area_if_alpha_is_opaque():
    bright = picture(alpha=np.full((20, 30), 255, np.uint8))
    bright[3, 4, :3] = 255
    assert np.argwhere(masks.foreground(bright)).tolist() == [[3, 4]]


def test_a_nearly_opaque_alpha_is_ignored():
    bright = picture(alpha=np.full((20, 30), 255, np.uint8))
    bright[3, 4, :3] = 255
    bright[3:6, 3:6, 3] = 225  # soft edges that an image program left
    assert np.argwhere(masks.foreground(bright)).tolist() == [[3, 4]]


@pytest.mark.parametrize("alpha", [None, np.zeros((20, 30), np.uint8)])
def test_an_empty_mask_is_refused(alpha):
    with pytest.raises(BadInput, match="mask is empty"):
        masks.foreground(picture(alpha=alpha))


def test_a_full_mask_stays_full():
    assert (masks.softened(np.ones((20, 30), bool), 7, 5) == 1).all()


SIDES = st.integers(3, 60) | st.integers(400, 900)


@given(st.integers(0, 299), st.integers(0, 399), SIDES, SIDES, st.sampled_from(["fit", "stretch"]))
@settings(max_examples=60, deadline=None)
def test_one_marked_pixel_survives_any_fitting(y, x, height, width, how):
    mask = picture(300, 400)
    mask[y, x] = 255
    area = masks.area(mask, (height, width), how)
    assert area.shape == (height, width)
    assert area.any()


def test_a_mask_is_fitted_without_spreading():
    mask = picture(10, 10)
    mask[4:6, 5] = 255
    assert np.argwhere(masks.area(mask, (20, 20), "stretch")).tolist() == [
        [y, x] for y in range(8, 12) for x in (10, 11)
    ]


def test_a_mask_that_is_cropped_away_is_refused():
    mask = picture(20, 80)
    mask[5, 2] = 255
    with pytest.raises(BadInput, match="fill"):
        masks.area(mask, (20, 20), "fill")


@given(st.integers(0, 2**32 - 1), st.integers(20, 60), st.integers(20, 60))
@settings(max_examples=30, deadline=None)
def test_pixels_outside_the_mask_never_change(seed, height, width):
    random = np.random.default_rng(seed)
    original = random.integers(0, 256, (height, width, 3), dtype=np.uint8)
    result = random.integers(0, 256, (17, 23, 3), dtype=np.uint8)
    mask = np.zeros((17, 23), np.float32)
    mask[4:9, 5:12] = random.random((5, 7), dtype=np.float32)
    blended = masks.blended(original, result, mask)
    assert blended.shape == original.shape
    # a row or column further than one learned pixel from the mask cannot have been touched
    top, bottom = int(3 / 17 * height) - 1, int(10 / 17 * height) + 2
    assert np.array_equal(blended[: max(top, 0)], original[: max(top, 0)])
    assert np.array_equal(blended[bottom:], original[bottom:])
    assert not np.array_equal(blended, original)
