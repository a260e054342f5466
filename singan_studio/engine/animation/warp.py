"""Warp a finished frame smoothly, so that shapes move to and fro and texture moves with them.

Bending the layout instead would not do: a shift by half a pixel at the coarsest scale falls between the pixels of every
finer one, whose generator then draws other detail, so that texture boils.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.schedule import Size

CELLS = 3
"""Independent displacements along the longer side; between them the bending is smooth."""

UP_AND_DOWN = 0.5
"""Vertical share of a displacement: wind and water move things sideways, and a horizon shows every shift."""


def cells_of(size: Size) -> Size:
    """Return how many displacements a picture of (h, w) has down and across."""
    longer = max(size)
    return max(1, round(CELLS * size[0] / longer)), max(1, round(CELLS * size[1] / longer))


def warped(pictures: Tensor, noise: Tensor) -> Tensor:
    """Warp `pictures` (N, 3, h, w) by `noise` (N, 2, rows, columns).

    `noise` holds displacements down and across as shares of the longer side, before `UP_AND_DOWN`. Pictures are
    mirrored beyond their edge; zeros change nothing.
    """
    height, width = pictures.shape[2:]
    shift = F.interpolate(noise, size=(height, width), mode="bicubic", align_corners=False) * max(
        height, width
    )
    y, x = (
        torch.arange(length, device=pictures.device, dtype=pictures.dtype) + 0.5 - length / 2
        for length in (height, width)
    )
    down = (y[:, None] + UP_AND_DOWN * shift[:, 0]) * 2 / height
    across = (x[None, :] + shift[:, 1]) * 2 / width
    return F.grid_sample(
        pictures,
        torch.stack([across, down], -1),
        mode="bicubic",
        padding_mode="reflection",
        align_corners=False,
    )
