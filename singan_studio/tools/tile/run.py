"""Tiles: a part of the photo that goes on at its other sides without a seam."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine.fitting import resized
from singan_studio.engine.model import TileRequest
from singan_studio.engine.patches.tile_beginning import resized_round
from singan_studio.tools.base import Job
from singan_studio.tools.region import part_of

ROOM = 0.85
"""Most of a larger region's side that a tile shows, so that there is a choice of what fits together."""


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture of the wanted size."""
    request = request_of(job)
    yield resized_round(job.model.tile(request, job.cancel), (request.size[1], request.size[0]))


def request_of(job: Job) -> TileRequest:
    """Return what is asked of the model: the region, reduced until the tile shows most of it."""
    width, height = job.recipe.params["size"]
    texture = job.source[part_of(job.source.shape[:2], job.recipe.params["region"])]
    ratio = max(height / texture.shape[0], width / texture.shape[1]) / ROOM
    if ratio < 1:
        texture = resized(
            texture, (round(texture.shape[0] * ratio), round(texture.shape[1] * ratio)), mixed=True
        )
    return TileRequest(job.recipe.seed, np.ascontiguousarray(texture), (width, height))
