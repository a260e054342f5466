"""The motion mask: painted on the picture, and laid over the frames when they are shown."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.core.soft_edge import soft_inside
from singan_studio.ui.canvas.brush import change_mask
from singan_studio.ui.canvas.document import CanvasDocument

FORGET = QT_TRANSLATE_NOOP("canvas", "Everything moves")
STILL_SIDE = 800
"""Longer side in px of the still parts as they are shown: finer than the frames, yet quick to paint."""


def is_marked(document: CanvasDocument) -> bool:
    """Return whether anything is marked; otherwise everything moves."""
    return bool(document.mask.any())


def begin_with_everything(document: CanvasDocument) -> None:
    """Mark everything as moving before the first still part is painted; both become one step."""
    if not is_marked(document):
        rect = document.rect
        change_mask(document, rect, np.full((rect.height(), rect.width()), 255, np.uint8), adds=True)
        document.settle()


def forget_marks(document: CanvasDocument) -> None:
    """Clear the mask in one step, so that everything moves."""
    if is_marked(document):
        rect = document.rect
        change_mask(document, rect, np.full((rect.height(), rect.width()), 255, np.uint8), adds=False)
        document.commit(FORGET)


def still_layer(document: CanvasDocument, feather: float, learned: int) -> QImage | None:
    """Return the original where it stays still, transparent where it moves; None when everything moves.

    `feather` is in px of a learned picture whose longer side is `learned` px. The film's own frames are made of the
    same soft edge (`tools.animate`), at the original's size.
    """
    if not is_marked(document):
        return None
    size = document.size
    scale = min(STILL_SIDE / max(size.width(), size.height()), 1)
    width, height = max(round(size.width() * scale), 1), max(round(size.height() * scale), 1)
    moving = document.reduced_mask(width, height) > 127
    share = soft_inside(moving, feather * max(width, height) / learned)
    still = 1 - share[:, :, None]
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[:, :, :3] = np.rint(
        document.reduced(width, height)[:, :, ::-1] * still
    )  # premultiplied, BGRA in memory
    pixels[:, :, 3:] = np.rint(255 * still)
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()
