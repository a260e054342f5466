"""The recipes of the frames that are played: those of the film itself, smaller, and no more than there is room for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from singan_studio.core.recipe import Recipe
from singan_studio.tools.flow.size import film_size
from singan_studio.ui.training.training_model import Scale

LEARNED_SIDE = 250
"""Limit in px of a preview frame that a model draws; the learned size is seldom larger."""

PHOTO_SIDE = 512
"""Limit in px of a preview frame that is made from the photo alone, which is quicker."""

Room = Callable[[int, int], int]
"""How many frames of (width, height) px there is room for."""


def small_scales(scales: Sequence[Scale]) -> int:
    """Return how many of the finished scales a preview frame uses."""
    small = sum(max(scale.width, scale.height) <= LEARNED_SIDE for scale in scales)
    return max(small, min(len(scales), 1))


def learned_preview(recipe: Recipe, scales: Sequence[Scale], room: Room) -> Recipe:
    """Return the recipe of a film that a model draws, stopped at its last small scale."""
    last = small_scales(scales) - 1
    size = scales[last]
    params = {**recipe.params, "size": None}
    params["start_scale"] = min(params["start_scale"] or 0, last)
    params["frames"] = min(params["frames"], room(size.width, size.height))
    return replace(recipe, params=params, scales=last + 1)


def sized_preview(recipe: Recipe, width: int, height: int, room: Room) -> Recipe:
    """Return the recipe of a film of this size in px."""
    frames = min(recipe.params["frames"], room(width, height))
    return replace(recipe, params={**recipe.params, "size": [width, height], "frames": frames})


def photo_size(photo: tuple[int, int], wanted: Sequence[int] | None) -> tuple[int, int]:
    """Return (width, height) of a preview of a photo of (width, height), in the shape of the film that is wanted."""
    shape = wanted or photo
    height, width = film_size((shape[1], shape[0]), None, PHOTO_SIDE)
    return width, height
