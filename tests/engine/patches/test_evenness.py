"""Using all pixels of a picture alike."""

from __future__ import annotations

import pytest
import torch

from singan_studio.engine.patches.compose import fold, shares
from singan_studio.engine.patches.denoiser import Bias, Patches, denoise, patches_of
from singan_studio.engine.patches.evenness import Evenness
from singan_studio.engine.patches.layout import noise

RHO = 0.2


@pytest.mark.parametrize("wrap", [False, True])
def test_shares_of_both_axes_say_what_patches_decide_when_they_are_folded(wrap):
    size, patch = (17, 21), 7
    rows, columns = (shares(length, patch, RHO, wrap, torch.zeros(1, dtype=torch.float64)) for length in size)
    share = torch.kron(rows, columns)  # (L, patch * patch)
    values = torch.rand(len(share), dtype=torch.float64)
    patches = values[None, :, None].expand(1, -1, patch**2).contiguous()
    folded = fold(patches, size, patch, RHO, wrap)
    torch.testing.assert_close((share.sum(1) * values).sum(), folded.sum())
    torch.testing.assert_close(share.sum(), torch.tensor(17 * 21, dtype=torch.float64))


def used_pixels(patches: Patches, chances: torch.Tensor, made: tuple[int, int]) -> torch.Tensor:
    """(H, W) how often each pixel is seen, counted one by one."""
    rows, columns = (shares(length, patches.patch, RHO, False, patches.values) for length in made)
    seen = torch.kron(rows, columns)  # (L, patch * patch)
    step = torch.arange(patches.patch)
    at = patches.index[:, None] + (step[:, None] * patches.source[1] + step).flatten()
    used = chances.T @ seen  # (K, patch * patch)
    whole = torch.zeros(patches.source[0] * patches.source[1], dtype=used.dtype)
    return whole.index_add_(0, at.flatten(), used.flatten()).view(patches.source)


def test_rounds_bring_the_use_of_every_pixel_to_its_fair_share():
    source, made = (20, 26), (18, 24)
    patches = patches_of(torch.randn(1, 3, *source, dtype=torch.float64), 7)
    count = (made[0] - 6) * (made[1] - 6)
    random = torch.Generator().manual_seed(0)
    likes = torch.randn(1, count, len(patches.index), generator=random, dtype=torch.float64)
    evenness = Evenness(1, made, patches, RHO, wrap=False)

    def spread() -> float:
        used = used_pixels(patches, (likes + evenness.likelier(slice(None))).softmax(2)[0], made)
        return float((used / used.mean()).std())

    before = spread()
    for _ in range(60):
        chances = (likes + evenness.likelier(slice(None))).softmax(2)
        evenness.even_out(evenness.use(slice(None), chances))
    assert before > 0.5
    assert spread() < 0.2 * before


def test_pixels_in_no_usable_patch_are_left_out_of_account():
    usable = torch.ones(20, 20, dtype=torch.bool)
    usable[:, 4:] = False  # patches of 7 px begin in the first four columns only
    patches = patches_of(torch.randn(1, 3, 20, 20, dtype=torch.float64), 7, usable)
    evenness = Evenness(2, (16, 16), patches, RHO, wrap=True)
    chances = torch.full((2, 256, len(patches.index)), 1 / len(patches.index), dtype=torch.float64)
    evenness.even_out(evenness.use(slice(None), chances))
    likelier = evenness.likelier(slice(None))
    assert likelier.shape == chances.shape
    assert likelier.isfinite().all()


def test_what_lies_in_the_middle_of_a_photo_does_not_spread_over_its_layouts():
    """A bright disc on dark ground; patches of its middle are the most."""
    y, x = torch.meshgrid(torch.linspace(-1, 1, 32), torch.linspace(-1, 1, 32), indexing="ij")
    photo = torch.where(y.square() + x.square() < 0.2, 0.8, -0.8).expand(1, 3, 32, 32)
    patches = patches_of(photo, 15)
    z = noise(0, 0, (32, 32), photo, 8)

    def brightness(even: bool) -> float:
        return float(denoise(z, 0.8, patches, Bias(even=even))[0].mean())

    real = float(photo.mean())
    assert abs(brightness(True) - real) < 0.3 * abs(brightness(False) - real)
