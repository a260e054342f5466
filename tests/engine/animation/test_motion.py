"""Frames of a film from a small, really trained pyramid."""

import itertools

import numpy as np
import pytest
import torch

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.engine.animation.motion import Motion, draw_frames
from singan_studio.engine.animation.noise_walk import unit_step
from singan_studio.engine.gan.pyramid import to_pixels
from singan_studio.engine.gan.sampler import Pyramid, load_pyramid, sizes_for
from tests.engine.gan.test_trainer import Memory, tiny


@pytest.fixture(scope="module", params=["zero", "noise"])
def pyramid(request) -> Pyramid:
    memory = Memory()
    config = tiny("standard", iterations=10, border=request.param)
    memory.run(config)
    return load_pyramid(config, memory.scales, torch.device("cpu"))


def motion(pyramid, frames=12, seed=3, amount=1.0, closed=True, still=0, sway=0.0) -> Motion:
    step = unit_step(0.1, 0.9, 10, frames if closed else None)
    amounts = [[0.0 if k < still else amount] * frames for k in range(len(pyramid.scales))]
    return Motion(seed, [step] * frames, amounts, [sway] * frames, closed)


def film(pyramid, moving, start=0, size=None, batch=0) -> np.ndarray:
    frames = draw_frames(pyramid, sizes_for(pyramid.sizes, size), start, moving, batch=batch)
    return np.stack([to_pixels(frame) for frame in frames])


def test_a_seed_decides_the_frames(pyramid):
    one, two = film(pyramid, motion(pyramid)), film(pyramid, motion(pyramid))
    assert np.array_equal(one, two)
    assert not np.array_equal(one[0], one[6])
    assert not np.array_equal(one, film(pyramid, motion(pyramid, seed=4)))


@pytest.mark.parametrize("closed", [True, False])
def test_frames_do_not_depend_on_the_batch(pyramid, closed):
    moving = motion(pyramid, 7, closed=closed)
    alone = film(pyramid, moving, batch=1)
    for batch in (2, 3, 16):
        apart = np.abs(film(pyramid, moving, batch=batch).astype(int) - alone)
        assert apart.max() <= 1  # sums are rounded in another order
        assert np.mean(apart > 0) < 0.001


def test_a_longer_open_film_begins_with_the_same_frames(pyramid):
    short, long = (film(pyramid, motion(pyramid, frames, closed=False)) for frames in (4, 9))
    assert np.array_equal(short, long[:4])


def test_without_motion_every_frame_is_the_learned_copy(pyramid):
    copy = to_pixels(pyramid.reconstruction(len(pyramid.scales) - 1))
    for start in range(len(pyramid.scales)):
        frames = film(pyramid, motion(pyramid, 2, amount=0), start)
        assert np.abs(frames.astype(int) - copy).max() <= 1


def test_a_scale_without_motion_equals_one_below_the_start(pyramid):
    below = film(pyramid, motion(pyramid), start=1)
    still = film(pyramid, motion(pyramid, still=1), start=0)
    assert np.array_equal(below, still)


def test_more_motion_moves_more(pyramid):
    movement = [
        film(pyramid, motion(pyramid, amount=amount)).astype(float).std(axis=0).mean()
        for amount in (0, 0.3, 1, 3)
    ]
    assert movement == sorted(movement)
    assert movement[0] == 0


def test_frames_are_warped_only_when_the_coarsest_scale_moves(pyramid):
    still = film(pyramid, motion(pyramid, 6, amount=0))
    warping = motion(pyramid, 6, amount=0, sway=0.03)
    frames = film(pyramid, warping)
    assert len({frame.tobytes() for frame in frames}) == 6
    assert np.abs(film(pyramid, warping, batch=4).astype(int) - frames).max() <= 1
    assert np.array_equal(film(pyramid, warping, start=1), still)


@pytest.mark.parametrize("sway", [0, 0.02])
def test_a_loop_has_no_jump(pyramid, sway):
    within = []
    for seed in range(10):
        frames = film(pyramid, motion(pyramid, 40, seed, sway=sway)).astype(float)
        steps = np.abs(np.roll(frames, -1, axis=0) - frames).mean(axis=(1, 2, 3))
        assert steps[-1] <= 1.05 * steps[:-1].max()
        low, high = np.percentile(steps[:-1], [5, 95])
        within.append(low <= steps[-1] <= high)
    assert np.mean(within) >= 0.5  # by chance one in seven is not, as of any step


@pytest.mark.parametrize("size", [(70, 50), (31, 90)])
def test_another_size_keeps_the_layout(pyramid, size):
    frames = film(pyramid, motion(pyramid, 3, amount=0), size=size)
    assert frames.shape == (3, size[1], size[0], 3)
    copy = pyramid.reconstruction(len(pyramid.scales) - 1)
    stretched = torch.nn.functional.interpolate(copy, size[::-1], mode="bilinear", align_corners=False)
    assert np.abs(frames[0].astype(int) - to_pixels(stretched)).mean() < 25


def test_frames_are_drawn_lazily_and_can_be_cancelled(pyramid):
    source = CancelSource()
    frames = draw_frames(pyramid, pyramid.sizes, 0, motion(pyramid, 5000), source.token)
    assert len(list(itertools.islice(frames, 2))) == 2
    source.cancel()
    with pytest.raises(Cancelled):
        next(frames)
