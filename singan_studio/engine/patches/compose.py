"""Put patches back together into a picture, and carry a field of nearest neighbours to another size."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken

CHUNK = 2**15
"""Pixels voted on at once."""

STRIP = 2**20
"""Pixels that are copied or carried at once."""

Size = tuple[int, int]
"""(height, width) in px."""


@dataclass(frozen=True)
class Field:
    """For each patch of an output picture, the patch of a source picture that stands for it.

    `at` is (h', w') int64: the source patch's top left pixel as row * source width + column. `source` and `size` are
    the (height, width) of the source and of the output. h' = h - patch + 1, or h where patches wrap round.
    """

    at: Tensor
    source: Size
    size: Size
    patch: int
    wrap: bool = False

    @property
    def offsets(self) -> Tensor:
        """(h', w') int64, equal for neighbours that copy one connected piece of the source."""
        height, width = self.at.shape
        device = self.at.device
        here = torch.arange(height, device=device)[:, None] * self.source[1] + torch.arange(
            width, device=device
        )
        return self.at - here

    def with_at(self, at: Tensor) -> Field:
        return replace(self, at=at)


def grid(size: Size, patch: int, wrap: bool) -> Size:
    """Count the patches (rows, columns) in a picture of `size` px."""
    return size if wrap else (size[0] - patch + 1, size[1] - patch + 1)


def window(patch: int, rho: float, like: Tensor) -> Tensor:
    """(patch, patch) weights exp(-(u^2 + v^2) / (2 rho^2)) with u, v in [-1, 1] across the patch."""
    u = torch.linspace(-1, 1, patch, dtype=like.dtype, device=like.device)
    row = torch.exp(-u.square() / (2 * rho**2))
    return row[:, None] * row


def pad_wrapped(x: Tensor, patch: int) -> Tensor:
    """(N, C, H, W) continued by patch - 1 px from its other side at the bottom and at the right."""
    rows = torch.arange(x.shape[2] + patch - 1, device=x.device) % x.shape[2]
    columns = torch.arange(x.shape[3] + patch - 1, device=x.device) % x.shape[3]
    return x.index_select(2, rows).index_select(3, columns)


def unfold(x: Tensor, patch: int, wrap: bool = False) -> Tensor:
    """All patches of (N, C, H, W) as rows, (N, L, C * patch * patch), in reading order."""
    return F.unfold(pad_wrapped(x, patch) if wrap else x, patch).transpose(1, 2)


def fold(
    patches: Tensor, size: Size, patch: int, rho: float, wrap: bool = False, places: Tensor | None = None
) -> Tensor:
    """Average overlapping patches (N, L, C * patch * patch) into (N, C, H, W) with the weights of `window`.

    `size` is (height, width) in px. The inverse of `unfold` for patches that agree where they overlap. With `places`
    (L,) only some patches of the picture are given: their numbers in reading order, which must cover every pixel.
    """
    weights = window(patch, rho, patches).flatten()
    channels = patches.shape[2] // weights.numel()
    padded = (size[0] + patch - 1, size[1] + patch - 1) if wrap else size
    rows, columns = grid(size, patch, wrap)
    weighted = (patches * weights.repeat(channels)).transpose(1, 2)
    shares = weights[None, :, None].expand(1, -1, patches.shape[1])
    if places is not None:
        weighted = _spread(weighted, places, rows * columns)
        shares = _spread(shares, places, rows * columns)
    total, share = F.fold(weighted, padded, patch), F.fold(shares, padded, patch)
    if wrap:
        total, share = _wrapped_back(total, size), _wrapped_back(share, size)
    return total / share


def _spread(values: Tensor, places: Tensor, count: int) -> Tensor:
    """Put the columns of (N, d, L) at `places` (L,) among `count` columns of zeros."""
    return values.new_zeros(*values.shape[:2], count).index_copy_(2, places, values)


def _wrapped_back(x: Tensor, size: Size) -> Tensor:
    """Add what lies beyond `size` at the bottom and at the right to the other side."""
    for axis, length in ((2, size[0]), (3, size[1])):
        whole = x.new_zeros([*x.shape[:axis], length, *x.shape[axis + 1 :]])
        for first in range(0, x.shape[axis], length):
            piece = x.narrow(axis, first, min(length, x.shape[axis] - first))
            whole.narrow(axis, 0, piece.shape[axis]).add_(piece)
        x = whole
    return x


def shares(length: int, patch: int, rho: float, wrap: bool, like: Tensor) -> Tensor:
    """(l, patch) how much of each of its pixels a patch decides in `fold`, along an axis of `length` px.

    The share of a patch in a pixel of a picture is the product of those on both axes; all patches' sum to 1.
    """
    weights = window(patch, rho, like)[patch // 2]
    weights = weights / weights.sum()
    count = length if wrap else length - patch + 1
    device = like.device
    at = (torch.arange(count, device=device)[:, None] + torch.arange(patch, device=device)) % length
    total = weights.new_zeros(length).index_add_(0, at.flatten(), weights.repeat(count))
    return weights / total[at]


def vote(
    field: Field, source: Tensor, rho: float, cancel: CancelToken = NEVER, trust: Tensor | None = None
) -> Tensor:
    """Make the (1, C, H, W) output of a field: each pixel is the weighted mean of the patches that cover it.

    `source` is (1, C, h, w), `trust` (h' * w',) > 0 what each patch counts (None: all alike). Where all patches over a
    pixel copy the same piece of the source, its pixel is taken bit for bit; only the seams between pieces are averaged.
    Raises `Cancelled`.
    """
    pixels = source[0].permute(1, 2, 0).reshape(-1, source.shape[1]).contiguous()  # (h * w, C)
    out = _copied(field, pixels, cancel)
    cancel.check()
    open_pixels = seams(field, cancel).flatten().nonzero()[:, 0]
    cancel.check()
    if len(open_pixels):
        votes = _Votes(field, pixels, rho, trust)
        for part in open_pixels.split(CHUNK):
            cancel.check()
            out[part] = votes.at(part)
    cancel.check()
    return out.view(*field.size, -1).permute(2, 0, 1)[None].contiguous()


def vote_at(
    field: Field,
    source: Tensor,
    rho: float,
    part: Tensor,
    among: Tensor,
    cancel: CancelToken = NEVER,
    trust: Tensor | None = None,
) -> Tensor:
    """(n, C) what `vote` makes of the output pixels `part` (n,), counted in reading order.

    Only the patches `among` (h', w') bool have a vote; each of the pixels must be in one. `trust` (h', w') > 0 is what
    each counts (None: all alike). Raises `Cancelled`.
    """
    pixels = source[0].permute(1, 2, 0).reshape(-1, source.shape[1]).contiguous()
    y, x = part // field.size[1], part % field.size[1]
    y0, x0 = y.clamp(max=field.at.shape[0] - 1), x.clamp(max=field.at.shape[1] - 1)
    out = pixels[field.at[y0, x0] + (y - y0) * field.source[1] + x - x0]
    elsewhere = covering(F.pad(~among, [field.patch - 1] * 4), field.patch)
    averaged = (seams(field, cancel) | elsewhere)[y, x].nonzero()[:, 0]
    if len(averaged):
        counted = among.to(pixels.dtype)
        votes = _Votes(field, pixels, rho, counted if trust is None else counted * trust)
        for some in averaged.split(CHUNK):
            cancel.check()
            out[some] = votes.at(part[some])
    return out


def covering(marked: Tensor, patch: int) -> Tensor:
    """(H - patch + 1, W - patch + 1) bool: the patches that hold a marked pixel of (H, W) bool."""
    for axis in (0, 1):
        reached = 1
        while reached < patch:
            step = min(reached, patch - reached)
            length = marked.shape[axis] - step
            marked = marked.narrow(axis, 0, length) | marked.narrow(axis, step, length)
            reached += step
    return marked


def _copied(field: Field, pixels: Tensor, cancel: CancelToken) -> Tensor:
    """(H * W, C) the pixel that one of the patches over each output pixel has there."""
    (height, width), (rows, columns) = field.size, field.at.shape
    device = pixels.device
    x = torch.arange(width, device=device)
    x0 = x.clamp(max=columns - 1)
    out = pixels.new_empty(height * width, pixels.shape[1])
    step = max(1, STRIP // width)
    for top in range(0, height, step):
        cancel.check()
        y = torch.arange(top, min(top + step, height), device=device)
        y0 = y.clamp(max=rows - 1)
        index = field.at.index_select(0, y0).index_select(1, x0)
        index = index + (y - y0)[:, None] * field.source[1] + (x - x0)
        out[top * width : (top + len(y)) * width] = pixels.index_select(0, index.flatten())
    return out


class _Votes:
    """The weighted means of the patches over output pixels."""

    def __init__(self, field: Field, pixels: Tensor, rho: float, trust: Tensor | None) -> None:
        """`pixels` (h * w, C) are the source's in reading order."""
        patch, width = field.patch, field.source[1]
        self._width = field.size[1]
        steps = torch.arange(patch, device=pixels.device).flip(0)
        self._steps = steps[:, None] * width + steps  # the patch above and to the left of a pixel has it last
        self._weights = window(patch, rho, pixels)
        none = len(pixels)  # beyond the border: these pixels are nothing and count nothing
        self._pixels = pixels.new_empty(none + int(self._steps.max()) + 1, pixels.shape[1] + 1)
        self._pixels[:none, :-1], self._pixels[:none, -1], self._pixels[none:] = pixels, 1.0, 0.0
        self._over = self._windows(field, field.at, none)
        self._trust = None if trust is None else self._windows(field, trust.view(field.at.shape), 0.0)

    def at(self, part: Tensor) -> Tensor:
        """(n, C) means at the output pixels `part` (n,), counted in reading order."""
        y, x = part // self._width, part % self._width
        chosen = (self._over[y, x] + self._steps).flatten(1)  # (n, patch * patch)
        weights = self._weights.expand(len(part), -1, -1)
        if self._trust is not None:
            weights = weights * self._trust[y, x]
        sums = F.embedding_bag(chosen, self._pixels, mode="sum", per_sample_weights=weights.flatten(1))
        return sums[:, :-1] / sums[:, -1:]

    def _windows(self, field: Field, values: Tensor, none: float) -> Tensor:
        """(H, W, patch, patch) view: what all patches over a pixel have in `values` (h', w')."""
        reach = field.patch - 1
        if field.wrap:
            values = torch.cat([values[-reach:], values])
            values = torch.cat([values[:, -reach:], values], 1)
        else:
            values = F.pad(values, (reach, reach, reach, reach), value=none)
        return values.unfold(0, field.patch, 1).unfold(1, field.patch, 1)


def seams(field: Field, cancel: CancelToken = NEVER) -> Tensor:
    """(H, W) bool: pixels covered by patches that do not all copy one connected piece of the source.

    Raises `Cancelled`.
    """
    edges = torn(field)
    if not field.wrap:
        edges = F.pad(edges, (0, field.patch - 1, 0, field.patch - 1))
    for axis in (0, 1):
        reached = 1
        while reached < field.patch:
            cancel.check()
            step = min(reached, field.patch - reached)
            edges = edges | shifted(edges, axis, step, field.wrap)
            reached += step
    return edges


def torn(field: Field) -> Tensor:
    """(h', w') bool: patches whose right or lower neighbour copies another piece of the source."""
    edges = torch.zeros_like(field.at, dtype=torch.bool)
    edges[:-1] |= field.at[1:] - field.at[:-1] != field.source[1]
    edges[:, :-1] |= field.at[:, 1:] - field.at[:, :-1] != 1
    if field.wrap:
        edges[-1] = True
        edges[:, -1] = True
    return edges


def shifted(x: Tensor, axis: int, step: int, wrap: bool) -> Tensor:
    """(H, W) bool moved by `step` px down or right (axis 0 or 1; up or left below 0); False comes in, or what left."""
    moved = torch.roll(x, step, axis)
    if not wrap:
        count = min(abs(step), x.shape[axis])
        moved.narrow(axis, 0 if step > 0 else x.shape[axis] - count, count).fill_(False)
    return moved


def carry(field: Field, source: Size, size: Size, patch: int, cancel: CancelToken = NEVER) -> Field:
    """Bring an arrangement to another size: each patch's centre keeps its place in output and source.

    `source` and `size` are the new (height, width) of both. A connected piece stays connected. Raises `Cancelled`.
    """
    rows, down = _carried_axis(field, 0, size, patch)
    columns, right = _carried_axis(field, 1, size, patch)
    scale = source[0] / field.source[0], source[1] / field.source[1]
    limit = source[0] - patch, source[1] - patch
    at = field.at.new_empty(len(rows), len(columns))
    step = max(1, STRIP // len(columns))
    for first in range(0, len(rows), step):
        cancel.check()
        part = slice(first, first + step)
        old = field.at.index_select(0, rows[part]).index_select(1, columns)
        y = (old // field.source[1] + field.patch / 2 + down[part, None]) * scale[0] - patch / 2
        x = (old % field.source[1] + field.patch / 2 + right) * scale[1] - patch / 2
        y, x = y.round().long().clamp_(0, limit[0]), x.round().long().clamp_(0, limit[1])
        at[part] = y * source[1] + x
    return Field(at, source, size, patch, field.wrap)


def _carried_axis(field: Field, axis: int, size: Size, patch: int) -> tuple[Tensor, Tensor]:
    """Find each new patch's old one on an axis (n,), and how far its centre lies from that one's (n,), in old px."""
    length = field.at.shape[axis]
    count = grid(size, patch, field.wrap)[axis]
    centres = torch.arange(count, device=field.at.device, dtype=torch.float64) + patch / 2
    centres = centres * (field.size[axis] / size[axis])
    nearest = (centres - field.patch / 2).round()
    if field.wrap:
        return nearest.long() % length, centres - (nearest + field.patch / 2)
    nearest = nearest.clamp_(0, length - 1)
    return nearest.long(), centres - (nearest + field.patch / 2)
