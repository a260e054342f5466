"""Choosing among coarse layouts."""

from __future__ import annotations

import pytest
import torch

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.engine.patches.choice import Taste, chosen


@pytest.fixture(scope="module")
def coarse(photo):
    return photo("tulips", 32)


def broken(picture: torch.Tensor) -> torch.Tensor:
    """Exchange single pixels all over a picture."""
    order = torch.randperm(picture[0, 0].numel(), generator=torch.Generator().manual_seed(0))
    return picture.flatten(2)[:, :, order].view_as(picture)


def lacking(picture: torch.Tensor) -> torch.Tensor:
    """Repeat the upper half of a picture in place of the lower one."""
    half = picture[:, :, : picture.shape[2] // 2]
    return torch.cat([half, half.flip(2)], 2)


def rearranged(picture: torch.Tensor) -> torch.Tensor:
    """Put the lower half of a picture above the upper one, and mirror both."""
    return picture.roll(picture.shape[2] // 2, 2).flip(3)


def test_layout_of_real_parts_is_preferred_to_broken_one(coarse):
    assert chosen(torch.cat([broken(coarse), rearranged(coarse)]), coarse, Taste(newness=0.0)) == 1


def test_layout_that_keeps_everything_is_preferred_to_one_that_lost_half(coarse):
    assert chosen(torch.cat([lacking(coarse), rearranged(coarse)]), coarse, Taste(newness=0.0)) == 1


def test_new_layout_is_preferred_to_photo_laid_elsewhere_when_asked_for(coarse):
    moved = torch.cat([coarse[:, :, :, 6:], coarse[:, :, :, -6:].flip(3)], 3)
    both = torch.cat([moved, rearranged(coarse)])
    assert chosen(both, coarse, Taste(newness=0.0)) == 0
    assert chosen(both, coarse, Taste(newness=1.0)) == 1


def test_photo_itself_is_the_last_choice_when_anything_new_is_asked_for(coarse):
    assert chosen(torch.cat([coarse, rearranged(coarse)]), coarse, Taste(newness=0.0)) == 0
    assert chosen(torch.cat([coarse, rearranged(coarse)]), coarse, Taste(newness=0.1)) == 1


def test_layout_with_the_photos_share_of_each_colour_is_preferred_when_that_counts_much(coarse):
    both = torch.cat([broken(coarse), (rearranged(coarse) + 0.2).clamp(-1, 1)])
    assert chosen(both, coarse, Taste(newness=0.0)) == 1
    assert chosen(both, coarse, Taste(newness=0.0, colours=50.0)) == 0


def test_what_counts_as_the_photo_again_can_be_widened(coarse):
    little = 0.15 * coarse.std() * torch.randn(coarse.shape, generator=torch.Generator().manual_seed(0))
    both = torch.cat([coarse + little, rearranged(coarse)])
    assert chosen(both, coarse, Taste(newness=0.01, again=0.1, least=0.0)) == 0
    assert chosen(both, coarse, Taste(newness=0.01, again=0.9, least=0.0)) == 1


def test_layout_that_differs_much_less_than_the_others_is_never_taken(coarse):
    little = 0.5 * coarse.std() * torch.randn(coarse.shape, generator=torch.Generator().manual_seed(0))
    all_three = torch.cat([coarse.lerp(rearranged(coarse), 0.4), broken(coarse), (coarse + little).flip(2)])
    assert chosen(all_three, coarse, Taste(newness=0.01, colours=0.5, least=0.0)) == 0
    assert chosen(all_three, coarse, Taste(newness=0.01, colours=0.5, least=0.9)) == 2


def test_layouts_of_other_sizes_and_repeating_ones_are_measured(coarse):
    wide = torch.cat([coarse, coarse.flip(3)], 3)
    assert chosen(torch.cat([broken(wide), wide]), coarse, Taste(newness=0.5, least=0.0), wrap=True) == 1


def test_cancelled_before_measuring(coarse):
    source = CancelSource()
    source.cancel()
    with pytest.raises(Cancelled):
        chosen(coarse, coarse, Taste(newness=0.0), cancel=source.token)
