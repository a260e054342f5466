"""Variations: random pictures at any size, from any start stop (SinGAN section 3 and figure 8)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine.model import DrawRequest
from singan_studio.tools.base import Job


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture.

    `start_scale` 0 gives a new layout; `size` is [width, height] or None; with `tileable` it repeats without a seam.
    """
    params = job.recipe.params
    keep = params["keep_places"]
    request = DrawRequest(
        job.recipe.seed,
        params["start_scale"],
        params["size"],
        params["noise"],
        params["noise_seeds"],
        tileable=params["tileable"],
        different=params["different"] / 100,
        keep_places=None if keep < 0 else keep / 100,
    )
    yield job.model.draw(request, job.cancel)
