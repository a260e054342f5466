"""Super-resolution (SinGAN section 4, figure 10)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.tools.base import Job
from singan_studio.tools.upscale.model import steps_for


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield the original, or the given picture, `factor` times as large, (H, W, 3) uint8.

    The job's model must be of kind "enlarge".
    """
    factor = job.recipe.params["factor"]
    picture = job.inputs.get("picture", job.source)
    yield job.model.enlarge(picture, factor, steps_for(factor), job.recipe.seed, job.cancel)
