import numpy as np
import pytest
import torch

from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.errors import BadInput, Cancelled
from singan_studio.core.recipe import Recipe
from singan_studio.engine.gan.model import LearnedModel
from singan_studio.engine.gan.pyramid import to_pixels
from singan_studio.engine.gan.sampler import load_pyramid, sizes_for
from singan_studio.engine.noise import picture_noise
from singan_studio.tools import registry
from singan_studio.tools.base import Job
from singan_studio.tools.sample.run import run
from singan_studio.tools.values import settled_params
from tests.engine.gan.test_trainer import Memory, tiny

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def learned():
    memory = Memory()
    memory.run(tiny("standard", iterations=20))
    return memory.scales


@pytest.fixture
def pyramid(learned):
    return load_pyramid(tiny("standard", iterations=20), learned, CPU)


def sample(pyramid, seed, cancel=NEVER, **params):
    settled = settled_params(registry.tool("sample"), params, pyramid.sizes)
    recipe = Recipe("sample", "m", seed, len(pyramid.scales), settled)
    return next(run(Job(LearnedModel(pyramid), recipe, np.zeros((1, 1, 3), np.uint8), {}, cancel)))


def test_a_seed_gives_the_same_picture_in_any_order(pyramid):
    first = [sample(pyramid, seed) for seed in (1, 2, 3)]
    again = [sample(pyramid, seed) for seed in (3, 1, 2)]
    assert np.array_equal(first[2], again[0])
    assert np.array_equal(first[0], again[1])
    assert not np.array_equal(first[0], first[1])


def test_the_picture_is_as_large_as_the_last_finished_scale(pyramid, learned):
    assert sample(pyramid, 0).shape == (*pyramid.sizes[-1], 3)
    first_two = load_pyramid(tiny("standard"), learned[:2], CPU)
    assert sample(first_two, 0).shape == (*first_two.sizes[-1], 3)


@pytest.mark.parametrize("size", [(16, 16), (97, 31), (200, 40)])
@pytest.mark.parametrize("start", [0, 1])
def test_any_size_is_met_exactly(pyramid, size, start):
    assert sample(pyramid, 0, size=list(size), start_scale=start).shape == (size[1], size[0], 3)


@pytest.mark.parametrize("size", [(15, 40), (40, 4097)])
def test_sizes_out_of_range_are_refused_with_the_range(pyramid, size):
    with pytest.raises(BadInput, match=r"16\.\.4096"):
        sample(pyramid, 0, size=list(size))


def test_a_later_start_keeps_more_of_the_original(pyramid):
    original = to_pixels(pyramid.reconstruction(len(pyramid.scales) - 1)).astype(float)
    distance = [
        np.mean([np.abs(sample(pyramid, s, start_scale=k) - original).mean() for s in range(4)])
        for k in range(len(pyramid.scales))
    ]
    assert distance == sorted(distance, reverse=True)


def test_noise_of_a_scale_depends_on_seed_and_scale_alone():
    noise = picture_noise(7, CPU)
    late = noise(2, (5, 6))
    assert torch.equal(late, picture_noise(7, CPU)(2, (5, 6)))
    assert not torch.equal(late, noise(1, (5, 6)))
    assert not torch.equal(late, picture_noise(8, CPU)(2, (5, 6)))
    coarse = noise(0, (5, 6))
    assert torch.equal(coarse[:, 0], coarse[:, 2])


def test_sizes_scale_with_the_wanted_picture():
    assert sizes_for([(10, 20), (40, 80)], (160, 40)) == [(10, 40), (40, 160)]


def test_loading_no_scales_is_refused():
    with pytest.raises(BadInput, match="learn"):
        load_pyramid(tiny("standard"), [], CPU)


def test_drawing_stops_when_cancelled(pyramid):
    source = CancelSource()
    source.cancel()
    with pytest.raises(Cancelled):
        sample(pyramid, 0, source.token)
