"""A training's losses in bounded memory."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

LIMIT = 4000  # points kept


class LossHistory:
    """Points of all loss terms that were reported. A full history is thinned to half as many means.

    The position counts iterations through all scales: a scale begins where the one before ended.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self.names: list[str] = []  # terms, in the order in which they first came
        self.starts: dict[int, float] = {}  # position where a scale begins
        self._points = np.empty(
            (LIMIT, 1)
        )  # position, then a column per term; NaN where a term was not reported
        self._count = 0
        self._together = 1  # reports that make one point
        self._pending: list[tuple[float, Mapping[str, float]]] = []
        self._last = 0.0

    def append(self, scale: int, iteration: int, losses: Mapping[str, float]) -> None:
        """Add one report of every term; `iteration` counts within its scale."""
        for name in losses:
            if name not in self.names:
                self.names.append(name)
                self._points = np.column_stack([self._points, np.full(LIMIT, np.nan)])
        if scale not in self.starts:
            self.starts[scale] = self._last
        position = self.starts[scale] + iteration
        self._last = max(self._last, position)
        self._pending.append((position, losses))
        if len(self._pending) == self._together:
            rows = [[at, *(values.get(name, np.nan) for name in self.names)] for at, values in self._pending]
            self._keep(_means(np.array(rows)[None])[0])
            self._pending.clear()

    def curve(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Return positions and values of a term where it was reported, (N,) float each, N at most `LIMIT`."""
        positions, values = self._points[: self._count, [0, 1 + self.names.index(name)]].T
        known = np.isfinite(values)
        return positions[known], values[known]

    def _keep(self, point: np.ndarray) -> None:
        if self._count == LIMIT:
            pairs = self._points.reshape(LIMIT // 2, 2, -1)
            self._points[: LIMIT // 2] = _means(pairs)
            self._count = LIMIT // 2
            self._together *= 2
        self._points[self._count] = point
        self._count += 1


def _means(points: np.ndarray) -> np.ndarray:
    """Return (N, columns) means of (N, k, columns) over what is a number, NaN where nothing is."""
    known = np.isfinite(points)
    count = known.sum(axis=1)
    sums = np.where(known, points, 0.0).sum(axis=1)
    return np.where(count > 0, sums / np.maximum(count, 1), np.nan)
