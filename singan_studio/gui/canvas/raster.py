"""One layer of pixels that remembers what it was before a change."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect

from singan_studio.gui.canvas.pixels import area
from singan_studio.gui.canvas.tiles import Key, Tile, keys_in, rect_of


class Raster:
    """(H, W) or (H, W, C) uint8, all zero at first. Call `touch` before changing `pixels`."""

    def __init__(self, name: str, height: int, width: int, channels: int) -> None:
        self.name = name
        self.pixels = np.zeros((height, width) if channels == 1 else (height, width, channels), np.uint8)
        self.used: set[Key] = set()  # tiles that may have other pixels than zero
        self._before: dict[Key, Tile] = {}

    @property
    def rect(self) -> QRect:
        height, width = self.pixels.shape[:2]
        return QRect(0, 0, width, height)

    def touch(self, rect: QRect) -> None:
        """The pixels in a rectangle are about to change."""
        for key in keys_in(rect.intersected(self.rect)):
            if key not in self._before:
                self._before[key] = self.tile(key)
                self.used.add(key)

    def is_used(self, rect: QRect) -> bool:
        """False only if all pixels there are zero."""
        return any(key in self.used for key in keys_in(rect.intersected(self.rect)))

    def used_rect(self) -> QRect:
        """Holds all pixels that are not zero; empty when there are none."""
        found = QRect()
        for key in self.used:
            found = found.united(self._rect_of(key))
        return found

    def before(self, rect: QRect) -> np.ndarray:
        """A copy of the pixels in a touched rectangle as they were before the change that is going on."""
        pixels = self.pixels[area(rect)].copy()
        for key in keys_in(rect):
            tile = self._before.get(key)
            if tile is not None:
                place = self._rect_of(key)
                common = place.intersected(rect)
                pixels[area(common.translated(-rect.topLeft()))] = tile.pixels()[
                    area(common.translated(-place.topLeft()))
                ]
        return pixels

    def take_change(self) -> dict[Key, Tile]:
        """The earlier tiles of all that really changed; the next change begins."""
        before, self._before = self._before, {}
        return {key: tile for key, tile in before.items() if not self._same(key, tile)}

    def revert(self) -> QRect:
        """Undo the change that is going on; returns where."""
        before, self._before = self._before, {}
        changed = QRect()
        for key, tile in before.items():
            changed = changed.united(self.put(key, tile))
        return changed

    def tile(self, key: Key) -> Tile:
        """A copy of a tile as it is now."""
        rect = self._rect_of(key)
        if key in self.used:
            return Tile(self.pixels[area(rect)])
        shape = (rect.height(), rect.width(), *self.pixels.shape[2:])
        return Tile.uniform(shape, bytes(self.channels))

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

    def tile_shape(self, key: Key) -> tuple[int, ...]:
        """Raises ValueError for a tile outside the layer."""
        rect = self._rect_of(key)
        if rect.isEmpty():
            raise ValueError(f"tile {key} lies outside the layer {self.name}")
        return (rect.height(), rect.width(), *self.pixels.shape[2:])

    def _rect_of(self, key: Key) -> QRect:
        height, width = self.pixels.shape[:2]
        return rect_of(key, height, width)

    def _same(self, key: Key, tile: Tile) -> bool:
        return bool((self.pixels[area(self._rect_of(key))] == tile.pixels()).all())
