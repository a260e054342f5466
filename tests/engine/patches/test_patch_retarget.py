"""Other proportions: things keep theirs, lines stay straight, what is protected stays whole."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from singan_studio.core.errors import BadInput
from singan_studio.engine.model import RetargetRequest
from singan_studio.engine.patches.reference import Reference
from singan_studio.engine.patches.retarget import retarget, retargeted
from singan_studio.engine.patches.seam_steps import seam_columns

SIZE = 72, 108
RADIUS = 14


def disc_on_sand() -> Tensor:
    """A red disc on noise over a dark ground, (1, 3, 72, 108)."""
    random = np.random.default_rng(0)
    y, x = np.mgrid[: SIZE[0], : SIZE[1]]
    picture = np.stack([np.where(y < 50, 0.3, -0.6) + random.normal(0, 0.05, SIZE)] * 3)
    disc = (y - 30) ** 2 + (x - 54) ** 2 <= RADIUS**2
    picture[:, disc] = np.array([0.9, -0.8, -0.8])[:, None]
    return torch.tensor(picture[None], dtype=torch.float32).clamp(-1, 1)


def red(picture: Tensor) -> np.ndarray:
    return ((picture[0, 0] - picture[0, 1]) > 0.8).numpy()


@pytest.mark.parametrize("shares", [(0.6, 1.0), (1.6, 1.0), (1.0, 0.7), (1.0, 1.5), (1.3, 0.8)])
def test_a_disc_stays_round_and_the_picture_has_its_size(shares):
    size = retargeted(SIZE, RetargetRequest(0, *shares))
    result = retarget(Reference(disc_on_sand()), size, 0)[0]
    assert result.shape[2:] == size
    disc = red(result)
    wide, high = disc.any(0).sum(), disc.any(1).sum()
    assert 0.8 < wide / high < 1.25
    assert 0.75 * 2 * RADIUS < wide < 1.25 * 2 * RADIUS


@pytest.mark.parametrize("share", [0.6, 1.6])
def test_a_horizon_stays_straight(share):
    result = retarget(Reference(disc_on_sand()), retargeted(SIZE, RetargetRequest(0, share)), 0)[0]
    ground = (result[0].mean(0) < -0.2).numpy()
    ground[:46] = False
    assert np.ptp(ground.argmax(0)) <= 1


def dark_columns(picture: Tensor, part: slice) -> int:
    return int((picture[0, :, :, part].mean((0, 1)) < -0.6).sum())


def test_what_is_protected_keeps_its_width():
    photo = disc_on_sand()
    photo[:, :, :, 8:30] = photo[:, :, :, 80:102] = -0.8  # two bars, so that neither is unlike the rest
    marked = np.zeros(SIZE, bool)
    marked[:, 78:104] = True
    plain, kept = (retarget(Reference(photo), (SIZE[0], 76), 0, mark)[0] for mark in (None, marked))
    assert dark_columns(plain, slice(38, 76)) < 18
    assert 20 <= dark_columns(kept, slice(38, 76)) <= 24


def test_seeds_repeat_and_differ():
    reference = Reference(disc_on_sand())
    first, again, other = (retarget(reference, (72, 160), seed)[0] for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_sides_that_are_too_small_are_refused():
    with pytest.raises(BadInput) as refused:
        retarget(Reference(disc_on_sand()), (72, 12), 0)
    assert refused.value.code == "sample.size"


def test_seams_go_where_it_costs_little():
    cost = np.full((10, 20), 1.0)
    cost[:, 12:] = 0.1
    columns, after = seam_columns(cost, 17)
    assert columns.shape == after.shape == (10, 17)
    assert np.array_equal(columns[:, :12], np.tile(np.arange(12), (10, 1)))
    columns, _ = seam_columns(cost, 23)
    assert np.array_equal(columns[:, :12], np.tile(np.arange(12), (10, 1)))
