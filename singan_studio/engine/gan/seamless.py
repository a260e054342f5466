"""Draw pictures that repeat without a seam, left to right and top to bottom.

Wherever SinGAN pads with zeros or mirrors, the picture's opposite side is used instead. The reconstruction, which
replaces the scales below the start scale, does not repeat: near its edges it is blended with itself, shifted by half
its size.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.geometry import PAD
from singan_studio.engine.device import memory_format
from singan_studio.engine.gan.sampler import Pyramid, Size
from singan_studio.engine.noise import Noise
from singan_studio.engine.resample import resize_to

BAND = 0.15
"""Share of a side over which the reconstruction is blended at each edge."""


@torch.no_grad()
def draw_seamless(
    pyramid: Pyramid, noise: Noise, sizes: Sequence[Size], start: int = 0, cancel: CancelToken = NEVER
) -> Tensor:
    """Draw as `Pyramid.draw` does, (1, 3, h, w) in about [-1, 1], with opposite edges that meet."""
    picture = None
    for k in range(start, len(sizes)):
        cancel.check()
        z = noise(k, sizes[k])
        if picture is not None:
            below = resize_to(picture.clamp(-1, 1), sizes[k], wrap=True).clamp(-1, 1)
        elif k == 0:
            below = without_seams(pyramid.coarsest_input(z, sizes[0]))
        else:
            known = pyramid.upsample(pyramid.reconstruction(k - 1), pyramid.scales[k].size)
            below = without_seams(resize_to(known, sizes[k]))
        finished = pyramid.scales[k]
        canvas = wrapped(finished.amplitude * z + below)
        canvas = canvas.contiguous(memory_format=memory_format(pyramid.device))
        picture = finished.generator(canvas, below)
    assert picture is not None
    return picture


def wrapped(x: Tensor) -> Tensor:
    """Pad (N, C, h, w) by `PAD` px of the opposite side at each edge; a small picture may repeat several times."""
    rows, columns = (torch.arange(-PAD, side + PAD, device=x.device) % side for side in x.shape[-2:])
    return x[..., rows, :][..., columns]


def without_seams(x: Tensor) -> Tensor:
    """Blend (N, C, h, w) near its edges with itself, shifted by half a side, so that opposite edges meet."""
    for axis in (-2, -1):
        side = x.shape[axis]
        moved = x.roll(side // 2, dims=axis)
        share = _share(side, x.device)
        share = share[:, None] if axis == -2 else share[None, :]
        x = share * x + (1 - share) * moved
    return x


def _share(side: int, device: torch.device) -> Tensor:
    """Return the weight of the unshifted picture along a side: 0 at the edges, 1 from `BAND` on, smooth between."""
    positions = torch.arange(side, device=device)
    distance = torch.minimum(positions, side - 1 - positions) / max(BAND * side, 1)
    distance = distance.clamp(0, 1)
    return distance * distance * (3 - 2 * distance)
