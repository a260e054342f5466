"""Extending: what lies beyond the picture's edges is invented from the picture."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine.model import FillRequest
from singan_studio.tools.base import Job
from singan_studio.tools.completing import completed
from singan_studio.tools.extend.spec import SIDES


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture that holds the original at its full size."""
    left, top, right, bottom = (job.recipe.params[side] / 100 for side in SIDES)
    if not any((left, top, right, bottom)):
        yield job.source
        return
    yield completed(job, FillRequest(job.recipe.seed, margins=(left, top, right, bottom)))
