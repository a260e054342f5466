"""A least-recently-used cache of preview frames, with one budget for all films."""

from __future__ import annotations

from collections import Counter, OrderedDict

import numpy as np
from PySide6.QtGui import QImage

from singan_studio.ui.widgets.pixels import as_image

BUDGET = 256 * 2**20
"""Limit in bytes. A frame of 250x188 px takes 188 kB, so 1400 of them fit: 23 films of 60 frames."""


class FrameCache:
    """Holds frames by film and number, as images that are painted without conversion.

    A film is identified by any text that determines its frames.
    """

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget
        self._frames: OrderedDict[tuple[str, int], QImage] = OrderedDict()  # oldest use first
        self._counts: Counter[str] = Counter()
        self.bytes = 0

    def put(self, film: str, number: int, picture: np.ndarray) -> None:
        """Add a frame, (H, W, 3) uint8, and drop the least recently used ones until all fit into the budget."""
        self._remove((film, number))
        image = as_image(picture)
        self._frames[film, number] = image
        self._counts[film] += 1
        self.bytes += image.sizeInBytes()
        while self.bytes > self._budget and len(self._frames) > 1:
            self._remove(next(iter(self._frames)))

    def get(self, film: str, number: int) -> QImage | None:
        """Return a frame and count that as a use of it; None if it is not cached."""
        image = self._frames.get((film, number))
        if image is not None:
            self._frames.move_to_end((film, number))
        return image

    def has(self, film: str, number: int) -> bool:
        return (film, number) in self._frames

    def count(self, film: str) -> int:
        """Return how many frames of the film are cached."""
        return self._counts[film]

    def room_for(self, width: int, height: int) -> int:
        """Return how many frames of this size in px the budget holds, at least 1."""
        return max(self._budget // (4 * width * height), 1)

    def clear(self) -> None:
        self._frames.clear()
        self._counts.clear()
        self.bytes = 0

    def _remove(self, key: tuple[str, int]) -> None:
        image = self._frames.pop(key, None)
        if image is not None:
            self._counts[key[0]] -= 1
            self.bytes -= image.sizeInBytes()
