"""Make a tile of a texture: a picture that goes on at its other sides without a seam.

Pieces of the texture are laid side by side, and across each border, the tile's own included, a strip is filled with
patches of the texture. What lies between the strips stays as it is, so that the material looks like the photo.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.patch_stops import scaled
from singan_studio.engine.patches.compose import Size
from singan_studio.engine.patches.fill import fill, refine
from singan_studio.engine.patches.hole import Gap, smoothly_filled
from singan_studio.engine.patches.pieces import Pieces
from singan_studio.engine.resample import resize_to

STRIP = 0.2
"""Width of the strips, in shorter sides of a piece."""

LEVEL = 0.15
"""The most by which the brightness of a piece is moved towards its neighbours', in [-1, 1]."""

EDGES = 4
"""Places along an edge at which brightness is compared."""


@dataclass(frozen=True)
class _Step:
    """One filling: the canvas is first moved round by `roll` (down, right) px; `hole` (H, W) bool is filled then."""

    roll: Size
    hole: Tensor


@torch.no_grad()
def tile(texture: Tensor, size: Size, pieces: Pieces, seed: int, cancel: CancelToken = NEVER) -> Tensor:
    """Return a tile (1, 3, *size) of these pieces of a texture (1, 3, h, w) in [-1, 1].

    Raises `BadInput` "patches.no_source" when the texture has too few patches, `Cancelled`.
    """
    return _completed(texture, size, pieces, lambda number, gap, _: fill(gap, seed + number, cancel))


@torch.no_grad()
def refined_tile(
    drawn: Tensor, texture: Tensor, size: Size, pieces: Pieces, share: float, cancel: CancelToken = NEVER
) -> Tensor:
    """Bring a smaller tile (1, 3, h, w) of the same pieces to `size`, its strips with `share` of the texture's detail.

    Raises what `tile` does.
    """

    def finer(number: int, gap: Gap, moved: Size) -> Tensor:
        ratio = [small / large for small, large in zip(drawn.shape[2:], size, strict=True)]
        there = drawn.roll([round(by * part) for by, part in zip(moved, ratio, strict=True)], (2, 3))
        plain = resize_to(there, size, True, cancel).clamp(-1, 1)
        return torch.where(gap.hole, torch.lerp(plain, refine(there, gap, cancel), share), gap.picture)

    return _completed(texture, size, pieces, finer)


def reduced_sizes(size: Size, texture: Size, longest: int) -> tuple[Size, Size]:
    """Return (height, width) of tile and texture where the texture's longer side is at most `longest` px."""
    ratio = min(1.0, longest / max(texture))
    return scaled(size, ratio), scaled(texture, ratio)


def _completed(
    texture: Tensor, size: Size, pieces: Pieces, complete: Callable[[int, Gap, Size], Tensor]
) -> Tensor:
    """Lay out the pieces and fill the strips; `complete` gets the number of the filling, and how far it was moved."""
    picture = _levelled(pieces.laid_out(texture, size), pieces)
    nothing = torch.zeros(texture.shape[2:], dtype=torch.bool, device=texture.device)
    down, right = 0, 0
    for number, step in enumerate(_steps(size, pieces)):
        picture = picture.roll(step.roll, (2, 3))
        down, right = down + step.roll[0], right + step.roll[1]
        hole = step.hole.to(texture.device)
        gap = Gap(smoothly_filled(picture, hole), hole, texture, nothing, aligned=False)
        picture = complete(number, gap, (down, right))
    return picture.roll((-down, -right), (2, 3))


def _steps(size: Size, pieces: Pieces) -> list[_Step]:
    """Return the fillings that make a canvas of (height, width) a tile.

    First all strips, while the canvas is moved round by half a piece so that none lies along its border; then where
    their ends meet across the border, which is moved inside for that.
    """
    half = size[0] // pieces.count[0] // 2, size[1] // pieces.count[1] // 2
    strip = strip_of(size, pieces)
    down, across = (_marked(size[axis], pieces.edges(size, axis)[:-1], half[axis], strip) for axis in (0, 1))
    ends = [_marked(length, [middle], 0, strip) for length, middle in zip(size, half, strict=True)]
    first = _Step(half, down[:, None] | across[None, :])
    above = _Step((half[0], 0), ends[0][:, None] & across[None, :])
    beside = _Step((-half[0], half[1]), down[:, None] & ends[1][None, :])
    return [first, above, beside]


def strip_of(size: Size, pieces: Pieces) -> int:
    """Return the width in px of the strips of a tile of (height, width)."""
    return max(
        4, round(STRIP * min(length / count for length, count in zip(size, pieces.count, strict=True)))
    )


def _marked(length: int, places: list[int], moved: int, strip: int) -> Tensor:
    """(length,) bool: `strip` px around each place, all moved round by so many px."""
    marked = torch.zeros(length, dtype=torch.bool)
    for place in places:
        first = place + moved - strip // 2
        marked[torch.arange(first, first + strip) % length] = True
    return marked


def _levelled(picture: Tensor, pieces: Pieces) -> Tensor:
    """Lead the brightness of the pieces of a canvas (1, 3, H, W) to that of their neighbours, smoothly and a little.

    A picture that is lighter at one side would show where it begins again, however well the strips are filled.
    """
    size = picture.shape[2], picture.shape[3]
    grey, strip = picture.mean(1, keepdim=True), strip_of(size, pieces)
    down = _lightening(grey, pieces.edges(size, 0), strip, EDGES * pieces.count[1])
    across = _lightening(grey.transpose(2, 3), pieces.edges(size, 1), strip, EDGES * pieces.count[0])
    return (picture + down + across.transpose(2, 3)).clamp(-1, 1)


def _lightening(grey: Tensor, edges: list[int], strip: int, number: int) -> Tensor:
    """(1, 1, H, W) what leads (1, 1, H, W) to the same brightness at both sides of every edge, at `number` places."""
    tops = [F.adaptive_avg_pool2d(grey[:, :, edge : edge + strip], (1, number))[0, 0] for edge in edges[:-1]]
    bottoms = [
        F.adaptive_avg_pool2d(grey[:, :, edge - strip : edge], (1, number))[0, 0] for edge in edges[1:]
    ]
    parts = []
    for index, (start, end) in enumerate(pairwise(edges)):
        above = (bottoms[index - 1] - tops[index]) / 2
        below = (tops[(index + 1) % len(tops)] - bottoms[index]) / 2
        way = torch.linspace(0, 1, end - start).to(grey)[:, None]
        moved = above.clamp(-LEVEL, LEVEL) * (1 - way) ** 2 + below.clamp(-LEVEL, LEVEL) * way**2
        parts.append(F.interpolate(moved[None, None], (end - start, grey.shape[3]), mode="bilinear"))
    return torch.cat(parts, 2)
