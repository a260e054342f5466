import itertools

import numpy as np
import pytest
import torch

from singan_studio.engine.sampler import load_pyramid
from singan_studio.engine.walk import WalkingNoise, walk
from tests.unit.engine.reference import arrays, tensor
from tests.unit.engine.test_trainer import Memory, tiny

REFERENCE = arrays("animation_walk")


def test_the_walk_equals_the_reference():
    u = tensor(REFERENCE["u"])
    path = walk(
        tensor(REFERENCE["z_star"]), lambda t: u[t], float(REFERENCE["alpha"]), float(REFERENCE["beta"])
    )
    expected = REFERENCE["z"]
    for t, z in enumerate(itertools.islice(path, len(expected))):
        assert np.abs(z.numpy() - expected[t]).max() < 1e-12, t


@pytest.fixture(scope="module")
def pyramid():
    memory = Memory()
    memory.run(tiny("standard", iterations=10))
    return load_pyramid(tiny("standard"), memory.scales, torch.device("cpu"))


def frames(pyramid, count, **changes):
    walking = WalkingNoise(pyramid, **{"seed": 3, "start": 0, "alpha": 0.1, "beta": 0.9, **changes})
    pictures = []
    for _ in range(count):
        walking.step()
        pictures.append(pyramid.draw(walking.noise, pyramid.sizes))
    return pictures


def test_the_same_seed_walks_the_same_way(pyramid):
    one, two = frames(pyramid, 3), frames(pyramid, 5)
    assert all(torch.equal(a, b) for a, b in zip(one, two, strict=False))
    assert not torch.equal(one[0], one[1])
    assert not torch.equal(one[2], frames(pyramid, 3, seed=4)[2])


def test_scales_below_the_start_stand_still(pyramid):
    last = len(pyramid.scales) - 1
    walking = WalkingNoise(pyramid, 0, last, 0.1, 0.9)
    walking.step()
    first = [walking.noise(k, size).clone() for k, size in enumerate(pyramid.sizes)]
    walking.step()
    for k, size in enumerate(pyramid.sizes):
        assert torch.equal(walking.noise(k, size), first[k]) == (k < last)


def test_pulled_back_with_all_force_it_never_leaves_the_picture(pyramid):
    still = pyramid.reconstruction(len(pyramid.scales) - 1)
    assert torch.allclose(frames(pyramid, 2, alpha=1.0)[1], still, atol=1e-6)
