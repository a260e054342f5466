"""Where frames lie along a widget: shared by the ruler and the tracks under it."""

from __future__ import annotations

from collections.abc import Callable
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

    def numbers(self, width_of: Callable[[str], float]) -> list[tuple[int, float | None]]:
        """Frames, counted from 1, that are marked by a line, and where their number begins, px: behind the line, of the
        last one before it where it would reach beyond the film; None where it has no room.
        """
        every = self.label_step(width_of(str(self.length)) + 14)
        # The first frame is called 1, and round numbers are easier to read than 1, 11, 21.
        numbers = [1, *(n for n in range(every, self.length + 1, every) if n > every or every > 2)]
        found: list[tuple[int, float | None]] = []
        room = self.left(self.length) - 2  # up to where there is room
        for number in reversed(numbers):
            x, width = self.x(number - 1), width_of(str(number))
            left = x + 3 if x + 3 + width <= room or found else x - 3 - width
            fits = left + width <= room and left >= MARGIN
            found.append((number, left if fits else None))
            room = min(left, x) - 4 if fits else room
        return found[::-1]

    def label_step(self, room: float) -> int:
        """Every how many frames a number of `room` px has its place."""
        return next((step for step in _STEPS if step * self.step >= room), 10_000)
