"""What is drawn on white becomes transparent without a trace of the white."""

from __future__ import annotations

import numpy as np

from singan_studio.core.images import on_white, unmixed, with_alpha_in_place


def disc(size: int = 64) -> np.ndarray:
    """Return a dark green disc with a soft edge on transparent ground, straight colours."""
    y, x = np.mgrid[:size, :size]
    alpha = np.clip(0.5 + (size / 3 - np.hypot(x - size / 2, y - size / 2)) / 4, 0, 1)
    return np.dstack(
        [np.full((size, size, 3), (20, 80, 30), np.uint8), np.rint(alpha * 255).astype(np.uint8)]
    )


def mixed(picture: np.ndarray) -> np.ndarray:
    return np.dstack([on_white(picture), picture[..., 3]])


def test_a_soft_edge_gets_its_own_colour_back() -> None:
    picture = unmixed(mixed(disc()))
    assert np.array_equal(picture[..., 3], disc()[..., 3])
    assert (
        np.abs(picture[..., :3].astype(int) - (20, 80, 30)).max() <= 6
    )  # hidden ones, too: no halo when scaled


def test_on_white_it_looks_as_before() -> None:
    picture = mixed(disc())
    assert np.abs(on_white(unmixed(picture)).astype(int) - picture[..., :3]).max() <= 40 * 48 // 255 + 2


def test_an_opaque_and_an_empty_picture_stay() -> None:
    opaque, empty = disc(), mixed(disc())
    opaque[..., 3], empty[..., 3] = 255, 0
    assert np.array_equal(unmixed(opaque), opaque)
    assert not unmixed(empty)[..., 3].any()


def test_alpha_in_place_is_scaled_to_the_result() -> None:
    result = with_alpha_in_place(np.full((128, 128, 3), 255, np.uint8), disc()[..., 3])
    assert result.shape == (128, 128, 4)
    assert result[64, 64, 3] == 255
    assert result[2, 2, 3] == 0
