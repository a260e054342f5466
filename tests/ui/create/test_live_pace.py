"""The live picture becomes smaller where it would come late, and large again where it is in time."""

from __future__ import annotations

from singan_studio.ui.create.live_pace import SIDES, LivePace


def paced(*times: float) -> LivePace:
    pace = LivePace()
    for milliseconds in times:
        pace.note(milliseconds)
    return pace


def test_one_late_picture_changes_nothing() -> None:
    assert paced(40, 900, 40, 40, 900, 40).side == SIDES[0]


def test_pictures_that_are_late_become_smaller_step_by_step_and_not_smaller_than_the_last() -> None:
    sides = [paced(*[300.0] * count).side for count in (2, 3, 5, 6, 60)]
    assert sides == [SIDES[0], SIDES[1], SIDES[1], SIDES[2], SIDES[-1]]


def test_they_grow_again_only_where_the_larger_ones_would_be_in_time() -> None:
    assert (
        paced(300, 300, 300, 100, 100, 100, 100).side == SIDES[1]
    )  # here one side, there the other, would flicker
    assert paced(300, 300, 300, 30, 30, 30).side == SIDES[0]
