"""Warped frames: how far and in which direction shapes move, and not at all."""

import pytest
import torch

from singan_studio.engine.animation.warp import UP_AND_DOWN, cells_of, warped


def blob(height: int, width: int, y: float, x: float) -> torch.Tensor:
    """Return a soft spot around (y, x) px, (1, 3, h, w)."""
    down = torch.arange(height)[:, None] + 0.5 - y
    across = torch.arange(width)[None, :] + 0.5 - x
    return torch.exp(-(down**2 + across**2) / 18).expand(1, 3, height, width)


def middle(picture: torch.Tensor) -> tuple[float, float]:
    """Return where the spot is, px down and across."""
    weight = picture[0, 0] / picture[0, 0].sum()
    height, width = weight.shape
    return (
        float((weight.sum(1) * (torch.arange(height) + 0.5)).sum()),
        float((weight.sum(0) * (torch.arange(width) + 0.5)).sum()),
    )


@pytest.mark.parametrize(
    ("size", "cells"), [((60, 60), (3, 3)), ((60, 90), (2, 3)), ((500, 100), (3, 1)), ((10, 400), (1, 3))]
)
def test_cells_are_about_square(size, cells):
    assert cells_of(size) == cells


def test_zeros_do_not_warp_a_picture():
    picture = torch.rand(2, 3, 31, 47)
    assert torch.allclose(warped(picture, torch.zeros(2, 2, 2, 3)), picture, atol=1e-5)


def test_displacements_are_shares_of_the_longer_side_and_smaller_up_and_down():
    noise = torch.zeros(1, 2, 2, 3)
    noise[:, 0], noise[:, 1] = 0.02, 0.05  # down, across
    down, across = middle(warped(blob(60, 100, 30, 50), noise))
    assert across - 50 == pytest.approx(-0.05 * 100, abs=0.05)
    assert down - 30 == pytest.approx(-0.02 * 100 * UP_AND_DOWN, abs=0.05)


def test_each_frame_of_a_batch_is_warped_by_its_own_noise():
    pictures, noise = torch.rand(3, 3, 20, 30), torch.randn(3, 2, 2, 3) * 0.02
    alone = [warped(pictures[n : n + 1], noise[n : n + 1]) for n in range(3)]
    assert torch.equal(warped(pictures, noise), torch.cat(alone))
