"""Tiles: a part of the photo that goes on at its other sides without a seam."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch

from singan_studio.engine.fitting import resized
from singan_studio.engine.gan.pyramid import to_pixels, to_tensor
from singan_studio.engine.model import TileRequest
from singan_studio.engine.resample import resize_to
from singan_studio.tools.base import Job
from singan_studio.tools.region import part_of

ROOM = 0.85
"""Most of a larger region's side that a tile shows, so that there is a choice of what fits together."""

CALM = 0.15
"""How far from where the pieces meet a tile may begin, in its sides."""

LOOKED_AT = 160
"""Longer side in px of the tile when it is decided where it begins."""


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture of the wanted size."""
    yield beginning_calmly(drawn(job))


def drawn(job: Job) -> np.ndarray:
    """Return the tile as it is drawn, beginning where pieces of the texture meet."""
    width, height = job.recipe.params["size"]
    texture = job.source[part_of(job.source.shape[:2], job.recipe.params["region"])]
    ratio = max(height / texture.shape[0], width / texture.shape[1]) / ROOM
    if ratio < 1:
        texture = resized(texture, (round(texture.shape[0] * ratio), round(texture.shape[1] * ratio)))
    request = TileRequest(job.recipe.seed, np.ascontiguousarray(texture), (width, height))
    return resized_round(job.model.tile(request, job.cancel), (height, width))


def beginning_calmly(tile: np.ndarray) -> np.ndarray:
    """Return a tile moved round a little, so that its border, where programs filter worst, lies where least is seen."""
    ratio = min(1.0, LOOKED_AT / max(tile.shape[:2]))
    small = resized_round(tile, (round(tile.shape[0] * ratio), round(tile.shape[1] * ratio)))
    by = []
    for axis in (0, 1):
        there = _calmest(small, axis, 0, round(CALM * small.shape[axis]))
        step = tile.shape[axis] / small.shape[axis]
        by.append(-_calmest(tile, axis, round(there * step), round(step)))
    return np.ascontiguousarray(np.roll(tile, by, (0, 1)))


def _calmest(tile: np.ndarray, axis: int, around: int, reach: int) -> int:
    """Return the row or column near `around` that differs least from the one before."""
    lines = np.moveaxis(tile.astype(np.float32), axis, 0)
    near = range(around - reach, around + reach + 1)
    length = len(lines)
    return min(near, key=lambda at: float(np.abs(lines[at % length] - lines[(at - 1) % length]).mean()))


def resized_round(tile: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Resize a tile (h, w, 3) uint8 to (height, width) so that it goes on at its other sides."""
    if tile.shape[:2] == size:
        return tile
    return to_pixels(resize_to(to_tensor(tile, torch.device("cpu")), size, wrap=True).clamp(-1, 1))
