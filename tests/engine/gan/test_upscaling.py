import pytest
import torch

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.core.geometry import HIDDEN_LAYERS
from singan_studio.engine.gan.networks import Generator, initialise
from singan_studio.engine.gan.sampler import FinishedScale, Pyramid
from singan_studio.engine.gan.upscaling import enlarge
from singan_studio.engine.resample import resize


@pytest.fixture(params=["zero", "noise", "edge"])
def pyramid(request):
    made = Pyramid(request.param, 0.75, torch.device("cpu"))
    generator = Generator(8, norm=False).eval().requires_grad_(False)
    initialise(generator, "he", torch.Generator().manual_seed(1))
    made.scales = [FinishedScale(generator, 0.5, (30, 40))]
    return made


PICTURE = torch.rand(1, 3, 37, 53, generator=torch.Generator().manual_seed(2)) * 2 - 1


@pytest.mark.parametrize("factor", [1.5, 2.0, 3.3, 8.0])
def test_the_result_is_factor_times_as_large(pyramid, factor):
    assert enlarge(pyramid, PICTURE, factor, 2, 0).shape == (1, 3, round(37 * factor), round(53 * factor))


@pytest.mark.parametrize("tile", [16, 41, 100])
def test_tiles_leave_no_seams(pyramid, tile):
    whole = enlarge(pyramid, PICTURE, 4.0, 6, 5, tile=10_000)
    assert (enlarge(pyramid, PICTURE, 4.0, 6, 5, tile=tile) - whole).abs().max() < 1e-5


def test_the_shrunk_result_equals_the_original(pyramid):
    """The generator is applied again and again: what it shifts a little each time must not add up."""
    last = pyramid.scales[0].generator.conv(HIDDEN_LAYERS)
    last.bias.data += torch.tensor([0.2, -0.1, 0.05])  # a tint per step
    large = enlarge(pyramid, PICTURE * 0.5, 4.0, 6, 0)
    small = resize(large.clamp(-1, 1), 1 / 4, (37, 53))
    assert (small - PICTURE * 0.5).abs().mean() < 0.02
    assert not torch.allclose(large, resize(PICTURE * 0.5, 4.0, (148, 212)), atol=0.05)


def test_a_seed_decides_the_added_detail(pyramid):
    first = enlarge(pyramid, PICTURE, 2.0, 3, 1)
    assert torch.equal(first, enlarge(pyramid, PICTURE, 2.0, 3, 1))
    assert not torch.equal(first, enlarge(pyramid, PICTURE, 2.0, 3, 2))


def test_enlarging_stops_when_cancelled(pyramid):
    source = CancelSource()
    source.cancel()
    with pytest.raises(Cancelled):
        enlarge(pyramid, PICTURE, 2.0, 3, 1, source.token)
