"""One interface for every kind of model of a picture; what draws through it never asks which kind it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from singan_studio.core.abilities import Ability
from singan_studio.core.cancel import CancelToken
from singan_studio.core.schedule import Size
from singan_studio.engine.animation.noise_walk import Step


@dataclass(frozen=True)
class DrawRequest:
    """One picture to draw.

    `start` is a stop of `PictureModel.sizes`: 0 invents a new layout, later stops keep more of the picture, or of
    `guide`, an (H, W, 3) uint8 sRGB picture of any size that enters there. `size` is (width, height) in px, None for
    the model's own. `noise` and `noise_seeds` hold an amount and a seed per stop, coarsest first; the last one goes
    on, and a seed of -1 is the picture's. A `tileable` picture repeats without a seam. `few_colours` reduces the guide
    to the colours that the model was trained on, which needs `Ability.FEW_COLOURS`.

    With `Ability.REARRANGE`: `different` in 0..1 moves things further from their places above .5 and less below;
    `keep_places` >= 0 holds them to the height they have in the photo (None: as suits the photo). `mask` (h, w) float32
    in 0..1 says where the guide may change, and `kept` in 0..1 is the share of the guide that stays there.
    `followed` in 0..1 is how firmly what is as coarse as the start stop holds to the guide while detail is found.
    `pinned` (h, w, 4) uint8, of any size and over the whole result, is kept where it is opaque, and the rest is
    invented around it.
    """

    seed: int
    start: int = 0
    size: Sequence[int] | None = None
    noise: Sequence[float] | None = None
    noise_seeds: Sequence[int] | None = None
    tileable: bool = False
    guide: np.ndarray | None = None
    few_colours: bool = False
    different: float = 0.5
    keep_places: float | None = None
    mask: np.ndarray | None = None
    kept: float = 0.0
    followed: float = 0.0
    pinned: np.ndarray | None = None


@dataclass(frozen=True)
class FilmRequest:
    """A film to draw, one frame per entry of `steps`, from stop `start` on.

    `motion` says how far the noise of each scale moves, in standard deviations, coarsest first, the last one for all
    that follow; `layout` and `detail` are factors on it per frame, for coarse and for fine scales. `sway` is how far
    shapes are carried, per frame, as a share of the longer side. `closed`: the first frame follows the last. `size` as
    in `DrawRequest`.
    """

    seed: int
    start: int
    size: Sequence[int] | None
    steps: Sequence[Step]
    motion: Sequence[float]
    layout: Sequence[float]
    detail: Sequence[float]
    sway: Sequence[float]
    closed: bool


@dataclass(frozen=True)
class FillRequest:
    """Something missing to invent, which needs `Ability.COMPLETE`.

    `hole` (H, W) bool marks what is missing of the photo, `sources` (H, W) bool what may be copied into it; None stands
    for nothing and for everything. Both have any size and lie over the whole photo. `margins` are added at the left,
    top, right and bottom, in shares of its width and height.
    """

    seed: int
    hole: np.ndarray | None = None
    sources: np.ndarray | None = None
    margins: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True)
class RetargetRequest:
    """The photo at other proportions, which needs `Ability.RETARGET`.

    `width` and `height` are shares of the photo's. What `protect` (H, W) bool marks, of any size and over the whole
    photo, is kept whole.
    """

    seed: int
    width: float = 1.0
    height: float = 1.0
    protect: np.ndarray | None = None


@dataclass(frozen=True)
class TileRequest:
    """A picture that repeats without a seam, which needs `Ability.TILE`.

    It is made from `texture` (H, W, 3) uint8, at its scale; `size` is (width, height) in px.
    """

    seed: int
    texture: np.ndarray
    size: tuple[int, int]


class PictureModel(Protocol):
    """A model of one picture, ready to draw on one device."""

    @property
    def sizes(self) -> list[Size]:
        """The (height, width) in px at every start stop, coarsest first; the last is the model's own size."""
        ...

    @property
    def abilities(self) -> frozenset[Ability]:
        """What it can do beside `draw`."""
        ...

    def first(self, count: int) -> PictureModel:
        """Return the model stopped at its `count` coarsest stops, for a smaller, quicker picture."""
        ...

    def draw(self, request: DrawRequest, cancel: CancelToken) -> np.ndarray:
        """Draw an (h, w, 3) uint8 picture. Raises `Cancelled`, and `BadInput` for a size it cannot draw."""
        ...

    def frames(self, request: FilmRequest, cancel: CancelToken) -> Iterator[np.ndarray]:
        """Yield the (h, w, 3) uint8 frames of a film, which needs `Ability.MOVE`. Raises as `draw` does."""
        ...

    def enlarge(
        self, picture: np.ndarray, factor: float, steps: int, seed: int, cancel: CancelToken
    ) -> np.ndarray:
        """Return (H, W, 3) uint8 `factor` times as large, in `steps` steps, which needs `Ability.ENLARGE`."""
        ...

    def fill(self, request: FillRequest, cancel: CancelToken) -> np.ndarray:
        """Return the completed photo with its margins, (h, w, 3) uint8, at the model's size. Raises as `draw` does."""
        ...

    def retarget(self, request: RetargetRequest, cancel: CancelToken) -> np.ndarray:
        """Return the photo at other proportions, (h, w, 3) uint8, at the model's size. Raises as `draw` does."""
        ...

    def tile(self, request: TileRequest, cancel: CancelToken) -> np.ndarray:
        """Return a tile, (h, w, 3) uint8, as large as the model works. Raises as `draw` does."""
        ...


class WrappingModel:
    """A `PictureModel` that does with another one what it does not do itself."""

    def __init__(self, model: PictureModel) -> None:
        self._model = model

    @property
    def sizes(self) -> list[Size]:
        return self._model.sizes

    @property
    def abilities(self) -> frozenset[Ability]:
        return self._model.abilities

    def frames(self, request: FilmRequest, cancel: CancelToken) -> Iterator[np.ndarray]:
        return self._model.frames(request, cancel)

    def enlarge(
        self, picture: np.ndarray, factor: float, steps: int, seed: int, cancel: CancelToken
    ) -> np.ndarray:
        return self._model.enlarge(picture, factor, steps, seed, cancel)

    def fill(self, request: FillRequest, cancel: CancelToken) -> np.ndarray:
        return self._model.fill(request, cancel)

    def retarget(self, request: RetargetRequest, cancel: CancelToken) -> np.ndarray:
        return self._model.retarget(request, cancel)

    def tile(self, request: TileRequest, cancel: CancelToken) -> np.ndarray:
        return self._model.tile(request, cancel)
