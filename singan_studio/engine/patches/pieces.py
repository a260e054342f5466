"""Choose pieces of a texture that fit side by side, the last beside the first."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.engine.patches.compose import Size
from singan_studio.engine.patches.layout import generator
from singan_studio.engine.resample import resize_to

USED = 0.8
"""Most of a texture's side that a piece has where the tile is longer than the texture."""

CANDIDATES = 64
"""Places in the texture that each piece is chosen from."""

COMPARED = 96
"""Longer side in px of the texture when pieces are compared."""

DEEP = 0.08
"""Depth of the bands along the edges that are compared, in shorter sides of a piece."""

CELLS = 24
"""Cells of a band."""

Place = tuple[float, float]
"""Top and left of a piece in its texture: 0 at one end and 1 at the other end of what is possible."""


@dataclass(frozen=True)
class Pieces:
    """The pieces of a texture that a tile consists of, row after row; in shares, so that it is alike at every size."""

    places: tuple[tuple[Place, ...], ...]

    @property
    def count(self) -> Size:
        """How many there are (down, across)."""
        return len(self.places), len(self.places[0])

    def edges(self, size: Size, axis: int) -> list[int]:
        """Return the borders of the pieces of a tile of (height, width) along an axis in px, both ends included."""
        return [round(size[axis] * number / self.count[axis]) for number in range(self.count[axis] + 1)]

    def laid_out(self, texture: Tensor, size: Size) -> Tensor:
        """Lay the pieces of a texture (1, 3, h, w) side by side: (1, 3, *size)."""
        rows, columns = list(pairwise(self.edges(size, 0))), list(pairwise(self.edges(size, 1)))
        lines = [
            [
                _cut(texture, place, (bottom - top, right - left))
                for place, (left, right) in zip(line, columns, strict=True)
            ]
            for line, (top, bottom) in zip(self.places, rows, strict=True)
        ]
        return torch.cat([torch.cat(line, 3) for line in lines], 2)


def chosen_pieces(texture: Tensor, size: Size, seed: int) -> Pieces:
    """Choose the pieces of a texture (1, 3, h, w) for a tile of (height, width), by what their edges show."""
    count = tuple(_count(length, texture.shape[axis]) for axis, length in zip((2, 3), size, strict=True))
    ratio = min(1.0, COMPARED / max(texture.shape[2:]))
    small = resize_to(texture, (round(texture.shape[2] * ratio), round(texture.shape[3] * ratio)))
    piece = tuple(
        max(1, min(round(length * ratio / number), most))
        for length, number, most in zip(size, count, small.shape[2:], strict=True)
    )
    offered = torch.rand(CANDIDATES, 2, generator=generator("tile", seed)).tolist()
    profiles = [_profiles(_cut(small, (top, left), (piece[0], piece[1]))) for top, left in offered]
    chosen: dict[Size, int] = {}
    for y in range(count[0]):
        for x in range(count[1]):
            around = _neighbours(chosen, (y, x), (count[0], count[1]))
            costs = [_misfit(number, around, profiles) for number in range(CANDIDATES)]
            chosen[y, x] = min(range(CANDIDATES), key=costs.__getitem__)
    places = [[tuple(offered[chosen[y, x]]) for x in range(count[1])] for y in range(count[0])]
    return Pieces(tuple(tuple(line) for line in places))


def _count(length: int, texture: int) -> int:
    """Return how many pieces a side of a tile needs."""
    return 1 if length <= texture else math.ceil(length / (USED * texture))


def _cut(texture: Tensor, place: Place, size: Size) -> Tensor:
    """Return the piece (1, 3, *size) of a texture (1, 3, h, w)."""
    top, left = (
        round(share * max(0, most - length))
        for share, most, length in zip(place, texture.shape[2:], size, strict=True)
    )
    piece = texture[:, :, top : top + size[0], left : left + size[1]]
    lacking = size[0] - piece.shape[2], size[1] - piece.shape[3]  # a pixel, where sizes were rounded
    return F.pad(piece, (0, lacking[1], 0, lacking[0]), mode="replicate") if any(lacking) else piece


def _profiles(piece: Tensor) -> list[Tensor]:
    """Return what a piece (1, 3, h, w) shows along its top, bottom, left and right edge, (3, `CELLS`) each."""
    deep = max(1, round(DEEP * min(piece.shape[2:])))
    across = piece[:, :, :deep], piece[:, :, -deep:]
    down = piece[:, :, :, :deep], piece[:, :, :, -deep:]
    return [F.adaptive_avg_pool2d(band, (1, CELLS))[0, :, 0] for band in across] + [
        F.adaptive_avg_pool2d(band, (CELLS, 1))[0, :, :, 0] for band in down
    ]


def _neighbours(chosen: dict[Size, int], at: Size, count: Size) -> list[tuple[int, int, int | None]]:
    """List what meets at the edges of a piece: its edge, the neighbour's, and which the neighbour is, None for itself.

    Neighbours that are not chosen yet are left out.
    """
    found = []
    for own, other, (dy, dx) in ((0, 1, (-1, 0)), (1, 0, (1, 0)), (2, 3, (0, -1)), (3, 2, (0, 1))):
        there = (at[0] + dy) % count[0], (at[1] + dx) % count[1]
        if there == at or there in chosen:
            found.append((own, other, chosen.get(there)))
    return found


def _misfit(number: int, around: list[tuple[int, int, int | None]], profiles: list[list[Tensor]]) -> float:
    """Return how unlike a candidate's edges are to those that they meet; the neighbour's own place costs as well."""
    pairs = [
        (profiles[number][own], profiles[number if there is None else there][other])
        for own, other, there in around
    ]
    again = sum(there == number for _, _, there in around)
    return float(sum((own - other).square().mean() for own, other in pairs)) + again
