"""Pictures at other sizes, for showing only; the engine has its own, exact way."""

from __future__ import annotations

import numpy as np

from singan_studio.core.config import TrainConfig
from singan_studio.core.geometry import geometry_for


def planned_sizes(height: int, width: int, config: TrainConfig) -> list[tuple[int, int]]:
    """(height, width) of every scale a training with `config` would have, coarsest first."""
    return list(geometry_for(height, width, config).sizes)


def resized(pixels: np.ndarray, width: int, height: int) -> np.ndarray:
    """(H, W, 3) uint8 at another size."""
    from PIL import Image

    image = Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return np.array(image)


def shrunk(pixels: np.ndarray, side: int) -> np.ndarray:
    """(H, W, 3) uint8 with its longer side at most `side` px."""
    height, width = pixels.shape[:2]
    ratio = side / max(height, width)
    if ratio >= 1:
        return pixels
    return resized(pixels, max(1, round(width * ratio)), max(1, round(height * ratio)))


def stretched(pixels: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """(H, W, 3) uint8 brought to (height, width)."""
    height, width = size
    return pixels if pixels.shape[:2] == size else resized(pixels, width, height)
