"""Parts of the picture flow steadily along arrows; the film closes and needs nothing that is learned."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from singan_studio.core.errors import BadInput
from singan_studio.core.schedule import Size
from singan_studio.engine import masks
from singan_studio.engine.animation.flow import Flow
from singan_studio.engine.animation.flow_field import Arrow, flow_field
from singan_studio.engine.fitting import resized
from singan_studio.tools.base import Job
from singan_studio.tools.flow.size import film_size


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield `frames` pictures, (h, w, 3) uint8; what is pinned has the same bits in all of them.

    Raises `BadInput` without an arrow, and for a mask of pins that marks nothing.
    """
    params = job.recipe.params
    if not params["arrow"]:
        raise BadInput("flow.no_arrow")
    height, width = job.source.shape[:2]
    size = film_size((height, width), params["size"])
    photo = job.source if size == (height, width) else resized(job.source, size)
    pinned = _pinned(job, size)
    scale = size[1] / width, size[0] / height
    arrows = [_scaled(arrow, scale) for arrow in params["arrow"]]
    velocity = flow_field(arrows, pinned, params["reach"] / 100) / np.float32(params["seconds"])
    flow = Flow(velocity, pinned, job.recipe.seed)
    duration = params["frames"] / params["fps"]
    yield from flow.frames(itertools.repeat(photo), params["frames"], duration, job.cancel)


def _pinned(job: Job, size: Size) -> np.ndarray:
    """Return what holds still, (h, w) bool."""
    mask = job.inputs.get("pin")
    return np.zeros(size, bool) if mask is None else masks.area(mask, size, job.recipe.params["fit"])


def _scaled(arrow: list[float], scale: tuple[float, float]) -> Arrow:
    x, y, dx, dy = arrow
    return Arrow(x * scale[0], y * scale[1], dx * scale[0], dy * scale[1])
