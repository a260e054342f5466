"""Single-image animation (SinGAN section 4): a walk through the noise, one frame per step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from singan_studio.engine.animation.motion import Motion, draw_frames
from singan_studio.engine.animation.noise_walk import unit_step
from singan_studio.engine.gan.pyramid import to_pixels
from singan_studio.engine.gan.sampler import Pyramid, sizes_for
from singan_studio.tools.animate.still import StillParts
from singan_studio.tools.animate.turning import there_and_back
from singan_studio.tools.base import Job
from singan_studio.tools.keyframes import tracks_of, values_of

LAYOUT_SCALES = 3
"""The coarsest scales, which hold the layout: up to about 50 px; the others hold the detail."""

MOST_LAYOUT = 1.5
"""Factor up to which layout motion adds noise; beyond it shapes are only carried further, for noise would tear them."""

FROM_NOISE_ALONE = 0.1
"""Share of the coarsest scale's motion where its noise is all it has: half of it builds another picture."""


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield `frames` pictures, (h, w, 3) uint8, one at a time.

    Their size is `size`, or the learned one; with a mask the original's, and what does not move is the original's
    pixels bit for bit.
    """
    params = job.recipe.params
    if params["loop"] == "pingpong":
        yield from there_and_back(_moving(job, params["frames"] // 2 + 1), params["frames"])
    else:
        yield from _moving(job, params["frames"])


def _moving(job: Job, frames: int) -> Iterator[np.ndarray]:
    """The film in one direction."""
    params, pyramid = job.recipe.params, job.pyramid
    mask = job.inputs.get("mask")
    still = None if mask is None else StillParts(job.source, mask, params, pyramid.sizes[-1])
    sizes = sizes_for(pyramid.sizes, params["size"] if still is None else None)
    motion = motion_of(params, job.recipe.seed, pyramid, frames)
    for picture in draw_frames(pyramid, sizes, params["start_scale"], motion, job.cancel):
        pixels = to_pixels(picture)
        yield pixels if still is None else still.around(pixels)


def motion_of(params: dict[str, Any], seed: int, pyramid: Pyramid, frames: int) -> Motion:
    """What complete parameters mean for a model, over so many frames."""
    closed = params["loop"] == "closed"
    tracks = tracks_of(params["keyframes"])
    over_time = {
        name: values_of(tracks[name], frames, closed) if name in tracks else [params[name]] * frames
        for name in ("layout", "detail", "alpha", "beta")
    }
    loop = frames if closed else None
    tempo = zip(over_time["alpha"], over_time["beta"], strict=True)
    steps = [unit_step(alpha, beta, params["fps"], loop) for alpha, beta in tempo]
    base = params["motion"]
    amounts = []
    for scale in range(len(pyramid.scales)):
        own = base[min(scale, len(base) - 1)]
        if scale == 0 and pyramid.layout is None:
            own *= FROM_NOISE_ALONE
        shares = over_time["detail"]
        if scale < LAYOUT_SCALES:
            shares = [min(share, MOST_LAYOUT) for share in over_time["layout"]]
        amounts.append([own * share for share in shares])
    sway = [params["sway"] / 100 * share for share in over_time["layout"]]
    return Motion(seed, steps, amounts, sway, closed)
