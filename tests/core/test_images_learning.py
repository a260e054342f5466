"""Pictures that can be learned, and their alpha."""

from __future__ import annotations

import numpy as np
import pytest

from singan_studio.core.errors import BadInput
from singan_studio.core.images import MIN_SIDE, Picture, flattened, training_picture


def plain(height: int, width: int) -> Picture:
    return Picture(np.zeros((height, width, 3), np.uint8))


@pytest.mark.parametrize("size", [(30, 30), (40, 400), (400, 40), (2731, 4096), (MIN_SIDE, MIN_SIDE)])
def test_usual_and_unusual_shapes_can_be_learned(size):
    picture = plain(*size)
    assert training_picture(picture) is picture


def test_too_small_a_picture_names_its_size_and_the_limit():
    with pytest.raises(BadInput) as caught:
        training_picture(plain(MIN_SIDE - 1, 40))
    assert str(caught.value) == (
        "The picture has 40x15 px; each side must have at least 16 px to be learned."
    )


def test_too_thin_a_strip_names_its_size_and_the_limit():
    with pytest.raises(BadInput) as caught:
        training_picture(plain(4096, 60))
    assert caught.value.code == "picture.narrow"
    assert "60x4096 px; one side may be at most 30 times the other" in str(caught.value)


def test_a_transparent_picture_is_learned_on_white_and_keeps_its_alpha_with_a_notice():
    pixels = np.zeros((20, 20, 3), np.uint8)
    alpha = np.full((20, 20), 255, np.uint8)
    alpha[0, :3] = (0, 128, 254)
    learned = training_picture(Picture(pixels, alpha))
    assert np.array_equal(learned.alpha, alpha)
    assert learned.pixels[0, :4, 0].tolist() == [255, 127, 1, 0]
    assert [notice.code for notice in learned.notices] == ["picture.transparent"]


def test_flattening_keeps_opaque_pixels_and_never_overflows():
    every = np.arange(256, dtype=np.uint8)
    pixels = np.repeat(every[:, None, None], 3, axis=2).repeat(256, axis=1)  # (256, 256, 3)
    alpha = np.tile(every, (256, 1))
    exact = (pixels * (alpha[..., None] / 255) + 255 - alpha[..., None].astype(float)).round()
    assert np.abs(flattened(Picture(pixels, alpha)) - exact).max() <= 1
    assert np.array_equal(flattened(Picture(pixels, alpha))[:, 255], pixels[:, 255])
