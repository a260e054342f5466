"""Apply a generator to a large picture tile by tile: memory stays bounded, and no seam can arise.

A generator is local, and each tile's input has the margin that it loses, so tiles equal the whole picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.schedule import TILE
from singan_studio.engine.device import memory_format
from singan_studio.engine.gan.losses import limited
from singan_studio.engine.gan.networks import Generator

Box = tuple[int, int, int, int]
"""Top, left, bottom, right in px, the last two exclusive."""


def boxes(height: int, width: int, tile: int) -> Iterator[Box]:
    """Yield the tiles of a picture, row by row."""
    for top in range(0, height, tile):
        for left in range(0, width, tile):
            yield top, left, min(top + tile, height), min(left + tile, width)


@torch.no_grad()
def generate(
    generator: Generator,
    canvas_of: Callable[[Box], Tensor],
    below: Tensor,
    cancel: CancelToken = NEVER,
    tile: int | None = None,
    limits: Tensor | None = None,
) -> Tensor:
    """Return G(canvas, below) for a picture below of (N, 3, h, w).

    `canvas_of` returns a tile's part of the generator's input, (N, 3, height+10, width+10): noise and picture with the
    5 px around the tile, the border where the picture ends. `tile` is its side, `TILE` for None. `limits` (2,) bound
    the change of grey and colour.
    """
    tile = tile or TILE
    height, width = below.shape[2:]
    layout = memory_format(below.device)

    def made(box: Box, part: Tensor) -> Tensor:
        picture = generator(canvas_of(box).contiguous(memory_format=layout), part)
        return picture if limits is None else part + limited(picture - part, limits)

    cancel.check()
    if height <= tile and width <= tile:
        return made((0, 0, height, width), below)
    result = torch.empty_like(below)
    for box in boxes(height, width, tile):
        cancel.check()
        top, left, bottom, right = box
        result[:, :, top:bottom, left:right] = made(box, below[:, :, top:bottom, left:right])
    return result
