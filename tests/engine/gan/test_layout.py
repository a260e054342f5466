"""The coarsest picture bent at random, as the layout of a random picture."""

import pytest
import torch

from singan_studio.core.config import preset
from singan_studio.engine.gan.layout import SHIFTS, Layout, layout_of

HEIGHT, WIDTH = 25, 34


def noise(seed: int, size: tuple[int, int] = (HEIGHT, WIDTH)) -> torch.Tensor:
    random = torch.Generator().manual_seed(seed)
    return torch.randn(1, 1, *size, generator=random).expand(1, 3, *size)


@pytest.fixture
def thumbnail() -> torch.Tensor:
    return torch.rand(1, 3, HEIGHT, WIDTH, generator=torch.Generator().manual_seed(0)) * 2 - 1


def ramp(axis: int) -> torch.Tensor:
    """Return a picture whose values are positions: px from the middle, over a large number."""
    length = (HEIGHT, WIDTH)[axis]
    along = (torch.arange(length) + 0.5 - length / 2) / 100
    along = along[:, None] if axis == 0 else along[None, :]
    return along.expand(1, 3, HEIGHT, WIDTH)


def test_without_noise_the_layout_is_not_bent(thumbnail):
    bent = Layout(thumbnail, 0.1).bent(torch.zeros(1, 3, HEIGHT, WIDTH), (HEIGHT, WIDTH))
    torch.testing.assert_close(bent, thumbnail, atol=1e-5, rtol=0)


def test_a_configuration_that_does_not_bend_starts_from_noise_alone(thumbnail):
    assert layout_of(preset("faithful"), thumbnail) is None


def places(layout_amount: float, seed: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return where each pixel comes from, (h, w) px from the middle, down and across."""
    down, across = (
        100 * Layout(ramp(axis), layout_amount).bent(noise(seed), (HEIGHT, WIDTH))[0, 0] for axis in (0, 1)
    )
    return down, across


def test_points_flow_by_about_the_wanted_share_of_the_side(monkeypatch):
    monkeypatch.setattr("singan_studio.engine.gan.layout.SHIFTS", (0.0, 0.0))
    moved = torch.stack([torch.stack(places(0.05, seed)) for seed in range(100)])
    shifts = moved - 100 * torch.stack([ramp(axis)[0, 0] for axis in (0, 1)])
    side = (HEIGHT * WIDTH) ** 0.5
    assert shifts.square().mean().sqrt().item() == pytest.approx(0.05 * side, rel=0.15)
    assert shifts.mean((0, 2, 3)).abs().max().item() < 0.3


def test_the_whole_picture_is_shifted_independently_by_shares_of_its_height_and_width():
    means = torch.stack([torch.stack(places(0.03, seed)).mean((1, 2)) for seed in range(200)])
    shares = [0.03 * times * side for times, side in zip(SHIFTS, (HEIGHT, WIDTH), strict=True)]
    assert means.std(0).tolist() == pytest.approx(shares, rel=0.2)
    assert abs(torch.corrcoef(means.T)[0, 1].item()) < 0.2


def test_bending_keeps_areas(monkeypatch):
    monkeypatch.setattr("singan_studio.engine.gan.layout.SHIFTS", (0.0, 0.0))
    for seed in range(10):
        down, across = places(0.06, seed)
        dy, dx = torch.gradient(down), torch.gradient(across)
        area = (dy[0] * dx[1] - dy[1] * dx[0])[2:-2, 2:-2]  # of where a pixel comes from
        assert (dy[0] - 1).abs().max().item() > 0.1, "it was hardly bent"
        assert (area - 1).abs().max().item() < 0.25  # interpolation wavers
        assert (area - 1).abs().mean().item() < 0.05


def test_bending_keeps_the_share_of_sky(monkeypatch):
    monkeypatch.setattr("singan_studio.engine.gan.layout.SHIFTS", (0.0, 0.0))
    sky = torch.where(ramp(0) < 0, 1.0, -1.0)
    for seed in range(10):
        bent = Layout(sky, 0.06).bent(noise(seed), (HEIGHT, WIDTH))
        assert (bent - sky).abs().mean().item() > 0.01
        assert bent.mean().item() == pytest.approx(sky.mean().item(), abs=0.02)


def test_the_flow_does_not_cross_the_border(monkeypatch):
    monkeypatch.setattr("singan_studio.engine.gan.layout.SHIFTS", (0.0, 0.0))
    for seed in range(10):
        down, across = places(0.06, seed)
        assert down[0].sub(-HEIGHT / 2).abs().max().item() < 2
        assert across[:, -1].sub(WIDTH / 2).abs().max().item() < 2


def test_a_batch_of_noise_bends_as_single_noises_do(thumbnail):
    layout = Layout(thumbnail, 0.1)
    together = layout.bent(torch.cat([noise(1), noise(2)]), (HEIGHT, WIDTH))
    assert torch.equal(together[1:], layout.bent(noise(2), (HEIGHT, WIDTH)))


def test_only_the_middle_of_larger_noise_bends(thumbnail):
    layout, wide = Layout(thumbnail, 0.1), noise(3, (HEIGHT + 10, WIDTH + 10))
    inner = wide[:, :, 5:-5, 5:-5]
    assert torch.equal(layout.bent(wide, (HEIGHT, WIDTH)), layout.bent(inner, (HEIGHT, WIDTH)))


def test_a_wider_picture_is_mirrored_and_a_narrower_one_cropped(thumbnail):
    layout = Layout(thumbnail, 0.1)
    wide = layout.bent(torch.zeros(1, 3, HEIGHT, 2 * WIDTH), (HEIGHT, 2 * WIDTH))
    middle = wide[..., WIDTH // 2 : WIDTH // 2 + WIDTH]
    torch.testing.assert_close(middle, thumbnail, atol=1e-5, rtol=0)
    torch.testing.assert_close(
        wide[..., : WIDTH // 2], thumbnail[..., : WIDTH // 2].flip(3), atol=1e-5, rtol=0
    )
    narrow = layout.bent(torch.zeros(1, 3, HEIGHT, 10), (HEIGHT, 10))
    torch.testing.assert_close(narrow, thumbnail[..., 12:22], atol=1e-5, rtol=0)
