"""What scales add to a new layout is no stronger than what they add to the copy at the same patches."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.engine.gan.calming import MOST, CalmCopy, Calming, strength

SIDES = 40, 60


class Copies:
    """Stands for a pyramid of one scale: a calm left half, and a right half to which much is added."""

    def __init__(self) -> None:
        self.scales = [None]
        random = torch.Generator().manual_seed(0)
        self.below = torch.cat(
            [
                torch.full((1, 3, 40, 30), 0.5),
                torch.rand(1, 3, 40, 30, generator=random) - 0.5,
            ],
            3,
        )
        added = 0.4 * torch.randn(1, 3, *SIDES, generator=random)
        added[..., :30] *= 0.01
        self.picture = self.below + added

    def copies(self, _scale: int) -> list[tuple[Tensor, Tensor]]:
        return [(self.below, self.picture)]


@pytest.fixture
def copies() -> Copies:
    return Copies()


def calming(copies: Copies) -> Calming:
    return Calming(CalmCopy(copies))  # pyright: ignore[reportArgumentType] - it has what is asked for


def test_the_copy_stays_as_it_is(copies: Copies) -> None:
    calmed = calming(copies).calmed(0, copies.below, copies.picture)
    assert (calmed - copies.picture).abs().mean() < 0.01 * (copies.picture - copies.below).abs().mean()


def test_a_mesh_is_taken_out_of_what_is_calm_in_the_copy(copies: Copies) -> None:
    mesh = 0.3 * ((torch.arange(40)[:, None] + torch.arange(60)) % 2 - 0.5).expand(1, 3, -1, -1)
    calmed = calming(copies).calmed(0, copies.below, copies.below + mesh)
    left, right = (calmed - copies.below)[..., :24], (calmed - copies.below)[..., 38:]
    assert left.abs().mean() < 0.1 * mesh.abs().mean()
    torch.testing.assert_close(right, mesh[..., 38:], atol=1e-5, rtol=0)


def test_what_was_moved_is_measured_where_it_came_from(copies: Copies) -> None:
    random = torch.Generator().manual_seed(1)
    mirrored, strong = copies.below.flip(3), 2.0 * torch.randn(1, 3, *SIDES, generator=random)
    added = calming(copies).calmed(0, mirrored, mirrored + strong) - mirrored
    assert strength(added)[..., 42:].mean() < 0.1 * strength(added)[..., :18].mean()
    assert strength(added)[..., :18].mean() < 1.5 * MOST * 0.4


def test_sizes_without_a_patch_stay_as_they_are(copies: Copies) -> None:
    below = torch.zeros(1, 3, 4, 30)
    picture = below + 1
    assert torch.equal(calming(copies).calmed(0, below, picture), picture)


def test_calming_can_be_cancelled(copies: Copies) -> None:
    source = CancelSource()
    source.cancel()
    with pytest.raises(Cancelled):
        Calming(CalmCopy(copies), source.token).calmed(0, copies.below, copies.picture)  # pyright: ignore[reportArgumentType]
