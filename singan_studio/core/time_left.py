"""Say how long a training still takes, without jumps: from what its cost should be and how long it took so far."""

from __future__ import annotations

import math
from collections.abc import Sequence

PRIOR = 10.0
"""Seconds of work that the cost model's own opinion counts for, against what was measured."""

FORGETTING = 0.4
"""Weight of what was learned from scales before the last one, which is more like those to come."""

SETTLING = 8.0
"""Least time constant in s with which a shown time follows the estimate."""

SETTLING_SHARE = 0.1
"""The time constant as a share of what is left: an hour may be corrected in minutes, the last minute in seconds."""


class SteadyTime:
    """A remaining time that runs down with the clock and is drawn to each new estimate; times in s, monotonic."""

    def __init__(self) -> None:
        self._shown: float | None = None
        self._at = 0.0

    def update(self, now: float, estimate: float) -> float:
        """Return what to show when `estimate` seconds should be left."""
        if self._shown is None or estimate <= 0:
            self._shown = max(estimate, 0.0)
        else:
            passed = max(now - self._at, 0.0)
            expected = max(self._shown - passed, 0.0)
            pull = 1 - math.exp(-passed / max(SETTLING, SETTLING_SHARE * expected))
            self._shown = expected + pull * (estimate - expected)
        self._at = now
        return self._shown


class TimeLeft:
    """Estimates what is left of a training of several scales.

    What each scale costs in seconds is expected beforehand; how far reality is from that is learned from the scales
    that are done and, for its own rest, from the one at work.
    """

    def __init__(self, expected: Sequence[float]) -> None:
        self._expected = list(expected)
        self._done_expected = self._done_real = 0.0
        self._steady = SteadyTime()

    def finished(self, scale: int, seconds: float, share: float = 1.0) -> None:
        """Take into account that this share of a scale took so many seconds."""
        self._done_expected = FORGETTING * self._done_expected + share * self._expected[scale]
        self._done_real = FORGETTING * self._done_real + seconds

    def left(self, now: float, scale: int, seconds: float, share: float, rest: float) -> float:
        """Return the seconds left when a `share` of a scale (0..1) took `seconds` and its `rest` is to be done."""
        expected = self._expected[scale]
        so_far = (self._done_real + PRIOR) / (self._done_expected + PRIOR)
        here = (seconds + PRIOR * so_far) / (share * expected + PRIOR)
        done = self._done_real + seconds, self._done_expected + share * expected
        later = (done[0] + PRIOR) / (done[1] + PRIOR)
        estimate = here * rest * expected + later * sum(self._expected[scale + 1 :])
        return self._steady.update(now, estimate)
