"""Choose among coarse layouts: the one that keeps most of the photo and is not the photo again.

The measure is that of Simakov et al. (CVPR 2008): every patch of a layout has a near one in the photo (coherence), and
every patch of the photo one in the layout (completeness). Parts that are cut, doubled or lost cost on either side.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.engine.patches.compose import unfold
from singan_studio.engine.resample import resize_to

PATCH = 7
"""Side of the patches that are compared, in px."""

MOVED = 3
"""The photo may lie up to a third of its sides elsewhere and still count as the photo."""


@dataclass(frozen=True)
class Taste:
    """Which of the coarse layouts is taken.

    `newness` is what the difference to the photo, wherever it is laid, counts beside what was lost of it; `colours`
    what other shares of the colours count. A difference below `again`, in the photo's standard deviations, is the photo
    again: the last choice. One below the share `least` of the mean difference is never taken: of one large thing the
    photo again is always the most coherent layout, and some pictures differ little at best.
    """

    newness: float = 0.9
    colours: float = 1.5
    again: float = 0.3
    least: float = 0.75


USUAL = Taste()


def chosen(
    layouts: Tensor, photo: Tensor, taste: Taste, wrap: bool = False, cancel: CancelToken = NEVER
) -> int:
    """Return the number of the best of the layouts (N, 3, h, w), measured by the photo (1, 3, H, W) at such a size.

    Without newness the photo itself may be taken. Raises `Cancelled`.
    """
    cancel.check()
    cost = _unlikeness(layouts, photo, wrap)
    cancel.check()
    cost = cost + taste.colours * _colours(layouts, photo)
    cancel.check()
    if taste.newness > 0:
        difference = _difference(layouts, photo)
        again = (taste.again * photo.std() - difference).clamp(min=0)
        cost = cost - taste.newness * difference + again / taste.again
        cost[difference < taste.least * difference.mean()] = torch.inf
    return int(cost.argmin())


def _unlikeness(layouts: Tensor, photo: Tensor, wrap: bool) -> Tensor:
    """(N,) RMS distances of the layouts' patches to the photo's, and of the photo's to the layouts', added."""
    real = unfold(photo, PATCH)
    distances = torch.cdist(unfold(layouts, PATCH, wrap), real).square_().div_(real.shape[2])
    return distances.amin(2).mean(1).sqrt() + distances.amin(1).mean(1).sqrt()


def _colours(layouts: Tensor, photo: Tensor) -> Tensor:
    """(N,) mean differences of the channels' quantiles."""
    quantiles = torch.linspace(0, 1, 101, dtype=photo.dtype, device=photo.device)
    found, wanted = (torch.quantile(x.flatten(2), quantiles, dim=2) for x in (layouts, photo))
    return (found - wanted).abs().mean((0, 2))


def _difference(layouts: Tensor, photo: Tensor) -> Tensor:
    """(N,) RMS differences to the photo, mirrored beyond its border and laid where it fits best."""
    size = layouts.shape[2], layouts.shape[3]
    there = resize_to(photo, size)
    down, right = size[0] // MOVED, size[1] // MOVED
    padded = F.pad(there, (right, right, down, down), mode="reflect")
    energy = F.conv2d(padded.square(), torch.ones_like(there))[0]  # of the photo in each place
    products = F.conv2d(padded, layouts)[0]  # (N, places down, places right)
    squares = energy - 2 * products + layouts.square().sum((1, 2, 3))[:, None, None]
    return squares.flatten(1).amin(1).clamp(min=0).div(there.numel()).sqrt()
