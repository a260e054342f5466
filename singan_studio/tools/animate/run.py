"""Single-image animation (SinGAN section 4): a walk through the noise, one frame per step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from singan_studio.engine.animation.noise_walk import unit_step
from singan_studio.engine.model import FilmRequest
from singan_studio.tools.animate.still import StillParts
from singan_studio.tools.animate.turning import there_and_back
from singan_studio.tools.base import Job
from singan_studio.tools.keyframes import tracks_of, values_of


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield `frames` pictures, (h, w, 3) uint8, one at a time.

    Their size is `size`, or the learned one. With a mask it is the original's, and what does not move is the original
    bit for bit.
    """
    params = job.recipe.params
    if params["loop"] == "pingpong":
        yield from there_and_back(_moving(job, params["frames"] // 2 + 1), params["frames"])
    else:
        yield from _moving(job, params["frames"])


def _moving(job: Job, frames: int) -> Iterator[np.ndarray]:
    """Yield the film in one direction."""
    params = job.recipe.params
    mask = job.inputs.get("mask")
    size = params["size"] if mask is None else None
    moving = job.model.frames(film_request(params, job.recipe.seed, frames, size), job.cancel)
    if mask is None:
        yield from moving
        return
    still = StillParts(job.source, mask, params, job.model.sizes[-1])
    for picture in moving:
        yield still.around(picture)


def film_request(params: dict[str, Any], seed: int, frames: int, size: list[int] | None) -> FilmRequest:
    """Return the request that complete parameters stand for over `frames` frames; `size` is [width, height] or None."""
    closed = params["loop"] == "closed"
    tracks = tracks_of(params["keyframes"])
    over_time = {
        name: values_of(tracks[name], frames, closed) if name in tracks else [params[name]] * frames
        for name in ("layout", "detail", "alpha", "beta")
    }
    loop = frames if closed else None
    tempo = zip(over_time["alpha"], over_time["beta"], strict=True)
    return FilmRequest(
        seed,
        params["start_scale"],
        size,
        steps=[unit_step(alpha, beta, params["fps"], loop) for alpha, beta in tempo],
        motion=params["motion"],
        layout=over_time["layout"],
        detail=over_time["detail"],
        sway=[params["sway"] / 100 * share for share in over_time["layout"]],
        closed=closed,
    )
