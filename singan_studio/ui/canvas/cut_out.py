"""Cutting an object out of a pasted picture that has no transparency."""

from __future__ import annotations

import numpy as np

CUT_AT = 320
"""Longer side in px of the reduced picture in which the object is searched."""
_ROUNDS = 4
_MARGIN = 0.03  # share of each side that is taken for background
_LEAST_PART = 0.2  # share of the largest part's area; smaller parts are dropped


def auto_cut(picture: np.ndarray) -> np.ndarray:
    """Return the alpha, (h, w) uint8, of the object in the middle of an (h, w, 3) picture.

    Found by OpenCV's GrabCut (Rother, Kolmogorov, Blake 2004), with the outermost pixels taken for background. All
    opaque if no object is found.
    """
    import cv2

    height, width = picture.shape[:2]
    ratio = min(1.0, CUT_AT / max(height, width))
    small = cv2.resize(
        picture, (max(8, round(width * ratio)), max(8, round(height * ratio))), interpolation=cv2.INTER_AREA
    )
    rows, columns = small.shape[:2]
    edge = max(1, round(_MARGIN * min(rows, columns)))
    found = np.zeros((rows, columns), np.uint8)
    background, foreground = np.zeros((1, 65)), np.zeros((1, 65))
    inside = (edge, edge, columns - 2 * edge, rows - 2 * edge)
    cv2.setRNGSeed(1)
    cv2.grabCut(
        np.ascontiguousarray(small[..., ::-1]),
        found,
        inside,
        background,
        foreground,
        _ROUNDS,
        cv2.GC_INIT_WITH_RECT,
    )
    alpha = np.where((found == cv2.GC_FGD) | (found == cv2.GC_PR_FGD), 255, 0).astype(np.uint8)
    if not alpha.any():
        return np.full((height, width), 255, np.uint8)
    alpha = _without_scraps(alpha)
    return cv2.resize(alpha, (width, height), interpolation=cv2.INTER_LINEAR)


def _without_scraps(alpha: np.ndarray) -> np.ndarray:
    """Remove small parts from (h, w) uint8 of 0 and 255, even if a thin line connects them to the object."""
    import cv2

    opened = cv2.morphologyEx(alpha, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5)))
    count, parts, facts, _ = cv2.connectedComponentsWithStats(opened)
    if count == 1:
        return alpha  # all of it is thin
    areas = facts[:, cv2.CC_STAT_AREA].copy()
    areas[0] = 0  # the background
    return np.where((areas >= _LEAST_PART * areas.max())[parts], 255, 0).astype(np.uint8)


def defringed(alpha: np.ndarray) -> np.ndarray:
    """Return alpha, (h, w) uint8, one px narrower, because the outermost pixels hold colours of the background."""
    import cv2

    inside = cv2.erode(alpha, np.ones((3, 3), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=(255,))
    return np.where(inside > 0, cv2.blur(inside, (3, 3)), 0).astype(np.uint8)


def is_opaque(alpha: np.ndarray) -> bool:
    """Return whether (h, w) uint8 alpha is opaque everywhere."""
    return bool((alpha > 250).all())
