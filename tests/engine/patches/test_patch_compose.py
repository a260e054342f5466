"""Folding, voting and carrying fields over."""

from __future__ import annotations

import pytest
import torch

from singan_studio.engine.patches.compose import Field, carry, fold, grid, unfold, vote, window


def identity(size, patch=7, wrap=False):
    rows, columns = grid(size, patch, wrap)
    y, x = torch.arange(rows)[:, None], torch.arange(columns)
    return Field(
        y.clamp(max=size[0] - patch) * size[1] + x.clamp(max=size[1] - patch), size, size, patch, wrap
    )


def random_field(source, size, wrap=False, seed=0):
    random = torch.Generator().manual_seed(seed)
    rows, columns = grid(size, 7, wrap)
    y = torch.randint(0, source[0] - 6, (rows, columns), generator=random)
    x = torch.randint(0, source[1] - 6, (rows, columns), generator=random)
    return Field(y * source[1] + x, source, size, 7, wrap)


@pytest.mark.parametrize("wrap", [False, True])
@pytest.mark.parametrize("size", [(16, 23), (5, 9)])
def test_fold_undoes_unfold(size, wrap):
    picture = torch.randn(2, 3, *size, dtype=torch.float64)
    folded = fold(unfold(picture, 5, wrap), size, 5, 0.2, wrap)
    torch.testing.assert_close(folded, picture, atol=1e-9, rtol=0)


def test_fold_wraps_pictures_smaller_than_a_patch():
    picture = torch.randn(1, 3, 3, 20, dtype=torch.float64)
    torch.testing.assert_close(
        fold(unfold(picture, 7, True), (3, 20), 7, 0.5, True), picture, atol=1e-9, rtol=0
    )


@pytest.mark.parametrize("wrap", [False, True])
def test_vote_equals_fold_of_the_chosen_patches(wrap):
    source = torch.randn(1, 3, 20, 25, dtype=torch.float64)
    field = random_field((20, 25), (18, 30), wrap)
    step = torch.arange(7)
    at = field.at.flatten()[:, None] + (step[:, None] * 25 + step).flatten()
    chosen = source[0].flatten(1)[:, at].transpose(0, 1).flatten(1)[None]
    wanted = fold(chosen, (18, 30), 7, 0.5, wrap)
    torch.testing.assert_close(vote(field, source, 0.5), wanted, atol=1e-9, rtol=0)


def test_vote_copies_connected_pieces_bit_for_bit():
    source = torch.randn(1, 3, 40, 50)
    assert torch.equal(vote(identity((40, 50)), source, 0.5), source)


def test_carried_identity_stays_identity():
    for size in ((34, 45), (57, 80), (100, 101)):
        field = carry(identity((24, 32), 15), size, size, 7)
        assert torch.equal(field.at, identity(size).at)


def test_carried_pieces_stay_connected_and_inside():
    field = random_field((30, 40), (36, 30))
    carried = carry(field, (42, 56), (50, 42), 7)
    assert carried.at.shape == (44, 36)
    assert int((carried.at % 56).max()) <= 49
    assert int((carried.at // 56).max()) <= 35
    torn = (carried.offsets[1:] != carried.offsets[:-1]).float().mean()
    assert torn < 0.8  # 1 / 1.4 of the old patches meet another piece


def test_carry_wraps_round():
    field = random_field((30, 40), (32, 32), wrap=True)
    carried = carry(field, (60, 80), (64, 64), 7)
    assert carried.at.shape == (64, 64)


def test_window_is_highest_in_the_middle():
    weights = window(15, 0.2, torch.zeros(1))
    assert weights[7, 7] == 1
    assert weights[0, 7] < 1e-5
