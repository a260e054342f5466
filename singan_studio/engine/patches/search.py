"""Find for each patch of a picture the nearest patch of a source picture.

Exactly for small pictures, with completeness on request (Granot et al., "Drop the GAN", CVPR 2022); coherently for
large ones (Barnes et al., "PatchMatch", 2009): a good match is offered to the neighbours, and close by at random.
Patches are compared in the principal directions of the source's patches. Only patches at the seams between connected
pieces are looked at again: inside a piece every neighbour offers what the patch has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.engine.patches.compose import Field, Size, covering, grid, pad_wrapped, shifted, torn
from singan_studio.engine.patches.denoiser import principal_directions

PATCH = 7
"""Side of the patches that are compared, in px."""

DIRECTIONS = 24
"""Principal directions in which they are compared."""

SAMPLES = 8192
"""Patches from which the directions are computed."""

ENTRIES = 2**22
"""Distances held at once by the exact search."""

CHUNK = 2**15
"""Patches looked at together by the coherent search."""

DENSE = 2**18
"""Patches of a picture up to which all their features are kept; above, those in question are computed."""

ROWS = 2**18
"""Pixels whose features are computed at once."""

REACH = 3
"""How far beyond a seam matches are looked at again, in px."""

COMPLETENESS = 0.005
"""GPNN's a: smaller favours patches that nothing resembles yet. In mean squared units of [-1, 1]."""

MOST_EXACT = 16384
"""Source patches that the exact search compares with; of more it takes a scattered part."""


def directions_of(pixels: Tensor, patch: int = PATCH, count: int = DIRECTIONS) -> Tensor:
    """(3 * patch * patch, count) principal directions of the patches of (1, 3, H, W)."""
    height, width = pixels.shape[2:]
    rows, columns = grid((height, width), patch, False)
    total = rows * columns
    random = torch.Generator().manual_seed(0)
    chosen = torch.randint(total, (min(SAMPLES, total),), generator=random).sort().values
    values = gathered(pixels, chosen.to(pixels.device), patch, False)
    return principal_directions(values, min(count, values.shape[1]))


def gathered(pixels: Tensor, index: Tensor, patch: int, wrap: bool) -> Tensor:
    """(n, 3 * patch * patch) the patches of (1, 3, H, W) with these numbers (n,) in reading order."""
    height, width = pixels.shape[2:]
    columns = grid((height, width), patch, wrap)[1]
    step = torch.arange(patch, device=pixels.device)
    y, x = (index // columns)[:, None] + step, (index % columns)[:, None] + step
    if wrap:
        y, x = y % height, x % width
    at = (y[:, :, None] * width + x[:, None]).flatten()
    values = pixels[0].flatten(1).index_select(1, at)
    return values.view(pixels.shape[1], len(index), -1).transpose(0, 1).reshape(len(index), -1)


def features(pixels: Tensor, basis: Tensor, patch: int = PATCH, wrap: bool = False) -> Tensor:
    """(h', w', n) principal components of all patches of (1, 3, H, W), a strip at a time."""
    padded = pad_wrapped(pixels, patch) if wrap else pixels
    rows, columns = grid((padded.shape[2], padded.shape[3]), patch, False)
    filters = basis.T.reshape(-1, pixels.shape[1], patch, patch)
    out = pixels.new_empty(rows, columns, basis.shape[1])
    step = max(1, ROWS // columns)
    for top in range(0, rows, step):
        strip = padded[:, :, top : top + step + patch - 1]
        out[top : top + step] = F.conv2d(strip, filters)[0].permute(1, 2, 0)
    return out


class Keys:
    """The patches of a source, ready to be compared with.

    `features` (H * W, n) by top left pixel, row * W + column, float16 for large sources; `usable` (H * W,) bool, False
    where no patch starts or where it touches what is forbidden.
    """

    def __init__(
        self,
        pixels: Tensor,
        basis: Tensor,
        usable: Tensor,
        patch: int = PATCH,
        cancel: CancelToken = NEVER,
    ) -> None:
        height, width = pixels.shape[2:]
        rows, columns = grid((height, width), patch, False)
        large = height * width > 4 * DENSE
        kept = torch.empty(
            height,
            width,
            basis.shape[1],
            dtype=torch.float16 if large else pixels.dtype,
            device=pixels.device,
        )
        kept[rows:] = kept[:, columns:] = 0  # no patch begins there
        step = max(1, ROWS // width)
        for top in range(0, rows, step):
            cancel.check()
            strip = features(pixels[:, :, top : top + step + patch - 1], basis, patch)
            kept[top : top + strip.shape[0], :columns] = strip
        self.source: Size = (height, width)
        self.features = kept.flatten(0, 1)
        self.usable = usable.flatten()

    def distances(self, queries: Tensor, index: Tensor) -> Tensor:
        """(m,) squared distances of queries (m, n) to the source patches `index` (m,)."""
        return (self.features.index_select(0, index).to(queries.dtype) - queries).square_().sum(1)


class Queries:
    """The patches of a (1, 3, H, W) picture for which nearest ones are sought."""

    def __init__(self, picture: Tensor, basis: Tensor, wrap: bool, patch: int = PATCH) -> None:
        self._picture, self._basis, self._wrap, self._patch = picture, basis, wrap, patch
        self.grid = grid((picture.shape[2], picture.shape[3]), patch, wrap)
        self._all: Tensor | None = None
        if self.grid[0] * self.grid[1] <= DENSE:
            self._all = features(picture, basis, patch, wrap).flatten(0, 1)

    def all(self) -> Tensor:
        """(L, n) features of all patches in reading order; they are kept."""
        if self._all is None:
            self._all = features(self._picture, self._basis, self._patch, self._wrap).flatten(0, 1)
        return self._all

    def at(self, index: Tensor) -> Tensor:
        """(m, n) features of the patches `index` (m,), counted in reading order."""
        if self._all is not None:
            return self._all.index_select(0, index)
        return gathered(self._picture, index, self._patch, self._wrap) @ self._basis


def touching(forbidden: Tensor, patch: int) -> Tensor:
    """(H, W) bool: top left pixels of patches that lie inside and touch no forbidden pixel of (H, W) bool."""
    rows, columns = grid((forbidden.shape[0], forbidden.shape[1]), patch, False)
    usable = torch.zeros_like(forbidden)
    usable[:rows, :columns] = ~covering(forbidden, patch)
    return usable


def exact(
    queries: Tensor,
    keys: Keys,
    completeness: float = 0.0,
    cancel: CancelToken = NEVER,
    chosen: Tensor | None = None,
    refused: Callable[[slice, Tensor], Tensor] | None = None,
) -> Tensor:
    """(L,) nearest source patch of each query (L, n), compared with all usable ones, or `chosen` (K,) of them.

    `refused(part, index)` tells for the queries of a slice which source patches (K,) they may not take, (l, K) bool.

    `completeness` in 0..1 blends plain distances (0) into GPNN's: each distance over a + that of the source patch to
    its own nearest query, so that patches which nothing resembles yet are preferred. Raises `Cancelled`.
    """
    index = chosen if chosen is not None else keys.usable.nonzero()[:, 0]
    compared = keys.features.index_select(0, index).to(queries.dtype)
    squares = compared.square().sum(1)
    step = max(1, ENTRIES // len(index))
    weight = None
    if completeness > 0:
        nearest = torch.full_like(squares, torch.inf)
        for part in queries.split(step):
            cancel.check()
            nearest = torch.minimum(nearest, _distances(part, compared, squares).min(0).values)
        least = COMPLETENESS * 3 * PATCH**2
        weight = (least / (least + nearest)) ** completeness
    # Made at once: small results between large chunks would split the heap, and no chunk be used again.
    best = torch.empty(len(queries), dtype=torch.int64, device=queries.device)
    room = queries.new_empty(min(step, len(queries)), len(index))
    for first in range(0, len(queries), step):
        cancel.check()
        part = queries[first : first + step]
        if weight is None:
            distances = torch.addmm(squares, part, compared.T, alpha=-2, out=room[: len(part)])
        else:
            distances = _distances(part, compared, squares).mul_(weight)
        if refused is not None:
            distances.masked_fill_(refused(slice(first, first + step), index), torch.inf)
        best[first : first + step] = index[distances.argmin(1)]
    return best


def _distances(queries: Tensor, compared: Tensor, squares: Tensor) -> Tensor:
    found = torch.addmm(squares, queries, compared.T, alpha=-2)
    return found.add_(queries.square().sum(1, keepdim=True)).clamp_(min=0)


def scattered(keys: Keys, random: torch.Generator) -> Tensor:
    """(K,) usable source patches, at most `MOST_EXACT`, in reading order."""
    index = keys.usable.nonzero()[:, 0]
    if len(index) <= MOST_EXACT:
        return index
    order = torch.randperm(len(index), generator=random)[:MOST_EXACT].sort().values
    return index[order.to(index.device)]


def coherent(
    field: Field,
    queries: Queries,
    keys: Keys,
    random: torch.Generator,
    radii: Sequence[int] = (1, 3, 12),
    everywhere: bool = False,
    cancel: CancelToken = NEVER,
    among: Tensor | None = None,
) -> Field:
    """Improve a field: each patch tries what its four neighbours have, then source patches close to its own.

    Only patches near seams are tried, or all of them with `everywhere`, and of these only those in `among` (h', w')
    bool. `radii` are the largest distances, in px, of the random ones. The result is as good or better for every
    patch. Raises `Cancelled`.
    """
    cancel.check()
    at = field.at.flatten().clone()
    for part in _open(field, everywhere, among, cancel).split(CHUNK):
        if not len(part):
            break
        cancel.check()
        asked = queries.at(part)
        best = keys.distances(asked, at.index_select(0, part))
        best[~keys.usable[at.index_select(0, part)]] = torch.inf
        for near, there, step in neighbours(part, queries.grid, field.source[1], field.wrap):
            _offer(at, part, asked, best, at.index_select(0, near) + step, there, keys)
        for radius in radii:
            jump = torch.randint(-radius, radius + 1, (2, len(part)), generator=random).to(part.device)
            tried = at.index_select(0, part) + jump[0] * field.source[1] + jump[1]
            _offer(at, part, asked, best, tried, None, keys)
    return field.with_at(at.view(field.at.shape))


def _open(field: Field, everywhere: bool, among: Tensor | None, cancel: CancelToken) -> Tensor:
    """(m,) numbers of the patches whose matches may still be improved by their neighbours. Raises `Cancelled`."""
    if everywhere:
        every = torch.arange(field.at.numel(), device=field.at.device)
        return every if among is None else every[among.flatten()]
    cancel.check()
    edges = torn(field)
    cancel.check()
    for axis in (0, 1):
        edges = edges | shifted(edges, axis, 1, field.wrap)  # the other side of the seam
        for _ in range(REACH):
            cancel.check()
            edges = edges | shifted(edges, axis, 1, field.wrap) | shifted(edges, axis, -1, field.wrap)
    if among is not None:
        edges &= among
    return edges.flatten().nonzero()[:, 0]


def neighbours(part: Tensor, size: Size, width: int, wrap: bool) -> list[tuple[Tensor, Tensor, int]]:
    """List the four neighbours of patches (m,): their numbers, whether they exist, and the step back in the source."""
    rows, columns = size
    y, x = part // columns, part % columns
    found = []
    for dy, dx in ((0, -1), (-1, 0), (0, 1), (1, 0)):
        ny, nx = y + dy, x + dx
        if wrap:
            there = torch.ones_like(part, dtype=torch.bool)
            ny, nx = ny % rows, nx % columns
        else:
            there = (ny >= 0) & (ny < rows) & (nx >= 0) & (nx < columns)
            ny, nx = ny.clamp(0, rows - 1), nx.clamp(0, columns - 1)
        found.append((ny * columns + nx, there, -dy * width - dx))
    return found


def _offer(
    at: Tensor, part: Tensor, asked: Tensor, best: Tensor, offered: Tensor, there: Tensor | None, keys: Keys
) -> None:
    """Take the offered source patches (m,) where they are nearer; `at` and `best` change in place."""
    inside = offered.clamp(0, len(keys.usable) - 1)
    worth = keys.usable.index_select(0, inside) & (inside == offered) & (offered != at.index_select(0, part))
    if there is not None:
        worth &= there
    rows = worth.nonzero()[:, 0]
    if not len(rows):
        return
    tried = inside.index_select(0, rows)
    distances = keys.distances(asked.index_select(0, rows), tried)
    better = distances < best.index_select(0, rows)
    rows, tried = rows[better], tried[better]
    best[rows] = distances[better]
    at[part.index_select(0, rows)] = tried
