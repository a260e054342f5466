"""Edits of keyframe tracks. Tracks are immutable: every edit returns a new one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from singan_studio.tools.keyframes import LIMITS, Key, values_of

Track = tuple[Key, ...]
"""Sorted by frame, at most one key at each."""

HIGHEST = LIMITS["layout"][1]
"""Highest value in the shown tracks; the lowest is 0."""


def made(keys: Iterable[Key]) -> Track:
    """Return a track of these keys; of several at one frame the last counts."""
    by_frame = {key.frame: key for key in keys}
    return tuple(by_frame[frame] for frame in sorted(by_frame))


def with_key(track: Track, key: Key) -> Track:
    """Return the track with a key added, its value clamped."""
    return made([*track, replace(key, value=clamped(key.value))])


def without(track: Track, frames: Iterable[int]) -> Track:
    """Return the track without the keys at `frames`."""
    gone = set(frames)
    return tuple(key for key in track if key.frame not in gone)


def moved(track: Track, frames: Iterable[int], by: int, up: float, last: int) -> tuple[Track, frozenset[int]]:
    """Move the keys at `frames` by `by` frames and `up` in value; return the track and their new frames.

    The keys keep their distances, and none passes frame 0 or `last`. Keys in their way are replaced.
    """
    wanted = set(frames)
    chosen = [key for key in track if key.frame in wanted]
    if not chosen:
        return track, frozenset()
    by = max(min(by, last - chosen[-1].frame), -chosen[0].frame)
    shifted = [replace(key, frame=key.frame + by, value=clamped(key.value + up)) for key in chosen]
    return made([*without(track, wanted), *shifted]), frozenset(key.frame for key in shifted)


def with_ease(track: Track, frames: Iterable[int], ease: str) -> Track:
    """Return the track with another easing of the keys at `frames`."""
    chosen = set(frames)
    return tuple(replace(key, ease=ease) if key.frame in chosen else key for key in track)


def pasted(track: Track, keys: Track, at: int, last: int) -> tuple[Track, frozenset[int]]:
    """Insert copied keys, the first at frame `at`, without those after `last`; return the track and their frames."""
    if not keys:
        return track, frozenset()
    shifted = [replace(key, frame=key.frame - keys[0].frame + at) for key in keys]
    inside = [key for key in shifted if key.frame <= last]
    return made([*track, *inside]), frozenset(key.frame for key in inside)


def shown_values(track: Track, base: float, length: int, loop: str) -> list[float]:
    """Return the value at each of `length` frames; `base` everywhere if the track has no keys.

    `loop` is closed, pingpong (there and back) or none.
    """
    if not track:
        return [base] * length
    if loop != "pingpong":
        return values_of(track, length, closed=loop == "closed")
    there = values_of(track, length // 2 + 1, closed=False)
    return [there[min(frame, length - frame)] for frame in range(length)]


def clamped(value: float) -> float:
    """Return the nearest value that a key may have, in hundredths."""
    return round(min(max(value, 0.0), HIGHEST), 2)
