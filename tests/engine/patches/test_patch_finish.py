"""Finishing results at full size."""

from __future__ import annotations

import pytest
import torch

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.engine.patches.finish import finish
from singan_studio.engine.patches.reference import Reference
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


def test_object_that_the_photo_does_not_have_stays_when_kept(reference, small):
    with_object = small.clone()
    with_object[:, :, 8:18, 12:26] = torch.tensor([0.9, -0.9, 0.9])[:, None, None]
    lost, kept = (resize_to(finish(with_object, reference, keep=keep), (27, 40)) for keep in (False, True))
    inside = (..., slice(10, 16), slice(15, 23))
    assert (kept[inside] - with_object[inside]).abs().mean() < 0.05
    assert (lost[inside] - with_object[inside]).abs().mean() > 0.3


def test_a_result_of_the_photos_size_keeps_most_of_its_sharpness(photo):
    result = photo("citrus", 160).flip(3)  # nearly nothing of it is in the photo as it is
    finished = finish(result, Reference(photo("citrus", 160)))
    assert sharpness(finished) > 0.8 * sharpness(result)
    assert (finished - result).square().mean() < 0.15 * result.var()
