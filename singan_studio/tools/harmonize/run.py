"""Harmonization: match the object's colours, then let it enter the model (SinGAN section 4, figure 13)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine.colour_match import match_colours
from singan_studio.engine.fitting import resized
from singan_studio.tools.base import Job
from singan_studio.tools.injecting import area_to_change, put_back, reference

COLOURS = 0.9
"""Share of the way to the picture's colours that the object's go when it adapts fully."""

KEPT = 0.5, 0.15
"""Share of the object that stays in what the model makes of it, when it adapts not at all and fully."""


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture at the original's size."""
    adapt = job.recipe.params["adapt"] / 100
    pasted = resized(reference(job, "composite"), job.model.sizes[-1])
    colours = COLOURS * adapt if job.recipe.params["match_colours"] else 0.0
    coloured = match_colours(pasted, area_to_change(job), colours)
    kept = KEPT[0] + adapt * (KEPT[1] - KEPT[0])
    yield put_back(job, coloured, kept)
