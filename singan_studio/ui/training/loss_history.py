"""A training's losses in bounded memory."""

from __future__ import annotations

import numpy as np

LIMIT = 4000  # points kept
COLUMNS = ("position", "critic", "generator", "copy_error")


class LossHistory:
    """Points of `COLUMNS`. A full history is thinned to half as many means.

    The position counts iterations through all scales: a scale begins where the one before ended.
    """

    def __init__(self) -> None:
        self._points = np.empty((LIMIT, 4))
        self.clear()

    def clear(self) -> None:
        self._count = 0
        self._together = 1  # reports that make one point
        self._pending: list[tuple[float, float, float, float]] = []
        self._last = 0.0
        self.starts: dict[int, float] = {}  # position where a scale begins

    def append(self, scale: int, iteration: int, losses: tuple[float, float, float]) -> None:
        """`iteration` counts within its scale."""
        if scale not in self.starts:
            self.starts[scale] = self._last
        self._last = max(self._last, self.starts[scale] + iteration)
        self._pending.append((self.starts[scale] + iteration, *losses))
        if len(self._pending) == self._together:
            self._keep(np.mean(self._pending, axis=0))
            self._pending.clear()

    @property
    def points(self) -> np.ndarray:
        """(N, 4) float, columns as in `COLUMNS`, N at most `LIMIT`."""
        return self._points[: self._count]

    def _keep(self, point: np.ndarray) -> None:
        if self._count == LIMIT:
            self._points[: LIMIT // 2] = self._points.reshape(LIMIT // 2, 2, 4).mean(axis=1)
            self._count = LIMIT // 2
            self._together *= 2
        self._points[self._count] = point
        self._count += 1
