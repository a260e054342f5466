"""Noise per scale as lists in a tool's parameters, and the three groups of scales that the window names."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

AMOUNTS, SEEDS = "noise", "noise_seeds"
"""Names of the parameters (`tools.shared_params.noise`)."""
USUAL: dict[str, float] = {AMOUNTS: 1.0, SEEDS: -1}
GROUPS = 3
"""Layout, Detail, Grain: a third of the scales each, coarsest first."""


def groups(count: int) -> list[range]:
    """Return the scales of each group; with fewer scales than groups some are empty."""
    ends = [round(count * group / GROUPS) for group in range(GROUPS + 1)]
    return [range(low, high) for low, high in itertools.pairwise(ends)]


def per_scale(params: dict[str, Any], name: str, count: int) -> list[float]:
    """Return a value for each of `count` scales; the last given one is repeated."""
    values: Sequence[float] = params[name] or [USUAL[name]]
    return [values[min(scale, len(values) - 1)] for scale in range(count)]


def changed(params: dict[str, Any], name: str, count: int, scales: range, value: float) -> list[float] | None:
    """Return the parameter's list with another value at some scales; None when all values are the defaults."""
    values = per_scale(params, name, count)
    for scale in scales:
        values[scale] = value
    return None if all(each == USUAL[name] for each in values) else values
