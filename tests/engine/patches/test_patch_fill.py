"""Filling holes: what is known stays, what is hidden never shows, and seeds make suggestions."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from singan_studio.core.errors import BadInput
from singan_studio.engine.model import FillRequest
from singan_studio.engine.patches.fill import fill, refine
from singan_studio.engine.patches.gap import gap_of, margins_of
from singan_studio.engine.patches.hole import smoothly_filled, thickness

SIZE = 60, 80


def stripes(seed: int = 0) -> Tensor:
    """A picture of grey noise on slanted stripes, (1, 3, 60, 80); its green is never more than its red."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[: SIZE[0], : SIZE[1]]
    grey = np.sin((x + y) / 4) * 0.5 + random.normal(0, 0.1, SIZE)
    return torch.tensor(np.stack([grey] * 3)[None], dtype=torch.float32).clamp(-1, 1)


def hole_at(rows: slice, columns: slice) -> np.ndarray:
    hole = np.zeros(SIZE, bool)
    hole[rows, columns] = True
    return hole


def test_known_pixels_stay_and_hidden_ones_are_never_copied():
    photo, hole = stripes(), hole_at(slice(20, 40), slice(30, 55))
    hidden = torch.from_numpy(hole)
    photo[:, 0, hidden], photo[:, 1:, hidden] = 1.0, -1.0  # red
    filled = fill(gap_of(photo, FillRequest(0, hole)), 0)
    assert torch.equal(filled[:, :, ~hidden], photo[:, :, ~hidden])
    assert (filled[:, 0] - filled[:, 1]).abs().max() < 0.05


def test_several_holes_are_filled_at_once():
    photo, hole = stripes(), hole_at(slice(5, 15), slice(5, 20)) | hole_at(slice(40, 60), slice(60, 80))
    hidden = torch.from_numpy(hole)
    photo[:, :, hidden] = 1.0
    filled = fill(gap_of(photo, FillRequest(0, hole)), 0)
    assert filled[:, :, hidden].mean() < 0.5
    assert filled[:, :, hidden].std() > 0.2


def test_seeds_repeat_and_differ():
    gap = gap_of(stripes(), FillRequest(0, hole_at(slice(15, 45), slice(25, 60))))
    first, again, other = fill(gap, 1), fill(gap, 1), fill(gap, 2)
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_material_comes_only_from_where_it_may():
    photo = stripes()
    photo[:, 1, :, :40] = -1.0  # the left half is purple, the hole lies in its middle
    sources = hole_at(slice(0, 60), slice(42, 80))
    hole = hole_at(slice(20, 40), slice(10, 30))
    filled = fill(gap_of(photo, FillRequest(0, hole, sources)), 0)
    inner = filled[:, :, 24:36, 14:26]
    assert (inner[:, 0] - inner[:, 1]).abs().mean() < 0.3


def test_too_little_to_copy_from_is_refused():
    gap = gap_of(stripes(), FillRequest(0, hole_at(slice(0, 60), slice(6, 80))))
    with pytest.raises(BadInput) as refused:
        fill(gap, 0)
    assert refused.value.code == "patches.no_source"


@pytest.mark.parametrize("margins", [(0.5, 0, 0, 0), (0, 1.0, 0.25, 0), (0.1, 0.1, 0.1, 0.1)])
def test_extended_pictures_hold_the_photo_bit_for_bit(margins):
    photo = stripes()
    extended = fill(gap_of(photo, FillRequest(0, margins=margins)), 0)
    left, top, right, bottom = margins_of(margins, SIZE)
    assert extended.shape[2:] == (SIZE[0] + top + bottom, SIZE[1] + left + right)
    assert torch.equal(extended[:, :, top : top + SIZE[0], left : left + SIZE[1]], photo)
    assert extended.std() > 0.8 * photo.std()


def test_refined_filling_looks_like_the_small_one_and_keeps_what_is_known():
    large = torch.nn.functional.interpolate(stripes(), scale_factor=3, mode="bicubic").clamp(-1, 1)
    hole = np.kron(hole_at(slice(20, 40), slice(30, 50)), np.ones((3, 3), bool))
    gap, small = gap_of(large, FillRequest(0, hole)), gap_of(stripes(), FillRequest(0, hole))
    filled = fill(small, 0)
    refined = refine(filled, gap)
    known = ~torch.from_numpy(hole)
    assert torch.equal(refined[:, :, known], large[:, :, known])
    shrunk = torch.nn.functional.avg_pool2d(refined, 3)[:, :, small.hole]
    assert torch.corrcoef(torch.stack([shrunk.flatten(), filled[:, :, small.hole].flatten()]))[0, 1] > 0.8


def test_smooth_continuation_stays_between_its_surroundings():
    photo, hole = stripes() * 0 + 0.25, torch.from_numpy(hole_at(slice(0, 30), slice(0, 40)))
    photo[:, :, hole] = -1.0
    torch.testing.assert_close(smoothly_filled(photo, hole), stripes() * 0 + 0.25)


def test_thickness_counts_the_border_as_no_edge():
    assert thickness(hole_at(slice(20, 30), slice(0, 80))) == pytest.approx(10, abs=1)
    assert thickness(hole_at(slice(0, 10), slice(0, 80))) == pytest.approx(20, abs=1)
