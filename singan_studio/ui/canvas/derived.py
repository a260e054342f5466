"""Pixels derived from the layers, computed on request and only where the layers have changed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from singan_studio.project.tile import SIDE
from singan_studio.ui.canvas.levels import MOST_RECTS, Levels
from singan_studio.ui.canvas.pixels import rects_of

MOMENT = 2**20
"""Number of pixels that can be composed without a noticeable delay."""


class Derived:
    """Caches pixels of `shape`; `make(rect, pixels)` computes a rectangle of them. `opaque` concerns four channels."""

    def __init__(
        self, shape: tuple[int, ...], make: Callable[[QRect, np.ndarray], None], opaque: bool = True
    ) -> None:
        self._shape, self._make, self._opaque = shape, make, opaque
        self._rect = QRect(0, 0, shape[1], shape[0])
        self._levels: Levels | None = None
        self._pixels = np.empty(0, np.uint8)
        self._stale = QRegion(self._rect)

    def invalidate(self, rect: QRect) -> None:
        self._stale += rect.intersected(self._rect)

    @property
    def missing(self) -> QRegion:
        """The region that was requested and is out of date."""
        return QRegion() if self._levels is None else self._stale

    @property
    def stale(self) -> QRegion:
        """The region that is out of date, requested or not."""
        return self._stale

    def levels(self, most: int | None = None) -> Levels:
        """Update everything, or about `most` pixels, and return the levels."""
        if self._levels is None:
            self._pixels = np.zeros(self._shape, np.uint8)
            self._levels = Levels(self._pixels, self._opaque)
        left = most
        for rect in rects_of(self._stale, MOST_RECTS):
            if left is not None:
                if left <= 0:
                    break
                rect = _upper_part(rect, left)
                left -= rect.width() * rect.height()
            self._make(rect, self._pixels)
            self._levels.invalidate(rect)
            self._stale -= rect
        return self._levels

    def pixels(self) -> np.ndarray:
        """Update everything and return the pixels, read-only."""
        self.levels()
        return self._pixels

    def release(self) -> None:
        """Free the memory until the pixels are requested again."""
        self._levels = None
        self._pixels = np.empty(0, np.uint8)
        self._stale = QRegion(self._rect)


def _upper_part(rect: QRect, most: int) -> QRect:
    """Return the upper rows of a rectangle, about `most` pixels, ending at the edge of a tile."""
    bottom = rect.top() + max(most // rect.width(), 1)
    bottom += -bottom % SIDE
    return QRect(rect.left(), rect.top(), rect.width(), min(bottom - rect.top(), rect.height()))
