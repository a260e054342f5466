"""Decides which model a painting needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from singan_studio.core.config import TrainConfig

KIND = "paint-quantised"


def needed_model(
    base: TrainConfig, params: Mapping[str, Any], size: tuple[int, int]
) -> tuple[str, TrainConfig] | None:
    """Return the model for paintings in few colours, or None where the base model is enough.

    Its start scale is trained on pictures in few colours.
    """
    if not params["quantize"]:
        return None
    return KIND, base.but(quantise_scale=params["start_scale"], drift_weight=0.0, excess_weight=0.0)
