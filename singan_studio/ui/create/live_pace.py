"""How large the picture is that follows the hand: as large as this machine draws it without being waited for."""

from __future__ import annotations

from collections import deque
from statistics import median

SIDES = (250, 192, 128)
"""Longer side in px that a picture may have while the hand moves."""
LONGEST_MS = 150.0
"""From the end of a stroke to its picture, that a person does not wait for."""
_LOOKED_AT = 3  # pictures that decide


class LivePace:
    """Goes to smaller pictures where the last ones came late, and back when larger ones would be in time."""

    def __init__(self) -> None:
        self._index = 0
        self._times: deque[float] = deque(maxlen=_LOOKED_AT)

    @property
    def side(self) -> int:
        return SIDES[self._index]

    def note(self, milliseconds: float) -> None:
        """A picture of this side was there so long after it was asked for."""
        self._times.append(milliseconds)
        if len(self._times) < _LOOKED_AT:
            return
        usual = median(self._times)
        if usual > LONGEST_MS:
            self._go(min(self._index + 1, len(SIDES) - 1))
        elif self._index and usual * self._growth < LONGEST_MS / 2:
            self._go(self._index - 1)

    @property
    def _growth(self) -> float:
        """About how much longer the next larger side takes."""
        return (SIDES[self._index - 1] / self.side) ** 2

    def _go(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self._times.clear()
