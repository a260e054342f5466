"""The patch model of a picture behind the interface that tools draw through; there is nothing to learn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

import cv2
import numpy as np
import torch
from torch import Tensor

from singan_studio.core.abilities import PATCHES_CAN, Ability
from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput
from singan_studio.core.patch_stops import stops_of, working_size
from singan_studio.core.schedule import Size
from singan_studio.engine.gan.pyramid import to_pixels, to_tensor
from singan_studio.engine.model import DrawRequest, FillRequest, FilmRequest, RetargetRequest, TileRequest
from singan_studio.engine.patches.compose import Field
from singan_studio.engine.patches.enlarge import enlarge
from singan_studio.engine.patches.fill import fill
from singan_studio.engine.patches.gap import gap_of
from singan_studio.engine.patches.pieces import chosen_pieces
from singan_studio.engine.patches.pins import Pins, pins_of
from singan_studio.engine.patches.retarget import retarget, retargeted
from singan_studio.engine.patches.sampler import Options, PatchModel
from singan_studio.engine.patches.tile import reduced_sizes, tile
from singan_studio.engine.patches.tile_beginning import beginning_at, calm_place
from singan_studio.engine.resample import resize_to


class PatchesModel:
    """A `PictureModel` that rearranges one photo's patches; its start stops are those of `core.patch_stops`.

    It works at `working_size`: what it draws is brought to the photo's full size by `finish`.
    """

    def __init__(self, photo: Tensor) -> None:
        """`photo` is (1, 3, h, w) in [-1, 1], of the size to work at, on the device to work on."""
        self._patches = PatchModel(photo)
        self._smaller: dict[Size, PatchesModel] = {}

    @classmethod
    def of(cls, photo: np.ndarray, device: torch.device) -> PatchesModel:
        """Return the model of a photo of any size, (H, W, 3) uint8 sRGB, on a device.

        Raises `BadInput` when a side is below 16 px at the size to work at.
        """
        return cls(resize_to(to_tensor(photo, device), working_size(*photo.shape[:2])).clamp(-1, 1))

    @property
    def sizes(self) -> list[Size]:
        return [stop.size for stop in stops_of(self._photo_size)]

    @property
    def abilities(self) -> frozenset[Ability]:
        return PATCHES_CAN

    def first(self, count: int) -> PatchesModel:
        """See `PictureModel.first`: the same photo at that stop's size, which arranges alike for the same seed."""
        size = self.sizes[count - 1]
        if size == self._photo_size:
            return self
        if size not in self._smaller:
            photo = self._patches.reference.photo
            self._smaller[size] = PatchesModel(resize_to(photo, size).clamp(-1, 1))
        return self._smaller[size]

    def draw(self, request: DrawRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.draw`."""
        width, height = request.size or self._photo_size[::-1]
        options = Options(
            start=min(request.start, len(stops_of(self._photo_size, (height, width))) - 1),
            keep_places=request.keep_places,
            different=request.different,
            guide=self._guide(request.guide, (height, width)),
            mask=self._mask(request.mask, (height, width)),
            kept=request.kept,
            followed=request.followed,
            wrap=request.tileable,
            pinned=self._pinned(request.pinned, (height, width)),
        )
        return to_pixels(self._patches.draw(self._seed(request), (width, height), options, cancel))

    def frames(self, request: FilmRequest, cancel: CancelToken) -> Iterator[np.ndarray]:
        """See `PictureModel.frames`; patches do not move."""
        self._cannot(Ability.MOVE)

    def enlarge(
        self, picture: np.ndarray, factor: float, steps: int, seed: int, cancel: CancelToken
    ) -> np.ndarray:
        """See `PictureModel.enlarge`; the picture's own edges make it sharp, without noise, in other steps."""
        return enlarge(picture, factor, cancel)

    def fill(self, request: FillRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.fill`."""
        return to_pixels(fill(gap_of(self._patches.reference.photo, request), request.seed, cancel))

    def retarget(self, request: RetargetRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.retarget`."""
        return to_pixels(self.retargeted(request, cancel)[0])

    def retargeted(self, request: RetargetRequest, cancel: CancelToken) -> tuple[Tensor, Field]:
        """Return the picture of `retarget`, (1, 3, h, w), and of which patches of the photo it consists."""
        size = retargeted(self._photo_size, request)
        return retarget(self._patches.reference, size, request.seed, request.protect, cancel)

    def tile(self, request: TileRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.tile`; the texture is looked at as small as the photo would be."""
        joined = self.joined_tile(request, cancel)
        return beginning_at(joined, calm_place(joined))

    def joined_tile(self, request: TileRequest, cancel: CancelToken) -> np.ndarray:
        """Return the tile that begins where pieces of the texture meet."""
        texture = to_tensor(request.texture, self._patches.reference.photo.device)
        full = request.size[1], request.size[0]
        pieces = chosen_pieces(texture, full, request.seed)
        size, smaller = reduced_sizes(full, (texture.shape[2], texture.shape[3]), max(self._photo_size))
        small = resize_to(texture, smaller, cancel=cancel).clamp(-1, 1)
        return to_pixels(tile(small, size, pieces, request.seed, cancel))

    @property
    def _photo_size(self) -> Size:
        return self._patches.reference.size

    def _guide(self, guide: np.ndarray | None, size: Size) -> Tensor | None:
        if guide is None:
            return None
        tensor = to_tensor(guide, self._patches.reference.photo.device)
        return resize_to(tensor, size).clamp(-1, 1)

    def _mask(self, mask: np.ndarray | None, size: Size) -> Tensor | None:
        if mask is None:
            return None
        return torch.from_numpy(cv2.resize(mask, size[::-1], interpolation=cv2.INTER_LINEAR))

    def _pinned(self, pinned: np.ndarray | None, size: Size) -> Pins | None:
        if pinned is None:
            return None
        return pins_of(
            pinned, to_pixels(self._patches.reference.photo), size, self._patches.reference.photo.device
        )

    def _seed(self, request: DrawRequest) -> int:
        """Return the seed of the layout: the picture's unless the coarsest stop has one of its own."""
        own = request.noise_seeds[0] if request.noise_seeds else -1
        return request.seed if own < 0 else int(own)

    def _cannot(self, ability: Ability) -> NoReturn:
        raise BadInput("model.cannot", tool=ability.value)
