"""Variations: random pictures at any size, from any start stop (SinGAN section 3 and figure 8)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.core.abilities import Ability
from singan_studio.engine.model import DrawRequest
from singan_studio.tools.base import Job
from singan_studio.tools.sample.pins import pins_at


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture.

    `start_scale` 0 gives a new layout; `size` is [width, height] or None; with `tileable` it repeats without a seam.
    What is pinned is in it bit for bit where the picture has its full size.
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
        pinned=_pinned(job),
    )
    drawn = job.model.draw(request, job.cancel)
    pinned = request.pinned
    if pinned is not None and pinned.shape[:2] == drawn.shape[:2]:
        drawn = np.where(pinned[:, :, 3:] == 255, pinned[:, :, :3], drawn)
    yield drawn


def _pinned(job: Job) -> np.ndarray | None:
    """Return the pins for the result, (h, w, 4) uint8, which only a model that rearranges can keep."""
    if "pin" not in job.inputs or Ability.REARRANGE not in job.model.abilities:
        return None
    pinned, size = job.inputs["pin"], job.recipe.params["size"]
    if size is None:
        return pinned
    ratio = max(pinned.shape[:2]) / max(job.model.sizes[-1])
    return pins_at(pinned, (round(size[1] * ratio), round(size[0] * ratio)))
