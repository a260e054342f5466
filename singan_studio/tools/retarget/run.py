"""Retargeting: the photo at other proportions, its content at its own."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine.fitting import resized
from singan_studio.engine.masks import area
from singan_studio.engine.model import RetargetRequest
from singan_studio.tools.base import Job


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture of the wanted shares of the original's full size."""
    width, height = job.recipe.params["width"] / 100, job.recipe.params["height"] / 100
    if width == height == 1:
        yield job.source
        return
    protect = job.inputs.get("protect")
    marked = None if protect is None else area(protect, job.source.shape[:2], "stretch")
    drawn = job.model.retarget(RetargetRequest(job.recipe.seed, width, height, marked), job.cancel)
    full = round(job.source.shape[0] * height), round(job.source.shape[1] * width)
    yield drawn if drawn.shape[:2] == full else resized(drawn, full, mixed=True)
