"""Pictures made small for previews, and compared. OpenCV is imported when it is needed: it would delay the start."""

from __future__ import annotations

import numpy as np

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
