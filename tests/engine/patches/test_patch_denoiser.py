"""The optimal denoiser, against a plain form in float64 numpy."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.engine.patches import denoiser
from singan_studio.engine.patches.denoiser import RHO, Bias, denoise, patches_of


def plain_denoise(z, reference, t, patch, keep_rows=0.0, keep_columns=0.0, wrap=False):
    """SPEC, written out: (3, h, w) from (3, h, w) and the reference (3, H, W), all float64."""
    _, height, width = z.shape
    _, ref_height, ref_width = reference.shape
    half = patch / 2
    keys, key_places = [], []
    for y in range(ref_height - patch + 1):
        for x in range(ref_width - patch + 1):
            keys.append(reference[:, y : y + patch, x : x + patch].ravel())
            key_places.append(((y + half) / ref_height, (x + half) / ref_width))
    keys, key_places = np.array(keys), np.array(key_places)
    u = np.linspace(-1, 1, patch)
    weights = np.exp(-(u[:, None] ** 2 + u**2) / (2 * RHO**2))
    total, share = np.zeros_like(z), np.zeros((height, width))
    rows, columns = (height, width) if wrap else (height - patch + 1, width - patch + 1)
    for y in range(rows):
        for x in range(columns):
            at = np.ix_((y + np.arange(patch)) % height, (x + np.arange(patch)) % width)
            query = np.stack([channel[at] for channel in z]).ravel()
            distance = ((query - (1 - t) * keys) ** 2).sum(1)
            place = keep_rows * ((y + half) / height - key_places[:, 0]) ** 2
            place += keep_columns * ((x + half) / width - key_places[:, 1]) ** 2
            score = -(distance + (1 - t) ** 2 * keys.shape[1] * place) / (2 * t**2)
            likely = np.exp(score - score.max())
            mean = (likely / likely.sum() @ keys).reshape(3, patch, patch)
            for channel in range(3):
                total[channel][at] += mean[channel] * weights
            share[at] += weights
    return total / share


def noisy(clean, t, size, seed=0):
    random = torch.Generator().manual_seed(seed)
    picture = clean[:, :, : size[0], : size[1]]
    return (1 - t) * picture + t * torch.randn(picture.shape, generator=random, dtype=picture.dtype)


@pytest.mark.parametrize("t", [1.0, 0.6, 0.1])
@pytest.mark.parametrize("places", [{}, {"keep_rows": 0.3, "keep_columns": 0.1}])
@pytest.mark.parametrize("wrap", [False, True])
def test_exact_denoiser_equals_plain_float64_form(photo, t, places, wrap):
    reference = photo("tea-hills", 26).double()
    z = noisy(reference, t, (15, 18))
    found, _ = denoise(z, t, patches_of(reference, 7), Bias(**places), wrap)
    wanted = plain_denoise(z[0].numpy(), reference[0].numpy(), t, 7, wrap=wrap, **places)
    np.testing.assert_allclose(found[0].numpy(), wanted, atol=1e-6)


def test_exact_denoiser_does_not_depend_on_chunks(photo, monkeypatch):
    reference = photo("tulips", 32).double()
    z = noisy(reference, 0.3, (24, 24))
    bias = Bias(0.3, even=True, own_place=0.2)
    whole, index = denoise(z, 0.3, patches_of(reference, 9), bias)
    monkeypatch.setattr(denoiser, "ENTRIES", 5000)
    parts, index_of_parts = denoise(z, 0.3, patches_of(reference, 9), bias)
    torch.testing.assert_close(whole, parts, atol=1e-9, rtol=0)
    assert (index == index_of_parts).float().mean() > 0.99  # but for ties


@pytest.mark.parametrize("name", ["tea-hills", "city-skyline", "tulips"])
@pytest.mark.parametrize("t", [0.6, 0.5, 0.4, 0.3, 0.1])
def test_projected_denoiser_is_within_one_percent_of_exact(photo, name, t):
    reference = photo(name, 64)
    z = noisy(reference, t, (32, 48))
    exact, _ = denoise(z, t, patches_of(reference, 15))
    projected, _ = denoise(z, t, patches_of(reference, 15, directions=64))
    difference = (exact - projected).square().mean().sqrt() / exact.square().mean().sqrt()
    assert difference <= 0.01


@pytest.mark.parametrize("wrap", [False, True])
def test_every_other_patch_denoises_much_as_all_do(photo, wrap):
    reference = photo("tea-hills", 48)
    z = noisy(reference, 0.4, (33, 48))
    patches = patches_of(reference, 15)
    whole, _ = denoise(z, 0.4, patches, wrap=wrap)
    thinned, sources = denoise(z, 0.4, patches, wrap=wrap, every_other=True)
    assert sources.shape[1] < 0.56 * (33 * 48 if wrap else 19 * 34) + 40
    assert (whole - thinned).abs().mean() < 0.01


def test_at_full_noise_every_patch_is_the_mean(photo):
    reference = photo("citrus", 40)
    patches = patches_of(reference, 15)
    found, _ = denoise(torch.randn(1, 3, 20, 20), 1.0, patches)
    mean = patches.values.mean(0).view(1, 3, 15, 15)
    torch.testing.assert_close(found[:, :, 0, 0], mean[:, :, 0, 0], atol=1e-5, rtol=0)


def test_batch_gives_each_picture_its_own_result(photo):
    reference = photo("citrus", 40).double()
    patches = patches_of(reference, 9)
    both = torch.cat([noisy(reference, 0.4, (20, 24), seed) for seed in (1, 2)])
    together, _ = denoise(both, 0.4, patches)
    alone, _ = denoise(both[1:], 0.4, patches)
    torch.testing.assert_close(together[1:], alone, atol=1e-12, rtol=0)


def test_little_noise_finds_the_patches_it_was_put_on(photo):
    reference = photo("tulips", 40)
    _, index = denoise(noisy(reference, 0.05, (40, 40)), 0.05, patches_of(reference, 15))
    rows, columns = torch.meshgrid(torch.arange(26), torch.arange(26), indexing="ij")
    assert (index[0].view(26, 26) == rows * 40 + columns).float().mean() > 0.99


def test_even_use_keeps_patches_that_would_be_lost(photo):
    reference = photo("city-skyline", 48)
    patches = patches_of(reference, 9)
    z = noisy(reference, 0.9, (27, 48), seed=3)

    def used(even):
        return len(denoise(z, 0.5, patches, Bias(even=even))[1].unique())

    assert used(True) > 1.2 * used(False)


def test_even_use_stays_finite_where_most_patches_are_never_likely(photo):
    reference = photo("city-skyline", 48)
    z = noisy(reference, 0.9, (27, 48), seed=3)
    pictures, _ = denoise(z, 0.05, patches_of(reference, 9), Bias(even=True))
    assert pictures.isfinite().all()


def test_own_place_draws_near_and_pushes_away(photo):
    reference = photo("gravel", 32)
    patches = patches_of(reference, 9)
    z = noisy(reference, 1.0, (32, 32))
    rows, columns = torch.meshgrid(torch.arange(24), torch.arange(24), indexing="ij")

    def moved(own_place):
        index = denoise(z, 0.5, patches, Bias(own_place=own_place))[1][0].view(24, 24)
        return ((index // 32 - rows) ** 2 + (index % 32 - columns) ** 2).float().sqrt().mean()

    assert moved(-0.5) < moved(0.0) < moved(0.5)


def test_cancelled_between_chunks(photo):
    source = CancelSource()
    source.cancel()
    reference = photo("gravel", 32)
    with pytest.raises(Cancelled):
        denoise(reference, 0.5, patches_of(reference, 9), cancel=source.token)
