"""The soft edge around the moving parts of a film, shared so that the window shows what the engine draws."""

from __future__ import annotations

import numpy as np


def soft_inside(moving: np.ndarray, feather: float) -> np.ndarray:
    """Return (H, W) float32: 0 outside `moving` (H, W) bool, rising to 1 within `feather` px inside of it."""
    import cv2  # here: the window paints before it is loaded

    if moving.all():
        return np.ones(moving.shape, np.float32)
    inside = cv2.distanceTransform(moving.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    way = np.clip(inside / (feather + 1), 0, 1).astype(np.float32)
    return way * way * (3 - 2 * way)
