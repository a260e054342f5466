"""A model that was made of a transparent photo on white, with every picture given the alpha of the photo's patches."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import CancelToken
from singan_studio.engine.gan.pyramid import to_pixels, to_tensor
from singan_studio.engine.model import (
    DrawRequest,
    FilmRequest,
    PictureModel,
    WrappingModel,
)
from singan_studio.engine.patches.compose import vote
from singan_studio.engine.patches.detail import RHO
from singan_studio.engine.patches.finish import likeness
from singan_studio.engine.patches.reference import Reference
from singan_studio.engine.resample import resize_to

EDGE = 1
"""Distance in px from what is not opaque within which a pixel counts as its edge."""

OPAQUE = 0.9
"""Alpha in -1..1 from which a pixel counts as opaque: votes leave a trace of what is transparent in the middle, too."""

CERTAIN = 0.1
"""Square of the difference to white, of a range of 2, above which a colour tells how much white shows through it."""


class TransparentModel(WrappingModel):
    """A `PictureModel` that draws with one that knows three channels, and finds the fourth: (H, W, 4) uint8, mixed.

    Each patch of what was drawn has the alpha of the photo's patch that it resembles most.
    """

    def __init__(self, model: PictureModel, photo: np.ndarray, device: torch.device) -> None:
        """`photo` is (H, W, 4) uint8, on white with its alpha beside it."""
        super().__init__(model)
        self._photo, self._device = photo, device
        self._planes = resize_to(to_tensor(photo, device), model.sizes[-1]).clamp(-1, 1)
        self._reference = Reference(self._planes[:, :3].contiguous())

    def first(self, count: int) -> PictureModel:
        return TransparentModel(self._model.first(count), self._photo, self._device)

    def draw(self, request: DrawRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.draw`."""
        return self._transparent(self._model.draw(request, cancel), request.tileable, cancel)

    def frames(self, request: FilmRequest, cancel: CancelToken) -> Iterator[np.ndarray]:
        """See `PictureModel.frames`."""
        for frame in self._model.frames(request, cancel):
            yield self._transparent(frame, False, cancel)

    def _transparent(self, picture: np.ndarray, wrap: bool, cancel: CancelToken) -> np.ndarray:
        """Return (H, W, 3) uint8 with the alpha that was found for it, (H, W, 4)."""
        drawn = to_tensor(picture, self._device)
        field = likeness(drawn, self._reference, wrap, cancel)
        alpha = _as_opaque_as(drawn, vote(field, self._planes, RHO, cancel))
        return np.dstack([picture, to_pixels(alpha)])


def _as_opaque_as(drawn: Tensor, voted: Tensor) -> Tensor:
    """Return the alpha (1, 1, H, W) of a picture (1, 3, H, W) on white that resembles `voted` (1, 4, H, W), in [-1, 1].

    At edges it is the voted one, less what is paler than the vote: white that shows through.
    """
    own, wanted, alpha = 1 - drawn, 1 - voted[:, :3], voted[:, 3:]
    dark = (own * wanted).sum(1, keepdim=True) + CERTAIN
    share = dark / (wanted.square().sum(1, keepdim=True) + CERTAIN)
    edge = F.max_pool2d(-alpha, 2 * EDGE + 1, 1, EDGE) > -OPAQUE
    return torch.where(edge, (alpha + 1) * share - 1, alpha).clamp(-1, 1)
