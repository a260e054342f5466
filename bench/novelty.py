"""How newly arranged a sample is: what no smooth bend of the original explains of it at a coarse size.

0 for the original itself, low for a bent or moved copy. Broken pictures are new too: read it together with coherence.
"""

from __future__ import annotations

import math
from itertools import product

import torch
import torch.nn.functional as F
from torch import Tensor

SIDE = 48
"""Longer side, in px, at which pictures are compared."""

WAVES = 4
"""Cosine waves per side that a bend is made of; those up to the diagonal, 10 in all."""

STARTS = [(0.0, 0.0), *product((-0.3, 0.0, 0.3), (-0.6, -0.3, 0.0, 0.3, 0.6))]
"""Moves (down, right) of the whole picture that a search starts from, in half sides."""

STEPS = 100
RATE = 0.02


def novelty(original: Tensor, sample: Tensor) -> float:
    """Return the RMS of the rest of `sample` beyond the best bend of `original`, over the original's spread.

    Both are (1, 3, H, W) in [-1, 1], of any sizes.
    """
    shrunk = SIDE / max(original.shape[2:])
    size = [max(12, round(length * shrunk)) for length in original.shape[2:]]
    coarse, asked = (_resized(x, size) for x in (original, sample))
    waves = _waves(size[0], size[1])
    y, x = torch.meshgrid(*((torch.arange(n) + 0.5) / n * 2 - 1 for n in size), indexing="ij")
    amounts = torch.zeros(len(STARTS), 2, len(waves))
    amounts[:, :, 0] = torch.tensor(STARTS)
    amounts.requires_grad_()
    optimizer = torch.optim.Adam([amounts], lr=RATE)
    errors = torch.zeros(len(STARTS))
    for _ in range(STEPS):
        moves = torch.einsum("nck,khw->nchw", amounts, waves)
        at = torch.stack([x + moves[:, 1], y + moves[:, 0]], -1)
        bent = F.grid_sample(
            coarse.expand(len(STARTS), -1, -1, -1), at, padding_mode="reflection", align_corners=False
        )
        errors = (bent - asked).square().mean((1, 2, 3))
        optimizer.zero_grad()
        errors.sum().backward()
        optimizer.step()
    return (errors.min().sqrt() / coarse.std()).item()


def _resized(x: Tensor, size: list[int]) -> Tensor:
    return F.interpolate(x, size=size, mode="bicubic", antialias=True, align_corners=False)


def _waves(height: int, width: int) -> Tensor:
    """(K, height, width) products of cosines, the constant one first."""
    y = (torch.arange(height) + 0.5) / height * math.pi
    x = (torch.arange(width) + 0.5) / width * math.pi
    pairs = [(i, j) for i in range(WAVES) for j in range(WAVES - i)]
    return torch.stack([torch.outer(torch.cos(y * i), torch.cos(x * j)) for i, j in pairs])
