"""Bring any result to the photo's full size, with the photo's own detail.

At a coarse size every patch of the result finds the nearest one of the photo; from there the sizes grow as in a search
from coarse to fine. As long as the result itself has the size it is what is looked for, above that the vote is.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.patch_stops import LEAST, factors_from, scaled
from singan_studio.engine.patches.compose import Field, Size
from singan_studio.engine.patches.detail import SHARP, Detail, unchanged
from singan_studio.engine.patches.layout import Constraint
from singan_studio.engine.patches.reference import Reference
from singan_studio.engine.resample import resize_to

ENTRY = 40
"""Shorter side, in px, of the result at which its patches are looked for exactly."""

ROUNDS = 2
"""Searches and votes at each size beyond the result's own."""

SETTLED = 2
"""Further ones for a result that has the full size: patches found for it one by one blur each other in a vote."""


@torch.no_grad()
def finish(
    result: Tensor,
    reference: Reference,
    size: tuple[int, int] | None = None,
    strength: float = 1.0,
    keep: bool = False,
    mask: Tensor | None = None,
    guide: Tensor | None = None,
    wrap: bool = False,
    cancel: CancelToken = NEVER,
    progress: Callable[[int, int, tuple[int, int]], None] | None = None,
    field: Field | None = None,
) -> Tensor:
    """Bring `result` (1, 3, h, w) in [-1, 1] to `size` (width, height), made of the photo's patches; (1, 3, H, W).

    `size` is the photo's if None. `strength` in 0..1: 0 is the result plainly resampled, 1 nothing but patches of the
    photo; between them the result's own frequencies are blended evenly, and the photo's detail is complete from .5 on.
    With `keep` they stay whole at any strength: what the photo does not have, such as a pasted object, remains.
    With `mask` (H, W) in 0..1 nothing changes where it is 0: there `guide` (1, 3, H, W) stays bit for bit, or the
    resampled result without one. With a `field`, which says of what patches the result consists, the sizes begin at its
    own. `progress(done, total, (width, height))` is called for each size. Raises `Cancelled`.
    """
    full = reference.size if size is None else (size[1], size[0])
    plain = resize_to(result, full, wrap, cancel).clamp(-1, 1)
    kept = plain if guide is None else guide.to(plain)
    constraint = None if mask is None else Constraint(kept, mask.to(plain)[None, None])
    finished = plain
    if strength > 0:
        own = 1.0 if keep else 1 - strength
        composed, found = _composed(result, reference, full, own, constraint, wrap, cancel, progress, field)
        if field is None and not keep and result.shape[2:] == full:
            composed = _settled(composed, found, reference, constraint, wrap, cancel)
        known = (min(full[0], result.shape[2]), min(full[1], result.shape[3]))
        lacking = resize_to(result, known, wrap) - resize_to(composed, known, wrap, cancel)
        blended = composed + own * resize_to(lacking, full, wrap, cancel) if own > 0 else composed
        finished = torch.lerp(plain, blended, min(1.0, 2 * strength)).clamp(-1, 1)
    return finished if constraint is None else constraint.apply(finished)


@torch.no_grad()
def likeness(result: Tensor, reference: Reference, wrap: bool = False, cancel: CancelToken = NEVER) -> Field:
    """Find for each patch of `result` (1, 3, h, w) in [-1, 1] the one of the photo that it resembles most.

    Raises `Cancelled`.
    """
    size = result.shape[2], result.shape[3]
    return _composed(result, reference, size, 0.0, None, wrap, cancel, None, None)[1]


def _composed(
    result: Tensor,
    reference: Reference,
    full: Size,
    own: float,
    constraint: Constraint | None,
    wrap: bool,
    cancel: CancelToken,
    progress: Callable[[int, int, tuple[int, int]], None] | None,
    field: Field | None,
) -> tuple[Tensor, Field]:
    """Compose the result at full size of patches of the photo, and of `own` (0..1) of itself as far as it goes.

    The field says of which patches.
    """
    known = result.shape[2] / full[0]
    factors = _factors(reference.size, full) if field is None else factors_from(min(1.0, known))
    picture, coarser = result, None
    for number, factor in enumerate(factors):
        cancel.check()
        size = scaled(full, factor)
        if progress is not None:
            progress(number, len(factors), (size[1], size[0]))
        source = reference.level(factor, cancel)
        adjust = unchanged if constraint is None else constraint.at(size, wrap).apply
        detail = Detail(source, coarser, size, ("finish", number), wrap, adjust=adjust, cancel=cancel)
        if field is None:
            picture, field = detail.enter(result)
        elif factor <= known:
            picture, field = detail.grow(result, field, 1, sharp=True)
        else:
            picture, field = detail.grow(picture, field, ROUNDS)
        if factor <= known and own > 0:
            picture = torch.lerp(picture, resize_to(result, size, wrap, cancel), own)
        if constraint is not None:
            picture = constraint.at(size, wrap).apply(picture)
        coarser = source
    if progress is not None:
        progress(len(factors), len(factors), (full[1], full[0]))
    assert field is not None
    return picture, field


def _settled(
    picture: Tensor,
    field: Field,
    reference: Reference,
    constraint: Constraint | None,
    wrap: bool,
    cancel: CancelToken,
) -> Tensor:
    """Let what is composed at full size settle into connected pieces of the photo, (1, 3, H, W)."""
    adjust = unchanged if constraint is None else constraint.apply
    level = reference.level(1.0, cancel)
    detail = Detail(level, None, field.size, ("settled",), wrap, adjust=adjust, cancel=cancel)
    return detail.improve(picture, field, SETTLED, last=SHARP)[0]


def _factors(photo: Size, full: Size) -> list[float]:
    """Shares of the full size from the coarse entry to 1, about 1 / .71 apart."""
    first = min(1.0, max(ENTRY / min(photo), LEAST / min(full)))
    return factors_from(first)
