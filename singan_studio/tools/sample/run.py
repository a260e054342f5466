"""Random samples of the learned picture, at any size, from any start scale (SinGAN section 3 and figure 8)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine.pyramid import to_pixels
from singan_studio.engine.sampler import picture_noise, sizes_for
from singan_studio.tools.base import Job


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture; `start_scale` 0 is a new layout, `size` is [width, height] or None."""
    params, pyramid = job.recipe.params, job.pyramid
    sizes = sizes_for(pyramid.sizes, params["size"])
    yield to_pixels(
        pyramid.draw(picture_noise(job.recipe.seed, pyramid.device), sizes, params["start_scale"], job.cancel)
    )
