"""Parts of the picture flow steadily along arrows; a learned model may let their texture shimmer besides."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from singan_studio.core.errors import BadInput
from singan_studio.core.schedule import Size
from singan_studio.engine import masks
from singan_studio.engine.animation.flow import Flow
from singan_studio.engine.animation.flow_field import Arrow, flow_field
from singan_studio.engine.animation.noise_walk import unit_step
from singan_studio.engine.fitting import resized
from singan_studio.engine.model import FilmRequest
from singan_studio.tools.base import Job
from singan_studio.tools.flow.size import film_size

SHIMMER_MOTION = (0.0, 1.2, 1.2, 1.8)
SHIMMER_ALPHA, SHIMMER_BETA = 0.1, 0.9
"""How texture moves: as in Animate, without its layout."""


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield `frames` pictures, (h, w, 3) uint8; what is pinned has the same bits in all of them.

    Raises `BadInput` without an arrow, and for a mask of pins that marks nothing.
    """
    params = job.recipe.params
    if not params["arrow"]:
        raise BadInput("flow.no_arrow")
    height, width = job.source.shape[:2]
    size = film_size((height, width), params["size"])
    photo = job.source if size == (height, width) else resized(job.source, size, mixed=True)
    pinned = _pinned(job, size)
    scale = size[1] / width, size[0] / height
    arrows = [_scaled(arrow, scale) for arrow in params["arrow"]]
    velocity = flow_field(arrows, pinned, params["reach"] / 100) / np.float32(params["seconds"])
    flow = Flow(velocity, pinned, job.recipe.seed)
    carried = _shimmering(job, photo, pinned) if params["shimmer"] else itertools.repeat(photo)
    duration = params["frames"] / params["fps"]
    yield from flow.frames(carried, params["frames"], duration, job.cancel)


def _shimmering(job: Job, photo: np.ndarray, pinned: np.ndarray) -> Iterator[np.ndarray]:
    """Yield the photo, (h, w, 3) uint8, changed as the model's texture moves; what is pinned stays as it is.

    Raises `BadInput` for a model that does not move.
    """
    params = job.recipe.params
    frames = params["frames"]
    step = unit_step(SHIMMER_ALPHA, SHIMMER_BETA, params["fps"], frames)
    detail = [params["shimmer"] / 100] * frames
    still = [0.0] * frames
    request = FilmRequest(
        job.recipe.seed, 0, None, [step] * frames, SHIMMER_MOTION, still, detail, still, closed=True
    )
    at_rest = next(job.model.frames(replace(request, motion=[0.0]), job.cancel)).astype(np.float32)
    for frame in job.model.frames(request, job.cancel):
        change = cv2.resize(frame - at_rest, photo.shape[1::-1], interpolation=cv2.INTER_CUBIC)
        moved = np.rint((photo + change).clip(0, 255)).astype(np.uint8)
        yield np.where(pinned[:, :, None], photo, moved)


def _pinned(job: Job, size: Size) -> np.ndarray:
    """Return what holds still, (h, w) bool."""
    mask = job.inputs.get("pin")
    return np.zeros(size, bool) if mask is None else masks.area(mask, size, job.recipe.params["fit"])


def _scaled(arrow: list[float], scale: tuple[float, float]) -> Arrow:
    x, y, dx, dy = arrow
    return Arrow(x * scale[0], y * scale[1], dx * scale[0], dy * scale[1])
