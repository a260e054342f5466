"""Matching an object's colours to those around it."""

from __future__ import annotations

import pytest
import torch

from singan_studio.engine.colour_match import from_lab, matched_colours, statistics, surroundings, to_lab


def test_lab_and_back_is_exact():
    colours = torch.rand(1, 3, 20, 20, dtype=torch.float64) * 2 - 1
    torch.testing.assert_close(from_lab(to_lab(colours)), colours, atol=1e-5, rtol=0)
    white = to_lab(torch.ones(1, 3, 1, 1, dtype=torch.float64)).flatten()
    torch.testing.assert_close(white, torch.tensor([1.0, 0.0, 0.0], dtype=torch.float64), atol=1e-4, rtol=0)


@pytest.fixture(scope="module")
def pasted(photo):
    """Paste a disk with a light edge on a meadow, and its mask."""
    picture = photo("tea-hills", 120)
    y, x = torch.meshgrid(torch.arange(80), torch.arange(120), indexing="ij")
    inside = ((y - 40) ** 2 + (x - 60) ** 2 < 18**2).float()
    disk = torch.where(x < 60, -0.6, 0.9).expand(1, 3, -1, -1)
    return picture, torch.lerp(picture, disk, inside), inside


def colour_distance(x, mask):
    colours = to_lab(x)[0].flatten(1)
    mean, spread = statistics(colours, mask.flatten())
    wanted, wanted_spread = statistics(colours, surroundings(mask).flatten())
    return float((mean - wanted).norm() + (spread - wanted_spread).norm().sqrt())


def test_colours_move_towards_the_surroundings_by_degrees(pasted):
    _, picture, mask = pasted
    distances = [colour_distance(matched_colours(picture, mask, degree), mask) for degree in (0.0, 0.5, 1.0)]
    assert distances[2] < distances[1] < distances[0]
    assert distances[2] < 0.6 * distances[0]
    assert torch.equal(matched_colours(picture, mask, 0.7)[:, :, mask == 0], picture[:, :, mask == 0])
