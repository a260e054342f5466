"""Keyframes: their JSON form, and the values between them."""

import itertools

import pytest

from singan_studio.core.errors import BadInput
from singan_studio.tools.keyframes import Key, checked_keyframes, tracks_of, values_of


def test_track_interpolates_between_keys():
    track = [Key(2, 0.0, "linear"), Key(6, 2.0, "linear")]
    assert values_of(track, 9, closed=False) == [0, 0, 0, 0.5, 1, 1.5, 2, 2, 2]


def test_easing_starts_and_ends_softly():
    values = values_of([Key(0, 0.0), Key(8, 1.0)], 9, closed=False)
    steps = [b - a for a, b in itertools.pairwise(values)]
    assert values[4] == pytest.approx(0.5)
    assert max(steps) == pytest.approx(steps[4])
    assert steps[0] == pytest.approx(steps[-1])
    assert steps[0] < 0.5 * max(steps)


def test_closed_loop_interpolates_from_last_key_to_first():
    track = [Key(2, 1.0, "linear"), Key(6, 3.0, "linear")]
    values = values_of(track, 8, closed=True)
    assert values == [2, 1.5, 1, 1.5, 2, 2.5, 3, 2.5]
    assert values_of([Key(5, 0.7)], 4, closed=True) == [0.7] * 4


def test_key_after_last_frame_counts_only_in_open_film():
    track = [Key(0, 0.0, "linear"), Key(8, 8.0, "linear")]
    assert values_of(track, 4, closed=False) == [0, 1, 2, 3]
    assert values_of(track, 4, closed=True) == [0, 0, 0, 0]


def test_keyframes_are_sorted_and_complete_as_json():
    given = {"layout": [{"frame": 9, "value": 1}, {"frame": 0, "value": 0.5, "ease": "linear"}], "detail": []}
    checked = checked_keyframes(given)
    assert checked == {
        "layout": [
            {"frame": 0, "value": 0.5, "ease": "linear"},
            {"frame": 9, "value": 1.0, "ease": "eased"},
        ]
    }
    assert checked_keyframes(checked) == checked
    assert tracks_of(checked) == {"layout": [Key(0, 0.5, "linear"), Key(9, 1.0)]}
    assert tracks_of(None) == {}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], r"keyframes are \[\]; allowed are lists of keys by track: layout \| detail \| alpha \| beta"),
        ({"speed": [{"frame": 0, "value": 1}]}, "no keyframe track “speed”; allowed is layout"),
        ({"layout": [{"frame": 0}]}, r"In the track layout is \{'frame': 0\}"),
        ({"layout": [{"frame": 0, "value": 1, "x": 2}]}, "In the track layout is"),
        ({"layout": [{"frame": -1, "value": 1}]}, r"layout: frame is -1; allowed is 0\.\.9999"),
        ({"layout": [{"frame": 0.5, "value": 1}]}, r"layout: frame is 0\.5"),
        ({"alpha": [{"frame": 0, "value": 0}]}, r"alpha: value is 0; allowed is 0\.01\.\.1"),
        ({"beta": [{"frame": 0, "value": float("nan")}]}, "beta: value is nan"),
        (
            {"detail": [{"frame": 0, "value": 1, "ease": "bounce"}]},
            r"ease is bounce; allowed is linear \| eased",
        ),
        ({"detail": [{"frame": 3, "value": 1}, {"frame": 3, "value": 2}]}, "two keys at frame 3"),
        ({"detail": {"frame": 3}}, "keyframes are"),
    ],
)
def test_invalid_keyframes_are_reported_with_allowed_values(given, words):
    with pytest.raises(BadInput, match=words):
        checked_keyframes(given)
