"""The size of a film in which things flow, for the engine and for the window."""

from __future__ import annotations

from collections.abc import Sequence

from singan_studio.core.schedule import Size

LONGEST = 1280
"""Longer side in px of a film whose size is not given: what screens show, and a few frames a second to draw."""


def film_size(photo: Size, wanted: Sequence[int] | None, longest: int = LONGEST) -> Size:
    """Return (height, width) for a photo of (height, width) and a wished (width, height), if there is one."""
    if wanted is not None:
        return wanted[1], wanted[0]
    ratio = min(longest / max(photo), 1)
    return max(round(photo[0] * ratio), 1), max(round(photo[1] * ratio), 1)
