"""Sizes of the patch model: how large it works, and the stops at which drawing can start. Numbers only."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from singan_studio.core.geometry import pyramid_geometry
from singan_studio.core.schedule import Size

PATCH = 7
"""Side in px of the smallest patches that make the detail; no size is smaller."""

COARSE = 24, 48
"""Shorter sides, in px, of the two reductions that make the layout."""

LEAST = 16
"""Shorter side of an output at the coarsest size, in px."""

FACTOR = 0.71
"""Ratio of neighbouring sizes."""

CHANGES = 0.6, 0.4, 0.2
"""How much may change at the stops between a new layout and the sizes (t0 of SDEdit)."""

FOLLOWED = 0.1, 0.05
"""About how much changes where a guide enters at the two coarsest sizes: its shapes are followed, and redrawn."""

JOINED = 1
"""The size, coarsest first, that the finer size of the layout is."""


@dataclass(frozen=True)
class Stop:
    """One stop of the start strip.

    `kind` is "layout" (everything new), "change" (the guide's layout, changed by `amount` in 0..1), or "size": the
    guide is kept up to `size` (height, width) in px, and what is finer is made of patches, which changes about
    `amount`. `level` counts the sizes.
    """

    kind: Literal["layout", "change", "size"]
    amount: float
    level: int
    size: Size


def working_size(height: int, width: int) -> Size:
    """Return the (height, width) at which pictures are drawn: what the default model would learn, about 250 px."""
    return pyramid_geometry(height, width).sizes[-1]


def scaled(size: Size, factor: float) -> Size:
    """Return (height, width) times `factor`, rounded, at least the side of a patch."""
    return max(PATCH, round(size[0] * factor)), max(PATCH, round(size[1] * factor))


def layout_factors(photo: Size, output: Size) -> tuple[float, float]:
    """Return the two coarse factors for an output of (height, width): small, but no output side below 16 px."""
    side = min(photo)
    first = min(1.0, max(COARSE[0] / side, LEAST / min(output)))
    return first, min(1.0, max(COARSE[1] / side, 2 * first if first > COARSE[0] / side else 0.0))


def size_factors(photo: Size, output: Size) -> list[float]:
    """Return the factors up to 1, each about 1 / .71 times the one before; `JOINED` is the finer size of the layout."""
    joined = layout_factors(photo, output)[1]
    return [joined * FACTOR**k for k in range(JOINED, 0, -1)] + factors_from(joined)


def factors_from(first: float) -> list[float]:
    """Return factors from `first` up to 1, each about 1 / .71 times the one before."""
    steps = max(1, round(math.log(first) / math.log(FACTOR))) if first < 1 else 0
    return [first ** (1 - k / steps) for k in range(steps)] + [1.0]


def stops_of(photo: Size, output: Size | None = None) -> list[Stop]:
    """Return where drawing an `output` (height, width) from a photo's patches can start, coarsest first."""
    output = output or photo
    sizes = [scaled(output, factor) for factor in size_factors(photo, output)]
    changes = [Stop("change", amount, JOINED, sizes[JOINED]) for amount in CHANGES]
    amounts = [*FOLLOWED, *[0.0] * len(sizes)]
    entries = [Stop("size", amounts[level], level, size) for level, size in enumerate(sizes)]
    return [Stop("layout", 1.0, JOINED, sizes[JOINED]), *changes, *entries]
