"""Injecting a picture of one's own into a learned pyramid: paint, edit, harmonize (SinGAN section 4)."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.engine.resample import resize, resize_to
from singan_studio.engine.sampler import Noise, Pyramid

SAME_SHAPE = 0.01
"""Ratios of sides that differ by less are the same shape: nothing is cropped or stretched."""


def fitted(
    picture: np.ndarray, size: tuple[int, int], how: str, around: np.ndarray | None = None
) -> np.ndarray:
    """(H, W, C) uint8 of any size brought to `size` (height, width).

    "stretch" meets both sides; "fill" covers and crops what hangs over on both sides alike; "fit" shows all of it, on
    `around` (H, W, C at `size`; zeros if not given).
    """
    height, width = size
    h, w = picture.shape[:2]
    if (h, w) == (height, width):
        return picture
    same_shape = abs((h / w) / (height / width) - 1) < SAME_SHAPE
    if how == "stretch" or same_shape:
        return _scaled(picture, (height, width))
    ratios = height / h, width / w
    ratio = max(ratios) if how == "fill" else min(ratios)
    scaled = _scaled(picture, (max(1, round(h * ratio)), max(1, round(w * ratio))))
    if how == "fill":
        top, left = (scaled.shape[0] - height) // 2, (scaled.shape[1] - width) // 2
        return np.ascontiguousarray(scaled[top : top + height, left : left + width])
    canvas = np.zeros((height, width, picture.shape[2]), np.uint8) if around is None else around.copy()
    top, left = (height - scaled.shape[0]) // 2, (width - scaled.shape[1]) // 2
    canvas[top : top + scaled.shape[0], left : left + scaled.shape[1]] = scaled
    return canvas


def inject(
    pyramid: Pyramid,
    reference: Tensor,
    start: int,
    noise: Noise,
    cancel: CancelToken = NEVER,
    prepare: Callable[[Tensor], Tensor] | None = None,
) -> Tensor:
    """What the scales from `start` on make of a reference, (1, 3, h, w) in about [-1, 1].

    `reference` (1, 3, h, w) has any size: it is brought to the top scale's, then to that of the scale below `start`,
    and from there up, so that it holds no more detail than that scale knows; 1 <= start < number of scales. `prepare`
    may change it first.
    """
    sizes = pyramid.sizes
    top = resize_to(reference, sizes[-1]).clamp(-1, 1)
    if prepare is not None:
        top = prepare(top)
    last = len(sizes) - 1
    picture = resize(top, pyramid.factor ** (last - start + 1), sizes[start - 1]).clamp(-1, 1)
    for k in range(start, len(sizes)):
        cancel.check()
        below = pyramid.upsample(picture, sizes[k])
        picture = pyramid.refine(k, noise(k, pyramid.noise_size(sizes[k])), below)
    return picture


def _scaled(picture: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    shrinks = size[0] < picture.shape[0] and size[1] < picture.shape[1]
    how = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    scaled = cv2.resize(picture, (size[1], size[0]), interpolation=how)
    return scaled if scaled.ndim == 3 else scaled[:, :, None]
