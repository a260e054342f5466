"""Bring a picture of any size to the original's size."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

SAME_SHAPE = 0.01
"""Aspect ratios that differ by less count as equal: nothing is cropped or padded."""

Size = tuple[int, int]
"""(height, width) in px."""


def resized(picture: np.ndarray, size: Size, mixed: bool = False) -> np.ndarray:
    """Resize (H, W, 3 or 4) uint8: average along sides that shrink, interpolate along sides that grow.

    Colours are weighted by opacity, for hidden ones would show as a rim, unless they are `mixed` with it already.
    """
    planes = picture.astype(np.float32)
    weighted = picture.shape[2] == 4 and not mixed
    if weighted:
        planes[:, :, :3] *= planes[:, :, 3:] / 255
    inner = min(size[0], planes.shape[0]), min(size[1], planes.shape[1])
    planes = cv2.resize(planes, inner[::-1], interpolation=cv2.INTER_AREA)
    planes = cv2.resize(planes, size[::-1], interpolation=cv2.INTER_CUBIC)
    if weighted:
        planes[:, :, :3] *= 255 / np.maximum(planes[:, :, 3:], 1)
    return np.rint(planes.clip(0, 255)).astype(np.uint8)


def fitted(
    picture: np.ndarray,
    size: Size,
    how: str,
    around: np.ndarray,
    scaled: Callable[[np.ndarray, Size], np.ndarray] = resized,
) -> np.ndarray:
    """Bring a picture (H, W, ...) to `size` by `scaled`, unless it has that size.

    `how` is "stretch" to meet both sides, "fill" to cover the size and crop both ends alike, or "fit" to show all of
    the picture on `around` (of the same kind, at `size`).
    """
    height, width = size
    h, w = picture.shape[:2]
    if (h, w) == (height, width):
        return picture
    if how == "stretch" or abs((h / w) / (height / width) - 1) < SAME_SHAPE:
        return scaled(picture, size)
    ratios = height / h, width / w
    ratio = max(ratios) if how == "fill" else min(ratios)
    picture = scaled(picture, (max(1, round(h * ratio)), max(1, round(w * ratio))))
    h, w = picture.shape[:2]
    if how == "fill":
        top, left = (h - height) // 2, (w - width) // 2
        return np.ascontiguousarray(picture[top : top + height, left : left + width])
    canvas = around.copy()
    top, left = (height - h) // 2, (width - w) // 2
    canvas[top : top + h, left : left + w] = picture
    return canvas
