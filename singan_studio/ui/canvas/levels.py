"""A picture with its half, quarter and so on, updated only where it has changed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QRegion

from singan_studio.ui.canvas.pixels import area, rects_of, shared

MOST_RECTS = 12
"""Limit of rectangles in an update; beyond it their bounding rectangle is updated."""


class Levels:
    """Halves `pixels`, (H, W) or (H, W, 4) uint8, on request; the owner calls `invalidate` after changes."""

    def __init__(self, pixels: np.ndarray, opaque: bool = True) -> None:
        """Start from `pixels`, all zero; `opaque` concerns four channels."""
        self._opaque = opaque and pixels.ndim == 3
        self._arrays = [pixels]
        self._images = [shared(pixels, self._opaque)]
        self._stale = [QRegion()]
        self.written = QRegion()  # where the picture has ever changed

    def invalidate(self, rect: QRect) -> None:
        """Mark a rectangle of the picture as changed."""
        self.written += rect
        scale = 1
        for index in range(1, len(self._arrays)):
            scale *= 2
            self._stale[index] += _shrunk(rect, scale)

    def index_for(self, zoom: float) -> int:
        """Return how often the picture can be halved without loss at `zoom` (device px per picture px)."""
        index, (height, width) = 0, self._arrays[0].shape[:2]
        while zoom < 0.5 and min(height, width) > 1:
            index, zoom, height, width = index + 1, zoom * 2, (height + 1) // 2, (width + 1) // 2
        return index

    def array(self, index: int) -> np.ndarray:
        """Return the picture halved `index` times; sides are rounded up."""
        while len(self._arrays) <= index:
            height, width = self._arrays[-1].shape[:2]
            shape = ((height + 1) // 2, (width + 1) // 2, *self._arrays[0].shape[2:])
            half = np.zeros(shape, np.uint8)
            self._arrays.append(half)
            self._images.append(shared(half, self._opaque))
            self._stale.append(self._shrunk_written(2 ** len(self._stale)))
        for level in range(1, index + 1):
            for rect in rects_of(self._stale[level], MOST_RECTS):
                self._halve(level, rect)
            self._stale[level] = QRegion()
        return self._arrays[index]

    def image(self, index: int) -> QImage:
        """Return the picture halved `index` times as a QImage over the same memory."""
        self.array(index)
        return self._images[index]

    def _shrunk_written(self, scale: int) -> QRegion:
        region = QRegion()
        for rect in rects_of(self.written, MOST_RECTS):
            region += _shrunk(rect, scale)
        return region

    def _halve(self, level: int, rect: QRect) -> None:
        import cv2  # here: the window paints before it is loaded

        finer, coarser = self._arrays[level - 1], self._arrays[level]
        height, width = coarser.shape[:2]
        rect = rect.intersected(QRect(0, 0, width, height))
        if rect.isEmpty():
            return
        source = finer[area(QRect(rect.topLeft() * 2, rect.size() * 2))]
        missing = 2 * rect.height() - source.shape[0], 2 * rect.width() - source.shape[1]
        if any(missing):
            source = cv2.copyMakeBorder(source, 0, missing[0], 0, missing[1], cv2.BORDER_REPLICATE)
        size = (rect.width(), rect.height())
        coarser[area(rect)] = cv2.resize(source, size, interpolation=cv2.INTER_AREA)


def _shrunk(rect: QRect, scale: int) -> QRect:
    left, top = rect.left() // scale, rect.top() // scale
    return QRect(left, top, rect.right() // scale - left + 1, rect.bottom() // scale - top + 1)
