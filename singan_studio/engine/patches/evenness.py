"""Use each pixel of a picture about as often as any other: what is drawn too much gets less likely, what is lost more.

Patches cannot simply be used alike: in a coarse layout the few at its border make most of it, so the middle of the
picture would spread over it, and the colours would get other shares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.engine.patches.compose import Size, grid, shares

if TYPE_CHECKING:
    from singan_studio.engine.patches.denoiser import Patches

DIRECTIONS = 3
"""Principal directions, on each axis, of which pixels of a patch are seen at a place."""

SELDOM = 1e-3
"""Least use of a pixel, over its fair share, that counts in a round."""


class Evenness:
    """What evens out how often the pixels of a source are used, in each of N pictures made of its patches.

    Every pixel has a weight, and a patch becomes likelier at a place by the mean weight of those of its pixels that
    are seen there; the weights are found round by round (generalised iterative scaling, Darroch and Ratcliff 1972).
    """

    def __init__(self, pictures: int, made: Size, patches: Patches, rho: float, wrap: bool) -> None:
        """`made` is the pictures' (height, width); their patches are folded with the width `rho` of weights."""
        side, width = patches.patch, patches.source[1]
        axes = [shares(length, side, rho, wrap, patches.values) for length in made]
        decided = [axis.sum(1, keepdim=True) for axis in axes]  # px
        seen = [axis / area for axis, area in zip(axes, decided, strict=True)]
        directions = [torch.linalg.svd(axis, full_matrices=False).Vh[:DIRECTIONS] for axis in seen]
        self._seen = torch.kron(seen[0] @ directions[0].T, seen[1] @ directions[1].T)  # (L, n)
        self._decided = torch.kron(*decided) * self._seen
        self._rows = directions[0][:, None, :, None]  # as filters, first down, then each across
        self._columns = directions[1].repeat(len(directions[0]), 1)[:, None, None]
        self._grid = grid(patches.source, side, False)
        self._at = patches.index // width * self._grid[1] + patches.index % width
        self._weights = patches.values.new_zeros(pictures, 1, *patches.source)
        there = self._whole(self._seen.new_ones(1, 1, len(patches.index)))
        self._reached = F.conv_transpose2d(there, there.new_ones(1, 1, side, side)) > 0.5
        self._fair = made[0] * made[1] / int(self._reached.sum())

    def likelier(self, places: slice) -> Tensor:
        """(N, l, K) how much likelier each patch is at these places, as logits."""
        down = F.conv2d(self._weights, self._rows)
        means = F.conv2d(down, self._columns, groups=len(self._rows)).flatten(2)
        return self._seen[places] @ means[:, :, self._at]

    def use(self, places: slice, chances: Tensor) -> Tensor:
        """(N, n, K) how much of each patch is seen in all, when these places take them with `chances` (N, l, K)."""
        return self._decided[places].T @ chances

    def even_out(self, used: Tensor) -> None:
        """Change the weights by how often each pixel is used; `used` (N, n, K) is the sum of `use` of all places."""
        across = F.conv_transpose2d(self._whole(used), self._columns, groups=len(self._rows))
        share = F.conv_transpose2d(across, self._rows) / self._fair
        self._weights = self._weights - share.clamp_min(SELDOM).log() * self._reached

    def _whole(self, of_patches: Tensor) -> Tensor:
        """(N, n, rows, columns) of the source's patches (N, n, K), 0 where one is not used at all."""
        whole = of_patches.new_zeros(*of_patches.shape[:2], self._grid[0] * self._grid[1])
        whole[:, :, self._at] = of_patches
        return whole.unflatten(2, self._grid)
