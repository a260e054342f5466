"""Dragging handles: what lies opposite stays, corners keep the proportions, nothing gets lost."""

from __future__ import annotations

import pytest
from canvas_samples import thing
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from singan_studio.ui.canvas.objects import CanvasObject, Placement
from singan_studio.ui.canvas.shaping import LEAST_SIDE, SIDES, flipped, handle_point, scaled, turned

PLACES = st.builds(
    Placement,
    st.floats(-100, 300),
    st.floats(-100, 300),
    st.sampled_from([-2.0, -0.5, 0.3, 1.0, 4.0]),
    st.sampled_from([-1.5, 0.4, 1.0, 3.0]),
    st.floats(-180, 180),
)
POINTS = st.builds(QPointF, st.floats(-400, 400), st.floats(-400, 400))


def item_at(place: Placement) -> CanvasObject:
    return thing(side=40).placed(place)


def near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < 1e-3


@given(PLACES, st.sampled_from(SIDES), POINTS, st.booleans())
def test_what_lies_opposite_stays_in_place(
    place: Placement, side: tuple[int, int], to: QPointF, free: bool
) -> None:
    item = item_at(place)
    after = item.placed(scaled(item, side, to, free))
    opposite = (-side[0], -side[1])
    assert near(handle_point(after, opposite), handle_point(item, opposite))
    assert min(abs(after.placement.scale_x), abs(after.placement.scale_y)) * 40 >= LEAST_SIDE - 1e-9


@given(PLACES, st.sampled_from(SIDES), POINTS)
def test_around_the_middle_that_stays(place: Placement, side: tuple[int, int], to: QPointF) -> None:
    after = scaled(item_at(place), side, to, around_middle=True)
    assert near(QPointF(after.x, after.y), QPointF(place.x, place.y))


@given(PLACES, st.sampled_from([side for side in SIDES if all(side)]), POINTS)
def test_a_corner_keeps_the_proportions_unless_it_is_free(
    place: Placement, side: tuple[int, int], to: QPointF
) -> None:
    after = scaled(item_at(place), side, to)
    least = LEAST_SIDE / 40
    if min(abs(after.scale_x), abs(after.scale_y)) > least:
        assert after.scale_x / place.scale_x == pytest.approx(after.scale_y / place.scale_y)


def test_a_free_corner_follows_the_pointer() -> None:
    item = item_at(Placement(100, 100, angle=30))
    to = handle_point(item, (1, 1)) + QPointF(13, 40)
    after = item.placed(scaled(item, (1, 1), to, free=True))
    assert near(handle_point(after, (1, 1)), to)


def test_dragging_past_what_stays_mirrors() -> None:
    after = scaled(item_at(Placement(100, 100)), (1, 0), QPointF(40, 100))
    assert after.scale_x == pytest.approx(-1)
    assert after.x == pytest.approx(60)


def test_turning_follows_the_pointer_or_goes_in_steps() -> None:
    item = item_at(Placement(100, 100, angle=10))
    assert turned(item, QPointF(150, 100), QPointF(100, 150)).angle == pytest.approx(100)
    assert turned(item, QPointF(150, 100), QPointF(148, 120), in_steps=True).angle % 15 == 0


@given(PLACES, st.booleans())
def test_flipping_mirrors_what_is_seen_and_twice_changes_nothing(place: Placement, across: bool) -> None:
    item = item_at(place)
    mirrored = item.placed(flipped(place, across))
    for side in SIDES:
        by = handle_point(item, side) - QPointF(place.x, place.y)
        wanted = QPointF(-by.x(), by.y()) if across else QPointF(by.x(), -by.y())
        assert near(handle_point(mirrored, side) - QPointF(place.x, place.y), wanted)
    assert flipped(flipped(place, across), across) == place
