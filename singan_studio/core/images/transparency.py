"""Transparent pictures: what is drawn on white with its alpha beside it becomes a picture with colours of its own."""

from __future__ import annotations

import numpy as np

_CLEAR = 48
"""Alpha below which a pixel's own colour is too uncertain, for its 8 bits were mixed with white."""


def unmixed(picture: np.ndarray) -> np.ndarray:
    """Return (H, W, 4) uint8 on white as (H, W, 4) with straight colours, so that no white shows on another ground.

    Pixels that are hardly seen get the colour of the nearest one that is.
    """
    import cv2

    alpha = picture[..., 3]
    if alpha.min() == 255:
        return picture
    share = np.maximum(alpha, 1).astype(np.float32)[..., None] / 255
    colours = np.clip(np.rint((picture[..., :3] - 255 * (1 - share)) / share), 0, 255).astype(np.uint8)
    clear = alpha < _CLEAR
    if clear.any() and not clear.all():
        kind = cv2.DIST_LABEL_PIXEL
        _, nearest = cv2.distanceTransformWithLabels(clear.astype(np.uint8), cv2.DIST_L2, 5, labelType=kind)
        labels = np.asarray(nearest, np.int32)
        seen = np.zeros((labels.max() + 1, 3), np.uint8)
        seen[labels[~clear]] = colours[~clear]
        colours = np.where(clear[..., None], seen[labels], colours)
    return np.dstack([colours, alpha])


def with_alpha_in_place(picture: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """Return a picture (H, W, 3) uint8 that was made on white of a photo with this alpha (h, w), (H, W, 4) unmixed."""
    import cv2

    height, width = picture.shape[:2]
    if alpha.shape != (height, width):
        way = cv2.INTER_AREA if alpha.shape[0] > height else cv2.INTER_LINEAR
        alpha = cv2.resize(alpha, (width, height), interpolation=way)
    return unmixed(np.dstack([picture, alpha]))


def on_white(picture: np.ndarray) -> np.ndarray:
    """Return (H, W, 3 or 4) uint8 as (H, W, 3), as it looks on white."""
    if picture.shape[2] == 3:
        return picture
    alpha = picture[..., 3:].astype(np.uint16)
    return ((picture[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)  # at most 65152
