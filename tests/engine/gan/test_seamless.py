"""Seamless pictures: opposite edges meet as neighbours inside do."""

import numpy as np
import pytest
import torch

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.core.geometry import PAD
from singan_studio.core.images import load_picture
from singan_studio.engine.gan.sampler import load_pyramid
from singan_studio.engine.gan.seamless import draw_seamless, without_seams, wrapped
from singan_studio.engine.noise import picture_noise
from singan_studio.engine.resample import resize_to
from tests.engine.gan.test_sampler import CPU, sample
from tests.engine.gan.test_trainer import Memory, tiny


@pytest.fixture(scope="module")
def learned(sample_picture):
    """Return a photo whose sky and ground do not meet by themselves."""
    memory = Memory(load_picture(sample_picture).pixels)
    memory.run(tiny("standard", iterations=20))
    return memory.scales


@pytest.fixture
def pyramid(learned):
    return load_pyramid(tiny("standard", iterations=20), learned, CPU)


def roughness(picture: np.ndarray, axis: int) -> tuple[float, np.ndarray]:
    """Return the mean difference across the seam, and between neighbours inside, along an axis."""
    steps = np.abs(np.diff(picture.astype(float), axis=axis)).mean(axis=(1 - axis, 2))
    first, last = np.take(picture, 0, axis).astype(float), np.take(picture, -1, axis).astype(float)
    return float(np.abs(first - last).mean()), steps


@pytest.mark.parametrize("size", [None, [96, 64], [51, 77]])
@pytest.mark.parametrize("start", [0, 1])
def test_the_seam_is_no_rougher_than_the_inside(pyramid, start, size):
    tiles = [sample(pyramid, seed, start_scale=start, size=size, tileable=True) for seed in range(8)]
    pictures = [sample(pyramid, seed, start_scale=start, size=size) for seed in range(2)]
    assert {picture.shape for picture in [*tiles, *pictures]} == {tiles[0].shape}
    for axis in (0, 1):
        seams, inside = zip(*(roughness(tile, axis) for tile in tiles), strict=True)
        assert all(seam <= 1.25 * steps.max() for seam, steps in zip(seams, inside, strict=True))
        usual = np.mean([steps.mean() for steps in inside])
        assert np.mean(seams) < 1.75 * usual
        # without it one sees where the picture begins
        assert np.mean([roughness(picture, axis)[0] for picture in pictures]) > 4 * usual


def test_a_seed_decides_the_seamless_picture(pyramid):
    first, again, other = (sample(pyramid, seed, tileable=True) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_shifted_noise_shifts_the_seamless_picture(learned):
    """A picture without an edge only shifts with its noise; a bent layout would not."""
    pyramid = load_pyramid(tiny("standard", iterations=20), learned[:1], CPU)
    pyramid.layout = None
    noise, sizes = picture_noise(5, CPU), [(40, 30)]

    def moved(scale, size):
        return noise(scale, size).roll((7, 11), dims=(-2, -1))

    picture, shifted = draw_seamless(pyramid, noise, sizes), draw_seamless(pyramid, moved, sizes)
    assert torch.allclose(shifted, picture.roll((7, 11), dims=(-2, -1)), atol=1e-5)


def test_small_pictures_wrap_several_times():
    x = torch.arange(6.0).reshape(1, 1, 2, 3)
    y = wrapped(x)
    assert y.shape == (1, 1, 2 + 2 * PAD, 3 + 2 * PAD)
    assert torch.equal(y[0, 0, PAD], torch.arange(3.0)[torch.arange(-PAD, 3 + PAD) % 3])


def test_upsampling_with_wrap_uses_the_opposite_side():
    x = torch.randn(1, 3, 12, 10, generator=torch.Generator().manual_seed(1))
    large = resize_to(x, (24, 20), wrap=True)
    moved = resize_to(x.roll(3, dims=-1), (24, 20), wrap=True)
    assert torch.allclose(moved, large.roll(6, dims=-1), atol=1e-5)
    assert torch.allclose(resize_to(torch.ones(1, 3, 12, 10), (30, 17), wrap=True), torch.ones(1), atol=1e-5)


def test_a_later_start_keeps_the_middle_and_blends_the_edges():
    ramp = torch.linspace(-1, 1, 60).expand(1, 3, 40, 60)
    y = without_seams(ramp)
    assert torch.allclose(y[..., 12:-12], ramp[..., 12:-12])
    assert (y[..., 0] - y[..., -1]).abs().max() < 0.1
    assert (ramp[..., 0] - ramp[..., -1]).abs().min() > 1.9


def test_drawing_a_seamless_picture_can_be_cancelled(pyramid):
    source = CancelSource()
    source.cancel()
    with pytest.raises(Cancelled):
        sample(pyramid, 0, source.token, tileable=True)
