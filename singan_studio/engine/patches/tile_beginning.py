"""Choose where a tile begins: its border lies where least is seen, for there programs that show it filter worst."""

from __future__ import annotations

import numpy as np
import torch

from singan_studio.engine.gan.pyramid import to_pixels, to_tensor
from singan_studio.engine.resample import resize_to

CALM = 0.15
"""How far from where its pieces meet a tile may begin, in its sides."""

LOOKED_AT = 160
"""Longer side in px of the tile when it is decided where it begins."""

Place = tuple[float, float]
"""How far down and right a tile begins, in its sides."""


def calm_place(tile: np.ndarray) -> Place:
    """Return where a tile (h, w, 3) uint8 should begin; one of another size should begin there, too."""
    ratio = min(1.0, LOOKED_AT / max(tile.shape[:2]))
    small = resized_round(tile, (round(tile.shape[0] * ratio), round(tile.shape[1] * ratio)))
    down, across = (
        _calmest(small, axis, 0, round(CALM * small.shape[axis])) / small.shape[axis] for axis in (0, 1)
    )
    return down, across


def beginning_at(tile: np.ndarray, place: Place) -> np.ndarray:
    """Return a tile moved round so that it begins at a place, or a little beside it where less is seen."""
    by = []
    for axis, share in enumerate(place):
        step = max(1.0, max(tile.shape[:2]) / LOOKED_AT)
        by.append(-_calmest(tile, axis, round(share * tile.shape[axis]), round(step)))
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
