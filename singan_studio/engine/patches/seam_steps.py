"""Narrow or widen a small picture along seams that cross what matters least (Avidan, Shamir, SIGGRAPH 2007).

Each seam makes what it passes dearer for the next ones, so that they do not all cross the same place.
"""

from __future__ import annotations

import numpy as np

CROWDED = 0.2
"""What a seam adds to the cost of its pixels and their neighbours, in shares of the mean cost."""


def seam_columns(cost: np.ndarray, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Bring a picture with (h, w) `cost` to `width`: the column that each pixel comes from, and its cost after that.

    Both are (h, width). The cheapest seams from top to bottom are left out, or come twice, each at most once more.
    """
    height, old = cost.shape
    seams, cost = _cheapest(cost, min(abs(width - old), old - 1))
    times = np.where(seams, 0 if width < old else 2, 1)
    columns = np.repeat(np.tile(np.arange(old), height), times.ravel()).reshape(height, -1)
    return columns, np.take_along_axis(cost, columns, 1)


def _cheapest(cost: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Find `count` seams, one pixel in each row, one after another: (h, w) bool, and the cost after that."""
    cost, more = cost.copy(), CROWDED * cost.mean()
    found = np.zeros(cost.shape, bool)
    rows = np.arange(len(cost))
    columns = np.tile(np.arange(cost.shape[1]), (len(cost), 1))
    for _ in range(count):
        seam = _seam(np.take_along_axis(cost, columns, 1))
        for side in (-1, 0, 1):
            cost[rows, columns[rows, (seam + side).clip(0, columns.shape[1] - 1)]] += more
        found[rows, columns[rows, seam]] = True
        keep = np.ones(columns.shape, bool)
        keep[rows, seam] = False
        columns = columns[keep].reshape(len(rows), -1)
    return found, cost


def _seam(cost: np.ndarray) -> np.ndarray:
    """(h,) the column of the cheapest seam in each row; it moves by at most one column a row."""
    total = cost.astype(np.float64)
    for row in range(1, len(total)):
        above = np.pad(total[row - 1], 1, constant_values=np.inf)
        total[row] += np.minimum(np.minimum(above[:-2], above[1:-1]), above[2:])
    seam = np.empty(len(total), int)
    seam[-1] = total[-1].argmin()
    for row in range(len(total) - 2, -1, -1):
        first = max(0, seam[row + 1] - 1)
        seam[row] = first + total[row, first : seam[row + 1] + 2].argmin()
    return seam
