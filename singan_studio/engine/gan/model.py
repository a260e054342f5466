"""The learned model of a picture, SinGAN's pyramid of generators, behind the interface that tools draw through."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from torch import Tensor

from singan_studio.core.abilities import Ability
from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput
from singan_studio.core.schedule import Size
from singan_studio.engine.animation.motion import Motion, draw_frames
from singan_studio.engine.colours import in_colours
from singan_studio.engine.gan.injection import inject
from singan_studio.engine.gan.lost_detail import LostDetail, Reals
from singan_studio.engine.gan.pyramid import to_pixels, to_tensor
from singan_studio.engine.gan.rearranging import LAYOUT_SCALES, Rearrangement
from singan_studio.engine.gan.sampler import Pyramid, sizes_for
from singan_studio.engine.gan.seamless import draw_seamless
from singan_studio.engine.gan.upscaling import enlarge
from singan_studio.engine.model import DrawRequest, FillRequest, FilmRequest, RetargetRequest, TileRequest
from singan_studio.engine.noise import Noise, shaped_noise

MOST_LAYOUT = 1.5
"""Factor up to which layout motion adds noise; beyond it shapes are only carried further, for noise would tear them."""

FROM_NOISE_ALONE = 0.1
"""Share of the coarsest scale's motion where its noise is all it has: half of it builds another picture."""


class LearnedModel:
    """A `PictureModel` of finished scales; its start stops are the scales (SinGAN section 4)."""

    def __init__(self, pyramid: Pyramid, reals: Reals = tuple) -> None:
        """`reals` is that of `LostDetail`; where it returns none, what the copy lacks stays lost."""
        self._pyramid = pyramid
        self._reals = reals
        self._lost_detail = LostDetail(pyramid, reals)
        self._rearrangement = Rearrangement(pyramid)

    @property
    def sizes(self) -> list[Size]:
        return self._pyramid.sizes

    @property
    def abilities(self) -> frozenset[Ability]:
        can = {Ability.MOVE, Ability.ENLARGE, Ability.NOISE}
        if any(scale.colours is not None for scale in self._pyramid.scales):
            can.add(Ability.FEW_COLOURS)
        if self._rearrangement.possible:
            can.add(Ability.REARRANGE)
        return frozenset(can)

    def first(self, count: int) -> LearnedModel:
        return LearnedModel(self._pyramid.first(count), self._reals)

    def draw(self, request: DrawRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.draw`. A guide enters at scale `start` >= 1 and is drawn at the learned size.

        A new layout is made of patches, but for one that repeats, and where less noise than usual at the coarsest scale
        is to keep it near the photo.
        """
        pyramid = self._pyramid
        noise = shaped_noise(request.seed, pyramid.device, request.noise, request.noise_seeds, pyramid.z_star)
        if request.guide is not None:
            colours = pyramid.scales[request.start].colours if request.few_colours else None
            prepare = None if colours is None else lambda top: in_colours(top, colours)
            reference = to_tensor(request.guide, pyramid.device)
            return to_pixels(inject(pyramid, reference, request.start, noise, cancel, prepare))
        sizes = sizes_for(pyramid.sizes, request.size)
        if request.tileable:
            return to_pixels(draw_seamless(pyramid, noise, sizes, request.start, cancel))
        wholly_new = request.start == 0 and (not request.noise or request.noise[0] >= 1)
        if wholly_new and self._rearrangement.possible:
            return self._rearranged(request, noise, sizes, cancel)
        return to_pixels(pyramid.draw(noise, sizes, request.start, cancel))

    def _rearranged(
        self, request: DrawRequest, noise: Noise, sizes: list[Size], cancel: CancelToken
    ) -> np.ndarray:
        enters = self._rearrangement.enters
        layout = self._rearrangement.below(request, sizes, cancel)
        calming = self._rearrangement.calming(cancel)

        def adjusted(scale: int, below: Tensor, picture: Tensor) -> Tensor:
            return calming.calmed(scale, below, self._lost_detail.meshless(scale, below, picture))

        picture = self._pyramid.draw(noise, sizes, enters, cancel, layout, adjusted)
        return to_pixels(self._lost_detail.restored(picture, calming.field, cancel))

    def frames(self, request: FilmRequest, cancel: CancelToken) -> Iterator[np.ndarray]:
        """See `PictureModel.frames`."""
        sizes = sizes_for(self.sizes, request.size)
        motion = motion_of(request, self._pyramid)
        for picture in draw_frames(self._pyramid, sizes, request.start, motion, cancel):
            yield to_pixels(picture)

    def enlarge(
        self, picture: np.ndarray, factor: float, steps: int, seed: int, cancel: CancelToken
    ) -> np.ndarray:
        """See `PictureModel.enlarge`; the model is one of kind "enlarge"."""
        reference = to_tensor(picture, self._pyramid.device)
        return to_pixels(enlarge(self._pyramid, reference, factor, steps, seed, cancel))

    def fill(self, request: FillRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.fill`; nothing is learned about pictures with holes."""
        raise BadInput("model.cannot", tool=Ability.COMPLETE.value)

    def retarget(self, request: RetargetRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.retarget`; scales are stretched, not rearranged."""
        raise BadInput("model.cannot", tool=Ability.RETARGET.value)

    def tile(self, request: TileRequest, cancel: CancelToken) -> np.ndarray:
        """See `PictureModel.tile`; what is learned repeats as `DrawRequest.tileable`, made of the whole picture."""
        raise BadInput("model.cannot", tool=Ability.TILE.value)


def motion_of(request: FilmRequest, pyramid: Pyramid) -> Motion:
    """Return what a film's amounts mean for the scales of a pyramid."""
    amounts = []
    for scale in range(len(pyramid.scales)):
        own = request.motion[min(scale, len(request.motion) - 1)]
        if scale == 0 and pyramid.layout is None:
            own *= FROM_NOISE_ALONE
        shares = request.detail
        if scale < LAYOUT_SCALES:
            shares = [min(share, MOST_LAYOUT) for share in request.layout]
        amounts.append([own * share for share in shares])
    return Motion(request.seed, request.steps, amounts, request.sway, request.closed)
