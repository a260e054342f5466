"""Material: the layout takes on the photo's colours and enters the model, which makes it of what it knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from singan_studio.core.schedule import Size
from singan_studio.engine.colour_match import in_brightness_of, in_colours_of
from singan_studio.engine.fitting import resized
from singan_studio.engine.model import DrawRequest
from singan_studio.tools.base import Job
from singan_studio.tools.injecting import reference

ENTRY = 34, 67
"""Shorter sides in px at which the layout enters, from `HALF` strength on and at none."""

HALF = 50.0
"""Strength in percent above which the layout's shapes hold less and less firmly."""

LEAST = 0.2
"""How firmly they hold at full strength (`DrawRequest.followed`)."""


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture, at the model's size."""
    params, size = job.recipe.params, job.model.sizes[-1]
    layout, photo = resized(reference(job, "layout_picture"), size), resized(job.source, size)
    guide = (in_colours_of if params["match_colours"] else in_brightness_of)(layout, photo)
    start, followed = entry(job.model.sizes, params["strength"])
    request = DrawRequest(
        job.recipe.seed,
        start,
        noise=params["noise"],
        noise_seeds=params["noise_seeds"],
        guide=guide,
        followed=followed,
    )
    yield job.model.draw(request, job.cancel)


def entry(sizes: Sequence[Size], strength: float) -> tuple[int, float]:
    """Return the stop, of those with (height, width) `sizes`, where the layout enters, and how firmly it holds.

    More strength (percent) is a smaller size, then less hold.
    """
    finer = max(0.0, 1 - strength / HALF)
    wanted = ENTRY[0] * (ENTRY[1] / ENTRY[0]) ** finer
    nearest = min(range(1, len(sizes)), key=lambda stop: (abs(min(sizes[stop]) - wanted), -stop), default=0)
    weaker = max(0.0, strength / HALF - 1)
    return nearest, 1 - weaker * (1 - LEAST)
