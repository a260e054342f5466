"""Square tiles of a canvas layer, as the undo history and the project file hold them."""

from __future__ import annotations

import zlib

import numpy as np

SIDE = 128
"""Side of a tile in px."""

Key = tuple[int, int]
"""Row and column of a tile in its layer."""

_UNIFORM, _PACKED = b"u", b"z"


class Tile:
    """The pixels of one tile: one value if all are the same, else the bytes, packed on request.

    `shape` is (h, w) or (h, w, C); tiles at the right and lower edge are smaller.
    """

    __slots__ = ("_packed", "_raw", "_value", "shape")

    def __init__(self, pixels: np.ndarray) -> None:
        """Copy uint8 pixels."""
        self.shape = pixels.shape
        first = pixels[0, 0]
        uniform = bool((pixels[-1, -1] == first).all() and (pixels == first).all())
        self._value: bytes | None = first.tobytes() if uniform else None
        self._raw: np.ndarray | None = None if uniform else pixels.copy()
        self._packed: bytes | None = None

    @staticmethod
    def uniform(shape: tuple[int, ...], value: bytes) -> Tile:
        """Return a tile of equal pixels; `value` has one byte for each channel."""
        tile = Tile.__new__(Tile)
        tile.shape, tile._value, tile._raw, tile._packed = shape, value, None, None
        return tile

    @staticmethod
    def from_bytes(data: bytes, shape: tuple[int, ...]) -> Tile:
        """Return the tile that `to_bytes` packed. Raises ValueError for any other bytes."""
        channels = 1 if len(shape) == 2 else shape[2]
        if data[:1] == _UNIFORM and len(data) == 1 + channels:
            return Tile.uniform(shape, data[1:])
        if data[:1] != _PACKED:
            raise ValueError(f"not a tile: it starts with {data[:1]!r}")
        tile = Tile.uniform(shape, b"")
        tile._value, tile._packed = None, data[1:]
        tile.pixels()  # finds damaged bytes now and not when the tile is shown
        return tile

    @property
    def empty(self) -> bool:
        """Whether all pixels are known to be zero."""
        return self._value is not None and not any(self._value)

    @property
    def size(self) -> int:
        """Size in memory in bytes."""
        raw = self._raw  # another thread may just be packing it
        if raw is not None:
            return raw.nbytes
        return len(self._packed if self._packed is not None else self._value or b"")

    def pixels(self) -> np.ndarray:
        """Return uint8 pixels of `shape`, which must not be changed. Raises ValueError for damaged bytes."""
        if self._value is not None:
            return np.broadcast_to(np.frombuffer(self._value, np.uint8).reshape(self._one()), self.shape)
        raw = self._raw  # another thread may just be packing it
        if raw is not None:
            return raw
        try:
            wanted = int(np.prod(self.shape))
            data = zlib.decompressobj().decompress(self._packed or b"", wanted + 1)
            return np.frombuffer(data, np.uint8).reshape(self.shape)
        except zlib.error as error:
            raise ValueError(f"a tile cannot be unpacked: {error}") from error

    def to_bytes(self) -> bytes:
        """Return the bytes for the project file. This packs the tile, and may run on another thread."""
        if self._value is not None:
            return _UNIFORM + self._value
        raw = self._raw
        if raw is not None:
            self._packed = zlib.compress(raw.tobytes(), level=1)
            self._raw = None
        return _PACKED + (self._packed or b"")

    def _one(self) -> tuple[int, ...]:
        return () if len(self.shape) == 2 else (self.shape[2],)


def tile_shape(key: Key, height: int, width: int, channels: int) -> tuple[int, ...]:
    """Return the shape of a tile of a layer of `height` x `width` px. Raises ValueError for one outside the layer."""
    top, left = key[0] * SIDE, key[1] * SIDE
    if not (0 <= top < height and 0 <= left < width):
        raise ValueError(f"tile {key} lies outside a layer of {width}×{height} px")
    size = min(SIDE, height - top), min(SIDE, width - left)
    return size if channels == 1 else (*size, channels)
