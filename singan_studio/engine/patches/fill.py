"""Fill what is missing of a picture with patches of what is there, coarse to fine.

At a coarse size the hole is filled from its edge inwards (Criminisi et al., 2004), then patches that touch it are searched
for and voted on in turns (Wexler, Shechtman, Irani, PAMI 2007); finer sizes go on from there. Only patches that touch the
hole are looked at, at every size.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.patch_stops import factors_from, scaled
from singan_studio.engine.patches.compose import Field, Size, carry, grid, vote_at
from singan_studio.engine.patches.layout import generator
from singan_studio.engine.patches.reference import Level, Reference
from singan_studio.engine.patches.search import PATCH, Keys, Queries, coherent, features
from singan_studio.engine.resample import resize_to

THICK = 6
"""Thickness of the hole, in px, at the coarsest size."""

LEAST = 24
"""Shorter side of the picture at the coarsest size, in px."""

RHO = 0.5
"""Width of the weights of a vote, in half patches."""

COARSE_ROUNDS, ROUNDS = 12, 3
"""Searches and votes at the coarsest size, and at each finer one."""

VARY = 0.5
"""How much farther, as a share, patches may be that a seed prefers."""

ENTRIES = 2**22
"""Distances held at once."""


def thickness(hole: np.ndarray) -> float:
    """Return the diameter, in px, of the largest disk inside a hole (H, W) bool; the picture's border is no edge."""
    return 2 * float(cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, 3).max())


def smoothly_filled(picture: Tensor, hole: Tensor) -> Tensor:
    """Continue (1, 3, H, W) smoothly into the hole (H, W) bool; what is known stays bit for bit."""
    known = (~hole)[None, None].to(picture)
    return torch.where(hole, _pulled(picture * known, known), picture)


def _pulled(total: Tensor, share: Tensor) -> Tensor:
    """Return total / share, from ever larger cells where the share is 0."""
    height, width = total.shape[2:]
    if bool((share > 0).all()) or max(height, width) == 1:
        return total / share.clamp(min=1e-12)
    pad = (0, width % 2, 0, height % 2)
    smaller = [F.avg_pool2d(F.pad(x, pad), 2) for x in (total, share)]
    coarse = _pulled(*smaller)
    enlarged = F.interpolate(coarse, scale_factor=2, mode="bilinear", align_corners=False)[:, :, :height, :width]
    return torch.where(share > 0, total / share.clamp(min=1e-12), enlarged)


@torch.no_grad()
def fill(
    canvas: Tensor,
    hole: Tensor,
    reference: Reference,
    seed: int,
    cancel: CancelToken = NEVER,
    progress: Callable[[int, int, tuple[int, int]], None] | None = None,
) -> Tensor:
    """Fill the `hole` (H, W) bool of a canvas (1, 3, H, W) with patches of the reference; bit-identical outside.
    """
    smooth = smoothly_filled(canvas, hole)
    size = hole.shape[0], hole.shape[1]
    first = min(1.0, max(LEAST / min(reference.size), THICK / thickness(hole.cpu().numpy())))
    factors = factors_from(first)
    picture, field, below = smooth, None, None
    for number, factor in enumerate(factors):
        cancel.check()
        at = scaled(size, factor)
        if progress is not None:
            progress(number, len(factors), (at[1], at[0]))
        level = reference.level(factor, cancel)
        open_ = F.adaptive_max_pool2d(hole[None, None].float(), at)[0, 0] > 0
        known = resize_to(smooth, at, cancel=cancel).clamp(-1, 1)
        one = _Size(level, below, known, open_, ("fill", seed, number), cancel)
        picture, field = one.begun() if field is None else one.grown(picture, field)
        below = level
    return torch.where(hole, picture, canvas)


class _Size:
    """One size: `known` (1, 3, h, w) outside `hole` (h, w) bool."""

    def __init__(self, source, below, known, hole, key, cancel) -> None:
        self.source, self.below, self.known, self.hole = source, below, known, hole
        self.key, self.cancel = key, cancel
        self.size = hole.shape[0], hole.shape[1]
        self.touching = F.max_pool2d(hole[None, None].float(), PATCH, 1)[0, 0] > 0
        self.pixels = hole.flatten().nonzero()[:, 0]

    def begun(self):
        """Fill the coarsest size: result and field."""
        random = generator(*self.key)
        index = self.source.usable.flatten().nonzero()[:, 0]
        if len(index) > 16384:
            index = index[torch.randperm(len(index), generator=random)[:16384].sort().values]
        liked = self._liked(index, random)
        picture = self._peeled(index, liked)
        at = torch.zeros(grid(self.size, PATCH, False), dtype=torch.int64)
        field = Field(at, self.source.size, self.size, PATCH)
        keys = self.source.keys()
        compared = keys.features[index].float()
        part = self.touching.flatten().nonzero()[:, 0]
        for _ in range(COARSE_ROUNDS):
            self.cancel.check()
            asked = features(picture, self.source.basis).flatten(0, 1)[part]
            chosen = torch.cat([(torch.cdist(q, compared).square() * liked).argmin(1) for q in asked.split(max(1, ENTRIES // len(index)))])
            before = field.at
            field = field.with_at(field.at.flatten().index_copy(0, part, index[chosen]).view(field.at.shape))
            if torch.equal(before, field.at):
                break
            picture = self._voted(field)
        return picture, field

    def grown(self, picture, field):
        field = carry(field, self.source.size, self.size, PATCH, self.cancel)
        query = torch.where(self.hole, resize_to(picture, self.size).clamp(-1, 1), self.known)
        keys = self._blurred()
        for number in range(ROUNDS):
            queries = Queries(query, self.source.basis, False)
            random = generator(*self.key, number)
            field = coherent(field, queries, keys, random, everywhere=len(self.pixels) < 20000, cancel=self.cancel, among=self.touching)
            query = self._voted(field)
            keys = self.source.keys(self.cancel)
        return query, field

    def _blurred(self):
        enlarged = resize_to(self.below.pixels, self.source.size, cancel=self.cancel).clamp(-1, 1)
        return Keys(enlarged, self.source.basis, self.source.usable, cancel=self.cancel)

    def _voted(self, field):
        values = vote_at(field, self.source.pixels, RHO, self.pixels, self.cancel)
        out = self.known.flatten(2).clone()
        out[0][:, self.pixels] = values.T
        return out.view(self.known.shape)

    def _liked(self, index, random):
        """(K,) factors on distances."""
        height, width = self.source.size
        cells = torch.rand(1, 1, 5, 5, generator=random)
        field = F.interpolate(cells, (height, width), mode="bilinear", align_corners=True).flatten()
        return 1 + VARY * field[index]

    def _peeled(self, index, liked):
        """Fill from the edge inwards."""
        picture = self.known.clone()
        missing = self.hole.clone()
        sources = F.unfold(self.source.pixels, PATCH)[0].T  # (n, 147)
        columns = self.source.size[1]
        cols = columns - PATCH + 1
        sources = sources[(index // columns) * cols + index % columns]
        squares = sources.square()
        rows_, cols_ = grid(self.size, PATCH, False)
        half = PATCH // 2
        while bool(missing.any()):
            self.cancel.check()
            near = F.max_pool2d((~missing)[None, None].float(), 3, 1, 1)[0, 0] > 0
            border = (missing & near).nonzero()
            top = (border[:, 0] - half).clamp(0, rows_ - 1)
            left = (border[:, 1] - half).clamp(0, cols_ - 1)
            number = top * cols_ + left
            there = F.unfold((~missing)[None, None].float(), PATCH)[0].T[number].repeat(1, 3)
            asked = F.unfold(picture, PATCH)[0].T[number] * there
            distances = (there @ squares.T - 2 * asked @ sources.T + asked.square().sum(1, keepdim=True)).clamp_(min=0)
            best = (distances * liked).argmin(1)
            inside = (border[:, 0] - top) * PATCH + border[:, 1] - left
            values = sources[best].view(len(best), 3, -1).gather(2, inside[:, None, None].expand(-1, 3, 1))[:, :, 0]
            picture[0][:, border[:, 0], border[:, 1]] = values.T
            missing[border[:, 0], border[:, 1]] = False
        return picture
