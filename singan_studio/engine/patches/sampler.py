"""Draw pictures from the patches of one picture, without training: layout, then detail size by size."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.errors import BadInput
from singan_studio.core.patch_stops import Stop, layout_factors, scaled, size_factors, stops_of
from singan_studio.engine.patches.choice import USUAL, chosen
from singan_studio.engine.patches.compose import Field, Size
from singan_studio.engine.patches.denoiser import Bias
from singan_studio.engine.patches.detail import Detail
from singan_studio.engine.patches.layout import Constraint, arrange, noise
from singan_studio.engine.patches.places import keep_places_of
from singan_studio.engine.patches.reference import ENOUGH, Reference
from singan_studio.engine.patches.search import PATCH
from singan_studio.engine.resample import resize_to

if TYPE_CHECKING:
    from singan_studio.engine.patches.pins import Pins

SMALLEST, LARGEST = 16, 8192
"""Allowed sides of a picture in px."""

PROJECTED = 64
"""Principal directions of the layout's finer size; the coarser one is exact."""

SECOND = 0.6
"""The most noise at the layout's finer size (t0): the coarser one has decided what is above it."""

ENTERED = 2**16
"""Pixels of the largest size at which a guide's nearest patches are searched for among all."""

PUSH = 0.2
"""Weight of moving patches from (or to) their own place at the ends of `different`."""

CANDIDATES = 16
"""Coarse layouts that a new one is chosen from, if that is not too slow."""

PAIRS = 3 * 2**20
"""Pairs of a pixel and a patch, in all layouts that are compared, up to which it is not."""

JOINED = 3
"""Searches and votes after a layout with pins, or where no finer size follows: what it joins would stay a haze."""

SETTLED = 3, 2**13
"""Extra searches for a guide where it enters, and the largest size that gets them, in pixels."""

FREE_PATCH = 9
"""Side in px of the patches that detail is made of where nothing is given: with larger ones there are fewer seams."""

OWN = 0.1
"""Exponent on the noise where the photo itself is the guide: its patches are recognised through much of it."""

APART = 0.12
"""How far patches of the photo entered at a finer size come from, in shorter sides, at `different` = .5."""

Progress = Callable[[int, int, Size], None]
"""`progress(done, total, (width, height))`: `done` of `total` sizes are finished, this one begins."""


@dataclass(frozen=True)
class Options:
    """What a result shall be like; the defaults draw a new picture.

    `start` numbers a stop of `PatchModel.stops`. `keep_places` >= 0 holds patches to the height they have in the
    photo (None: rows and columns as suits the photo). `different` in 0..1 moves patches away from their own place
    above .5 and draws them there below; `apart` >= 0 is added to that weight in a new layout (`Bias.own_place`).
    `guide` (1, 3, height, width) in [-1, 1], of the result's size, is what stops after the first start from
    (None: the photo). With `mask` (height, width) in 0..1 only its part changes: where it is 0 the guide stays
    bit for bit. `kept` in 0..1 is the share of the guide in each vote; `followed` in 0..1 brings what is as
    coarse as the start back to the guide after each, but for the last size. With `wrap` the result repeats
    without a seam. `completeness` in 0..1 keeps everything of the photo somewhere in the result. `pinned`, of the
    result's size, is kept at its place, and the rest is drawn around it; it stands in place of a mask.
    """

    start: int = 0
    keep_places: float | None = None
    different: float = 0.5
    apart: float = 0.03
    guide: Tensor | None = None
    mask: Tensor | None = None
    kept: float = 0.0
    followed: float = 0.0
    wrap: bool = False
    completeness: float = 0.0
    pinned: Pins | None = None


class PatchModel:
    """One photo, prepared once for any number of results.

    `photo` (1, 3, H, W) float in [-1, 1], sides 16..8192 px, on the device to work on. `forbidden` (H, W) bool marks
    pixels that are never copied. Raises `BadInput` "sample.size" for other sides, "patches.no_source" when too
    little is left to copy.
    """

    def __init__(self, photo: Tensor, forbidden: Tensor | None = None) -> None:
        _check_size(photo.shape[3], photo.shape[2])
        self.reference = Reference(photo, forbidden)
        coarse = self.reference.level(size_factors(self.reference.size, self.reference.size)[0])
        if forbidden is not None and int(coarse.usable.sum()) < ENOUGH:
            raise BadInput("patches.no_source")
        self._keep_places: tuple[float, float] | None = None

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) of the photo in px."""
        return self.reference.size[1], self.reference.size[0]

    @property
    def keep_places(self) -> tuple[float, float]:
        """(rows, columns): the weights that suit this photo, from its own statistics."""
        if self._keep_places is None:
            self._keep_places = keep_places_of(self.reference)
        return self._keep_places

    def stops(self, size: tuple[int, int] | None = None) -> list[Stop]:
        """Return where drawing a picture of `size` (width, height) can start, from a new layout to texture only."""
        width, height = size or self.size
        return stops_of(self.reference.size, (height, width))

    @torch.no_grad()
    def draw(
        self,
        seed: int,
        size: tuple[int, int] | None = None,
        options: Options | None = None,
        cancel: CancelToken = NEVER,
        progress: Progress | None = None,
    ) -> Tensor:
        """Draw a (1, 3, height, width) picture in [-1, 1] of `size` (width, height), the photo's if None.

        The same seed, options, device and number of threads give the same bits. Raises `BadInput` "sample.size" for
        sides outside 16..8192 px, `ValueError` for a guide or mask of another size, `Cancelled`.
        """
        width, height = size or self.size
        job = _Job(self, seed, (height, width), options or Options(), cancel, progress)
        picture, field = job.begin()
        while job.next_level():
            picture, field = job.detail().grow(picture, field)
        return job.finished(picture)


class _Job:
    """One picture being drawn. `level` counts its sizes; `factors` are theirs, as shares of the full size."""

    def __init__(
        self,
        model: PatchModel,
        seed: int,
        size: Size,
        options: Options,
        cancel: CancelToken,
        progress: Progress | None,
    ) -> None:
        _check_size(size[1], size[0])
        self.model, self.reference = model, model.reference
        self.seed, self.size, self.options = seed, size, options
        self.cancel, self.progress = cancel, progress
        self.factors = size_factors(self.reference.size, size)
        self.stop = model.stops((size[1], size[0]))[options.start]
        self.level = self.stop.level
        self.guide = self._guide()
        self.constraint = self._constraint()

    def begin(self) -> tuple[Tensor, Field]:
        """Make the first picture and its field, at the size where the job's start stands."""
        self._tell()
        return self._layout() if self.stop.kind != "size" else self._entered()

    def next_level(self) -> bool:
        """Go on to the next finer size; False after the last."""
        self.level += 1
        self._tell()
        return self.level < len(self.factors)

    def detail(self) -> Detail:
        """Search and vote at this level."""
        size = scaled(self.size, self.factors[self.level])
        patch = self._patch(size)
        finer = self.reference.level(self.factors[self.level], self.cancel, patch)
        coarser = (
            self.reference.level(self.factors[self.level - 1], self.cancel, patch) if self.level else None
        )
        return Detail(
            finer,
            coarser,
            size,
            ("patches", self.seed, self.level),
            self.options.wrap,
            self.options.completeness,
            self._kept,
            self.cancel,
            strict=self.options.guide is not None or self.options.pinned is not None,
        )

    def finished(self, picture: Tensor) -> Tensor:
        """Return the result at full size; outside the mask the guide, and what is pinned."""
        return picture if self.constraint is None else self.constraint.apply(picture)

    def _patch(self, size: Size) -> int:
        """Return the side in px of the patches that are searched for at this size of the output."""
        free = self.options.guide is None and self.options.mask is None and self.options.pinned is None
        source = scaled(self.reference.size, self.factors[self.level])
        large = min(*size, *source) > FREE_PATCH
        return FREE_PATCH if free and large and self.stop.amount >= 1 else PATCH

    def _guide(self) -> Tensor:
        """Return what the result starts from, at full size."""
        guide, photo = self.options.guide, self.reference.photo
        if guide is None:
            return resize_to(photo, self.size, cancel=self.cancel).clamp(-1, 1)
        if guide.shape[2:] != self.size:
            raise ValueError(f"the guide is {tuple(guide.shape[2:])}, the result {self.size}")
        return guide.to(photo)

    def _constraint(self) -> Constraint | None:
        mask = self.options.mask
        if mask is None:
            return None if self.options.pinned is None else self.options.pinned.held
        if mask.shape != self.size:
            raise ValueError(f"the mask is {tuple(mask.shape)}, the result {self.size}")
        return Constraint(self.guide, mask.to(self.guide)[None, None])

    def _layout(self) -> tuple[Tensor, Field]:
        """Two coarse sizes from noise and, after the first stop, the guide."""
        first, second = layout_factors(self.reference.size, self.size)
        coarse = self._coarse(first)
        size, wrap = scaled(self.size, second), self.options.wrap
        t0 = min(SECOND, self._noisiness())
        kept = self.guide if self.stop.amount < 1 else coarse
        z = t0 * noise(self.seed, 1, size, self.guide) + (1 - t0) * resize_to(kept, size, wrap)
        patches = self.reference.layout_patches(second, PROJECTED)
        constraint = self._constraint_at(size)
        picture, fields = arrange(
            z, t0, patches, self._bias(even=False), coarse, constraint, wrap, self.cancel
        )
        finest = self.level == len(self.factors) - 1
        if self.options.pinned is not None or finest:
            return self._joined(picture, second)
        return picture, fields[0]

    def _joined(self, picture: Tensor, factor: float) -> tuple[Tensor, Field]:
        """Make a layout of whole patches, at the size of this factor, around the pins if any: result and field."""
        level, size = self.reference.level(factor, self.cancel), (picture.shape[2], picture.shape[3])
        key, strict = ("joined", self.seed), self.options.pinned is not None
        detail = Detail(level, None, size, key, self.options.wrap, 0.0, self._kept, self.cancel, strict)
        for _ in range(JOINED - 1):
            picture, _field = detail.enter(picture)
        return detail.enter(picture)

    def _coarse(self, factor: float) -> Tensor:
        """Draw the coarser layout; a new one is the best of several."""
        size, wrap = scaled(self.size, factor), self.options.wrap
        t0, patches = self._noisiness(), self.reference.layout_patches(factor, None)
        count = self._candidates(size, len(patches.index))
        z = t0 * noise(self.seed, 0, size, self.guide, count)
        if t0 < 1:
            z = z + (1 - t0) * resize_to(self.guide, size, wrap)
        bias, constraint = self._bias(even=True), self._constraint_at(size)
        pictures, _ = arrange(z, t0, patches, bias, None, constraint, wrap, self.cancel)
        if count == 1:
            return pictures
        photo = self.reference.level(factor).pixels
        wish = 2 * self.options.different if self.options.mask is None else 0.0
        taste = replace(USUAL, newness=wish * USUAL.newness, least=min(1.0, wish) * USUAL.least)
        best = chosen(pictures, photo, taste, wrap, self.cancel)
        return pictures[best : best + 1]

    def _candidates(self, size: Size, patches: int) -> int:
        """Return how many layouts of `size` are drawn to choose from: fewer of large ones."""
        if self._noisiness() < 1:
            return 1
        return min(CANDIDATES, max(1, PAIRS // (math.prod(size) * patches)))

    def _constraint_at(self, size: Size) -> Constraint | None:
        """Return what a layout must keep: near pins, more or less, what is around them in the photo."""
        constraint = self.constraint if self.options.pinned is None else self.options.pinned.around
        return None if constraint is None else constraint.at(size, self.options.wrap)

    def _noisiness(self) -> float:
        """Return the share of noise that the layout starts with (t0)."""
        return self.stop.amount if self.options.guide is not None else self.stop.amount**OWN

    def _bias(self, even: bool) -> Bias:
        amount = self.stop.amount  # the more a guide decides, the less the photo's own places count
        new = amount >= 1 and self.options.mask is None
        rows, columns = self.model.keep_places
        if self.options.keep_places is not None:
            rows, columns = self.options.keep_places, 0.0
        push = PUSH * (2 * self.options.different - 1) + self.options.apart * new
        return Bias(amount * rows, amount * columns, push, even and new)

    def _entered(self) -> tuple[Tensor, Field]:
        """Make the guide at this level of the patches nearest to it, the photo itself of such from other places.

        Where the exact search would take too long the nearest patches are found at a smaller size and carried over.
        """
        own = self.options.guide is None
        while self.level > 0 and math.prod(scaled(self.size, self.factors[self.level])) > ENTERED:
            self.level -= 1
        detail, apart = self.detail(), 2 * self.options.different * APART
        picture, field = detail.exchange(apart) if own and apart else detail.enter(self.guide)
        if not own and math.prod(detail.size) <= SETTLED[1]:
            for _ in range(SETTLED[0]):
                picture, field = detail.enter(picture)
        while self.level < self.stop.level:
            self.level += 1
            picture, field = self.detail().grow(self.guide, field, 1, sharp=True)
        return self.detail().improve(picture, field)

    def _kept(self, picture: Tensor) -> Tensor:
        """Complete a vote with the guide's share in it, and what is known outside the mask."""
        size, wrap = (picture.shape[2], picture.shape[3]), self.options.wrap
        if self.options.kept > 0:
            guide = resize_to(self.guide, size, wrap, self.cancel).clamp(-1, 1)
            picture = torch.lerp(picture, guide, self.options.kept)
        if self.options.followed > 0 and self.level < len(self.factors) - 1:
            picture = self._led_back(picture)
        return picture if self.constraint is None else self.constraint.at(size, wrap).apply(picture)

    def _led_back(self, picture: Tensor) -> Tensor:
        """Bring what a picture shows at the size of the start towards the guide; finer detail stays."""
        size, wrap = (picture.shape[2], picture.shape[3]), self.options.wrap
        coarse = min(self.stop.size[0], size[0]), min(self.stop.size[1], size[1])
        lacking = resize_to(self.guide, coarse, wrap, self.cancel) - resize_to(picture, coarse, wrap)
        return (picture + self.options.followed * resize_to(lacking, size, wrap)).clamp(-1, 1)

    def _tell(self) -> None:
        self.cancel.check()
        if self.progress is not None:
            first = self.stop.level
            height, width = scaled(self.size, self.factors[min(self.level, len(self.factors) - 1)])
            self.progress(self.level - first, len(self.factors) - first, (width, height))


def _check_size(width: int, height: int) -> None:
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise BadInput("sample.size", width=width, height=height, low=SMALLEST, high=LARGEST)
