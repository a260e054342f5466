import pytest
import torch

from singan_studio.engine.gan.losses import drift, excess, limited, strongest, usual

STRIPES = (1 - 2 * (torch.arange(32) % 2)).float().expand(1, 3, 32, 32)
"""Grey detail: alternating -1 and 1 across."""


def test_drift_counts_means_of_cells_and_not_detail():
    assert drift(STRIPES) == 0
    assert drift(STRIPES * 0 + 0.5) == pytest.approx(0.25)


def test_cells_over_the_border_are_means_of_the_inside():
    assert drift(torch.full((2, 3, 11, 13), 0.5)) == pytest.approx(0.25)


def test_grey_and_colour_have_a_limit_each():
    colour = torch.tensor([0.2, -0.1, -0.1])[:, None, None] * STRIPES
    assert strongest(STRIPES * 0.3 + colour).tolist() == pytest.approx([0.3, 0.2])


def test_changes_within_the_limits_have_no_excess():
    change = torch.randn(1, 3, 20, 20, generator=torch.Generator().manual_seed(0))
    assert excess(change, strongest(change)) == 0
    assert excess(change.flip(3), strongest(change)) == 0


def test_excess_is_squared():
    assert excess(STRIPES * 0.5, strongest(STRIPES * 0.3)) == pytest.approx(0.04)


def test_colour_has_its_own_limit():
    limits = torch.tensor([0.6, 0.1])
    colours = torch.tensor([0.5, -0.5, 0.0])[:, None, None] * STRIPES
    assert excess(STRIPES * 0.5, limits) == 0
    assert excess(colours, limits) > 0.1


def test_limits_of_a_copy_without_change_do_not_divide_by_zero():
    change = torch.zeros(1, 3, 4, 4)
    most = usual(change)
    assert torch.equal(limited(change, most), change)
    change[..., 2, 2] = 0.5
    assert limited(change, most).abs().max() < 1e-5
