"""The time that a training still takes does not jump, and comes true."""

from __future__ import annotations

import itertools

import pytest

from singan_studio.core.time_left import SteadyTime, TimeLeft

JUMPS = [(0, 540), (15, 1140), (40, 960), (80, 540), (160, 180), (240, 20), (255, 60)]
"""Seconds since the start, and what was once said to be left of a training that took 300 s."""

EXPECTED = [20.0, 30.0, 45.0, 70.0, 110.0]
"""Seconds that the scales of a training should take."""


def shown_for(jumps: list[tuple[int, int]]) -> list[tuple[int, float]]:
    """Return what is shown every second while estimates jump."""
    steady, shown = SteadyTime(), []
    for now in range(jumps[-1][0] + 30):
        estimate = [left for at, left in jumps if at <= now][-1]
        shown.append((now, steady.update(now, estimate)))
    return shown


def test_estimates_that_jump_are_shown_as_a_time_that_moves_little():
    shown = [left for _, left in shown_for(JUMPS)]
    for before, after in itertools.pairwise(shown):
        assert after - before < 0.02 * before + 5, "it does not jump up"
        assert before - after < 0.02 * before + 10, "it does not fall down"
    assert max(shown) < 0.9 * 1140, "a first wrong guess is not believed at once"


@pytest.mark.parametrize("slowness", [0.5, 1.0, 3.0])
def test_what_is_left_comes_true_also_where_the_machine_is_slower_than_expected(slowness: float):
    """Early scales are slower than expected by twice as much as late ones, as passes through small networks are."""
    real = [
        slowness * seconds * factor for seconds, factor in zip(EXPECTED, (2, 1.6, 1.3, 1, 1), strict=True)
    ]
    time_left, now, said = TimeLeft(EXPECTED), 0.0, []
    for scale, seconds in enumerate(real):
        for step in range(1, 51):
            share = step / 50
            left = time_left.left(now + share * seconds, scale, share * seconds, share, 1 - share)
            said.append((now + share * seconds, left))
        now += seconds
        time_left.finished(scale, seconds)
    late = [(at, left) for at, left in said if 0.5 * now < at < 0.95 * now]
    assert all((now - at) / 1.7 < left < 1.7 * (now - at) for at, left in late)
    steps = [after - before for (_, before), (_, after) in itertools.pairwise(said)]
    assert max(steps) < 0.06 * now, "nothing jumps where a scale ends and the next begins"
