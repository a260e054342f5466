"""Paint to image (SinGAN section 4, figure 11): inject the painting at a coarse scale."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine.colours import in_colours
from singan_studio.engine.masks import blended
from singan_studio.tools.base import Job
from singan_studio.tools.injecting import area_to_change, injected


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture: at the learned size, or at the original's where unpainted areas are kept."""
    colours = None
    if job.recipe.params["quantize"]:
        colours = job.pyramid.scales[job.recipe.params["start_scale"]].colours
        assert colours is not None, "the recipe's model was trained on full colours"
    result = injected(job, "painting", None if colours is None else lambda top: in_colours(top, colours))
    if "keep_unpainted" in job.inputs:
        result = blended(job.source, result, area_to_change(job, "keep_unpainted"))
    yield result
