"""Filling: what is marked is invented from the rest of the picture."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.engine import masks
from singan_studio.engine.model import FillRequest
from singan_studio.tools.base import Job
from singan_studio.tools.completing import completed


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture at the original's size."""
    params = job.recipe.params
    ratio = job.source.shape[1] / job.model.sizes[-1][1]  # what is grown is measured in px of the model
    hole = masks.softened(_area(job, "mask"), round(params["grow"] * ratio), 0) > 0
    sources = _area(job, "sources") if "sources" in job.inputs else None
    yield completed(job, FillRequest(job.recipe.seed, hole, sources))


def _area(job: Job, name: str) -> np.ndarray:
    """Return the input as (H, W) bool at the original's size."""
    height, width = job.source.shape[:2]
    return masks.area(job.inputs[name], (height, width), job.recipe.params["fit"])
