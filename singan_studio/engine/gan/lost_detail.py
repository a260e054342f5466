"""What the learned copy of the picture lacks of the picture itself, and gives back to new layouts.

A copy is soft where the finest scale did not learn a detail in its time, and so are the pictures made by the same
generators. A new layout's patches are those of the copy, so what the copy lacks at a patch is lacking there, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from singan_studio.core.cancel import CancelToken
from singan_studio.engine.gan.sampler import Pyramid

if TYPE_CHECKING:
    from singan_studio.engine.patches.compose import Field


class LostDetail:
    """The difference between a picture and a pyramid's copy of it, at the finest scale.

    `reals` are the pictures (1, 3, h, w) that each of the pyramid's scales learned.
    """

    def __init__(self, pyramid: Pyramid, reals: Sequence[Tensor]) -> None:
        self._pyramid, self._reals = pyramid, reals

    @torch.no_grad()
    def restored(self, picture: Tensor, field: Field | None, cancel: CancelToken) -> Tensor:
        """Return a drawn picture (1, 3, H, W) with what is lost at the copy's patches that `field` says it is made of.

        A picture without patches, or of a model whose picture is not known, stays as it is. Raises `Cancelled`.
        """
        if field is None or not self._reals:
            return picture
        from singan_studio.engine.patches.compose import vote  # here: trainings need no patches
        from singan_studio.engine.patches.detail import RHO

        return picture + vote(field, self._lost, RHO, cancel)

    @cached_property
    def _lost(self) -> Tensor:
        return self._reals[-1] - self._pyramid.reconstruction(len(self._pyramid.scales) - 1)
