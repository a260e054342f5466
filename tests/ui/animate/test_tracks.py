"""Keyframes: adding, moving, copying, and never two at one frame."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from singan_studio.tools.keyframes import EASES, Key
from singan_studio.ui.animate import tracks
from singan_studio.ui.animate.tracks import HIGHEST

keys = st.builds(Key, st.integers(0, 59), st.floats(0, HIGHEST).map(tracks.clamped), st.sampled_from(EASES))
any_track = st.lists(keys, max_size=12).map(tracks.made)


def test_a_key_at_the_same_frame_replaces_the_other() -> None:
    track = tracks.with_key(tracks.made([Key(3, 1.0)]), Key(3, 9.0))
    assert track == (Key(3, HIGHEST),)


@given(any_track, st.sets(st.integers(0, 59)), st.integers(-80, 80), st.floats(-5, 5))
def test_moved_keys_keep_their_distances_and_stay_inside(
    track: tracks.Track, frames: set[int], by: int, up: float
) -> None:
    chosen = [key for key in track if key.frame in frames]
    after, now = tracks.moved(track, frames, by, up, last=59)
    assert len(now) == len(chosen)
    assert all(0 <= key.frame <= 59 and 0 <= key.value <= HIGHEST for key in after)
    if chosen:
        distances = {key.frame - chosen[0].frame for key in chosen}
        assert {frame - min(now) for frame in now} == distances
    assert [key.frame for key in after] == sorted({key.frame for key in after})


def test_a_moved_key_replaces_the_one_in_its_way() -> None:
    track = tracks.made([Key(0, 0.5), Key(5, 2.0)])
    assert tracks.moved(track, [0], 5, 0.0, last=59)[0] == (Key(5, 0.5),)


def test_keys_behind_a_shortened_films_end_can_be_moved_back() -> None:
    track = tracks.made([Key(5, 0.5), Key(80, 2.0)])
    assert tracks.moved(track, [80], 0, 0.0, last=59)[1] == {59}


def test_keys_are_pasted_at_a_frame_as_far_as_the_film_goes() -> None:
    copied = tracks.made([Key(2, 0.5), Key(6, 1.5), Key(40, 1.0)])
    after, now = tracks.pasted((Key(10, 3.0),), copied, at=10, last=30)
    assert after == (Key(10, 0.5), Key(14, 1.5))
    assert now == {10, 14}


def test_keys_are_deleted_and_eased() -> None:
    track = tracks.made([Key(0, 1.0), Key(10, 2.0), Key(20, 3.0)])
    assert tracks.without(track, [10, 11]) == (Key(0, 1.0), Key(20, 3.0))
    assert [key.ease for key in tracks.with_ease(track, [0, 20], "linear")] == ["linear", "eased", "linear"]
