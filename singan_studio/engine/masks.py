"""Masks of where a tool may change the picture, and blending of its result (SinGAN section 4)."""

from __future__ import annotations

import cv2
import numpy as np

from singan_studio.core.errors import BadInput
from singan_studio.engine.fitting import Size, fitted

TRUNCATE = 4
"""The Gaussian of a feathered mask ends at this many sigmas."""

FOREGROUND = 127
"""Brightness or opacity (0..255) above which a mask's pixel counts."""


def area(picture: np.ndarray, size: Size, how: str) -> np.ndarray:
    """Return any picture as a mask, (H, W) bool at `size`, fitted as by `fitting.fitted`.

    Raises `BadInput` "mask.empty" when nothing is marked, "mask.outside" when what is marked was cropped away.
    """
    marked = fitted(foreground(picture), size, how, np.zeros(size, bool), resized)
    if not marked.any():
        raise BadInput("mask.outside", how=how)
    return marked


def foreground(picture: np.ndarray) -> np.ndarray:
    """Return any picture as a mask, (H, W) bool: its alpha if some of it is transparent, else its brightness.

    `picture` is (H, W), (H, W, 3) or (H, W, 4) uint8. Raises `BadInput` "mask.empty" when nothing is marked.
    """
    if picture.ndim == 2:
        marked = picture > FOREGROUND
    else:
        marked = cv2.cvtColor(np.ascontiguousarray(picture[:, :, :3]), cv2.COLOR_RGB2GRAY) > FOREGROUND
        opaque = picture[:, :, 3:] > FOREGROUND
        if picture.shape[2] == 4 and not opaque.all():
            marked = opaque[:, :, 0]
    if not marked.any():
        raise BadInput("mask.empty")
    return marked


def resized(marked: np.ndarray, size: Size) -> np.ndarray:
    """Resize (H, W) bool; a single marked pixel never gets lost."""
    inner = min(size[0], marked.shape[0]), min(size[1], marked.shape[1])
    shrunk = cv2.resize(marked.astype(np.float32), inner[::-1], interpolation=cv2.INTER_AREA) > 0
    return cv2.resize(shrunk.astype(np.uint8), size[::-1], interpolation=cv2.INTER_NEAREST) > 0


def softened(marked: np.ndarray, grow: int, feather: float) -> np.ndarray:
    """Return (H, W) float32 in 0..1: `marked` grown by a disk of `grow` px, blurred by a Gaussian of `feather` px.

    The blurred mask is rescaled to 0..1; a mask that is full (or empty) after growing stays as it is.
    """
    disk = _disk(grow)
    grown = cv2.dilate(marked.astype(np.uint8), disk).astype(np.float32)
    if feather <= 0 or grown.min() == grown.max():
        return grown
    side = 2 * int(TRUNCATE * feather + 0.5) + 1
    blurred = cv2.GaussianBlur(
        grown.astype(np.float64), (side, side), feather, borderType=cv2.BORDER_REPLICATE
    )
    low, high = blurred.min(), blurred.max()
    return ((blurred - low) / (high - low)).astype(np.float32) if high > low else grown


def blended(original: np.ndarray, result: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Return (H, W, 3) uint8: `result` weighted by the mask, the original bit for bit where the mask is 0.

    `result` (h, w, 3) uint8 and `mask` (h, w) float32 in 0..1 are brought to the original's size.
    """
    height, width = original.shape[:2]
    enlarged = cv2.resize(result, (width, height), interpolation=cv2.INTER_CUBIC)
    share = cv2.resize(mask, (width, height), interpolation=cv2.INTER_LINEAR)[:, :, None]
    mixed = np.rint(original * (1 - share) + enlarged * share).astype(np.uint8)
    return np.where(share > 0, mixed, original)


def _disk(radius: int) -> np.ndarray:
    """Return a disk of all pixels within `radius` of the centre, uint8."""
    at = np.arange(-radius, radius + 1)
    return (at[:, None] ** 2 + at**2 <= radius**2).astype(np.uint8)
