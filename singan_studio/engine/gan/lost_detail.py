"""The finest detail of new layouts: what generators get wrong of it is taken out, and the picture's own put back.

A generator that had little time leaves a fine mesh of diagonals, which photos hardly have. Its copy of the picture is
soft where it did not learn a detail, and so is all it draws. A new layout's patches are those of the copy, so what the
copy lacks at a patch is lacking there, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import CancelToken
from singan_studio.engine.gan.sampler import Pyramid

if TYPE_CHECKING:
    from singan_studio.engine.patches.compose import Field

Reals = Callable[[], Sequence[Tensor]]
"""Returns the picture at each scale, coarsest first, (1, 3, h, w) in [-1, 1]."""

ALTERNATION = (-0.25, 0.5, -0.25)
"""Passes what changes sign from pixel to pixel; down and across together, the finest diagonals alone."""


class LostDetail:
    """The difference between a picture and a pyramid's copy of it without mesh, at the finest scale.

    `reals` returns the pictures (1, 3, h, w) that the scales learn, none where they are not known; it is called when
    the first layout is drawn.
    """

    def __init__(self, pyramid: Pyramid, reals: Reals) -> None:
        self._pyramid, self._reals = pyramid, reals

    def meshless(self, scale: int, below: Tensor, picture: Tensor) -> Tensor:
        """Return what a scale drew, (1, 3, h, w), of the picture below brought to its size; the finest without mesh.

        Where the photo is not known it stays as it is, for the photo's own diagonals could not be put back.
        """
        finest = len(self._pyramid.scales) - 1
        return without_mesh(below, picture) if scale == finest and self._lost is not None else picture

    @torch.no_grad()
    def restored(self, picture: Tensor, field: Field | None, cancel: CancelToken) -> Tensor:
        """Return a drawn picture (1, 3, H, W) with what is lost at the copy's patches that `field` says it is made of.

        A picture without patches, or of a model whose picture is not known, stays as it is. Raises `Cancelled`.
        """
        if field is None or self._lost is None:
            return picture
        from singan_studio.engine.patches.compose import vote  # here: trainings need no patches
        from singan_studio.engine.patches.detail import SHARP

        return picture + vote(field, self._lost, SHARP, cancel)

    @cached_property
    def _lost(self) -> Tensor | None:
        reals, finest = self._reals(), len(self._pyramid.scales) - 1
        if not reals:
            return None
        *_, (below, copy) = self._pyramid.copies(finest)
        return reals[finest] - without_mesh(below, copy)


def without_mesh(below: Tensor, picture: Tensor) -> Tensor:
    """Take the finest diagonals out of what a scale adds to `below`, (1, 3, h, w) both; edges and lines stay."""
    change = picture - below
    steps = torch.tensor(ALTERNATION, dtype=change.dtype, device=change.device)
    kernel = torch.outer(steps, steps).expand(3, 1, -1, -1)
    return picture - F.conv2d(F.pad(change, (1, 1, 1, 1), mode="replicate"), kernel, groups=3)
