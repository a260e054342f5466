"""Arrows that say where things flow: what a list of them must look like, for window, command line and engine."""

from __future__ import annotations

import math
from typing import Any

from singan_studio.core.errors import BadInput

MOST_ARROWS = 100
FARTHEST = 20_000
"""Greatest coordinate in px; a picture has at most 4096."""


def checked_arrows(arrows: Any) -> list[list[float]]:
    """Return arrows in their JSON form, each [x, y, dx, dy] in px of the picture.

    Raises `BadInput` "config.range" naming the value and what is allowed.
    """
    if not isinstance(arrows, list | tuple) or len(arrows) > MOST_ARROWS:
        raise _refused(arrows, f"0..{MOST_ARROWS} arrows", "list")
    return [_checked_arrow(arrow) for arrow in arrows]


def _checked_arrow(arrow: Any) -> list[float]:
    numbers = list(arrow) if isinstance(arrow, list | tuple) else []
    if len(numbers) != 4 or not all(_is_coordinate(number) for number in numbers):
        raise _refused(arrow, "x,y,dx,dy", f"px of the picture, at most {FARTHEST}")
    if not any(numbers[2:]):
        raise _refused(arrow, "x,y,dx,dy with a length", "px of the picture")
    return [float(number) for number in numbers]


def _is_coordinate(value: Any) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and math.isfinite(value) and abs(value) <= FARTHEST


def _refused(value: Any, allowed: str, unit: str) -> BadInput:
    text = ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    shown = text if len(text) <= 60 else f"{text[:57]}..."
    return BadInput("config.range", field="arrow", value=shown, allowed=allowed, unit=unit)
