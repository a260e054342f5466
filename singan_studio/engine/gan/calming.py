"""Keep what the scales add to a new layout about as strong as it is in the copy of the picture, at the same patches.

Where a layout joins what never stood side by side, or where a critic seldom looked, a scale may add what its part of
the picture does not have: a mesh in a clear sky, scratches on a dark slope, saturated specks. The patches that a
layout is made of say how much belongs there.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.patch_stops import PATCH
from singan_studio.engine.gan.losses import grey_and_colour
from singan_studio.engine.gan.sampler import Pyramid

if TYPE_CHECKING:
    from singan_studio.engine.patches.compose import Field
    from singan_studio.engine.patches.reference import Level

SPREAD = 3
"""Standard deviation in px of the surroundings whose strength counts."""

MOST = 2.0
"""How many times as strong as in the copy what a scale adds may be, as root mean squares."""

TINY = 1e-6


class CalmCopy:
    """A pyramid's copy of its picture: what each scale starts from, and how strong what it adds is where."""

    def __init__(self, pyramid: Pyramid) -> None:
        self._pyramid = pyramid

    def level(self, scale: int) -> tuple[Level, Tensor]:
        """Return what a scale starts from, and the strengths (1, 2, h, w) of grey and colour of what it adds."""
        return self._levels[scale]

    @cached_property
    def _levels(self) -> list[tuple[Level, Tensor]]:
        from singan_studio.engine.patches.reference import Level  # here: trainings need no patches

        return [
            (Level(below, torch.zeros_like(below[0, 0], dtype=torch.bool)), strength(picture - below))
            for below, picture in self._pyramid.copies(len(self._pyramid.scales) - 1)
        ]


class Calming:
    """Calms one picture, scale by scale from the one that it enters at."""

    def __init__(self, copy: CalmCopy, cancel: CancelToken = NEVER) -> None:
        self._copy, self._cancel = copy, cancel
        self.field: Field | None = None
        """Which of the copy's patches the newest scale went on from; None before, and without patches."""

    @torch.no_grad()
    def calmed(self, scale: int, below: Tensor, picture: Tensor) -> Tensor:
        """Return what a scale drew, (1, 3, h, w), of the picture below brought to its size. Raises `Cancelled`.

        A picture without patches, or with none of the copy, stays as it is.
        """
        from singan_studio.engine.patches.compose import vote
        from singan_studio.engine.patches.detail import RHO, Detail

        source, strengths = self._copy.level(scale)
        size = below.shape[2], below.shape[3]
        if min(*size, *source.size) < PATCH:
            return picture
        detail = Detail(source, None, size, ("calming", scale), cancel=self._cancel)
        if self.field is None:
            _, self.field = detail.enter(below)
        else:
            _, self.field = detail.grow(below, self.field, 1, sharp=True)
        change = picture - below
        allowed = MOST * vote(self.field, strengths, RHO, self._cancel)
        factors = (allowed / strength(change).clamp_min(TINY)).clamp(max=1)
        grey, colour = grey_and_colour(change)
        return below + grey * factors[:, :1] + colour * factors[:, 1:]


def strength(change: Tensor) -> Tensor:
    """Return the root mean squares around each pixel of grey and of colour of `change` (1, 3, h, w), (1, 2, h, w)."""
    steps = torch.arange(-2 * SPREAD, 2 * SPREAD + 1, dtype=change.dtype, device=change.device)
    weights = torch.exp(-steps.square() / (2 * SPREAD**2))
    weights = weights / weights.sum()
    squares = [part.square().mean(1, keepdim=True) for part in grey_and_colour(change)]
    means = [_smoothed(square, weights) for square in squares]
    return torch.cat(means, 1).sqrt()


def _smoothed(x: Tensor, weights: Tensor) -> Tensor:
    reach = len(weights) // 2
    x = F.pad(x, (reach,) * 4, mode="replicate")
    return F.conv2d(F.conv2d(x, weights.view(1, 1, 1, -1)), weights.view(1, 1, -1, 1))
