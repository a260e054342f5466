"""Pins in a result of any size: each connected part keeps its own size and its place in shares of the picture."""

from __future__ import annotations

import numpy as np


def pins_at(pinned: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Bring pins (h, w, 4) uint8, made for a picture of their own size, to one of (height, width)."""
    height, width = pinned.shape[:2]
    if size == (height, width):
        return pinned
    import cv2  # here: engines draw without it until something is pinned

    whole = np.zeros((*size, 4), np.uint8)
    count, numbers, boxes, _ = cv2.connectedComponentsWithStats((pinned[:, :, 3] > 0).astype(np.uint8))
    for number in range(1, count):
        left, top, across, down = (int(value) for value in boxes[number][:4])
        x = _place(left, across, width, size[1])
        y = _place(top, down, height, size[0])
        x0, y0 = max(-x, 0), max(-y, 0)  # what hangs over the border is left out
        x1, y1 = min(across, size[1] - x), min(down, size[0] - y)
        inside = np.s_[top + y0 : top + y1, left + x0 : left + x1]
        there, piece = whole[y + y0 : y + y1, x + x0 : x + x1], numbers[inside] == number
        there[piece] = pinned[inside][piece]
    return whole


def _place(first: int, length: int, before: int, after: int) -> int:
    """Return where a part begins on an axis whose length has changed; what lay at a border still does."""
    room = before - length
    return round(first * (after - length) / room) if room > 0 else 0
