"""Keyframes: the value of an animation's parameter at every frame.

Pure data that window, command line and engine share. As JSON: `{"layout": [{"frame": 0, "value": 0.5, "ease":
"eased"}, ...], "detail": [...], ...}`. A track without keys leaves its parameter unchanged.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from singan_studio.core.errors import BadInput

EASES = ("linear", "eased")
LIMITS = {"layout": (0.0, 4.0), "detail": (0.0, 4.0), "alpha": (0.01, 1.0), "beta": (0.0, 1.0)}
"""Lowest and highest value of every track, by the name of its parameter."""

LAST_FRAME = 9_999
MOST_KEYS = 1_000


@dataclass(frozen=True)
class Key:
    """A value at a frame (0 is the first), and the easing from here to the next key."""

    frame: int
    value: float
    ease: str = "eased"


Track = Sequence[Key]


def checked_keyframes(tracks: Any) -> dict[str, list[dict[str, Any]]]:
    """Return the tracks in their JSON form: known names, keys sorted by frame, every field given.

    Raises `BadInput` naming track, key, value and what is allowed.
    """
    if not isinstance(tracks, dict):
        raise BadInput("keyframes.shape", value=_short(tracks), allowed=" | ".join(LIMITS))
    return {
        name: [asdict(key) for key in _checked_track(name, keys)] for name, keys in tracks.items() if keys
    }


def tracks_of(keyframes: dict[str, list[dict[str, Any]]] | None) -> dict[str, list[Key]]:
    """Return the tracks of checked keyframes by name, without those that have no key."""
    return {name: [Key(**key) for key in keys] for name, keys in (keyframes or {}).items() if keys}


def values_of(track: Track, frames: int, closed: bool) -> list[float]:
    """Return the track's value at each of `frames` frames.

    Before its first and after its last key a track keeps that key's value. In a `closed` loop the last key is followed,
    across the end, by the first. Keys after the last frame count only in an open film.
    """
    keys = sorted(track, key=lambda key: key.frame)
    if closed:
        keys = [key for key in keys if key.frame < frames] or keys[:1]
        last, first = keys[-1], keys[0]
        before = Key(last.frame - frames, last.value, last.ease)
        keys = [before, *keys, Key(first.frame + frames, first.value, first.ease)]
    return [_value_at(keys, frame) for frame in range(frames)]


def _value_at(keys: list[Key], frame: int) -> float:
    """Return the value at a frame: interpolated between two keys, linearly or eased, else that of the nearest key."""
    if frame <= keys[0].frame:
        return keys[0].value
    for start, end in itertools.pairwise(keys):
        if frame <= end.frame:
            way = (frame - start.frame) / (end.frame - start.frame)
            share = (1 - math.cos(math.pi * way)) / 2 if start.ease == "eased" else way
            return start.value + share * (end.value - start.value)
    return keys[-1].value


def _checked_track(name: str, keys: Any) -> list[Key]:
    if name not in LIMITS:
        raise BadInput("keyframes.track", name=name, allowed=" | ".join(LIMITS))
    if not isinstance(keys, list) or len(keys) > MOST_KEYS:
        raise BadInput("keyframes.shape", value=_short(keys), allowed=" | ".join(LIMITS))
    checked = sorted((_checked_key(name, key) for key in keys), key=lambda key: key.frame)
    for one, other in itertools.pairwise(checked):
        if one.frame == other.frame:
            raise BadInput("keyframes.twice", name=name, frame=one.frame)
    return checked


def _checked_key(name: str, key: Any) -> Key:
    low, high = LIMITS[name]
    fields = {"ease": "eased", **key} if isinstance(key, dict) else {}
    if set(fields) != {"frame", "value", "ease"}:
        raise BadInput("keyframes.key", name=name, value=_short(key))
    frame, value, ease = fields["frame"], fields["value"], fields["ease"]
    if not _is_number(frame) or frame != int(frame) or not 0 <= frame <= LAST_FRAME:
        raise _out_of_range(f"{name}: frame", frame, f"0..{LAST_FRAME}", "whole number")
    if not _is_number(value) or not low <= value <= high:
        raise _out_of_range(f"{name}: value", value, f"{low:g}..{high:g}", "number")
    if ease not in EASES:
        raise _out_of_range(f"{name}: ease", ease, " | ".join(EASES), "word")
    return Key(int(frame), float(value), ease)


def _out_of_range(field: str, value: Any, allowed: str, unit: str) -> BadInput:
    return BadInput("config.range", field=field, value=_short(value), allowed=allowed, unit=unit)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
