"""The noise of a picture as a person shapes it: how much at every scale, and from which seed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from torch import Tensor

from singan_studio.engine.gan.sampler import Noise, Pyramid, Size, picture_noise

FOLLOWS = -1
"""Stands for the picture's own seed."""


def shaped_noise(
    pyramid: Pyramid, seed: int, amounts: Sequence[float] | None = None, seeds: Sequence[int] | None = None
) -> Noise:
    """`picture_noise` with an amount and a seed per scale, coarsest first; the last of each goes on to finer scales.

    An amount of 1 is plain noise, bit for bit; 0 is the learned picture's own (z* at the coarsest scale, none above).
    Between them the two are mixed so that the variance stays: sqrt(1 - a^2) z* + a z; above 1 the noise is amplified.
    A seed of `FOLLOWS` is the picture's. At sizes that were not learned there is no z*, only less noise.
    """

    def noise(scale: int, size: Size) -> Tensor:
        amount = _at(amounts, scale, 1.0)
        chosen = int(_at(seeds, scale, FOLLOWS))
        z = picture_noise(seed if chosen == FOLLOWS else chosen, pyramid.device)(scale, size)
        if amount == 1.0:
            return z
        z = amount * z
        own = pyramid.z_star if scale == 0 else None
        if own is not None and own.shape == z.shape and amount < 1:
            z = z + math.sqrt(1 - amount**2) * own
        return z

    return noise


def _at(values: Sequence[float] | None, scale: int, default: float) -> float:
    return values[min(scale, len(values) - 1)] if values else default
