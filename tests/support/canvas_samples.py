"""Sample documents, and everything visible of them for comparisons."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect

from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.objects import Bitmap, CanvasObject, Placement
from singan_studio.ui.canvas.pixels import area

HEIGHT, WIDTH = 300, 200


def picture(height: int = HEIGHT, width: int = WIDTH) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 255, (height, width, 3), np.uint8)


def cover(
    document: CanvasDocument, rect: QRect, layer: str = "paint", value: object = (0, 0, 255, 255)
) -> None:
    raster = document.layers[layer]
    document.touch(raster, rect)
    raster.pixels[area(rect)] = value
    document.invalidate(rect)


def thing(id: int = 1, x: float = 50, y: float = 60, side: int = 20) -> CanvasObject:
    pixels = np.zeros((side, side, 4), np.uint8)
    pixels[...] = (0, 255, 0, 255)
    return CanvasObject(id, Bitmap(pixels), Placement(float(x), float(y)))


def state(document: CanvasDocument) -> tuple[bytes, ...]:
    layers = tuple(layer.pixels.tobytes() for layer in document.layers.values())
    objects = [(item.id, item.placement, item.bitmap.pixels.tobytes()) for item in document.objects]
    return (*layers, document.composite().tobytes(), document.mask.tobytes(), repr(objects).encode())


def is_untouched(document: CanvasDocument) -> bool:
    """Return whether nothing is painted, pasted or masked."""
    state = document.document_state()
    return not state.objects and not any(patch.pixels.any() for patch in state.patches.values())
