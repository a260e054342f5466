"""Decides which model enlarging needs (SinGAN section 4, super-resolution)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from singan_studio.core.config import PRESETS, TrainConfig
from singan_studio.core.errors import BadInput

KIND = "enlarge"
STEP = 2 ** (1 / 3)
"""Approximate factor of one step."""

COARSEST = 18
"""Shorter side of the coarsest scale, px."""

RECONSTRUCTION_WEIGHT = 100.0

LARGEST_SIDE = 8192
"""Longest allowed side of an enlarged picture, px."""


def steps_for(factor: float) -> int:
    """Return how many equal steps make up a factor (6 for 4x)."""
    return round(math.log(factor) / math.log(STEP))


def needed_model(
    base: TrainConfig, params: Mapping[str, Any], size: tuple[int, int]
) -> tuple[str, TrainConfig]:
    """Return a model whose scales are one step apart and that is faithful to the original.

    It keeps the base's preset, unless another is chosen, and its seed and size. Raises `BadInput` when a side of the
    result would be longer than 8192 px.
    """
    check_size(params, size)
    config = base
    if params["preset"] not in (None, base.preset):
        config = PRESETS[params["preset"]].but(seed=base.seed, max_size=base.max_size)
    factor = params["factor"]
    return KIND, config.but(
        scale_factor=round(factor ** (-1 / steps_for(factor)), 6),
        scale_rounding="down",
        min_size=min(COARSEST, config.max_size),
        reconstruction_weight=RECONSTRUCTION_WEIGHT,
        reconstruction_fall=0.0,
    )


def check_size(params: Mapping[str, Any], size: tuple[int, int]) -> None:
    """Raise `BadInput` when a side of the result would be longer than 8192 px."""
    factor, (height, width) = params["factor"], size
    if factor * max(height, width) > LARGEST_SIDE:
        raise BadInput(
            "enlarge.size",
            width=round(width * factor),
            height=round(height * factor),
            limit=LARGEST_SIDE,
            allowed=f"{math.floor(100 * LARGEST_SIDE / max(height, width)) / 100:.2f}",
        )
