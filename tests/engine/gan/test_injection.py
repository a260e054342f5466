import copy

import numpy as np
import pytest
import torch

from singan_studio.engine.colours import common_colours, in_colours
from singan_studio.engine.gan.injection import inject
from singan_studio.engine.gan.losses import limited, strongest, usual
from singan_studio.engine.gan.pyramid import to_tensor
from singan_studio.engine.gan.sampler import load_pyramid
from singan_studio.engine.noise import picture_noise
from tests.engine.gan.test_trainer import Memory, tiny

CPU = torch.device("cpu")
HEIGHT, WIDTH = np.mgrid[0:44, 0:60]
SMOOTH = np.stack([HEIGHT * 5, WIDTH * 4, 128 + 0 * WIDTH], axis=2).astype(np.uint8)


@pytest.fixture(scope="module")
def pyramid():
    memory = Memory(SMOOTH)
    config = tiny("faithful", iterations=60, channels=16, d_steps=1, g_steps=3, learning_rate=2e-3)
    memory.run(config)
    return load_pyramid(config, memory.scales, CPU)


def silence(scale, size):
    return torch.zeros(1, 3, *size)


def test_injecting_the_original_without_noise_gives_the_reconstruction(pyramid):
    last = len(pyramid.scales) - 1
    copied = pyramid.reconstruction(last)
    untouched = inject(pyramid, to_tensor(SMOOTH, CPU), last, silence)
    turned = inject(pyramid, to_tensor(SMOOTH[::-1, ::-1].copy(), CPU), last, silence)
    near, far = ((drawn - copied).square().mean().sqrt() for drawn in (untouched, turned))
    assert near < 0.2
    assert near < far / 4


@pytest.mark.parametrize("size", [(44, 60), (7, 300), (200, 11)])
def test_any_reference_gives_a_picture_of_the_learned_size(pyramid, size):
    reference = torch.zeros(1, 3, *size)
    assert inject(pyramid, reference, 1, picture_noise(0, CPU)).shape[2:] == torch.Size(pyramid.sizes[-1])


def test_no_scale_changes_an_injected_picture_more_than_the_copy(pyramid):
    last = len(pyramid.scales) - 1
    edge = torch.full((1, 3, 44, 60), -1.0)
    edge[..., 20:40] = 1.0  # the learned picture has no such borders
    size = pyramid.sizes[last]
    below = pyramid.upsample(inject(pyramid.first(last), edge, last - 1, silence), size)
    change = pyramid.refine(last, silence(last, pyramid.noise_size(size)), below) - below
    careful = copy.copy(pyramid)
    careful.limits_changes = True
    most = careful.limits(last)
    assert pyramid.limits(last) is None
    assert strongest(change).gt(most).all()
    assert torch.allclose(strongest(limited(change, most)), most)
    small = change * 0.01
    assert torch.allclose(limited(small, most), small)
    copied = inject(careful, to_tensor(SMOOTH, CPU), last, silence)
    assert (copied - pyramid.reconstruction(last)).square().mean().sqrt() < 0.2
    drawn = inject(careful, edge, last, silence)
    assert not torch.equal(drawn, inject(pyramid, edge, last, silence))


def test_the_usual_change_is_the_99th_percentile():
    change = torch.zeros(1, 3, 10, 20)
    change[0, :, 0, 0] = 5.0  # one px of two hundred
    change[0, :, 5] = 0.5
    change[0, 0, 5] += 0.3
    grey, colour = usual(change)
    assert grey == pytest.approx(0.6)
    assert colour == pytest.approx(0.2)


def test_k_means_finds_the_colours_of_a_flat_painting():
    colours = torch.tensor([[-1.0, -1, -1], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0.5, 0.5, 0.5]])
    which = torch.randint(0, 5, (40 * 30,), generator=torch.Generator().manual_seed(0))
    picture = colours[which].T.reshape(1, 3, 40, 30)
    found = common_colours(picture, 5)
    assert torch.cdist(colours, found).min(dim=1).values.max() < 1e-5
    assert torch.allclose(in_colours(picture + 0.01, found), picture, atol=1e-5)


def test_few_colours_train_one_scale_alone_on_reduced_pictures():
    memory = Memory()
    config = tiny("standard", iterations=4)
    memory.run(config)
    few = Memory()
    few.scales = memory.scales[:1]
    few.run(config.but(quantise_scale=1))
    assert len(few.scales) == len(few.events[0].sizes) == 2
    pyramid = load_pyramid(config, few.scales, CPU)
    assert pyramid.scales[1].colours is not None
    assert pyramid.scales[1].colours.shape == (5, 3)
    parent = load_pyramid(config, memory.scales, CPU)
    assert pyramid.scales[1].amplitude == parent.scales[1].amplitude
