"""Where pictures differ."""

from __future__ import annotations

import numpy as np

from singan_studio.ui.create.difference import difference


def test_only_what_differs_is_bright_and_counted():
    first = np.full((40, 60, 3), 120, np.uint8)
    other = first.copy()
    other[10:20, 30:60] = (200, 40, 40)
    found = difference(first, other)
    light = found.heat.astype(int).sum(axis=2)
    assert light[12:18, 35:55].min() > 2 * light[25:, :25].max()
    assert found.share == 300 / 2400
    assert np.unique(found.heat[25:], axis=None).size == 1, "the picture stays grey where nothing differs"


def test_same_picture_differs_nowhere_and_another_size_is_stretched():
    picture = np.random.default_rng(1).integers(0, 255, (30, 30, 3), dtype=np.uint8)
    assert difference(picture, picture).share == 0
    flat = np.full((30, 30, 3), 90, np.uint8)
    assert difference(flat, flat[:10, :20]).share == 0
