"""A picture's colours, and cutting an object out of a picture without transparency."""

from __future__ import annotations

import numpy as np

from singan_studio.ui.canvas.cut_out import auto_cut, defringed, is_opaque
from singan_studio.ui.canvas.palette import in_colours, palette_of

SAND, SEA, SKY = (200, 170, 110), (20, 70, 120), (150, 190, 230)


def beach() -> np.ndarray:
    """Mostly sky, then sea, then sand, with a little noise."""
    picture = np.zeros((90, 120, 3), np.uint8)
    picture[:50], picture[50:75], picture[75:] = SKY, SEA, SAND
    noise = np.random.default_rng(3).integers(-6, 7, picture.shape)
    return np.clip(picture.astype(int) + noise, 0, 255).astype(np.uint8)


def near(colour: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(colour, other, strict=True)) < 12


def test_swatches_are_the_commonest_colours_in_order_and_always_the_same():
    palette = palette_of(beach(), 3)
    assert all(near(*pair) for pair in zip(palette.swatches, (SKY, SEA, SAND), strict=True))
    assert palette_of(beach(), 3).swatches == palette.swatches


def test_a_picture_of_one_colour_has_one_swatch():
    assert palette_of(np.full((40, 40, 3), 90, np.uint8), 8).swatches == ((90, 90, 90),)


def test_a_colour_that_the_picture_never_had_is_told_with_the_nearest_one():
    palette = palette_of(beach(), 3)
    nearest, foreign = palette.nearest((255, 0, 200))
    assert foreign
    assert nearest in {tuple(int(part) for part in colour) for colour in palette.seen}
    nearest, foreign = palette.nearest(SEA)
    assert not foreign
    assert near(nearest, SEA)


def test_the_picture_in_few_colours_has_only_those_and_keeps_what_lies_where():
    palette = palette_of(beach(), 3)
    reduced = in_colours(beach(), palette.swatches)
    assert reduced.shape == (90, 120, 3)
    assert {tuple(map(int, colour)) for colour in np.unique(reduced.reshape(-1, 3), axis=0)} <= set(
        palette.swatches
    )
    assert near(tuple(map(int, reduced[20, 60])), SKY)
    assert near(tuple(map(int, reduced[85, 60])), SAND)


def test_an_object_on_an_even_ground_is_found_and_loses_its_fringe():
    y, x = np.mgrid[:120, :160]
    inside = (y - 60) ** 2 + (x - 80) ** 2 < 35**2
    picture = np.where(inside[..., None], (210, 40, 40), (40, 90, 200)).astype(np.uint8)
    alpha = auto_cut(picture)
    assert alpha.shape == inside.shape
    assert np.mean((alpha > 127) != inside) < 0.02
    narrower = defringed(alpha)
    assert 0 < (narrower > 127).sum() < (alpha > 127).sum()
    assert not narrower[alpha == 0].any()
    assert not is_opaque(narrower)


def test_scraps_beside_the_object_are_not_kept_and_a_second_object_is():
    rows, columns = np.mgrid[:150, :200]

    def disc(y: int, x: int, radius: int) -> np.ndarray:
        return (rows - y) ** 2 + (columns - x) ** 2 < radius**2

    objects, scraps = disc(70, 70, 30) | disc(80, 150, 20), disc(30, 150, 5) | disc(120, 60, 4)
    picture = np.full((150, 200, 3), SAND, np.uint8)
    picture[objects | scraps] = SEA
    alpha = auto_cut(picture)
    assert not alpha[scraps].any()
    assert np.mean((alpha > 127) != objects) < 0.02


def test_where_nothing_stands_out_all_of_it_is_kept():
    assert is_opaque(np.full((10, 10), 255, np.uint8))
    assert auto_cut(np.full((50, 60, 3), 128, np.uint8)).shape == (50, 60)
