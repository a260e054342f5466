import numpy as np
import pytest
import torch

from singan_studio.engine.gan.sampler import load_pyramid
from singan_studio.engine.noise import picture_noise, shaped_noise
from tests.engine.gan.test_trainer import Memory, tiny

CPU = torch.device("cpu")


def learned(preset: str):
    config, memory = tiny(preset, iterations=3), Memory()
    memory.run(config)
    return load_pyramid(config, memory.scales, CPU)


@pytest.fixture(scope="module")
def pyramid():
    return learned("standard")


def shaped(pyramid, seed: int, amounts=None, seeds=None):
    return shaped_noise(seed, CPU, amounts, seeds, pyramid.z_star)


def sizes(pyramid):
    return [pyramid.noise_size(size) for size in pyramid.sizes]


@pytest.mark.parametrize(
    "shape", [{}, {"amounts": [1.0]}, {"seeds": [-1]}, {"amounts": [1, 1], "seeds": [-1, -1]}]
)
def test_amount_1_and_the_picture_s_seed_give_plain_noise_bit_for_bit(pyramid, shape):
    noise, plain = shaped(pyramid, 5, **shape), picture_noise(5, CPU)
    for scale, size in enumerate(sizes(pyramid)):
        assert torch.equal(noise(scale, size), plain(scale, size))


def test_no_noise_draws_the_learned_picture(pyramid):
    drawn = pyramid.draw(shaped(pyramid, 5, [0.0]), pyramid.sizes)
    assert torch.allclose(drawn, pyramid.reconstruction(len(pyramid.sizes) - 1), atol=1e-6)


def test_less_noise_at_the_coarsest_scale_keeps_the_variance_and_approaches_z_star():
    pyramid = learned("faithful")
    size, own = sizes(pyramid)[0], pyramid.z_star
    assert own is not None
    distances = []
    for amount in (1.0, 0.7, 0.3):
        z = shaped(pyramid, 5, [amount])(0, size)
        assert abs(float(z.std()) - 1) < 0.25
        distances.append(float((z - own).square().mean()))
    assert distances == sorted(distances, reverse=True)


def test_the_last_amount_goes_on_to_finer_scales(pyramid):
    last, size = len(pyramid.sizes) - 1, sizes(pyramid)[-1]
    half = shaped(pyramid, 5, [0.5])(last, size)
    assert last > 0
    assert torch.equal(half, 0.5 * picture_noise(5, CPU)(last, size))


def test_a_scale_with_a_seed_of_its_own_stays_while_the_others_change(pyramid):
    first, second = (shaped(pyramid, seed, None, [7, -1]) for seed in (1, 2))
    coarse, fine = sizes(pyramid)[:2]
    assert torch.equal(first(0, coarse), second(0, coarse))
    assert torch.equal(first(0, coarse), picture_noise(7, CPU)(0, coarse))
    assert not torch.equal(first(1, fine), second(1, fine))


def test_at_another_size_there_is_only_less_noise(pyramid):
    z = shaped(pyramid, 5, [0.5])(0, (40, 30))
    assert np.allclose(z, 0.5 * picture_noise(5, CPU)(0, (40, 30)))
