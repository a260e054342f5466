"""Noise that depends on names and seeds alone: the same seed gives the same picture, whatever else is drawn."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from singan_studio.core.schedule import Size

Noise = Callable[[int, Size], Tensor]
"""`noise(scale, (h, w))` returns the (1, 3, h, w) noise of a scale; the same one for the same picture."""

FOLLOWS = -1
"""Stands for the picture's own seed."""


def key(*parts: object) -> int:
    """Return a 32-bit seed made from names and numbers; neighbouring numbers give unrelated seeds."""
    return int.from_bytes(hashlib.blake2b(repr(parts).encode(), digest_size=4).digest(), "little")


def scale_noise(scale: int, size: Size, random: torch.Generator) -> Tensor:
    """Draw (1, 3, h, w) of N(0, 1) on the generator's device; scale 0 has one channel, repeated."""
    channels = 1 if scale == 0 else 3
    return torch.randn(1, channels, *size, generator=random, device=random.device).expand(1, 3, *size)


def picture_noise(seed: int, device: torch.device) -> Noise:
    """Return the noise of one picture.

    It is drawn on the CPU by one generator, re-seeded per scale, so that a picture does not depend on the batch, the
    order, the device, or how many scales are drawn.
    """
    random = torch.Generator()

    def noise(scale: int, size: Size) -> Tensor:
        random.manual_seed(key("picture", seed, scale))
        return scale_noise(scale, size, random).to(device)

    return noise


def shaped_noise(
    seed: int,
    device: torch.device,
    amounts: Sequence[float] | None = None,
    seeds: Sequence[int] | None = None,
    z_star: Tensor | None = None,
) -> Noise:
    """Return `picture_noise` with an amount and a seed per scale, coarsest first; the last of each goes on.

    An amount of 1 is plain noise, bit for bit; 0 is the learned picture's own: `z_star` at the coarsest scale, none
    above. Between them the two are mixed so that the variance stays, sqrt(1 - a^2) z* + a z; above 1 the noise is
    amplified. A seed of `FOLLOWS` is the picture's. At sizes that were not learned there is no z*, only less noise.
    """

    def noise(scale: int, size: Size) -> Tensor:
        amount = _at(amounts, scale, 1.0)
        chosen = int(_at(seeds, scale, FOLLOWS))
        z = picture_noise(seed if chosen == FOLLOWS else chosen, device)(scale, size)
        if amount == 1.0:
            return z
        z = amount * z
        own = z_star if scale == 0 else None
        if own is not None and own.shape == z.shape and amount < 1:
            z = z + math.sqrt(1 - amount**2) * own
        return z

    return noise


def _at(values: Sequence[float] | None, scale: int, default: float) -> float:
    return values[min(scale, len(values) - 1)] if values else default
