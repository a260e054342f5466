"""Reduced jobs, small enough that the picture appears during the stroke."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from singan_studio.tools.base import Job, ToolSpec
from singan_studio.tools.values import reduced_params

TOLERANCE = 1
"""Number of px by which a scale may exceed the limit. Sizes are rounded up: the usual 250 px become 251."""


def reduced(job: Job, spec: ToolSpec, longest: int) -> Job:
    """Return the job stopped at the largest stop of at most `longest` px, or the job itself when it is no larger.

    A larger stop is drawn where the tool starts at it. The original and the inputs count as shrunk to `longest`; a tool
    that takes a region gets the whole original, of which a region may be a small part.
    """
    sizes = job.model.sizes
    count = _stops(job, spec, longest)
    shrinks = bool(job.inputs) and max(job.source.shape[:2]) > longest
    if count == len(sizes) and not shrinks:
        return job
    ratio = max(sizes[count - 1]) / max(sizes[-1])
    params = reduced_params(spec, job.recipe.params, ratio)
    return replace(
        job,
        model=job.model.first(count),
        recipe=replace(job.recipe, params=params, scales=count),
        source=job.source if _takes_region(spec) else shrunk(job.source, longest, mixed=True),
        inputs={name: shrunk(picture, longest) for name, picture in job.inputs.items()},
        whole=job.source,
    )


def shrunk(picture: np.ndarray, longest: int, mixed: bool = False) -> np.ndarray:
    """Return (H, W, ...) uint8 with its longer side at most `longest` px; marks of an area (H, W) never get lost.

    `mixed` is that of `fitting.resized`.
    """
    from singan_studio.engine import fitting, masks

    height, width = picture.shape[:2]
    ratio = longest / max(height, width)
    if ratio >= 1:
        return picture
    size = (max(1, round(height * ratio)), max(1, round(width * ratio)))
    if picture.ndim == 2:
        return masks.resized(picture > masks.FOREGROUND, size).astype(np.uint8) * 255
    return fitting.resized(picture, size, mixed)


def _takes_region(spec: ToolSpec) -> bool:
    return any(param.kind == "region" for param in spec.params)


def _stops(job: Job, spec: ToolSpec, longest: int) -> int:
    """Return how many start stops to draw."""
    sizes, params = job.model.sizes, job.recipe.params
    enlarged = 1.0
    for wished in _wished_sizes(spec, params):
        enlarged = max(wished) / max(sizes[-1])
    fitting = sum(max(size) * enlarged <= longest + TOLERANCE for size in sizes)
    starts = [params[param.name] for param in spec.params if param.kind == "scale"]
    return min(max(fitting, 1, *(start + 1 for start in starts)), len(sizes))


def _wished_sizes(spec: ToolSpec, params: dict[str, object]) -> Iterator[list[int]]:
    for param in spec.params:
        value = params[param.name] if param.kind == "size" else None
        if isinstance(value, list):
            yield value
