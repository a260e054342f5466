"""Enlarging by the picture's own edges, or by what was learned (SinGAN section 4, figure 10)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.tools.base import Job
from singan_studio.tools.upscale.model import check_size, steps_for


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield the original, or the given picture, `factor` times as large, (H, W, 3) uint8.

    A learned model of the job must be of kind "enlarge". Raises `BadInput` when the result would be too large.
    """
    factor = job.recipe.params["factor"]
    picture = job.inputs.get("picture", job.source)
    check_size(job.recipe.params, (picture.shape[0], picture.shape[1]))
    yield job.model.enlarge(picture, factor, steps_for(factor), job.recipe.seed, job.cancel)
