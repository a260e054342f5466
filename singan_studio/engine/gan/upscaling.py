"""Enlarge a picture: upsample it and apply the finest generator, again and again (SinGAN section 4)."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.geometry import PAD
from singan_studio.engine.gan import tiled_inference
from singan_studio.engine.gan.sampler import Pyramid
from singan_studio.engine.noise import key
from singan_studio.engine.resample import resize

NOISE_BLOCK = 128
"""Side in px of the squares that noise is drawn in, each from its own seed, so that any window can be drawn alone."""


@torch.no_grad()
def enlarge(
    pyramid: Pyramid,
    picture: Tensor,
    factor: float,
    steps: int,
    seed: int,
    cancel: CancelToken = NEVER,
    tile: int | None = None,
) -> Tensor:
    """Enlarge (1, 3, h, w) in [-1, 1] to (1, 3, round(factor h), round(factor w)).

    Each of `steps` equal steps upsamples and lets the finest generator add detail, in tiles that overlap by the
    generator's margin, so that no seam can arise. Then the original's colours are restored: shrunk, the result must
    equal the original, or the small tint and sharpening of each step would add up.
    """
    original, (height, width) = picture, picture.shape[2:]
    for step in range(steps):
        scale = factor ** ((step + 1) / steps)
        size = (math.ceil(height * scale), math.ceil(width * scale))
        if step == steps - 1:
            size = (round(height * factor), round(width * factor))
        below = resize(picture.clamp(-1, 1), factor ** (1 / steps), size).clamp(-1, 1)
        picture = _refined(pyramid, below, key("enlarge", seed, step), cancel, tile)
        small = resize(picture.clamp(-1, 1), 1 / scale, (height, width))
        picture += resize(original - small, scale, size)
    return picture


def _refined(pyramid: Pyramid, below: Tensor, seed: int, cancel: CancelToken, tile: int | None) -> Tensor:
    """Apply the finest generator; noise and margin are made per tile, so that no whole canvas is in memory."""
    finest = pyramid.scales[-1]

    def canvas_of(box: tiled_inference.Box) -> Tensor:
        noise = _noise_window(below, seed, box, covers_border=pyramid.noise_covers_border)
        return finest.amplitude * noise + _margin_window(below, box, edge=pyramid.border == "edge")

    limits = pyramid.limits(len(pyramid.scales) - 1)
    return tiled_inference.generate(finest.generator, canvas_of, below, cancel, tile, limits)


def _margin_window(picture: Tensor, box: tiled_inference.Box, edge: bool) -> Tensor:
    """Cut out the box with 5 px around it; outside the picture zeros, or its edge."""
    height, width = picture.shape[2:]
    top, left, bottom, right = box
    outer = (max(top - PAD, 0), max(left - PAD, 0), min(bottom + PAD, height), min(right + PAD, width))
    cut = picture[:, :, outer[0] : outer[2], outer[1] : outer[3]]
    missing = (
        PAD - (left - outer[1]),
        PAD - (outer[3] - right),
        PAD - (top - outer[0]),
        PAD - (outer[2] - bottom),
    )
    return torch.nn.functional.pad(cut, missing, mode="replicate" if edge else "constant")


def _noise_window(picture: Tensor, seed: int, box: tiled_inference.Box, covers_border: bool) -> Tensor:
    """Draw N(0, 1) for the box with 5 px around it; zero outside the picture unless noise covers the border."""
    top, left, bottom, right = (box[0] - PAD, box[1] - PAD, box[2] + PAD, box[3] + PAD)
    window = torch.zeros(1, 3, bottom - top, right - left)
    random = torch.Generator()
    for row in range(top // NOISE_BLOCK, (bottom - 1) // NOISE_BLOCK + 1):
        for column in range(left // NOISE_BLOCK, (right - 1) // NOISE_BLOCK + 1):
            random.manual_seed(key(seed, row, column))
            block = torch.randn(1, 3, NOISE_BLOCK, NOISE_BLOCK, generator=random)
            y, x = row * NOISE_BLOCK, column * NOISE_BLOCK
            y0, x0 = max(y, top), max(x, left)
            y1, x1 = min(y + NOISE_BLOCK, bottom), min(x + NOISE_BLOCK, right)
            window[:, :, y0 - top : y1 - top, x0 - left : x1 - left] = block[
                :, :, y0 - y : y1 - y, x0 - x : x1 - x
            ]
    if not covers_border:
        height, width = picture.shape[2:]
        window[:, :, : max(-top, 0)] = 0
        window[:, :, window.shape[2] - max(bottom - height, 0) :] = 0
        window[:, :, :, : max(-left, 0)] = 0
        window[:, :, :, window.shape[3] - max(right - width, 0) :] = 0
    return window.to(picture.device)
