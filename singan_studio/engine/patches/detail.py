"""One size of the way from coarse to fine: find the photo's patches that a picture consists of, and vote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.engine.patches.compose import Field, Size, carry, torn, vote
from singan_studio.engine.patches.layout import generator
from singan_studio.engine.patches.reference import Level
from singan_studio.engine.patches.search import CHUNK, Keys, Queries, coherent, exact, scattered
from singan_studio.engine.resample import resize_to

RHO, SHARP = 0.5, 0.2
"""Widths of the weights of a vote, in half patches; with the second fine detail is not averaged away."""

ROUNDS = 3
"""Searches and votes at each size."""

CELLS = 6
"""Cells of the photo on each axis that `exchange` draws from."""

KEPT_CELLS = 0.6
"""Share of them that is drawn."""

BLOCK = 8
"""Side in px of the blocks in which it exchanges them."""

TRUST = 2.0
"""How much worse than usual at seams a match may be before it counts little in a strict vote."""

LEAST_TRUST = 1e-6
"""What the worst match still counts."""

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
    `completeness` in 0..1 as for `search.exact`; it counts at small sizes. In `strict` votes good matches outvote bad
    ones: what stands beside something foreign gets a clear edge, not a haze (Wexler et al., PAMI 2007).
    """

    source: Level
    coarser: Level | None
    size: Size
    key: tuple[object, ...]
    wrap: bool = False
    completeness: float = 0.0
    adjust: Callable[[Tensor], Tensor] = unchanged
    cancel: CancelToken = NEVER
    strict: bool = False

    def grow(
        self, picture: Tensor, field: Field, rounds: int = ROUNDS, sharp: bool = False
    ) -> tuple[Tensor, Field]:
        """Bring a picture (1, 3, h, w) and a coarser field to this size: result and field. Raises `Cancelled`.

        A coarser picture is enlarged and first compared with the photo enlarged as much, then results with the photo
        itself. A `sharp` one shows at this size what it shall show, and is compared with the photo at once.
        """
        carried = carry(field, self.source.size, self.size, self.source.patch, self.cancel)
        return self.improve(picture, carried, rounds, None if sharp else self._blurred())

    def improve(
        self,
        picture: Tensor,
        field: Field,
        rounds: int = ROUNDS,
        first: Keys | None = None,
        last: float = RHO,
    ) -> tuple[Tensor, Field]:
        """Search and vote `rounds` times: result and field.

        The first time compare with the patches `first` (None: the photo's). `last` is the width of the last vote's
        weights, in half patches. Raises `Cancelled`.
        """
        query = resize_to(picture, self.size, self.wrap, self.cancel).clamp(-1, 1)
        for number in range(rounds):
            keys = first if first is not None and number == 0 else self.source.keys(self.cancel)
            queries = self._queries(query)
            field = self._searched(field, queries, keys, number)
            query = self._voted(field, queries, keys, last if number == rounds - 1 else RHO)
        return query, field

    def enter(self, picture: Tensor) -> tuple[Tensor, Field]:
        """Make a picture (1, 3, h, w) of the photo's patches, with no coarser size: result and field.

        Nearest patches are exact at small sizes. Raises `Cancelled`.
        """
        query = resize_to(picture, self.size, self.wrap, self.cancel).clamp(-1, 1)
        keys, queries = self.source.keys(self.cancel), self._queries(query)
        chosen = scattered(keys, self._random("scattered"))
        at = exact(queries.all(), keys, self.completeness, self.cancel, chosen)
        field = Field(at.view(queries.grid), self.source.size, self.size, self.source.patch, self.wrap)
        field = coherent(field, queries, keys, self._random("entered"), everywhere=True, cancel=self.cancel)
        return self._voted(field, queries, keys), field

    def exchange(self, apart: float) -> tuple[Tensor, Field]:
        """Make the photo, seen as from the size below, of its own patches from other places: result and field.

        They lie at least `apart` shorter sides away from where they are put, on one axis, in cells of the photo that
        are drawn at random. Raises `Cancelled`.
        """
        keys = self._blurred()
        picture = self.source.pixels if self.coarser is None else self.coarser.pixels
        blurred = resize_to(picture, self.source.size, cancel=self.cancel)
        query = resize_to(blurred, self.size, self.wrap, self.cancel).clamp(-1, 1)
        queries = self._queries(query)
        chosen = scattered(keys, self._random("scattered"))
        chosen = chosen[self._drawn_cells(chosen)]
        anchors = self._anchors(queries.grid)
        refused = self._near(anchors, queries.grid[1], apart * min(self.source.size))
        at = exact(queries.at(anchors), keys, cancel=self.cancel, chosen=chosen, refused=refused)
        field = self._blocks(at, queries.grid, keys.usable)
        field = coherent(field, queries, keys, self._random("entered"), everywhere=True, cancel=self.cancel)
        return self._voted(field, queries, keys), field

    def _drawn_cells(self, index: Tensor) -> Tensor:
        """(K,) bool: which source patches lie in cells that were drawn, all if these are too few."""
        height, width = self.source.size
        open_cells = torch.rand(CELLS, CELLS, generator=self._random("cells")) < KEPT_CELLS
        y, x = index // width * CELLS // height, index % width * CELLS // width
        drawn = open_cells.to(index.device)[y, x]
        return drawn if 4 * int(drawn.sum()) > len(index) else torch.ones_like(drawn)

    def _anchors(self, grid: Size) -> Tensor:
        """(n,) numbers of the output patches at the corners of blocks."""
        y, x = (torch.arange(0, length, BLOCK, device=self.source.pixels.device) for length in grid)
        return (y[:, None] * grid[1] + x).flatten()

    def _blocks(self, at: Tensor, grid: Size, usable: Tensor) -> Field:
        """Return the field whose blocks each copy one piece of the source, from where their corners lie (n,)."""
        (height, width), patch, device = self.source.size, self.source.patch, at.device
        y, x = (torch.arange(length, device=device) for length in grid)
        corners = at.view(-(-grid[0] // BLOCK), -1)[y // BLOCK][:, x // BLOCK]
        down = (corners // width + (y % BLOCK)[:, None]).clamp(max=height - patch)
        right = (corners % width + x % BLOCK).clamp(max=width - patch)
        whole = down * width + right
        whole = torch.where(usable[whole], whole, corners)
        return Field(whole, self.source.size, self.size, patch, self.wrap)

    def _near(self, asked: Tensor, columns: int, apart: float) -> Callable[[slice, Tensor], Tensor]:
        """Return what tells which source patches lie nearer than `apart` px to the places of the patches `asked`."""
        down = asked // columns * (self.source.size[0] / self.size[0])
        right = asked % columns * (self.source.size[1] / self.size[1])

        def near(part: slice, index: Tensor) -> Tensor:
            y, x = index // self.source.size[1], index % self.source.size[1]
            return ((y - down[part, None]).abs() < apart) & ((x - right[part, None]).abs() < apart)

        return near

    def _queries(self, picture: Tensor) -> Queries:
        return Queries(picture, self.source.basis, self.wrap, self.source.patch)

    def _blurred(self) -> Keys:
        """Return the photo's patches as they look when enlarged from the size below."""
        if self.coarser is None:
            return self.source.keys(self.cancel)
        enlarged = resize_to(self.coarser.pixels, self.source.size, cancel=self.cancel).clamp(-1, 1)
        return self.source.keys_in(enlarged, self.cancel)

    def _voted(self, field: Field, queries: Queries, keys: Keys, rho: float = RHO) -> Tensor:
        """(1, 3, H, W): the vote on a field found for these queries, adjusted."""
        trust = self._trust(field, queries, keys) if self.strict else None
        return self.adjust(vote(field, self.source.pixels, rho, self.cancel, trust))

    def _trust(self, field: Field, queries: Queries, keys: Keys) -> Tensor:
        """(h' * w',) what each match counts, by its distance; 1 for a perfect one."""
        at = field.at.flatten()
        distances = torch.empty(len(at), dtype=self.source.pixels.dtype, device=at.device)
        for part in torch.arange(len(at), device=at.device).split(CHUNK):
            self.cancel.check()
            distances[part] = keys.distances(queries.at(part), at.index_select(0, part))
        at_seams = distances[torn(field).flatten()]
        usual = (at_seams if len(at_seams) else distances).median().clamp(min=1e-6)
        return torch.exp(distances / (-2 * TRUST * usual)).clamp(min=LEAST_TRUST)

    def _searched(self, field: Field, queries: Queries, keys: Keys, number: int) -> Field:
        small = field.at.numel() <= EVERYWHERE
        if small and self.completeness > 0:
            at = exact(queries.all(), keys, self.completeness, self.cancel)
            return field.with_at(at.view(field.at.shape))
        return coherent(field, queries, keys, self._random(number), everywhere=small, cancel=self.cancel)

    def _random(self, *key: object) -> torch.Generator:
        return generator(*self.key, *key)
