"""Any model of a picture, with every result brought to the photo's full size and given the photo's own detail."""

from __future__ import annotations

import numpy as np
import torch

from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput
from singan_studio.core.patch_stops import working_size
from singan_studio.core.schedule import Size
from singan_studio.engine.gan.pyramid import to_pixels, to_tensor
from singan_studio.engine.model import (
    DrawRequest,
    FillRequest,
    PictureModel,
    RetargetRequest,
    TileRequest,
    WrappingModel,
)
from singan_studio.engine.patches.fill import refine
from singan_studio.engine.patches.finish import finish
from singan_studio.engine.patches.gap import gap_of
from singan_studio.engine.patches.layout import Constraint
from singan_studio.engine.patches.model import PatchesModel
from singan_studio.engine.patches.pieces import chosen_pieces
from singan_studio.engine.patches.pins import held_at
from singan_studio.engine.patches.reference import Reference
from singan_studio.engine.patches.retarget import retargeted
from singan_studio.engine.patches.tile import refined_tile
from singan_studio.engine.patches.tile_beginning import beginning_at, calm_place
from singan_studio.engine.resample import resize_to

LARGEST = 8192
"""Side in px that a finished picture has at most."""

ALIKE = 0.02
"""Difference of proportions up to which two pictures count as of one shape."""


class FinishedModel(WrappingModel):
    """A `PictureModel` that draws with another one and finishes what that drew; films are left as they are."""

    def __init__(self, model: PictureModel, photo: np.ndarray, percent: int, device: torch.device) -> None:
        """`photo` is (H, W, 3) uint8 sRGB; `percent` 0..100 is how much of its detail goes into a result."""
        super().__init__(model)
        self._photo, self._percent, self._device = photo, percent, device

    def first(self, count: int) -> PictureModel:
        """Return the model itself, stopped early: a preview is not finished."""
        return self._model.first(count)

    def draw(self, request: DrawRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.draw`; the picture is as much larger as the photo is larger than the model.

        What a guide brought in stays, though the photo may not have it.
        """
        drawn = self._model.draw(request, cancel)
        full = _full_size(drawn, self._photo, self.sizes[-1])
        keep = request.guide is not None
        pinned = None if request.pinned is None else held_at(request.pinned, full, self._device)
        return _finished(
            drawn, self._photo, full, self._percent, self._device, cancel, keep, request.tileable, pinned
        )

    def fill(self, request: FillRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.fill`; the picture has the photo's full size, and its margins."""
        photo = to_tensor(self._photo, self._device)
        drawn, gap = to_tensor(self._model.fill(request, cancel), self._device), gap_of(photo, request)
        _check_largest(gap.size)
        refined = refine(drawn, gap, cancel) if drawn.shape[2:] != gap.size else drawn
        plain = resize_to(drawn, gap.size, cancel=cancel).clamp(-1, 1)
        return to_pixels(torch.where(gap.hole, torch.lerp(plain, refined, self._percent / 100), gap.picture))

    def retarget(self, request: RetargetRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.retarget`; the picture has these shares of the photo's full size."""
        full = retargeted((self._photo.shape[0], self._photo.shape[1]), request)
        _check_largest(full)
        if not isinstance(self._model, PatchesModel):
            return self._model.retarget(request, cancel)
        drawn, field = self._model.retargeted(request, cancel)
        reference, size = Reference(to_tensor(self._photo, self._device)), (full[1], full[0])
        strength = self._percent / 100
        return to_pixels(finish(drawn, reference, size, strength, cancel=cancel, field=field))

    def tile(self, request: TileRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.tile`; the tile has the size that is asked for, and begins where the smaller one does."""
        if not isinstance(self._model, PatchesModel):
            return self._model.tile(request, cancel)
        drawn = self._model.joined_tile(request, cancel)
        return beginning_at(self._larger_tile(drawn, request, cancel), calm_place(drawn))

    def _larger_tile(self, drawn: np.ndarray, request: TileRequest, cancel: CancelToken) -> np.ndarray:
        size = request.size[1], request.size[0]
        if drawn.shape[:2] == size:
            return drawn
        texture = to_tensor(request.texture, self._device)
        pieces = chosen_pieces(texture, size, request.seed)
        small = to_tensor(drawn, self._device)
        return to_pixels(refined_tile(small, texture, size, pieces, self._percent / 100, cancel))


def finished_picture(
    drawn: np.ndarray, photo: np.ndarray, percent: int, device: torch.device, cancel: CancelToken
) -> np.ndarray:
    """Bring a picture of any origin, (h, w, 3) uint8, to the size it would have if it were drawn of the photo.

    A picture of the photo's proportions gets the photo's size. Raises `Cancelled`.
    """
    height, width = drawn.shape[:2]
    wanted = photo.shape[0] / photo.shape[1]
    alike = abs(height - width * wanted) <= 1 + ALIKE * height
    model = (height, width) if alike else working_size(*photo.shape[:2])
    return _finished(drawn, photo, _full_size(drawn, photo, model), percent, device, cancel)


def _check_largest(size: Size) -> None:
    height, width = size
    if max(size) > LARGEST:
        raise BadInput("sample.size", width=width, height=height, low=1, high=LARGEST)


def _full_size(drawn: np.ndarray, photo: np.ndarray, model: Size) -> Size:
    """Return the finished (height, width): the photo's own where a picture has the size of its model."""
    height, width = drawn.shape[:2]
    if (height, width) == tuple(model):
        return photo.shape[0], photo.shape[1]
    ratio = min(max(photo.shape[:2]) / max(model), LARGEST / max(height, width))
    return round(height * ratio), round(width * ratio)


def _finished(
    drawn: np.ndarray,
    photo: np.ndarray,
    size: Size,
    percent: int,
    device: torch.device,
    cancel: CancelToken,
    keep: bool = False,
    wrap: bool = False,
    pinned: Constraint | None = None,
) -> np.ndarray:
    """Return (H, W, 3) uint8 of `size` (height, width), with what is `pinned` in it."""
    result, reference = to_tensor(drawn, device), Reference(to_tensor(photo, device))
    full = size[1], size[0]
    mask, guide = (None, None) if pinned is None else (pinned.free[0, 0], pinned.known)
    return to_pixels(finish(result, reference, full, percent / 100, keep, mask, guide, wrap, cancel))
