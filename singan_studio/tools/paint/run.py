"""Paint to image (SinGAN section 4, figure 11): inject the painting at a coarse scale."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine.masks import blended
from singan_studio.tools.base import Job
from singan_studio.tools.injecting import area_to_change, injected, reference


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture: at the learned size, or at the original's where unpainted areas are kept."""
    result = injected(job, reference(job, "painting"), few_colours=job.recipe.params["quantize"])
    if "keep_unpainted" in job.inputs:
        result = blended(job.source, result, area_to_change(job, "keep_unpainted"))
    yield result
