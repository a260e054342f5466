"""A part of the picture: what it must look like, for window, command line and engine."""

from __future__ import annotations

from typing import Any

from singan_studio.core.errors import BadInput

LEAST = 16
"""Side in px that a region has at least."""


def checked_region(region: Any) -> list[int]:
    """Return a region in its JSON form, [left, top, width, height] in px of the picture.

    Raises `BadInput` "config.range" naming the value and what is allowed.
    """
    numbers = list(region) if isinstance(region, list | tuple) else []
    whole = all(isinstance(number, int) and not isinstance(number, bool) for number in numbers)
    if len(numbers) != 4 or not whole or min(numbers[:2]) < 0 or min(numbers[2:]) < LEAST:
        raise _refused(region, f"x,y,width,height, sides at least {LEAST}")
    return numbers


def part_of(picture_size: tuple[int, int], region: list[int] | None) -> tuple[slice, slice]:
    """Return the rows and columns of a region in a picture of (height, width); all of them for None.

    Raises `BadInput` "config.range" for a region that does not lie in the picture.
    """
    height, width = picture_size
    if region is None:
        return slice(0, height), slice(0, width)
    left, top, across, down = region
    if left + across > width or top + down > height:
        raise _refused(region, f"a part of {width}x{height}")
    return slice(top, top + down), slice(left, left + across)


def _refused(region: Any, allowed: str) -> BadInput:
    text = ",".join(map(str, region)) if isinstance(region, list | tuple) else str(region)
    shown = text if len(text) <= 60 else f"{text[:57]}..."
    return BadInput("config.range", field="region", value=shown, allowed=allowed, unit="px of the picture")
