"""The rows of a project file, as plain values."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import BadInput
from singan_studio.core.events import ScaleFinished
from singan_studio.core.recipe import Recipe


@dataclass(frozen=True)
class Source:
    """The picture of a project."""

    png: bytes  # of the flattened sRGB pixels
    name: str  # of the file it came from


@dataclass(frozen=True)
class ModelInfo:
    """A model as the file describes it."""

    id: str
    kind: str  # "base", "enlarge", ...
    config: TrainConfig
    parent: str | None  # id of the model it was made from
    created: str  # ISO 8601, UTC


@dataclass(frozen=True)
class Checkpoint:
    """A trainer's state in the middle of a scale."""

    scale: int
    iteration: int  # finished iterations of the scale
    blob: bytes


@dataclass(frozen=True)
class ResultInfo:
    """A result without its picture."""

    id: int  # from 1, never given twice
    recipe: Recipe
    width: int  # px
    height: int  # px
    starred: bool
    created: str  # ISO 8601, UTC
    problem: str = ""  # why the recipe cannot be read; it is `UNREADABLE` then


UNREADABLE = Recipe("", "", 0, 0)
"""The recipe of a result whose own cannot be read."""


def read_result(
    id: int, recipe: object, width: object, height: object, starred: object, created: object
) -> ResultInfo:
    """Return a result as far as its row can be read: one that is damaged must not hide the others."""
    wide, high = (side if isinstance(side, int) else 0 for side in (width, height))
    try:
        return ResultInfo(id, Recipe.from_json(str(recipe)), wide, high, bool(starred), str(created))
    except BadInput as error:
        reason = str(error.params.get("reason", error))
        return ResultInfo(id, UNREADABLE, wide, high, bool(starred), str(created), reason)


def read_scale(*row: Any) -> ScaleFinished:
    """Return a finished scale. Raises `BadInput` for values that no training has."""
    scale, height, width, channels, *measured = row
    whole = all(isinstance(value, int) and value > 0 for value in (height, width, channels))
    if not whole or not all(isinstance(value, int | float) and math.isfinite(value) for value in measured):
        raise BadInput("model.damaged", reason=f"what is kept of scale {scale} makes no sense")
    return ScaleFinished(*row)
