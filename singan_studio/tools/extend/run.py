"""Extending: what lies beyond the picture's edges is invented from the picture."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from singan_studio.core.photo_border import photo_border
from singan_studio.engine.model import FillRequest
from singan_studio.tools.base import Job
from singan_studio.tools.completing import completed
from singan_studio.tools.extend.spec import SIDES

Shares = tuple[float, float, float, float]
"""What is added at the left, top, right and bottom, in shares of the picture's width and height."""


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture that holds the original at its full size, bit for bit but for its border."""
    left, top, right, bottom = (job.recipe.params[side] / 100 for side in SIDES)
    if not any((left, top, right, bottom)):
        yield job.source
        return
    margins, seed = (left, top, right, bottom), job.recipe.seed
    whole = job.source if job.whole is None else job.whole
    border = photo_border(whole) if job.recipe.params["border"] else (0, 0, 0, 0)
    yield completed(job, request_within(border, whole.shape[0], job.source.shape, seed, margins))


def request_within(
    border: tuple[int, int, int, int], height: int, size: tuple[int, ...], seed: int, margins: Shares
) -> FillRequest:
    """Return the request to extend a photo from within its own border, which is copied from nowhere.

    `border` are lines at the left, top, right and bottom of the photo at `height`; `size` is (height, width, ...) in
    which the request is made, at most as large.
    """
    if not any(border):
        return FillRequest(seed, margins=margins)
    left, top, right, bottom = (math.ceil(lines * size[0] / height) for lines in border)
    extended = (
        lines if share else 0 for lines, share in zip((left, top, right, bottom), margins, strict=True)
    )
    return FillRequest(seed, ~_inside(size, *extended), _inside(size, left, top, right, bottom), margins)


def _inside(size: tuple[int, ...], left: int, top: int, right: int, bottom: int) -> np.ndarray:
    """(H, W) bool: what is not the border."""
    height, width = size[:2]
    inside = np.zeros((height, width), bool)
    inside[top : height - bottom, left : width - right] = True
    return inside
