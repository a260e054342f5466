"""Where the tiles of a layer lie."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect

from singan_studio.project.tile import SIDE, Key


def keys_in(rect: QRect) -> Iterator[Key]:
    """Return the tiles that a rectangle of the layer touches; it must lie inside the layer."""
    if rect.isEmpty():
        return
    for row in range(rect.top() // SIDE, rect.bottom() // SIDE + 1):
        for column in range(rect.left() // SIDE, rect.right() // SIDE + 1):
            yield row, column


def rect_of(key: Key, height: int, width: int) -> QRect:
    """Where a tile lies in a layer of that size."""
    row, column = key
    return QRect(column * SIDE, row * SIDE, SIDE, SIDE).intersected(QRect(0, 0, width, height))
