"""One size of the way from coarse to fine: find the photo's patches that a picture consists of, and vote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.engine.patches.compose import Field, Size, carry, vote
from singan_studio.engine.patches.layout import generator
from singan_studio.engine.patches.reference import Level
from singan_studio.engine.patches.search import PATCH, Keys, Queries, coherent, exact, scattered
from singan_studio.engine.resample import resize_to

RHO = 0.5
"""Width of the weights of a vote, in half patches."""

ROUNDS = 3
"""Searches and votes at each size."""

EVERYWHERE = 12_000
"""Patches of an output up to which all are searched for, not those at seams alone."""


def unchanged(picture: Tensor) -> Tensor:
    """Leave a vote as it is."""
    return picture


@dataclass(frozen=True)
class Detail:
    """One size of an output.

    `source` is the photo at this size, `coarser` at the size below (None at the first); `size` the output's (height,
    width). `key` starts the keys of the random numbers. `adjust` changes each vote (what is known, what is kept).
    `completeness` in 0..1 as for `search.exact`; it counts at small sizes.
    """

    source: Level
    coarser: Level | None
    size: Size
    key: tuple[object, ...]
    wrap: bool = False
    completeness: float = 0.0
    adjust: Callable[[Tensor], Tensor] = unchanged
    cancel: CancelToken = NEVER

    def grow(
        self, picture: Tensor, field: Field, rounds: int = ROUNDS, sharp: bool = False
    ) -> tuple[Tensor, Field]:
        """Bring a picture (1, 3, h, w) and a coarser field to this size: result and field. Raises `Cancelled`.

        A coarser picture is enlarged and first compared with the photo enlarged as much, then results with the photo
        itself. A `sharp` one shows at this size what it shall show, and is compared with the photo at once.
        """
        carried = carry(field, self.source.size, self.size, PATCH, self.cancel)
        return self.improve(picture, carried, rounds, None if sharp else self._blurred())

    def improve(
        self, picture: Tensor, field: Field, rounds: int = ROUNDS, first: Keys | None = None
    ) -> tuple[Tensor, Field]:
        """Search and vote `rounds` times; the first time compare with the patches `first` (None: the photo's)."""
        query = resize_to(picture, self.size, self.wrap, self.cancel).clamp(-1, 1)
        for number in range(rounds):
            keys = first if first is not None and number == 0 else self.source.keys(self.cancel)
            field = self._searched(field, Queries(query, self.source.basis, self.wrap), keys, number)
            query = self.adjust(vote(field, self.source.pixels, RHO, self.cancel))
        return query, field

    def enter(self, picture: Tensor, disturbance: float = 0.0) -> tuple[Tensor, Field]:
        """Make a picture (1, 3, h, w) of the photo's patches, with no coarser size: result and field.

        Nearest patches are exact at small sizes. A `disturbance` above 0 compares enlarged pictures, with noise of so
        many standard deviations on the output's patches. Raises `Cancelled`.
        """
        query = resize_to(picture, self.size, self.wrap, self.cancel).clamp(-1, 1)
        keys = self.source.keys(self.cancel)
        if disturbance and self.coarser is not None:
            below = tuple(
                max(PATCH, round(a * b / c))
                for a, b, c in zip(self.size, self.coarser.size, self.source.size, strict=True)
            )
            query = resize_to(resize_to(query, (below[0], below[1]), self.wrap), self.size, self.wrap)
            keys = self._blurred()
        queries = Queries(query, self.source.basis, self.wrap)
        if disturbance:
            queries.disturb(disturbance, self._random("disturbed"))
        at = exact(
            queries.all(), keys, self.completeness, self.cancel, scattered(keys, self._random("scattered"))
        )
        field = Field(at.view(queries.grid), self.source.size, self.size, PATCH, self.wrap)
        field = coherent(field, queries, keys, self._random("entered"), everywhere=True, cancel=self.cancel)
        return self.adjust(vote(field, self.source.pixels, RHO, self.cancel)), field

    def _blurred(self) -> Keys:
        """Return the photo's patches as they look when enlarged from the size below."""
        if self.coarser is None:
            return self.source.keys(self.cancel)
        enlarged = resize_to(self.coarser.pixels, self.source.size, cancel=self.cancel).clamp(-1, 1)
        return Keys(enlarged, self.source.basis, self.source.usable, cancel=self.cancel)

    def _searched(self, field: Field, queries: Queries, keys: Keys, number: int) -> Field:
        small = field.at.numel() <= EVERYWHERE
        if small and self.completeness > 0:
            at = exact(queries.all(), keys, self.completeness, self.cancel)
            return field.with_at(at.view(field.at.shape))
        return coherent(field, queries, keys, self._random(number), everywhere=small, cancel=self.cancel)

    def _random(self, *key: object) -> torch.Generator:
        return generator(*self.key, *key)
