"""The gap in a photo that a request to fill means, at any size of the photo."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.engine import masks
from singan_studio.engine.model import FillRequest
from singan_studio.engine.patches.fill import Gap
from singan_studio.engine.patches.hole import smoothly_filled

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom in px."""


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
    return Gap(smoothly_filled(F.pad(source, pad), missing), missing, source, forbidden)


def _area(marked: np.ndarray | None, photo: Tensor, otherwise: bool) -> Tensor:
    """Bring (h, w) bool of any size to the photo's; None is `otherwise` everywhere."""
    size = photo.shape[2], photo.shape[3]
    if marked is None:
        return torch.full(size, otherwise, device=photo.device)
    whole = marked if marked.shape == size else masks.resized(marked, size)
    return torch.tensor(whole).to(photo.device)
