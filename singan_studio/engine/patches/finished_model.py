"""Any model of a picture, with every result brought to the photo's full size and given the photo's own detail."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch

from singan_studio.core.abilities import Ability
from singan_studio.core.cancel import CancelToken
from singan_studio.core.schedule import Size
from singan_studio.engine.gan.pyramid import to_pixels, to_tensor
from singan_studio.engine.model import DrawRequest, FilmRequest, PictureModel
from singan_studio.engine.patches.finish import finish
from singan_studio.engine.patches.reference import Reference

LARGEST = 8192
"""Side in px that a finished picture has at most."""


class FinishedModel:
    """A `PictureModel` that draws with another one and finishes what that drew; films are left as they are."""

    def __init__(self, model: PictureModel, photo: np.ndarray, percent: int, device: torch.device) -> None:
        """`photo` is (H, W, 3) uint8 sRGB; `percent` 0..100 is how much of its detail goes into a result."""
        self._model, self._photo, self._percent, self._device = model, photo, percent, device
        self._ratio = max(photo.shape[:2]) / max(model.sizes[-1])

    @property
    def sizes(self) -> list[Size]:
        return self._model.sizes

    @property
    def abilities(self) -> frozenset[Ability]:
        return self._model.abilities

    def first(self, count: int) -> PictureModel:
        """Return the model itself, stopped early: a preview is not finished."""
        return self._model.first(count)

    def draw(self, request: DrawRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.draw`; the picture is as much larger as the photo is larger than the model."""
        drawn = self._model.draw(request, cancel)
        result, reference = to_tensor(drawn, self._device), Reference(to_tensor(self._photo, self._device))
        size, strength = self._full_size(drawn, request), self._percent / 100
        return to_pixels(finish(result, reference, size, strength, wrap=request.tileable, cancel=cancel))

    def frames(self, request: FilmRequest, cancel: CancelToken) -> Iterator[np.ndarray]:
        return self._model.frames(request, cancel)

    def enlarge(
        self, picture: np.ndarray, factor: float, steps: int, seed: int, cancel: CancelToken
    ) -> np.ndarray:
        return self._model.enlarge(picture, factor, steps, seed, cancel)

    def _full_size(self, drawn: np.ndarray, request: DrawRequest) -> tuple[int, int]:
        """Return the (width, height) of the finished picture: the photo's own where the model drew its own size."""
        height, width = drawn.shape[:2]
        if request.size is None and (height, width) == tuple(self.sizes[-1]):
            return self._photo.shape[1], self._photo.shape[0]
        ratio = min(self._ratio, LARGEST / max(height, width))
        return round(width * ratio), round(height * ratio)
