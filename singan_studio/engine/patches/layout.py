"""Draw the layout: the coarse arrangement of the picture's patches (Qiu et al., arXiv 2606.04299, deterministic steps).

Time runs from 1 to 0; at time t a picture is (1 - t) * clean + t * noise. Two sizes: what the first one arranges is
kept by the second, which adds what only it can show.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.engine.patches.compose import Field, Size, grid
from singan_studio.engine.patches.denoiser import Bias, Patches, denoise
from singan_studio.engine.resample import resize_to

STEPS = 10, 7
"""Steps from t = 1 to 0 at a coarse size, and at a finer one that keeps the coarser one's result."""

FEWEST = 8, 3
"""Steps from any t: with fewer, what is rare in the photo gets lost."""


def generator(*key: object) -> torch.Generator:
    """Make a CPU generator for these names and numbers; neighbouring ones share nothing."""
    digest = hashlib.blake2b(repr(key).encode(), digest_size=8).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest, "little") >> 1)


def noise(seed: int, scale: int, size: Size, like: Tensor, count: int = 1) -> Tensor:
    """(count, C, h, w) of N(0, 1) for pictures `like` this, drawn on the CPU by seed and number of the scale."""
    drawn = torch.randn(count, like.shape[1], *size, generator=generator("patches", seed, scale))
    return drawn.to(like.device)


@dataclass(frozen=True)
class Constraint:
    """What a result must keep: `known` (1, 3, H, W) in [-1, 1] wherever `free` (1, 1, H, W) in 0..1 is below 1."""

    known: Tensor
    free: Tensor

    def at(self, size: Size, wrap: bool = False) -> Constraint:
        """Bring both to another (height, width)."""
        if self.known.shape[2:] == size:
            return self
        return Constraint(resize_to(self.known, size, wrap), resize_to(self.free, size, wrap).clamp(0, 1))

    def apply(self, picture: Tensor) -> Tensor:
        """`picture` where free, known where not, bit for bit where `free` is 0 or 1."""
        mixed = self.free * picture + (1 - self.free) * self.known
        mixed = torch.where(self.free >= 1, picture, mixed)
        return torch.where(self.free <= 0, self.known, mixed)


def times_from(t0: float, finer: bool = False) -> list[float]:
    """List the times from t0 in (0, 1] down to 0, in equal steps."""
    count = max(FEWEST[finer], round(STEPS[finer] * t0))
    return [t0 * (1 - k / count) for k in range(count)] + [0.0]


def arrange(
    z: Tensor,
    t0: float,
    patches: Patches,
    bias: Bias,
    coarser: Tensor | None = None,
    constraint: Constraint | None = None,
    wrap: bool = False,
    cancel: CancelToken = NEVER,
) -> tuple[Tensor, list[Field]]:
    """Bring noisy z (N, 3, H, W) at time t0 to time 0: the pictures, and which patch stands where in each.

    `coarser` (N, 3, h, w) is the result of the coarser size, whose low frequencies are kept on all steps but the last;
    until then every second patch is enough. Raises `Cancelled`.
    """
    size = z.shape[2], z.shape[3]
    base = None if coarser is None else resize_to(coarser, size, wrap)
    best = None
    for t, after in pairwise(times_from(t0, coarser is not None)):
        cancel.check()
        refining = coarser is not None and after > 0
        clean, best = denoise(z, t, patches, bias, wrap, cancel, every_other=refining)
        if coarser is not None and base is not None and refining:
            small = (coarser.shape[2], coarser.shape[3])
            clean = clean - resize_to(resize_to(clean, small, wrap), size, wrap) + base
        if constraint is not None:
            clean = constraint.apply(clean)
        rest = (z - (1 - t) * clean) / t
        z = (1 - after) * clean + after * rest
    assert best is not None
    count = grid(size, patches.patch, wrap)
    fields = [Field(each.view(count), patches.source, size, patches.patch, wrap) for each in best]
    return z.clamp(-1, 1), fields
