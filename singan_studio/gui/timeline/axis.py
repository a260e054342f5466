"""Where frames lie along a widget: shared by the ruler and the tracks under it."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 10
"""px left of the first frame and right of the last one, so that keys at the ends can be grabbed."""

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True)
class Axis:
    """`length` frames over `width` px; a frame's place is its middle."""

    length: int
    width: int

    @property
    def step(self) -> float:
        """px from one frame to the next."""
        return max(self.width - 2 * MARGIN, 1) / self.length

    def x(self, frame: float) -> float:
        """The frame's middle, px."""
        return MARGIN + (frame + 0.5) * self.step

    def left(self, frame: int) -> float:
        """Where the frame begins, px."""
        return MARGIN + frame * self.step

    def frame(self, x: float) -> int:
        """The nearest frame, 0..length - 1."""
        return min(max(int((x - MARGIN) // self.step), 0), self.length - 1)

    def label_step(self, room: float) -> int:
        """Every how many frames a number of `room` px has its place."""
        return next((step for step in _STEPS if step * self.step >= room), 10_000)
