"""Large pictures are drawn in tiles: the same picture, in bounded memory."""

from itertools import product

import pytest
import torch

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.engine.gan import tiled_inference
from singan_studio.engine.gan.losses import strongest
from singan_studio.engine.gan.networks import Generator, initialise, pad
from singan_studio.engine.gan.sampler import FinishedScale, Pyramid
from singan_studio.engine.noise import picture_noise

CPU = torch.device("cpu")
SIZES = [(20, 27), (60, 83)]


def pyramid_of(border: str, norm: bool) -> Pyramid:
    made = Pyramid(border, 1 / 3, CPU)
    for k, size in enumerate(SIZES):
        generator = Generator(8, norm)
        initialise(generator, "he", torch.Generator().manual_seed(k))
        if norm:
            generator.train()(torch.randn(1, 3, 60, 60), torch.zeros(1, 3, 50, 50))  # statistics of its own
        made.scales.append(FinishedScale(generator.eval().requires_grad_(False), 0.5, size))
    return made


@pytest.mark.parametrize(
    ("border", "norm", "tile"), [*product(["zero", "noise", "edge"], [False, True], [16, 37, 60, 82])]
)
def test_tiles_leave_no_seams(border, norm, tile):
    pyramid = pyramid_of(border, norm)
    whole = pyramid.draw(picture_noise(3, CPU), SIZES)
    pyramid.tile = tile
    in_tiles = pyramid.draw(picture_noise(3, CPU), SIZES)
    assert (in_tiles - whole).abs().max() < 1e-5
    assert torch.equal(in_tiles, pyramid.draw(picture_noise(3, CPU), SIZES))


def test_tiles_change_the_picture_no_more_than_the_limits():
    pyramid, most = pyramid_of("zero", norm=False), torch.tensor([0.05, 0.02])
    noise, below = torch.randn(1, 3, 60, 83), torch.rand(1, 3, 60, 83) - 0.5
    assert strongest(pyramid.refine(1, noise, below) - below).gt(most).all()
    for pyramid.tile in (128, 37):
        change = pyramid.refine(1, noise, below, limits=most) - below
        assert torch.allclose(strongest(change), most, atol=1e-6)


def test_every_pixel_is_in_one_tile():
    covered = torch.zeros(50, 70)
    for top, left, bottom, right in tiled_inference.boxes(50, 70, 16):
        covered[top:bottom, left:right] += 1
    assert (covered == 1).all()


@pytest.mark.parametrize(("size", "passes"), [((512, 300), 1), ((300, 512), 1), ((513, 1100), 6)])
def test_a_generator_never_sees_more_than_a_tile_and_its_margin(size, passes):
    pyramid = pyramid_of("zero", norm=False)
    seen = []
    pyramid.scales[1].generator.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0].shape))
    below = torch.zeros(1, 3, *size)
    pyramid.refine(1, torch.zeros(1, 3, *size), below)
    assert len(seen) == passes
    assert all(
        shape[2] <= tiled_inference.TILE + 10 and shape[3] <= tiled_inference.TILE + 10 for shape in seen
    )


def test_a_small_picture_is_drawn_at_once_with_the_same_bits():
    pyramid = pyramid_of("zero", norm=False)
    noise, below = torch.randn(1, 3, 60, 83), torch.rand(1, 3, 60, 83)
    canvas = pyramid.canvas(noise, 0.5, below, (0, 0, 60, 83)).contiguous(memory_format=torch.channels_last)
    assert torch.equal(pyramid.refine(1, noise, below), pyramid.scales[1].generator(canvas, below))


@pytest.mark.parametrize("border", ["zero", "noise", "edge"])
def test_a_box_of_the_canvas_is_cut_from_the_canvas_of_the_whole_picture(border):
    pyramid = pyramid_of(border, norm=False)
    below = torch.rand(2, 3, 60, 83)
    noise = torch.randn(1, 3, *pyramid.noise_size((60, 83)))
    whole = pyramid.canvas(noise, 0.5, below, (0, 0, 60, 83))
    edges = pad(below, edge=border == "edge")
    covered = pad(noise) if border == "zero" else noise
    assert torch.equal(whole, 0.5 * covered + edges)
    for top, left, bottom, right in [(0, 0, 60, 83), (0, 2, 30, 40), (3, 43, 58, 83), (20, 20, 21, 21)]:
        box = pyramid.canvas(noise, 0.5, below, (top, left, bottom, right))
        assert torch.equal(box, whole[:, :, top : bottom + 10, left : right + 10])


def test_drawing_is_cancelled_between_tiles():
    source = CancelSource()
    pyramid = pyramid_of("zero", norm=False)
    pyramid.scales[1].generator.register_forward_hook(lambda *_: source.cancel())
    large = torch.zeros(1, 3, 60, 1100)
    with pytest.raises(Cancelled):
        pyramid.refine(1, large, large, source.token)
