"""What can be done with the keyframes of a track. Pure data: every change makes a new track."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from singan_studio.tools.keyframes import LIMITS, Key, values_of

Track = tuple[Key, ...]
"""Sorted by frame, at most one key at each."""

HIGHEST = LIMITS["layout"][1]
"""Of a value in the tracks that are shown; the lowest is 0."""


def made(keys: Iterable[Key]) -> Track:
    """A track of these keys; of several at one frame the last counts."""
    by_frame = {key.frame: key for key in keys}
    return tuple(by_frame[frame] for frame in sorted(by_frame))


def with_key(track: Track, key: Key) -> Track:
    return made([*track, replace(key, value=clamped(key.value))])


def without(track: Track, frames: Iterable[int]) -> Track:
    gone = set(frames)
    return tuple(key for key in track if key.frame not in gone)


def moved(track: Track, frames: Iterable[int], by: int, up: float, last: int) -> tuple[Track, frozenset[int]]:
    """The keys at `frames` moved `by` frames and `up` in value, and where they are now.

    The chosen keys keep their distances: none passes frame 0 or `last`. A key that was in the way is replaced.
    """
    wanted = set(frames)
    chosen = [key for key in track if key.frame in wanted]
    if not chosen:
        return track, frozenset()
    by = max(min(by, last - chosen[-1].frame), -chosen[0].frame)
    shifted = [replace(key, frame=key.frame + by, value=clamped(key.value + up)) for key in chosen]
    return made([*without(track, wanted), *shifted]), frozenset(key.frame for key in shifted)


def with_ease(track: Track, frames: Iterable[int], ease: str) -> Track:
    """The keys at `frames` go on to the next one this way."""
    chosen = set(frames)
    return tuple(replace(key, ease=ease) if key.frame in chosen else key for key in track)


def pasted(track: Track, keys: Track, at: int, last: int) -> tuple[Track, frozenset[int]]:
    """Copied keys put in with the first one at frame `at`; those behind the film's end are left out."""
    if not keys:
        return track, frozenset()
    shifted = [replace(key, frame=key.frame - keys[0].frame + at) for key in keys]
    inside = [key for key in shifted if key.frame <= last]
    return made([*track, *inside]), frozenset(key.frame for key in inside)


def shown_values(track: Track, base: float, length: int, loop: str) -> list[float]:
    """The value at each of `length` frames of a film that loops closed, pingpong (there and back) or none; `base`
    without keys.
    """
    if not track:
        return [base] * length
    if loop != "pingpong":
        return values_of(track, length, closed=loop == "closed")
    there = values_of(track, length // 2 + 1, closed=False)
    return [there[min(frame, length - frame)] for frame in range(length)]


def clamped(value: float) -> float:
    """A value that a key may have; hundredths are fine enough."""
    return round(min(max(value, 0.0), HIGHEST), 2)
