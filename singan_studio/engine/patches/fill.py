"""Fill what is missing of a picture with patches of what is there, coarse to fine.

At a coarse size the hole is filled from its edge inwards, then patches that touch it are searched for and voted on in
turns (Wexler, Shechtman, Irani, "Space-Time Completion of Video", PAMI 2007); finer sizes go on from there. At every
size only patches that touch the hole are looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.errors import BadInput
from singan_studio.core.patch_stops import factors_from, scaled
from singan_studio.engine.patches.compose import Field, Size, carry, covering, grid, vote_at
from singan_studio.engine.patches.hole import Gap, depth, peeled, spread, thickness, touched, widened
from singan_studio.engine.patches.layout import generator
from singan_studio.engine.patches.places import keep_places_of
from singan_studio.engine.patches.reference import Level, Reference
from singan_studio.engine.patches.search import (
    ENTRIES,
    PATCH,
    Keys,
    Queries,
    coherent,
    exact,
    features,
    neighbours,
    scattered,
    touching,
)
from singan_studio.engine.resample import resize_to

THICK = 6
"""Thickness of the hole at the coarsest size, in px: a patch there reaches across it."""

SIDES = 24, 128
"""Least and largest shorter side of the picture at the coarsest size, in px."""

SOURCES = 128
"""Patches that are enough to begin with."""

COARSE_ROUNDS, ROUNDS, FEWER = 4, 3, 2
"""Searches and votes at the coarsest size, and at each finer one: fewer where the hole has many pixels."""

RHO, SHARP = 0.5, 0.25
"""Widths of the weights of a vote, in half patches; the second in the last vote of all."""

PREFERENCE = 0.5
"""How much farther, as a share, patches may be from places in the photo that the seed prefers."""

ROWS = 5.0, 20.0
"""Preference for patches of the same height in photos that their rows explain, per height they are off: in holes, which
have neighbours all around, and beyond the photo's border."""

PLACES = 5
"""Places of the photo on each axis between which the seed chooses."""

JOIN = 0.5
"""What a neighbour that copies another piece costs, in shares of the middle distance."""

FADING, LEAST = 1.3, 1e-6
"""How much less a patch counts in a vote beyond the photo's border for each px that it is farther from it, and the
least that it counts."""

TIRING = 0.5
"""How much farther, as a share, a patch beyond the border counts to begin with for each ring that copied from it."""

SEARCHED = 2**17
"""Pixels of a source up to which patches across the photo's border are searched for in all of it."""

SWEEPS = 2
"""How often every patch is offered its neighbours' pieces."""

EVERYWHERE = 12_000
"""Patches touching a hole up to which all are searched for, not those at seams alone."""

CELLS = 8, 24
"""Least side in px of the cells in which tones are compared at the hole's edge, and most cells along a shorter side."""

TONE = 0.1
"""The most by which tones are moved, in [-1, 1]; what differs by twice as much is another thing, not another tone."""

AROUND = 16
"""Pixels of a filling around its hole that are looked at when it becomes finer."""

Window = tuple[slice, slice]
"""Rows and columns."""


@torch.no_grad()
def fill(gap: Gap, seed: int, cancel: CancelToken = NEVER) -> Tensor:
    """Return the picture (1, 3, H, W) with its hole filled; outside it stays bit for bit.

    Another seed prefers other places of the source. Raises `BadInput` "patches.no_source" when too little may be
    copied, `Cancelled`.
    """
    job = _Job(gap, ("fill", seed), cancel)
    factors = job.factors()
    filled, field = job.at(factors[0]).begun(len(factors) == 1)
    for below, factor in pairwise(factors):
        filled, field = job.at(factor, below).grown(filled, field)
    return torch.where(gap.hole, filled, gap.picture)


@torch.no_grad()
def refine(filled: Tensor, gap: Gap, cancel: CancelToken = NEVER) -> Tensor:
    """Bring the filling of a smaller gap, a picture (1, 3, h, w), to this one's size with the source's detail.

    Raises what `fill` does.
    """
    known = min(1.0, filled.shape[2] / gap.size[0])
    part, small = _windows(gap.hole, (filled.shape[2], filled.shape[3]))
    picture, hole = gap.picture[:, :, *part], gap.hole[part]
    job = _Job(replace(gap, picture=picture, hole=hole), ("refine",), cancel)
    factors = job.enough_from(known)
    result, field = job.at(factors[0]).entered(filled[:, :, *small])
    for below, factor in pairwise(factors):
        result, field = job.at(factor, below).grown(result, field)
    whole = gap.picture.clone()
    whole[:, :, *part] = torch.where(hole, result, picture)
    return whole


def _windows(hole: Tensor, small: Size) -> tuple[Window, Window]:
    """Return the rows and columns around a hole (H, W) bool, and the same ones of a picture of (height, width)."""
    large, less = [], []
    for axis, length in enumerate(small):
        full = hole.shape[axis]
        there = hole.any(dim=1 - axis).nonzero()[:, 0]
        first = max(0, int(there[0]) * length // full - AROUND)
        last = min(length, -(-(int(there[-1]) + 1) * length // full) + AROUND)
        less.append(slice(first, last))
        large.append(slice(round(first * full / length), round(last * full / length)))
    return (large[0], large[1]), (less[0], less[1])


class _Job:
    """One hole to fill, at any size."""

    def __init__(self, gap: Gap, key: tuple[object, ...], cancel: CancelToken) -> None:
        self._gap, self._reference = gap, Reference(gap.source, gap.forbidden)
        self._key, self._cancel = key, cancel
        same = gap.aligned and gap.picture.shape[2] == gap.source.shape[2]
        self._rows = ROWS[gap.beyond] * keep_places_of(self._reference)[0] if same else 0.0

    def factors(self) -> list[float]:
        """Return the sizes, as shares of the full one, from where a patch reaches across the hole."""
        side, thick = min(self._reference.size), thickness(self._gap.hole.cpu().numpy())
        return self.enough_from(min(1.0, max(SIDES[0] / side, min(SIDES[1] / side, THICK / thick))))

    def enough_from(self, first: float) -> list[float]:
        """Return shares from `first` up to 1; sizes with too few patches to copy are left out."""
        factors = factors_from(first)
        while int(self._level(factors[0]).usable.sum()) < SOURCES:
            factors.pop(0)
            if not factors:
                raise BadInput("patches.no_source")
        return factors

    def _level(self, factor: float) -> Level:
        """Return the source at one size; what is mirrored by half a pixel only is not lost for it."""
        level, mirrored = self._reference.level(factor, self._cancel), self._gap.mirrored
        if mirrored is not None:
            level.forbidden = level.forbidden | ~touched(~mirrored, level.size)
        return level

    def at(self, factor: float, below: float | None = None) -> _Size:
        """Return one size of it; `below` is the size before."""
        size, level = scaled(self._gap.size, factor), self._level(factor)
        known = level.pixels
        if self._gap.picture is not self._gap.source:
            known = resize_to(self._gap.picture, size, cancel=self._cancel).clamp(-1, 1)
        return _Size(
            level,
            None if below is None else self._level(below),
            known,
            touched(self._gap.hole, size),
            (*self._key, size),
            self._cancel,
            factor == 1,
            self._rows,
            touched(self._gap.forbidden, level.size) if self._gap.beyond else None,
        )


@dataclass(frozen=True)
class _Size:
    """One size of a picture with a hole.

    `source` is what may be copied at this size, `coarser` at the size before; `known` (1, 3, h, w) is the picture,
    smooth in the `hole` (h, w) bool. The `last` size's last vote is sharp. `rows` is how much farther, as a share,
    patches count that come from a whole height above or below. `refused` (H, W) bool is what is not even copied across
    the photo's border, None inside the photo.
    """

    source: Level
    coarser: Level | None
    known: Tensor
    hole: Tensor
    key: tuple[object, ...]
    cancel: CancelToken
    last: bool
    rows: float
    refused: Tensor | None

    @cached_property
    def touching(self) -> Tensor:
        """(h', w') bool: the patches that touch the hole."""
        return covering(self.hole, PATCH)

    @cached_property
    def part(self) -> Tensor:
        """(n,) their numbers."""
        return self.touching.flatten().nonzero()[:, 0]

    @cached_property
    def trust(self) -> Tensor | None:
        """(h', w') what patches count in a vote, None for all alike: beyond the border what is known leads."""
        if self.refused is None:
            return None
        half = PATCH // 2
        deep = torch.from_numpy(depth(self.hole.cpu().numpy())).to(self.known)[half:-half, half:-half]
        return (FADING**-deep).clamp(min=LEAST)

    def begun(self, only: bool) -> tuple[Tensor, Field]:
        """Fill the hole with no coarser size: result and field."""
        random, keys = generator(*self.key), self.source.keys(self.cancel)
        index = scattered(keys, random)
        liked, rows = self._liked(index, random), self.part // (self._extent[1] - PATCH + 1)
        tiring, pixels = TIRING * (self.refused is not None), self.source.pixels
        picture = peeled(self.known, self.hole, pixels, index, liked, self.cancel, tiring)
        field, compared = self._field(), keys.features[index].to(picture.dtype)
        for number in range(COARSE_ROUNDS):
            asked = features(picture, self.source.basis).flatten(0, 1)[self.part]
            nearest, step = [], max(1, ENTRIES // len(index))
            for some, there in zip(asked.split(step), rows.split(step), strict=True):
                self.cancel.check()
                nearest.append((torch.cdist(some, compared).square_() * liked(there)).argmin(1))
            field = self._put(field, index[torch.cat(nearest)])
            field = self._joined(field, Queries(picture, self.source.basis, False), keys)
            picture = self._voted(field, SHARP if only and number == COARSE_ROUNDS - 1 else RHO)
        return picture, field

    def entered(self, filled: Tensor) -> tuple[Tensor, Field]:
        """Make a filling of any size of the patches nearest to it: result and field."""
        query, keys = self._query(filled), self.source.keys(self.cancel)
        queries = Queries(query, self.source.basis, False)
        chosen = scattered(keys, generator(*self.key))
        field = self._put(self._field(), exact(queries.at(self.part), keys, 0.0, self.cancel, chosen))
        return self._improved(field, query, keys, 1)

    def grown(self, picture: Tensor, field: Field) -> tuple[Tensor, Field]:
        """Bring a coarser result and its field to this size."""
        field = carry(field, self.source.size, self._extent, PATCH, self.cancel)
        rounds = ROUNDS if len(self.part) <= EVERYWHERE else FEWER
        return self._improved(field, self._query(picture), self._blurred(), rounds)

    def _improved(self, field: Field, query: Tensor, keys: Keys, rounds: int) -> tuple[Tensor, Field]:
        """Search and vote in turns, the first time among `keys`, then among the source's own."""
        everywhere = len(self.part) <= EVERYWHERE
        for number in range(rounds):
            queries, random = Queries(query, self.source.basis, False), generator(*self.key, number)
            field = coherent(
                field, queries, keys, random, everywhere=everywhere, cancel=self.cancel, among=self.touching
            )
            if self.refused is not None and len(keys.usable) <= SEARCHED:
                field = self._across(field, queries, keys, self.refused)
            if everywhere:
                field = self._joined(field, queries, keys)
            query = self._voted(field, SHARP if self.last and number == rounds - 1 else RHO)
            keys = self.source.keys(self.cancel)
        return query, field

    def _across(self, field: Field, queries: Queries, keys: Keys, refused: Tensor) -> Field:
        """Let patches across the border be the nearest of all: what seemed to fit when it was smaller may not."""
        part = (self.touching & covering(~self.hole, PATCH)).flatten().nonzero()[:, 0]
        asked, at = queries.at(part), field.at.flatten()[part]
        among = copy(keys)
        among.usable = touching(refused, PATCH).flatten()
        found = exact(asked, keys, 0.0, self.cancel, scattered(among, generator(*self.key)))
        nearer = keys.distances(asked, found) < keys.distances(asked, at)
        whole = field.at.flatten().index_copy(0, part, torch.where(nearer, found, at))
        return field.with_at(whole.view(field.at.shape))

    @property
    def _extent(self) -> Size:
        return self.hole.shape[0], self.hole.shape[1]

    def _field(self) -> Field:
        at = torch.zeros(grid(self._extent, PATCH, False), dtype=torch.int64, device=self.hole.device)
        return Field(at, self.source.size, self._extent, PATCH)

    def _put(self, field: Field, found: Tensor) -> Field:
        """Let the patches that touch the hole be these (n,)."""
        return field.with_at(field.at.flatten().index_copy(0, self.part, found).view(field.at.shape))

    def _query(self, picture: Tensor) -> Tensor:
        enlarged = resize_to(picture, self._extent, cancel=self.cancel).clamp(-1, 1)
        return torch.where(self.hole, enlarged, self.known)

    def _blurred(self) -> Keys:
        """Return the source's patches as they look when enlarged from the size before."""
        assert self.coarser is not None
        enlarged = resize_to(self.coarser.pixels, self.source.size, cancel=self.cancel).clamp(-1, 1)
        return self.source.keys_in(enlarged, self.cancel)

    def _liked(self, index: Tensor, random: torch.Generator) -> Callable[[Tensor], Tensor]:
        """Return what makes the factors on distances (n, K) for rows of the picture (n,).

        They are smaller in some places of the photo than in others, and near the same height.
        """
        places = torch.rand(1, 1, PLACES, PLACES, generator=random).to(index.device)
        factors = F.interpolate(places, self.source.size, mode="bilinear", align_corners=True)
        liked = 1 + PREFERENCE * factors.flatten()[index]
        height, heights = self.source.size[0], index // self.source.size[1]

        def at(rows: Tensor) -> Tensor:
            off = (rows[:, None] - heights).abs() / height
            return liked * (1 + self.rows * off)

        return at

    def _joined(self, field: Field, queries: Queries, keys: Keys) -> Field:
        """Let patches go on with a neighbour's piece of the source where that costs little.

        Many small pieces would be averaged until nothing of their texture is left.
        """
        at, columns = field.at.flatten().clone(), field.at.shape[1]
        odd = (self.part // columns + self.part % columns) % 2 == 1
        for part in (self.part[odd], self.part[~odd]) * SWEEPS:
            self.cancel.check()
            if len(part):
                at[part] = self._cheapest(at, part, field, queries, keys)
        return field.with_at(at.view(field.at.shape))

    def _cheapest(self, at: Tensor, part: Tensor, field: Field, queries: Queries, keys: Keys) -> Tensor:
        """(m,) what the patches `part` copy at the least cost: what they do, or what goes on from a neighbour."""
        asked, chosen = queries.at(part), at[part]
        size = field.at.shape[0], field.at.shape[1]
        around = [
            torch.where(there, at[near] + step, -1)
            for near, there, step in neighbours(part, size, field.source[1], False)
        ]
        cost = keys.distances(asked, chosen)
        apart = JOIN * cost.median()
        cost = cost + apart * _differing(chosen, around)
        for offered in around:
            inside = offered.clamp(0, len(keys.usable) - 1)
            other = keys.distances(asked, inside) + apart * _differing(offered, around)
            better = (inside == offered) & keys.usable[inside] & (other < cost)
            chosen, cost = torch.where(better, offered, chosen), torch.where(better, other, cost)
        return chosen

    def _voted(self, field: Field, rho: float) -> Tensor:
        """Return the picture with the hole as its patches vote, in the tones around it."""
        near = widened(self.hole)
        part = near.flatten().nonzero()[:, 0]
        pixels = self.known[0].flatten(1).clone()
        pixels[:, part] = vote_at(
            field, self.source.pixels, rho, part, self.touching, self.cancel, self.trust
        ).T
        voted = pixels.view(self.known.shape)
        toned = (voted + self._tone(voted, near & ~self.hole)).clamp(-1, 1)
        return torch.where(self.hole, toned, self.known)

    def _tone(self, voted: Tensor, ring: Tensor) -> Tensor:
        """(1, 3, h, w) what leads from the tones voted for on the ring (h, w) bool to the known ones, smoothly."""
        height, width = self._extent
        apart = self.known - voted
        share = (ring & (apart[0].abs().amax(0) < 2 * TONE))[None, None].to(voted)
        cell = max(CELLS[0], min(height, width) // CELLS[1])
        pad = (0, -width % cell, 0, -height % cell)
        cells = [F.avg_pool2d(F.pad(each, pad), cell) for each in (apart * share, share)]
        smooth = spread(cells[0], cells[1]).clamp(-TONE, TONE)
        enlarged = F.interpolate(smooth, scale_factor=cell, mode="bilinear", align_corners=False)
        return enlarged[:, :, :height, :width]


def _differing(chosen: Tensor, around: list[Tensor]) -> Tensor:
    """(m,) how many of the neighbours go on with another piece of the source."""
    return torch.stack([each != chosen for each in around]).sum(0)
