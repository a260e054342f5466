"""Finishing results at full size, and harmonizing."""

from __future__ import annotations

import pytest
import torch

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.engine.patches.finish import finish
from singan_studio.engine.patches.harmonize import (
    from_lab,
    harmonize,
    match_colours,
    statistics,
    surroundings,
    to_lab,
)
from singan_studio.engine.patches.reference import Reference
from singan_studio.engine.patches.sampler import PatchModel
from singan_studio.engine.resample import resize_to


def sharpness(x):
    return (x[..., 1:] - x[..., :-1]).square().mean() + (x[:, :, 1:] - x[:, :, :-1]).square().mean()


@pytest.fixture(scope="module")
def reference(photo):
    return Reference(photo("blue-flowers", 120))


@pytest.fixture(scope="module")
def small(reference):
    """Make a result of a third of the size, mirrored so that it is not the photo."""
    return resize_to(reference.photo.flip(3), (27, 40)).clamp(-1, 1)


def test_strength_zero_is_the_resampled_result(reference, small):
    assert torch.equal(finish(small, reference, strength=0), resize_to(small, (80, 120)).clamp(-1, 1))


def test_full_strength_is_as_sharp_as_the_photo(reference, small):
    plain, finished = finish(small, reference, strength=0), finish(small, reference)
    assert finished.shape == (1, 3, 80, 120)
    assert sharpness(finished) > 2 * sharpness(plain)
    assert sharpness(finished) > 0.7 * sharpness(reference.photo)


def test_finished_result_still_looks_like_the_result(reference, small):
    back = resize_to(finish(small, reference), (27, 40))
    assert (back - small).square().mean() < 0.25 * small.var()


def test_half_strength_is_nearer_to_the_result(reference, small):
    half, whole = (resize_to(finish(small, reference, strength=s), (27, 40)) for s in (0.5, 1.0))
    assert (half - small).square().mean() < (whole - small).square().mean()


def test_outside_the_mask_finishing_changes_no_bit(reference, small):
    mask = torch.zeros(80, 120)
    mask[20:60, 30:90] = 1
    guide = reference.photo
    finished = finish(small, reference, mask=mask, guide=guide)
    assert torch.equal(finished[:, :, mask == 0], guide[:, :, mask == 0])
    assert not torch.equal(finished[:, :, mask == 1], guide[:, :, mask == 1])


def test_other_sizes_and_same_bits(reference, small):
    first = finish(small, reference, (150, 64))
    assert first.shape == (1, 3, 64, 150)
    assert torch.equal(first, finish(small, reference, (150, 64)))


def test_finishing_can_be_cancelled(reference, small):
    source = CancelSource()
    source.cancel()
    with pytest.raises(Cancelled):
        finish(small, reference, cancel=source.token)


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
    distances = [colour_distance(match_colours(picture, mask, degree), mask) for degree in (0.0, 0.5, 1.0)]
    assert distances[2] < distances[1] < distances[0]
    assert distances[2] < 0.6 * distances[0]
    assert torch.equal(match_colours(picture, mask, 0.7)[:, :, mask == 0], picture[:, :, mask == 0])


def test_harmonized_object_takes_colours_and_keeps_its_edge(pasted):
    photo, picture, mask = pasted
    result = harmonize(PatchModel(photo), picture, mask)
    assert torch.equal(result[:, :, mask == 0], picture[:, :, mask == 0])
    assert colour_distance(result, mask) <= 0.6 * colour_distance(picture, mask)
    dark, light = result[:, :, 32:48, 50:56].mean(), result[:, :, 32:48, 64:70].mean()
    assert light - dark > 0.2


def test_degree_zero_changes_nothing(pasted):
    photo, picture, mask = pasted
    assert torch.equal(harmonize(PatchModel(photo), picture, mask, 0.0), picture)
