"""Holes in pictures: how thick they are, a smooth continuation into them, and a first filling from the edge inwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.engine.patches.compose import Size, grid
from singan_studio.engine.patches.search import PATCH

LEAST_SHARE = 1e-6
"""Share of known pixels in a cell below which it counts as empty."""


@dataclass(frozen=True)
class Gap:
    """A picture of which something is missing.

    `picture` (1, 3, H, W) in [-1, 1] is known outside the `hole` (H, W) bool and smooth in it. What fills the hole is
    copied from `source` (1, 3, h, w), often the picture itself, where that is not `forbidden` (h, w) bool. Where both
    are `aligned`, what is at the same height of both belongs together. `beyond`: the hole is around a photo.
    Patches that touch what is `mirrored` (h, w) bool may be copied across the photo's border only.
    """

    picture: Tensor
    hole: Tensor
    source: Tensor
    forbidden: Tensor
    aligned: bool = True
    beyond: bool = False
    mirrored: Tensor | None = None

    @property
    def size(self) -> Size:
        return self.hole.shape[0], self.hole.shape[1]


def thickness(hole: np.ndarray) -> float:
    """Return the diameter of the largest disk in a hole (H, W) bool, in px; the picture's border is no edge of it."""
    return 2 * float(depth(hole).max())


def depth(hole: np.ndarray) -> np.ndarray:
    """(H, W) float32: how far the pixels of a hole (H, W) bool are from what is known, in px; 0 outside it."""
    return cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, 3)


def touched(hole: Tensor, size: tuple[int, int]) -> Tensor:
    """Bring a hole (H, W) bool to a smaller (height, width): every pixel that holds a part of it."""
    return F.adaptive_max_pool2d(hole[None, None].float(), size)[0, 0] > 0


def widened(hole: Tensor) -> Tensor:
    """(H, W) bool: the hole and all pixels beside it."""
    return F.max_pool2d(hole[None, None].float(), 3, 1, 1)[0, 0] > 0


def smoothly_filled(picture: Tensor, hole: Tensor) -> Tensor:
    """Continue (1, 3, H, W) smoothly into the hole (H, W) bool; what is known stays bit for bit."""
    known = (~hole)[None, None].to(picture)
    return torch.where(hole, spread(picture * known, known), picture)


def spread(total: Tensor, share: Tensor) -> Tensor:
    """Return total / share (1, C, H, W), where the share (1, 1, H, W) is 0 from ever larger cells around."""
    height, width = total.shape[2:]
    own = total / share.clamp(min=LEAST_SHARE)
    if max(height, width) == 1 or bool((share > LEAST_SHARE).all()):
        return own
    pad = (0, width % 2, 0, height % 2)
    coarse = spread(F.avg_pool2d(F.pad(total, pad), 2), F.avg_pool2d(F.pad(share, pad), 2))
    enlarged = F.interpolate(coarse, scale_factor=2, mode="bilinear", align_corners=False)
    return torch.where(share > LEAST_SHARE, own, enlarged[:, :, :height, :width])


def peeled(
    picture: Tensor,
    hole: Tensor,
    source: Tensor,
    index: Tensor,
    liked: Callable[[Tensor], Tensor],
    cancel: CancelToken = NEVER,
    tiring: float = 0.0,
) -> Tensor:
    """Fill the hole (h, w) bool of (1, 3, h, w) from its edge inwards, a ring of pixels at a time.

    Each pixel becomes that of the source patch which is most like what is known around it. `index` (K,) are the top
    left pixels of the patches of `source` (1, 3, H, W) in question, row * W + column; `liked` returns for rows of the
    picture (n,) the factors on their distances there (n, K). Each ring that copied from a patch makes it count as
    farther, by `tiring` as a share, or the last pixels before a border would come again without end. Raises
    `Cancelled`.
    """
    picture, missing = picture.clone(), hole.clone()
    width, columns = source.shape[3], source.shape[3] - PATCH + 1
    patches = F.unfold(source, PATCH)[0].T[index // width * columns + index % width]  # (K, 147)
    squares = patches.square().T.contiguous()
    columns_there = hole.shape[1] - PATCH + 1
    rings = picture.new_zeros(len(index))
    while bool(missing.any()):
        cancel.check()
        y, x = (missing & widened(~missing)).nonzero().T
        if not len(y):
            break  # nothing is known
        place, inside = _around(y, x, hole.shape)
        there = F.unfold((~missing)[None, None].to(picture), PATCH)[0].T[place].repeat(1, picture.shape[1])
        asked = F.unfold(picture, PATCH)[0].T[place] * there
        distances = there @ squares - 2 * asked @ patches.T + asked.square().sum(1, keepdim=True)
        best = (distances.clamp_(min=0) * liked(place // columns_there) * (1 + tiring * rings)).argmin(1)
        rings[best.unique()] += 1
        values = patches[best].view(len(best), picture.shape[1], -1)
        values = values.gather(2, inside[:, None, None].expand(-1, picture.shape[1], 1))
        picture[0][:, y, x] = values[:, :, 0].T
        missing[y, x] = False
    return picture


def _around(y: Tensor, x: Tensor, size: torch.Size) -> tuple[Tensor, Tensor]:
    """Return the numbers (n,) of the patches around pixels, moved inside at the border, and the pixels' in them."""
    rows, columns = grid((size[0], size[1]), PATCH, False)
    top, left = (y - PATCH // 2).clamp(0, rows - 1), (x - PATCH // 2).clamp(0, columns - 1)
    return top * columns + left, (y - top) * PATCH + x - left
