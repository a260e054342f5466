"""The reductions of one picture, prepared once: its patches, their principal directions, and what may be copied."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.patch_stops import scaled
from singan_studio.engine.patches.compose import Size
from singan_studio.engine.patches.denoiser import Patches, patches_of
from singan_studio.engine.patches.search import PATCH, Keys, directions_of, touching
from singan_studio.engine.resample import resize_to

LAYOUT_PATCHES = 15, 11, 7
"""Sides of the layout's patches, in px: the largest of which enough may be copied."""

ENOUGH = 64
"""Patches that suffice to compose from."""

KEPT = 2**20
"""Pixels of a reduction up to which what was computed for it is kept."""


@dataclass
class Level:
    """One reduction of the photo.

    `pixels` (1, 3, H, W) in [-1, 1]; `forbidden` (H, W) bool: pixels that are never copied; `patch` the side in px of
    the patches that are compared. Directions and patches are computed when first asked for.
    """

    pixels: Tensor
    forbidden: Tensor
    patch: int = PATCH
    _keys: Keys | None = field(default=None, init=False, repr=False)

    @property
    def size(self) -> Size:
        return self.pixels.shape[2], self.pixels.shape[3]

    @cached_property
    def basis(self) -> Tensor:
        """(3 * patch * patch, n) principal directions of its patches."""
        return directions_of(self.pixels, self.patch)

    @cached_property
    def usable(self) -> Tensor:
        """(H, W) bool: where patches start that may be copied."""
        return touching(self.forbidden, self.patch)

    def keys(self, cancel: CancelToken = NEVER) -> Keys:
        """Return its patches, ready to be compared with; they are kept. Raises `Cancelled`."""
        if self._keys is None:
            self._keys = self.keys_in(self.pixels, cancel)
        return self._keys

    def keys_in(self, pixels: Tensor, cancel: CancelToken = NEVER) -> Keys:
        """Return the patches of other pixels (1, 3, H, W) that stand for these, in the same directions.

        Raises `Cancelled`.
        """
        cancel.check()
        basis = self.basis
        cancel.check()
        usable = self.usable
        cancel.check()
        return Keys(pixels, basis, usable, self.patch, cancel)

    def layout_patches(self, directions: int | None) -> Patches:
        """Collect the clean patches for the denoiser, as large as what is forbidden allows."""
        found = None
        for patch in LAYOUT_PATCHES:
            if patch > min(self.size):
                continue
            found = patches_of(self.pixels, patch, touching(self.forbidden, patch), directions=directions)
            if len(found.index) >= ENOUGH:
                break
        assert found is not None
        return found


class Reference:
    """The photo (1, 3, H, W) in [-1, 1] and its reductions; `forbidden` (H, W) bool marks what is never copied."""

    def __init__(self, photo: Tensor, forbidden: Tensor | None = None) -> None:
        self.photo = photo
        self.size: Size = (photo.shape[2], photo.shape[3])
        nothing = torch.zeros(self.size, dtype=torch.bool)
        self.forbidden: Tensor = (nothing if forbidden is None else forbidden).to(photo.device)
        self._forbids = bool(self.forbidden.any())
        self._levels: dict[tuple[Size, int], Level] = {}
        self._patches: dict[tuple[Size, int | None], Patches] = {}

    def level(self, factor: float, cancel: CancelToken = NEVER, patch: int = PATCH) -> Level:
        """Return the reduction by `factor` in (0, 1], to be compared by patches of this side. Raises `Cancelled`."""
        size = scaled(self.size, factor)
        key = size, patch
        if key in self._levels:
            return self._levels[key]
        pixels = resize_to(self.photo, size, cancel=cancel).clamp(-1, 1)
        level = Level(pixels, self._forbidden_at(size), patch)
        if size[0] * size[1] <= KEPT:
            self._levels[key] = level
        return level

    def _forbidden_at(self, size: Size) -> Tensor:
        """(h, w) bool: pixels of a reduction that stand for one that is never copied."""
        if not self._forbids:
            return self.forbidden.new_zeros(size)
        return F.adaptive_max_pool2d(self.forbidden[None, None].float(), size)[0, 0] > 0

    def layout_patches(self, factor: float, directions: int | None) -> Patches:
        """Return the denoiser's patches at the reduction by `factor`; see `Level.layout_patches`."""
        key = scaled(self.size, factor), directions
        if key not in self._patches:
            self._patches[key] = self.level(factor).layout_patches(directions)
        return self._patches[key]
