"""The walk through noise: the paper's, and the closed one that has its statistics and ends where it begins."""

import functools

import numpy as np
import pytest
import torch
from reference_arrays import arrays, tensor

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.engine.animation.noise_walk import closed_walk, open_walk, paper_step, unit_step

REFERENCE = arrays("animation_walk")
FIELD = (1, 100, 100)


@functools.lru_cache(maxsize=512)
def chance(t: int) -> torch.Tensor:
    return torch.randn(FIELD, generator=torch.Generator().manual_seed(t), dtype=torch.float64)


ZERO = torch.zeros(FIELD, dtype=torch.float64)


def closed(steps) -> np.ndarray:
    return np.stack([d.numpy() for d in closed_walk(steps, chance, ZERO)])


def opened(steps) -> np.ndarray:
    return np.stack([d.numpy() for d in open_walk(steps, chance, ZERO)])


def correlation(walk: np.ndarray, lag: int, wraps: bool) -> float:
    """Return the autocorrelation at `lag` over all frames and pixels, across the end for a closed walk."""
    later = np.roll(walk, -lag, axis=0)
    pairs = slice(None) if wraps else slice(0, len(walk) - lag)
    return float((walk[pairs] * later[pairs]).mean() / (walk[pairs] ** 2).mean())


def test_the_open_walk_equals_the_reference():
    u, z_star = tensor(REFERENCE["u"]), tensor(REFERENCE["z_star"])
    steps = [paper_step(float(REFERENCE["alpha"]), float(REFERENCE["beta"]))] * len(REFERENCE["z"])
    walk = open_walk(steps, lambda t: u[t], z_star)
    for t, (distance, expected) in enumerate(zip(walk, REFERENCE["z"], strict=True)):
        assert np.abs((z_star + distance).numpy() - expected).max() < 1e-12, t


@pytest.mark.parametrize("frames", [2, 7, 60, 300])
@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9])
def test_the_closed_walk_equals_its_fourier_form(frames, beta):
    step = paper_step(0.1, beta)
    u = np.stack([chance(t).numpy() for t in range(1, frames + 1)])
    turn = np.exp(-2j * np.pi * np.fft.fftfreq(frames))[:, None, None, None]
    spectrum = np.fft.fft(u, axis=0) * step.s / (1 - step.p1 * turn - step.p2 * turn**2)
    expected = np.fft.ifft(spectrum, axis=0).real
    assert np.abs(closed([step] * frames) - expected).max() < 1e-8


def test_a_closed_walk_with_changing_steps_is_periodic():
    steps = [paper_step(0.1 + 0.5 * (t % 9) / 9, 0.95 - 0.9 * (t % 5) / 5) for t in range(45)]
    before = now = ZERO
    for _ in range(20):  # rounds
        for t, step in enumerate(steps, start=1):
            before, now = now, step.p1 * now + step.p2 * before + step.s * chance(t)
    walk = closed(steps)
    assert np.abs(walk[-1] - now.numpy()).max() < 1e-8
    assert np.abs(walk[-2] - before.numpy()).max() < 1e-8


@pytest.mark.parametrize("frames", [3, 20, 60])
def test_the_last_frame_leads_exactly_into_the_first(frames):
    step = unit_step(0.1, 0.9, 20, frames)
    walk = closed([step] * frames)
    first = step.p1 * walk[-1] + step.p2 * walk[-2] + step.s * chance(1).numpy()
    assert np.abs(first - walk[0]).max() < 1e-10


@pytest.mark.parametrize(("fps", "frames"), [(10, 30), (20, 60), (30, 100)])
def test_a_closed_walk_has_the_open_walks_statistics(fps, frames):
    loop = closed([unit_step(0.1, 0.9, fps, frames)] * frames)
    path = opened([unit_step(0.1, 0.9, fps)] * 400)[-200:]
    assert loop.var() == pytest.approx(path.var(), rel=0.05)
    assert correlation(loop, 1, wraps=True) == pytest.approx(correlation(path, 1, wraps=False), rel=0.05)
    inside = loop[: frames // 2]
    assert correlation(inside, 1, wraps=False) == pytest.approx(correlation(path, 1, wraps=False), rel=0.05)


def test_the_step_from_last_to_first_is_like_the_others():
    """By chance the last step is among the longest or shortest twentieth in one walk of ten, like any other."""
    steps, small, within = [unit_step(0.1, 0.9, 20, 60)] * 60, torch.zeros(1, 20, 20), []
    for seed in range(60):

        def draw(t: int, seed: int = seed) -> torch.Tensor:
            return torch.randn(small.shape, generator=torch.Generator().manual_seed(1000 * seed + t))

        loop = torch.stack(list(closed_walk(steps, draw, small))).numpy()
        lengths = np.sqrt(((np.roll(loop, -1, axis=0) - loop) ** 2).mean(axis=(1, 2, 3)))
        assert lengths[-1] <= 1.05 * lengths[:-1].max()
        low, high = np.percentile(lengths[:-1], [5, 95])
        within.append(low <= lengths[-1] <= high)
    assert np.mean(within) > 0.8


@pytest.mark.parametrize(("beta", "std"), [(0.8, 0.77), (0.85, 0.63), (0.9, 0.47), (0.95, 0.27)])
def test_beta_shapes_the_motion_and_not_its_amount(beta, std):
    paper, unit = paper_step(0.1, beta), unit_step(0.1, beta, 10)
    assert (unit.p1, unit.p2) == pytest.approx((paper.p1, paper.p2))
    assert paper.s / unit.s == pytest.approx(std, abs=0.01)
    assert opened([unit] * 300)[-150:].std() == pytest.approx(1, rel=0.03)


@pytest.mark.parametrize(
    ("alpha", "beta", "fps", "frames"),
    [(0.1, 0.9, 30, 5), (0.01, 1.0, 60, 40), (1.0, 0.0, 12, 10), (0.3, 1.0, 5, 2)],
)
def test_a_short_loop_has_the_wanted_amount_of_motion(alpha, beta, fps, frames):
    loop = closed([unit_step(alpha, beta, fps, frames)] * frames)
    assert loop.std() == pytest.approx(1, rel=0.05)


def test_motion_is_as_fast_at_any_frames_per_second():
    half_a_second = [
        correlation(opened([unit_step(0.1, 0.9, fps)] * 30 * fps)[-20 * fps :], fps // 2, wraps=False)
        for fps in (4, 10, 20)
    ]
    assert half_a_second == pytest.approx([half_a_second[1]] * 3, abs=0.08)


def test_the_first_round_of_a_long_walk_can_be_cancelled():
    source = CancelSource()
    source.cancel()
    with pytest.raises(Cancelled):
        closed_walk([unit_step(0.1, 0.9, 20, 5000)] * 5000, chance, ZERO, source.token)
