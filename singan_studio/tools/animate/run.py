"""Single-image animation (SinGAN section 4): a walk through the noise, one frame per step."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine.pyramid import to_pixels
from singan_studio.engine.walk import WalkingNoise
from singan_studio.tools.base import Job


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield `frames` pictures, (h, w, 3) uint8 at the learned size, one at a time."""
    params = job.recipe.params
    pyramid = job.pyramid
    walking = WalkingNoise(pyramid, job.recipe.seed, params["start_scale"], params["alpha"], params["beta"])
    for _ in range(params["frames"]):
        walking.step()
        yield to_pixels(pyramid.draw(walking.noise, pyramid.sizes, params["start_scale"], job.cancel))
