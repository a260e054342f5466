"""Harmonization: match the object's colours, then let it enter the model (SinGAN section 4, figure 13)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine import masks
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
    pasted = reference(job, "composite")
    small = resized(pasted, job.model.sizes[-1])
    colours = COLOURS * adapt if job.recipe.params["match_colours"] else 0.0
    coloured = match_colours(small, area_to_change(job), colours)
    kept = KEPT[0] + adapt * (KEPT[1] - KEPT[0])
    yield _with_own_detail(job, put_back(job, coloured, kept), pasted)


def _with_own_detail(job: Job, picture: np.ndarray, pasted: np.ndarray) -> np.ndarray:
    """Return (H, W, 3) uint8: in the object of `picture` what `pasted` has beyond the size at which models draw."""
    size, share = (picture.shape[0], picture.shape[1]), job.recipe.params["own_detail"] / 100
    if share == 0 or size == tuple(job.model.sizes[-1]):
        return picture
    drawn = resized(resized(pasted, job.model.sizes[-1]), size).astype(np.float32)
    detailed = np.rint((picture + share * (pasted - drawn)).clip(0, 255)).astype(np.uint8)
    return masks.blended(picture, detailed, area_to_change(job))
