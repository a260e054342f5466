"""Resize pictures for display; the engine has its own, exact resampling."""

from __future__ import annotations

import numpy as np


def resized(pixels: np.ndarray, width: int, height: int) -> np.ndarray:
    """Return (H, W, 3) uint8 pixels at another size in px."""
    from PIL import Image

    image = Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return np.array(image)


def shrunk(pixels: np.ndarray, side: int) -> np.ndarray:
    """Return (H, W, 3) uint8 pixels with the longer side at most `side` px; a smaller picture stays as it is."""
    height, width = pixels.shape[:2]
    ratio = side / max(height, width)
    if ratio >= 1:
        return pixels
    return resized(pixels, max(1, round(width * ratio)), max(1, round(height * ratio)))


def stretched(pixels: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Return (H, W, 3) uint8 pixels at `size`, (height, width) in px, whatever their aspect."""
    height, width = size
    return pixels if pixels.shape[:2] == size else resized(pixels, width, height)
