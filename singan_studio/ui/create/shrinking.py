"""Pictures made small for previews, and compared. OpenCV is imported when it is needed: it would delay the start."""

from __future__ import annotations

import numpy as np

SQUINTED = 1024
"""Longer side in px of what a squinting eye sees."""
SAME_LEVELS = 3.0
"""Mean difference of two pictures, in levels of 0..255, up to which a person sees none."""


def shrunk(picture: np.ndarray, longest: int) -> np.ndarray:
    """(H, W, ...) uint8 with its longer side at most `longest` px; a marked pixel of an area (H, W) never gets lost.

    The picture itself when it is no larger.
    """
    height, width = picture.shape[:2]
    ratio = longest / max(height, width)
    if ratio >= 1:
        return picture
    return _resized(picture, max(1, round(height * ratio)), max(1, round(width * ratio)))


def squinted(picture: np.ndarray, height: int, width: int, size: tuple[int, int]) -> np.ndarray:
    """A (H, W, 3) picture with the detail of `height` x `width` px alone, as smooth as it is enlarged to a scale.

    `size` is the (height, width) to show it at; the longer side is at most `SQUINTED` px.
    """
    import cv2

    coarse = picture if picture.shape[:2] == (height, width) else _resized(picture, height, width)
    ratio = min(1.0, SQUINTED / max(size))
    shown = max(1, round(size[1] * ratio)), max(1, round(size[0] * ratio))
    return np.asarray(cv2.resize(coarse, shown, interpolation=cv2.INTER_CUBIC), np.uint8)


def looks_the_same(before: np.ndarray, after: np.ndarray, area: np.ndarray | None = None) -> bool:
    """Whether two (H, W, 3) pictures, of any sizes, differ too little to be seen, in the (H, W) `area` if given."""
    height, width = after.shape[:2]
    if before.shape != after.shape:
        before = _resized(before, height, width)
    difference = np.abs(before[:, :, :3].astype(np.int16) - after).mean(axis=2)
    if area is not None:
        marked = area if area.shape == (height, width) else _resized(area, height, width)
        difference = difference[marked > 0]
    return bool(difference.mean() < SAME_LEVELS) if difference.size else True


def _resized(picture: np.ndarray, height: int, width: int) -> np.ndarray:
    import cv2

    resized = cv2.resize(np.ascontiguousarray(picture), (width, height), interpolation=cv2.INTER_AREA)
    if picture.ndim == 2:
        return np.where(resized > 0, 255, 0).astype(np.uint8)
    return resized
