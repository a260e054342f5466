"""Bring a picture to other proportions while its content keeps its own.

At a coarse size the picture is narrowed or widened in small steps; after each it is searched and voted on, in both
directions: what is there must come from the photo, and what the photo has must be there (Simakov, Caspi, Shechtman,
Irani, "Summarizing Visual Data Using Bidirectional Similarity", CVPR 2008). Patches keep to their row where only the
width changes, and to their column where only the height does, so that horizons and walls stay straight. Finer sizes
go on from there.
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.errors import BadInput
from singan_studio.core.patch_stops import LEAST, factors_from, scaled
from singan_studio.engine import masks
from singan_studio.engine.model import RetargetRequest
from singan_studio.engine.patches.compose import Field, Size, fold, vote
from singan_studio.engine.patches.detail import RHO, Detail
from singan_studio.engine.patches.layout import generator
from singan_studio.engine.patches.reference import Level, Reference
from singan_studio.engine.patches.seam_steps import seam_columns
from singan_studio.engine.patches.search import PATCH, Queries, exact

SIDE = 24
"""Shorter side of the photo at the coarsest size, in px."""

STEP = 0.06
"""How much a side changes at most in one step."""

ROUNDS = 3
"""Searches and votes after each step."""

COMPLETE = 4096
"""Patches of an output up to which what the photo has is looked for in it."""

LEAST_COST = 0.01
"""Cost of a pixel of a seam where nothing matters, beside its importance."""

PREFERENCE = 0.5
"""How much dearer, as a share, some places of the photo are than others, as the seed prefers."""

PLACES = 5
"""Places of the photo on each axis between which the seed chooses."""

PROTECTED = 10.0
"""What a protected pixel costs, in shares of the dearest other one."""

LARGEST = 8192
"""Side in px that a picture has at most."""

SLACK = 1.5
"""How far patches may leave their row or column, in px of the coarsest size, beside what the sides change by."""


def retargeted(photo: Size, request: RetargetRequest) -> Size:
    """Return the (height, width) in px that a photo of (height, width) gets."""
    return round(photo[0] * request.height), round(photo[1] * request.width)


@torch.no_grad()
def retarget(
    reference: Reference,
    size: Size,
    seed: int,
    protect: np.ndarray | None = None,
    cancel: CancelToken = NEVER,
) -> tuple[Tensor, Field]:
    """Return the photo as a (1, 3, H, W) picture of `size` (height, width) in which what is protected is whole.

    The field says of which of the photo's patches it consists.

    `protect` (h, w) bool has any size and lies over the whole photo. Another seed narrows or widens other places.
    Raises `BadInput` "sample.size" for sides below 16 px, `Cancelled`.
    """
    if min(size) < LEAST:
        raise BadInput("sample.size", width=size[1], height=size[0], low=LEAST, high=LARGEST)
    first = max(SIDE / min(reference.size), LEAST / min(size))
    factors = factors_from(min(1.0, first))
    coarsest = reference.level(factors[0], cancel)
    picture, field = _arranged(
        coarsest, _cost(coarsest, seed, protect, cancel), scaled(size, factors[0]), cancel
    )
    for below, factor in pairwise(factors):
        finer, coarser = reference.level(factor, cancel), reference.level(below, cancel)
        full = scaled(size, factor)
        complete = 1.0 if math.prod(full) <= COMPLETE else 0.0
        key = ("retarget", seed, full)
        detail = Detail(finer, coarser, full, key, completeness=complete, cancel=cancel, strict=True)
        picture, field = detail.grow(picture, field)
    return picture, field


def _arranged(photo: Level, cost: np.ndarray, size: Size, cancel: CancelToken) -> tuple[Tensor, Field]:
    """Bring the coarsest photo to `size` step by step, where the `cost` (h, w) is small: result and field."""
    picture, field = photo.pixels, _searched(photo.pixels, photo, cancel)
    for step in _steps(photo.size, size):
        picture, cost = _seamed(picture, cost, step)
        for _ in range(ROUNDS):
            field = _searched(picture, photo, cancel)
            picture = vote(field, photo.pixels, RHO, cancel)
    return picture, field


def _cost(photo: Level, seed: int, protect: np.ndarray | None, cancel: CancelToken) -> np.ndarray:
    """(H, W) what a seam through each pixel costs."""
    cost = importance(photo, cancel).cpu().numpy() + LEAST_COST
    places = torch.rand(1, 1, PLACES, PLACES, generator=generator("retarget", seed))
    liked = F.interpolate(places, photo.size, mode="bilinear", align_corners=True)[0, 0].numpy()
    cost = cost * (1 + PREFERENCE * liked)
    return cost if protect is None else cost + PROTECTED * cost.max() * masks.resized(protect, photo.size)


def importance(photo: Level, cancel: CancelToken = NEVER) -> Tensor:
    """(H, W): how much is lost where a pixel goes: how unlike all patches elsewhere those over it are."""
    keys, queries = photo.keys(cancel), Queries(photo.pixels, photo.basis, False)
    places = torch.arange(queries.grid[0] * queries.grid[1], device=photo.pixels.device)
    width, columns = photo.size[1], queries.grid[1]
    rows, columns = places // columns, places % columns

    def overlapping(part: slice, index: Tensor) -> Tensor:
        y, x = index // width, index % width
        return ((rows[part, None] - y).abs() < PATCH) & ((columns[part, None] - x).abs() < PATCH)

    nearest = exact(queries.all(), keys, cancel=cancel, refused=overlapping)
    apart = (keys.distances(queries.all(), nearest) / (3 * PATCH**2)).sqrt()
    return fold(apart[None, :, None].expand(-1, -1, PATCH**2), photo.size, PATCH, RHO)[0, 0]


def _seamed(picture: Tensor, cost: np.ndarray, size: Size) -> tuple[Tensor, np.ndarray]:
    """Bring a picture (1, 3, h, w) to `size` along seams of little cost, (h, w): the picture and its cost."""
    for length in size[::-1]:
        columns, cost = seam_columns(cost, length)
        chosen = torch.from_numpy(columns).to(picture.device).expand(1, picture.shape[1], -1, -1)
        picture, cost = picture.gather(3, chosen).transpose(2, 3), cost.T
    return picture.contiguous(), cost


def _steps(photo: Size, size: Size) -> list[Size]:
    """List the sizes (height, width) on the way, the last one included."""
    changes = [math.log(new / old) for new, old in zip(size, photo, strict=True)]
    count = max(1, math.ceil(max(abs(change) for change in changes) / STEP))
    return [
        (
            round(photo[0] * math.exp(changes[0] * number / count)),
            round(photo[1] * math.exp(changes[1] * number / count)),
        )
        for number in range(1, count + 1)
    ]


def _searched(picture: Tensor, photo: Level, cancel: CancelToken) -> Field:
    size = picture.shape[2], picture.shape[3]
    queries = Queries(picture, photo.basis, False)
    places = torch.arange(queries.grid[0] * queries.grid[1], device=picture.device)
    rows, columns = _places(places, queries.grid[1], size, photo.size)
    free = [abs(new - old) + SLACK for new, old in zip(size, photo.size, strict=True)]

    def refused(part: slice, index: Tensor) -> Tensor:
        y, x = index // photo.size[1], index % photo.size[1]
        return ((rows[part, None] - y).abs() > free[0]) | ((columns[part, None] - x).abs() > free[1])

    at = exact(queries.all(), photo.keys(cancel), 1.0, cancel, refused=refused)
    return Field(at.view(queries.grid), photo.size, size, PATCH)


def _places(index: Tensor, columns: int, size: Size, photo: Size) -> tuple[Tensor, Tensor]:
    """Return the rows and columns (n,) of the photo at which output patches would lie if all were stretched."""
    most = [new - PATCH for new in size], [old - PATCH for old in photo]
    return (
        index // columns * (most[1][0] / max(1, most[0][0])),
        index % columns * (most[1][1] / max(1, most[0][1])),
    )
