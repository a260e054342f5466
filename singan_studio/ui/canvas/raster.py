"""One layer of pixels that remembers what it was before a change."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QRect

from singan_studio.project.tile import Key, Tile, tile_shape
from singan_studio.ui.canvas.pixels import area
from singan_studio.ui.canvas.tiles import keys_in, rect_of


class Raster:
    """(H, W) or (H, W, C) uint8, all zero at first. Call `touch` before changing `pixels`."""

    def __init__(self, name: str, height: int, width: int, channels: int) -> None:
        self.name = name
        self.pixels = np.zeros((height, width) if channels == 1 else (height, width, channels), np.uint8)
        self.used: set[Key] = set()  # tiles that may have other pixels than zero
        self._before: np.ndarray | None = None  # as it was, in the tiles of `_touched`
        self._touched: set[Key] = set()
        self._settled: dict[Key, Tile] = {}  # as it was before `settle`

    @property
    def rect(self) -> QRect:
        height, width = self.pixels.shape[:2]
        return QRect(0, 0, width, height)

    def touch(self, rect: QRect) -> None:
        """The pixels in a rectangle are about to change."""
        for key in keys_in(rect.intersected(self.rect)):
            if key not in self._touched:
                place = area(self._rect_of(key))
                self.before[place] = self.pixels[place]
                self._touched.add(key)
            self.used.add(key)

    @property
    def before(self) -> np.ndarray:
        """The whole layer as it was before the change that is going on, in its touched rectangles only."""
        if self._before is None:
            self._before = np.zeros(self.pixels.shape, np.uint8)  # no memory is taken before it is written to
        return self._before

    def is_used(self, rect: QRect) -> bool:
        """False only if all pixels there are zero."""
        return any(key in self.used for key in keys_in(rect.intersected(self.rect)))

    def is_blank(self) -> bool:
        """True if all pixels are zero."""
        return not any(self.pixels[area(self._rect_of(key))].any() for key in self.used)

    def note_blank(self) -> None:
        """All pixels are zero now, so that no one needs to look."""
        self.used.clear()

    def used_rect(self) -> QRect:
        """Holds all pixels that are not zero; empty when there are none."""
        found = QRect()
        for key in self.used:
            found = found.united(self._rect_of(key))
        return found

    def settle(self) -> None:
        """What follows is laid on what is now, but belongs to the same change."""
        for key in self._touched:
            self._settled.setdefault(key, Tile(self.before[area(self._rect_of(key))]))
        self._before, self._touched = None, set()

    @property
    def changes(self) -> bool:
        """Whether a change is going on."""
        return bool(self._touched or self._settled)

    def take_change(self) -> Iterator[tuple[Key, Tile | None]]:
        """Every touched tile as it was before, None where nothing really changed; then the next change begins."""
        for key in sorted({*self._settled, *self._touched}):
            place, tile = area(self._rect_of(key)), self._settled.get(key)
            before = self.before[place] if tile is None else tile.pixels()
            same = np.array_equal(self.pixels[place], before)
            if not self.pixels[place].any():
                self.used.discard(key)
            yield key, None if same else tile or Tile(before)
        self._end_change()

    def revert(self) -> Iterator[QRect]:
        """Undo the change that is going on; yields where, tile by tile."""
        for key in sorted({*self._settled, *self._touched}):
            rect, tile = self._rect_of(key), self._settled.get(key)
            self.pixels[area(rect)] = self.before[area(rect)] if tile is None else tile.pixels()
            self.used.add(key)
            yield rect
        self._end_change()

    def tile(self, key: Key) -> Tile:
        """A copy of a tile as it is now."""
        if key in self.used:
            return Tile(self.pixels[area(self._rect_of(key))])
        height, width = self.pixels.shape[:2]
        return Tile.uniform(tile_shape(key, height, width, self.channels), bytes(self.channels))

    def committed(self, key: Key) -> Tile:
        """A copy of a tile as it was before the change that is going on."""
        if key in self._settled:
            return self._settled[key]
        if key in self._touched:
            return Tile(self.before[area(self._rect_of(key))])
        return self.tile(key)

    def put(self, key: Key, tile: Tile) -> QRect:
        """Set the pixels of a tile; returns where it is."""
        rect = self._rect_of(key)
        if key in self.used or not tile.empty:
            self.pixels[area(rect)] = tile.pixels()
        if tile.empty:
            self.used.discard(key)
        else:
            self.used.add(key)
        return rect

    @property
    def channels(self) -> int:
        return 1 if self.pixels.ndim == 2 else self.pixels.shape[2]

    def _rect_of(self, key: Key) -> QRect:
        height, width = self.pixels.shape[:2]
        return rect_of(key, height, width)

    def _end_change(self) -> None:
        self._before, self._touched, self._settled = None, set(), {}
