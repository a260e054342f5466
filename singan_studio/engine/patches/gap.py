"""The gap in a photo that a request to fill means, at any size of the photo."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.engine import masks
from singan_studio.engine.model import FillRequest
from singan_studio.engine.patches.hole import Gap, smoothly_filled

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom in px."""

MIRRORED = 0.08
"""How much of a photo may be copied mirrored at an edge that is extended, as a share of its shorter side."""


def margins_of(shares: tuple[float, float, float, float], size: tuple[int, int]) -> Margins:
    """Return margins, given in shares of a photo's (height, width), in px."""
    height, width = size
    left, top, right, bottom = shares
    return round(left * width), round(top * height), round(right * width), round(bottom * height)


def gap_of(photo: Tensor, request: FillRequest) -> Gap:
    """Return what is missing of a photo (1, 3, H, W), and what it may be filled with."""
    size = photo.shape[2], photo.shape[3]
    hole, sources = _area(request.hole, photo, False), _area(request.sources, photo, True)
    source, forbidden = smoothly_filled(photo, hole), hole | ~sources
    left, top, right, bottom = margins_of(request.margins, size)
    if not any((left, top, right, bottom)):
        return Gap(source, hole, source, forbidden)
    pad = (left, right, top, bottom)
    missing = F.pad(hole, pad, value=True)
    picture = smoothly_filled(F.pad(source, pad), missing)
    source, forbidden, mirrored = _mirrored(source, forbidden, hole, pad)
    return Gap(picture, missing, source, forbidden, beyond=True, mirrored=mirrored)


def _mirrored(
    source: Tensor, forbidden: Tensor, hole: Tensor, margins: tuple[int, int, int, int]
) -> tuple[Tensor, Tensor, Tensor]:
    """Continue (1, 3, H, W) and its `forbidden` part (H, W) a little as their mirror images where there are margins.

    Nothing in a photo is known to go on from what its edge cuts, but its mirror image does. Lines at the edge that are
    all hole, the photo's own border, are mirrored over. `margins` are left, right, top, bottom. Also returns where it
    is mirrored (H, W) bool.
    """
    most = round(MIRRORED * min(hole.shape))
    rows, columns = hole.all(1), hole.all(0)
    lines = [int(each.long().cumprod(0).sum()) for each in (columns, columns.flip(0), rows, rows.flip(0))]
    lines = [each if margin else 0 for each, margin in zip(lines, margins, strict=True)]
    left, right, top, bottom = lines
    height, width = hole.shape
    inner = slice(top, height - bottom), slice(left, width - right)
    pad = [min(margin, most) + each for margin, each in zip(margins, lines, strict=True)]
    if max(pad[0], pad[1]) >= width - left - right or max(pad[2], pad[3]) >= height - top - bottom:
        return source, forbidden, torch.zeros_like(forbidden)  # next to nothing is left of it
    marked = F.pad(forbidden[None, None, *inner].to(source), pad, mode="reflect")[0, 0] > 0
    beside = F.pad(torch.zeros_like(forbidden[inner]), pad, value=True)
    return F.pad(source[:, :, *inner], pad, mode="reflect"), marked, beside


def _area(marked: np.ndarray | None, photo: Tensor, otherwise: bool) -> Tensor:
    """Bring (h, w) bool of any size to the photo's; None is `otherwise` everywhere."""
    size = photo.shape[2], photo.shape[3]
    if marked is None:
        return torch.full(size, otherwise, device=photo.device)
    whole = marked if marked.shape == size else masks.resized(marked, size)
    return torch.tensor(whole).to(photo.device)
