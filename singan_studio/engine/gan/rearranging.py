"""New layouts for a learned picture: its patches are moved about, and the finer scales draw what they have learned.

The coarsest scales alone cannot rearrange a picture: their networks see 11 px. What patches arrange has the picture's
own parts, whole, and enters at the first scale that draws detail.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from singan_studio.core.cancel import CancelToken
from singan_studio.core.schedule import Size
from singan_studio.engine.gan.calming import CalmCopy, Calming
from singan_studio.engine.gan.pyramid import to_pixels
from singan_studio.engine.gan.sampler import SMALLEST, Pyramid
from singan_studio.engine.model import DrawRequest
from singan_studio.engine.resample import resize_to

if TYPE_CHECKING:
    import numpy as np

    from singan_studio.engine.patches.pins import Pins
    from singan_studio.engine.patches.sampler import PatchModel

LAYOUT_SCALES = 3
"""The coarsest scales, which hold the layout: up to about 50 px; the others hold the detail."""

APART = 0.1
"""Weight of moving patches from their own place: the copy has few of them, and used alike they would make it again."""


class Rearrangement:
    """Layouts made of the patches of a pyramid's copy of the picture."""

    def __init__(self, pyramid: Pyramid) -> None:
        self._pyramid = pyramid
        self.enters = min(LAYOUT_SCALES, len(pyramid.scales) - 1)
        """The scale that refines a layout."""

    @property
    def possible(self) -> bool:
        """Whether the model was made for it, and the copy is large enough to have patches."""
        return self._pyramid.rearranges and min(self._pyramid.sizes[max(self.enters - 1, 0)]) >= SMALLEST

    @torch.no_grad()
    def below(self, request: DrawRequest, sizes: list[Size], cancel: CancelToken) -> Tensor:
        """Return what scale `enters` refines for a request, (1, 3, *sizes[enters]); `sizes` are those of all scales."""
        from singan_studio.engine.patches.sampler import Options  # here: trainings need no patches

        height, width = (max(SMALLEST, side) for side in sizes[max(self.enters - 1, 0)])
        pins = self._pins(request.pinned, (height, width))
        options = Options(
            keep_places=request.keep_places, different=request.different, apart=APART, pinned=pins
        )
        layout = self._patches.draw(_layout_seed(request), (width, height), options, cancel)
        return resize_to(layout, sizes[self.enters]).clamp(-1, 1)

    def calming(self, cancel: CancelToken) -> Calming:
        """Return what keeps the scales from adding to one layout what the copy does not have."""
        return Calming(self._calm_copy, cancel)

    def _pins(self, pinned: np.ndarray | None, size: Size) -> Pins | None:
        if pinned is None:
            return None
        from singan_studio.engine.patches.pins import pins_of  # here: it takes OpenCV

        return pins_of(pinned, to_pixels(self._copy), size, self._pyramid.device)

    @cached_property
    def _calm_copy(self) -> CalmCopy:
        return CalmCopy(self._pyramid)

    @cached_property
    def _copy(self) -> Tensor:
        if self.enters:
            return self._pyramid.reconstruction(self.enters - 1).clamp(-1, 1)
        assert self._pyramid.layout is not None
        return self._pyramid.layout.thumbnail

    @cached_property
    def _patches(self) -> PatchModel:
        from singan_studio.engine.patches.sampler import PatchModel

        return PatchModel(self._copy)


def _layout_seed(request: DrawRequest) -> int:
    """Return the seed of the layout: the picture's unless the coarsest scale has one of its own."""
    own = request.noise_seeds[0] if request.noise_seeds else -1
    return request.seed if own < 0 else int(own)
