"""What a finer scale's samples pay for leaving what the scales below have settled, and how far they may go where a
picture of one's own entered. Not in SinGAN; not in `faithful`.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

DRIFT_CELL = 8
"""Side in px of the cells whose mean a finer scale should keep: coarser than its detail, smaller than a patch (11)."""

USUAL, MOST_COUNTED = 0.99, 2**20
"""The share of values that count as usual, and of how many values that is found."""

LEAST = 1e-6
"""Of a usual change, which others are divided by."""


def drift(change: Tensor) -> Tensor:
    """How far the means of cells move, squared; `change` (N, 3, h, w) is what a scale adds. A scalar.

    Where it costs nothing, a part that the picture does not have, such as a cloud where the bent layout put two
    together, may change its colour from scale to scale for as long as the critic finds a new fault in it.
    """
    cells = F.avg_pool2d(change, DRIFT_CELL, ceil_mode=True, count_include_pad=False)
    return cells.square().mean()


def strongest(change: Tensor) -> Tensor:
    """The largest change of grey and of colour at any pixel of `change` (N, 3, h, w). (2,)"""
    return torch.stack([part.abs().amax() for part in _grey_and_colour(change)])


def usual(change: Tensor) -> Tensor:
    """The change of grey and of colour that all but a hundredth of `change` (1, 3, h, w) stays below, never 0. (2,)"""
    parts = [part.abs().flatten() for part in _grey_and_colour(change)]
    found = torch.stack([part[:: len(part) // MOST_COUNTED + 1].quantile(USUAL) for part in parts])
    return found.clamp_min(LEAST)


def limited(change: Tensor, limits: Tensor) -> Tensor:
    """`change` (N, 3, h, w), no stronger than `limits` of grey and of colour anywhere.

    A border that the picture does not have, such as that of a pasted object, is sharpened as none of its own is: a rim
    of black and white that rings.
    """
    parts = zip(_grey_and_colour(change), limits, strict=True)
    grey, colour = (
        part * (limit / part.abs().amax(1, keepdim=True).clamp_min(limit)) for part, limit in parts
    )
    return grey + colour


def excess(change: Tensor, limits: Tensor) -> Tensor:
    """By how much `change` (N, 3, h, w) is stronger than `limits`, squared; a scalar.

    Where it costs nothing, parts that the critic seldom sees fill with stripes of black and white or of all colours.
    """
    parts = zip(_grey_and_colour(change), limits, strict=True)
    return torch.stack([F.relu(part.abs() - limit).square().mean() for part, limit in parts]).sum()


def _grey_and_colour(x: Tensor) -> tuple[Tensor, Tensor]:
    grey = x.mean(1, keepdim=True)
    return grey, x - grey
