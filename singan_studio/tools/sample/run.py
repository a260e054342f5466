"""Random samples of the learned picture, at any size, from any start scale (SinGAN section 3 and figure 8)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine.gan.pyramid import to_pixels
from singan_studio.engine.gan.sampler import sizes_for
from singan_studio.engine.gan.seamless import draw_tile
from singan_studio.engine.noise import shaped_noise
from singan_studio.tools.base import Job


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture; `start_scale` 0 is a new layout, `size` is [width, height] or None; with
    `tileable` it repeats without a seam.
    """
    params, pyramid = job.recipe.params, job.pyramid
    sizes = sizes_for(pyramid.sizes, params["size"])
    start = params["start_scale"]
    noise = shaped_noise(pyramid, job.recipe.seed, params["noise"], params["noise_seeds"])
    if params["tileable"]:
        drawn = draw_tile(pyramid, noise, sizes, start, job.cancel)
    else:
        drawn = pyramid.draw(noise, sizes, start, job.cancel)
    yield to_pixels(drawn)
