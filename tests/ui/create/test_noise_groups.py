"""Noise per scale as lists, and the groups of scales."""

from __future__ import annotations

from singan_studio.ui.create.noise import AMOUNTS, SEEDS, changed, groups, per_scale


def test_groups_share_all_scales_in_order():
    for count in range(12):
        found = groups(count)
        assert len(found) == 3
        assert [scale for span in found for scale in span] == list(range(count))


def test_per_scale_repeats_the_last_given_value():
    assert list(per_scale({AMOUNTS: [0.5, 2.0]}, AMOUNTS, 4)) == [0.5, 2.0, 2.0, 2.0]


def test_a_change_at_some_scales_leaves_the_others():
    params = {AMOUNTS: None, SEEDS: None}
    params[AMOUNTS] = changed(params, AMOUNTS, 5, range(1, 3), 0.25)
    amounts = list(per_scale(params, AMOUNTS, 5))
    assert amounts[1:3] == [0.25, 0.25]
    assert amounts[0] == amounts[3] == amounts[4] == 1.0


def test_a_list_of_defaults_becomes_none():
    params = {AMOUNTS: changed({AMOUNTS: None}, AMOUNTS, 4, range(2), 0.25)}
    assert changed(params, AMOUNTS, 4, range(2), 1.0) is None
