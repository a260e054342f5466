"""The figures of pictures whose quality is known."""

import math
from collections.abc import Iterator

import pytest
import torch
import torch.nn.functional as F

from bench.novelty import novelty
from bench.quality import FEWEST_SAMPLES, Judge, band, diversity, measure, shrink
from singan_studio.core.images import load_picture
from singan_studio.core.resources import resource
from singan_studio.engine.gan.pyramid import to_tensor


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)  # small pictures gain nothing from more
    yield
    torch.set_num_threads(before)


@pytest.fixture
def short_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for bends only shortly, where novelty is not what a test is about."""
    monkeypatch.setattr("bench.novelty.STEPS", 2)


@pytest.fixture(scope="module")
def photo() -> torch.Tensor:
    """Return a part of a real photo, (1, 3, 64, 96)."""
    pixels = load_picture(resource("samples/tea-hills.jpg")).pixels
    return shrink(to_tensor(pixels, torch.device("cpu")), 0.4)[:, :, :64, :96].clamp(-1, 1)


@pytest.fixture
def judge(photo, short_search) -> Judge:
    return Judge(photo)


def noisy(x: torch.Tensor, amount: float, seed: int = 0) -> torch.Tensor:
    return x + amount * torch.randn(x.shape, generator=torch.Generator().manual_seed(seed))


def blurred(x: torch.Tensor) -> torch.Tensor:
    return F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), 3, stride=1)


def test_a_copy_has_no_distance_and_no_diversity(photo, judge):
    figures = judge.figures(photo.clone())
    assert figures.swd == figures.detail == 0
    assert figures.band == 1
    assert figures.coherence == pytest.approx(0, abs=2e-3)  # squares of float32 cancel
    assert figures.completeness == pytest.approx(0, abs=2e-3)
    assert figures.nnf_div < 0.02
    assert diversity(photo, [photo] * FEWEST_SAMPLES) == 0


def test_the_mirrored_picture_has_relative_figures_of_1(photo, judge):
    figures = judge.figures(photo.flip(3))
    assert figures.coherence_rel == pytest.approx(1, rel=1e-4)
    assert figures.completeness_rel == pytest.approx(1, rel=1e-4)
    assert figures.band == pytest.approx(1, rel=1e-4)
    assert figures.nnf_div > 0.2


def test_a_rolled_picture_is_sharp_and_mostly_copied(photo, short_search):
    seamless = torch.cat([photo[:, :, :, :48], photo[:, :, :, :48].flip(3)], dim=3)
    figures = Judge(seamless).figures(seamless.roll(16, dims=3))
    assert figures.band == pytest.approx(1, abs=0.01)
    assert figures.completeness < 0.01
    assert 0 < figures.nnf_div < 0.2


def bent(x: torch.Tensor, amount: float) -> torch.Tensor:
    """Bend a picture by one slow wave of `amount` half widths."""
    height, width = x.shape[2:]
    y, across = torch.meshgrid(
        (torch.arange(height) + 0.5) / height * 2 - 1,
        (torch.arange(width) + 0.5) / width * 2 - 1,
        indexing="ij",
    )
    at = torch.stack([across + amount * torch.cos((y + 1) * torch.pi / 2), y], -1)[None]
    return F.grid_sample(x, at, padding_mode="reflection", align_corners=False)


def shuffled(x: torch.Tensor) -> torch.Tensor:
    """Exchange the quarters of a picture."""
    return x.roll((x.shape[2] // 2, x.shape[3] // 2), (2, 3)).flip(3)


def test_novelty_tells_identical_bent_mirrored_and_shuffled_pictures_apart(photo):
    same, moved = novelty(photo, photo), novelty(photo, bent(photo, 0.15))
    mirrored, new = novelty(photo, photo.flip(3)), novelty(photo, shuffled(photo))
    assert same < 0.02
    assert moved < 0.15
    assert 2 * moved < mirrored
    assert mirrored < new


def test_blur_shows_in_band_and_detail(photo, judge):
    figures = judge.figures(blurred(photo))
    assert figures.band < 0.6
    assert figures.detail > 0.136
    assert figures.swd < figures.detail


def test_noise_shows_in_band_and_detail(photo, judge):
    little, much = judge.figures(noisy(photo, 0.05)), judge.figures(noisy(photo, 0.2))
    assert 1 < little.band < much.band
    assert little.detail < much.detail
    assert little.coherence < much.coherence


def test_band_is_the_ratio_of_spreads(photo):
    assert band(photo, 0.5 * photo) == pytest.approx(0.5)
    assert band(photo, 1.7 * photo + 0.1) == pytest.approx(1.7, rel=1e-4)


def test_a_shift_in_brightness_moves_swd_by_its_projections_and_leaves_detail(photo, judge):
    figures = judge.figures(photo + 0.25)
    twice = judge.figures(photo + 0.5)
    assert twice.swd == pytest.approx(2 * figures.swd, rel=1e-3)
    assert figures.detail == pytest.approx(0, abs=1e-4)


def test_a_flat_sample_has_no_detail_and_poor_completeness(photo, judge):
    figures = judge.figures(torch.zeros_like(photo))
    assert figures.band == pytest.approx(0, abs=1e-5)
    assert figures.completeness_rel > 1
    assert figures.completeness == pytest.approx(
        judge.patches.square().mean(1).sqrt().mean().item(), rel=1e-4
    )
    assert math.isfinite(figures.swd)


def test_lost_content_raises_completeness_and_not_coherence(photo, short_search):
    left = torch.full_like(photo, -0.8)
    left[:, :, 32:] = 0.8  # two flat parts, of which one is dropped
    original = noisy(left, 0.01)
    sample = original[:, :, 32:].repeat(1, 1, 2, 1)
    figures = Judge(original).figures(sample)
    assert figures.completeness > 10 * figures.coherence


def test_diversity_is_none_below_eight_samples_and_for_other_sizes(photo):
    samples = [noisy(photo, 0.1, seed) for seed in range(FEWEST_SAMPLES)]
    assert diversity(photo, samples[:-1]) is None
    assert diversity(photo, [*samples[:-1], photo[:, :, 1:]]) is None


def test_diversity_is_the_spread_of_grey_relative_to_the_original(photo):
    samples = [noisy(photo, 0.3, seed) for seed in range(200)]
    expected = 0.3 / math.sqrt(3) / photo.mean(1).std().item()  # the mean of three channels
    assert diversity(photo, samples) == pytest.approx(expected, rel=0.02)


def test_samples_of_another_size_can_be_measured(photo, short_search):
    larger = F.interpolate(photo, size=(80, 120), mode="bicubic")
    quality = measure(photo, [larger, photo])
    assert quality.samples == 2
    assert quality.diversity is None
    assert quality.means.swd > 0


def test_means_are_over_the_samples(photo, judge):
    figures = judge.figures(blurred(photo))
    quality = measure(photo, [photo, blurred(photo)])
    assert quality.means.band == pytest.approx((1 + figures.band) / 2)
    assert quality.as_dict()["detail"] == pytest.approx(figures.detail / 2)


def test_a_picture_that_is_its_own_mirror_image_can_be_measured(photo, short_search):
    gradient = torch.linspace(-1, 1, 32)[None, None, :, None].expand(1, 3, 32, 48).contiguous()
    stepped = gradient.round()
    figures = Judge(stepped).figures(stepped)
    assert figures.coherence_rel == 1
