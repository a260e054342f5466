"""Bicubic resampling for SinGAN's pyramid: antialiased, mirrored, with the constants of MATLAB's imresize."""

from __future__ import annotations

import functools
import math

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken

DENSE = 2**20
"""Largest matrix of weights that is built and cached, in entries; for pictures of a pyramid it is quicker."""

STRIP = 2**21
"""Values of a large picture that are resized at once."""


def resize(
    x: Tensor,
    scale: float | tuple[float, float],
    size: tuple[int, int] | None = None,
    wrap: bool = False,
    cancel: CancelToken = NEVER,
) -> Tensor:
    """Resize (N, C, H, W) by `scale` (one for both axes, or vertical and horizontal).

    Separable bicubic (a = -0.5), widened below scale 1 so that nothing aliases, pixel centres at (i + 0.5) / scale -
    0.5, symmetric mirror at all four sides, weights that sum to 1. The result has ceil(n * scale) pixels per axis, or
    exactly `size` (height, width) at the same positions: what lies outside is cropped, what is missing is mirrored.
    Values are not clamped. With `wrap` the opposite side replaces the mirror, for pictures that repeat. Raises
    `Cancelled` while a large picture is resized.
    """
    scale_y, scale_x = scale if isinstance(scale, tuple) else (scale, scale)
    height, width = x.shape[-2:]
    out_h, out_w = size or (output_length(height, scale_y), output_length(width, scale_x))
    if max(height * out_h, width * out_w) > DENSE:
        across = _by_taps(x, 3, out_w, scale_x, wrap, cancel)
        return _by_taps(across, 2, out_h, scale_y, wrap, cancel)
    rows = _weights(height, out_h, scale_y, x.dtype, x.device, wrap)  # (out_h, H)
    columns = _weights(width, out_w, scale_x, x.dtype, x.device, wrap)  # (out_w, W)
    return rows @ (x @ columns.T)


def resize_to(x: Tensor, size: tuple[int, int], wrap: bool = False, cancel: CancelToken = NEVER) -> Tensor:
    """Resize (N, C, H, W) to exactly `size` (height, width), each axis by its own ratio; the rest as for `resize`."""
    height, width = x.shape[-2:]
    if (height, width) == tuple(size):
        return x
    return resize(x, (size[0] / height, size[1] / width), size, wrap, cancel)


def output_length(length: int, scale: float) -> int:
    """Return ceil(length * scale) in px."""
    return math.ceil(length * scale)


def _cubic(x: Tensor) -> Tensor:
    """Evaluate Keys' cubic kernel with a = -0.5."""
    a = x.abs()
    near = 1.5 * a**3 - 2.5 * a**2 + 1
    far = -0.5 * a**3 + 2.5 * a**2 - 4 * a + 2
    return torch.where(a <= 1, near, torch.where(a <= 2, far, torch.zeros_like(a)))


def _by_taps(x: Tensor, axis: int, out: int, scale: float, wrap: bool, cancel: CancelToken) -> Tensor:
    """Resize one axis of a large picture by adding its shifted, weighted copies: just as exact, in little memory.

    A strip at a time, so that cancelling is quick.
    """
    sources, weights = _taps(x.shape[axis], out, scale, wrap)
    sources, weights = sources.to(x.device), weights.to(device=x.device, dtype=x.dtype)
    shape = [-1 if each == axis else 1 for each in range(4)]
    across = 5 - axis
    total = x.new_empty([out if each == axis else length for each, length in enumerate(x.shape)])
    step = max(1, STRIP * x.shape[across] // x.numel())
    for first in range(0, x.shape[across], step):
        strip = x.narrow(across, first, min(step, x.shape[across] - first))
        sums = total.narrow(across, first, strip.shape[across])
        cancel.check()
        sums.copy_(strip.index_select(axis, sources[:, 0])).mul_(weights[:, 0].view(shape))
        for tap in range(1, sources.shape[1]):
            sums.addcmul_(strip.index_select(axis, sources[:, tap]), weights[:, tap].view(shape))
    return total


@functools.lru_cache(maxsize=64)
def _weights(
    length: int, out: int, scale: float, dtype: torch.dtype, device: torch.device, wrap: bool
) -> Tensor:
    """Return the (out, length) matrix of one axis, computed in float64."""
    sources, weights = _taps(length, out, scale, wrap)
    matrix = torch.zeros(out, length, dtype=torch.float64).scatter_add_(1, sources, weights)
    return matrix.to(device=device, dtype=dtype)


def _taps(length: int, out: int, scale: float, wrap: bool) -> tuple[Tensor, Tensor]:
    """Return the source pixels of each result pixel on one axis and their weights (float64), (out, taps) each."""
    sharpness = min(scale, 1.0)
    support = 4 / sharpness
    centres = (torch.arange(out, dtype=torch.float64) + 0.5) / scale - 0.5
    taps = math.ceil(support) + 2
    first = torch.floor(centres - support / 2)
    positions = first[:, None] + torch.arange(taps, dtype=torch.float64)  # (out, taps)
    weights = _cubic(sharpness * (centres[:, None] - positions))
    weights /= weights.sum(dim=1, keepdim=True)
    if wrap:
        sources = positions.long() % length
    else:
        turned = positions.long() % (2 * length)
        sources = torch.where(turned < length, turned, 2 * length - 1 - turned)
    return sources, weights
