"""The coarsest picture bent at random: what a random picture's layout may come from."""

import pytest
import torch

from singan_studio.core.config import preset
from singan_studio.engine.layout import Layout, layout_of

HEIGHT, WIDTH = 25, 34


def noise(seed: int, size: tuple[int, int] = (HEIGHT, WIDTH)) -> torch.Tensor:
    random = torch.Generator().manual_seed(seed)
    return torch.randn(1, 1, *size, generator=random).expand(1, 3, *size)


@pytest.fixture
def thumbnail() -> torch.Tensor:
    return torch.rand(1, 3, HEIGHT, WIDTH, generator=torch.Generator().manual_seed(0)) * 2 - 1


def ramp(axis: int) -> torch.Tensor:
    """A picture whose value is a position: px from the middle, over a large number."""
    length = (HEIGHT, WIDTH)[axis]
    along = (torch.arange(length) + 0.5 - length / 2) / 100
    along = along[:, None] if axis == 0 else along[None, :]
    return along.expand(1, 3, HEIGHT, WIDTH)


def test_without_noise_the_picture_is_as_it_is(thumbnail):
    bent = Layout(thumbnail, 0.1).bent(torch.zeros(1, 3, HEIGHT, WIDTH), (HEIGHT, WIDTH))
    torch.testing.assert_close(bent, thumbnail, atol=1e-5, rtol=0)


def test_a_configuration_that_does_not_bend_starts_from_noise_alone(thumbnail):
    assert layout_of(preset("faithful"), thumbnail) is None


@pytest.mark.parametrize("axis", [0, 1])
def test_the_middle_moves_by_about_the_share_that_was_asked_for(axis):
    layout = Layout(ramp(axis), 0.05)
    moved = torch.cat([layout.bent(noise(seed), (HEIGHT, WIDTH)) for seed in range(200)])
    shifts = 100 * (moved - ramp(axis))[:, 0, HEIGHT // 2, WIDTH // 2]
    assert shifts.std().item() == pytest.approx(0.05 * WIDTH, rel=0.35)
    assert abs(shifts.mean().item()) < 0.3


def test_down_and_across_are_bent_independently():
    down, across = (
        torch.cat([Layout(ramp(axis), 0.05).bent(noise(s), (HEIGHT, WIDTH)) - ramp(axis) for s in range(200)])
        for axis in (0, 1)
    )
    pairs = torch.stack([down[:, 0, 12, 17], across[:, 0, 12, 17]])
    assert abs(torch.corrcoef(pairs)[0, 1].item()) < 0.2


def test_a_batch_gives_each_what_it_would_get_alone(thumbnail):
    layout = Layout(thumbnail, 0.1)
    together = layout.bent(torch.cat([noise(1), noise(2)]), (HEIGHT, WIDTH))
    assert torch.equal(together[1:], layout.bent(noise(2), (HEIGHT, WIDTH)))


def test_noise_over_the_border_bends_by_its_middle(thumbnail):
    layout, wide = Layout(thumbnail, 0.1), noise(3, (HEIGHT + 10, WIDTH + 10))
    inner = wide[:, :, 5:-5, 5:-5]
    assert torch.equal(layout.bent(wide, (HEIGHT, WIDTH)), layout.bent(inner, (HEIGHT, WIDTH)))


def test_a_wider_picture_goes_on_mirrored_and_a_narrower_one_shows_the_middle(thumbnail):
    layout = Layout(thumbnail, 0.1)
    wide = layout.bent(torch.zeros(1, 3, HEIGHT, 2 * WIDTH), (HEIGHT, 2 * WIDTH))
    middle = wide[..., WIDTH // 2 : WIDTH // 2 + WIDTH]
    torch.testing.assert_close(middle, thumbnail, atol=1e-5, rtol=0)
    torch.testing.assert_close(
        wide[..., : WIDTH // 2], thumbnail[..., : WIDTH // 2].flip(3), atol=1e-5, rtol=0
    )
    narrow = layout.bent(torch.zeros(1, 3, HEIGHT, 10), (HEIGHT, 10))
    torch.testing.assert_close(narrow, thumbnail[..., 12:22], atol=1e-5, rtol=0)
