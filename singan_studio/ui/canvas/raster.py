"""A layer of pixels that remembers its content from before the current edit."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QRect

from singan_studio.project.tile import Key, Tile, tile_shape
from singan_studio.ui.canvas.pixels import area
from singan_studio.ui.canvas.tiles import keys_in, rect_of


class Raster:
    """A layer, (H, W) or (H, W, C) uint8, initially zero. Call `touch` before changing `pixels`."""

    def __init__(self, name: str, height: int, width: int, channels: int) -> None:
        self.name = name
        self.pixels = np.zeros((height, width) if channels == 1 else (height, width, channels), np.uint8)
        self.used: set[Key] = set()  # tiles that may have other pixels than zero
        self._before: np.ndarray | None = None  # the layer before the edit, in the tiles of `_touched`
        self._touched: set[Key] = set()
        self._settled: dict[Key, Tile] = {}  # tiles from before `settle`

    @property
    def rect(self) -> QRect:
        height, width = self.pixels.shape[:2]
        return QRect(0, 0, width, height)

    def touch(self, rect: QRect) -> None:
        """Announce that the pixels in a rectangle are about to change."""
        for key in keys_in(rect.intersected(self.rect)):
            if key not in self._touched:
                place = area(self._rect_of(key))
                self.before[place] = self.pixels[place]
                self._touched.add(key)
            self.used.add(key)

    @property
    def before(self) -> np.ndarray:
        """The layer from before the current edit, valid in touched tiles only."""
        if self._before is None:
            self._before = np.zeros(self.pixels.shape, np.uint8)  # no memory is taken before it is written to
        return self._before

    def is_used(self, rect: QRect) -> bool:
        """Return whether pixels there may differ from zero."""
        return any(key in self.used for key in keys_in(rect.intersected(self.rect)))

    def is_blank(self) -> bool:
        """Return whether all pixels are zero."""
        return not any(self.pixels[area(self._rect_of(key))].any() for key in self.used)

    def note_blank(self) -> None:
        """Record that all pixels are zero, which saves looking at them."""
        self.used.clear()

    def used_rect(self) -> QRect:
        """Return a rectangle around all pixels that are not zero; empty when there are none."""
        found = QRect()
        for key in self.used:
            found = found.united(self._rect_of(key))
        return found

    def settle(self) -> None:
        """Let the next part of the current edit start from the present pixels."""
        for key in self._touched:
            self._settled.setdefault(key, Tile(self.before[area(self._rect_of(key))]))
        self._before, self._touched = None, set()

    @property
    def changes(self) -> bool:
        """Whether the layer has changed in the current edit."""
        return bool(self._touched or self._settled)

    def take_change(self) -> Iterator[tuple[Key, Tile | None]]:
        """Yield every touched tile from before the edit, None for an unchanged one, then end the edit."""
        for key in sorted({*self._settled, *self._touched}):
            place, tile = area(self._rect_of(key)), self._settled.get(key)
            before = self.before[place] if tile is None else tile.pixels()
            same = np.array_equal(self.pixels[place], before)
            if not self.pixels[place].any():
                self.used.discard(key)
            yield key, None if same else tile or Tile(before)
        self._end_change()

    def revert(self) -> Iterator[QRect]:
        """Undo the current edit, and yield the rectangle of each tile."""
        for key in sorted({*self._settled, *self._touched}):
            rect, tile = self._rect_of(key), self._settled.get(key)
            self.pixels[area(rect)] = self.before[area(rect)] if tile is None else tile.pixels()
            self.used.add(key)
            yield rect
        self._end_change()

    def tile(self, key: Key) -> Tile:
        """Return a copy of a tile."""
        if key in self.used:
            return Tile(self.pixels[area(self._rect_of(key))])
        height, width = self.pixels.shape[:2]
        return Tile.uniform(tile_shape(key, height, width, self.channels), bytes(self.channels))

    def committed(self, key: Key) -> Tile:
        """Return a copy of a tile from before the current edit."""
        if key in self._settled:
            return self._settled[key]
        if key in self._touched:
            return Tile(self.before[area(self._rect_of(key))])
        return self.tile(key)

    def put(self, key: Key, tile: Tile) -> QRect:
        """Set the pixels of a tile and return its rectangle."""
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
