"""Horizontal positions of frames, shared by the ruler and the tracks below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MARGIN = 10
"""Space in px before the first and after the last frame, so that keys at the ends can be grabbed."""

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True)
class Axis:
    """Maps `length` frames to `width` px; a frame's position is its middle."""

    length: int
    width: int

    @property
    def step(self) -> float:
        """Distance of two frames in px."""
        return max(self.width - 2 * MARGIN, 1) / self.length

    def x(self, frame: float) -> float:
        """Return the middle of a frame in px."""
        return MARGIN + (frame + 0.5) * self.step

    def left(self, frame: int) -> float:
        """Return the left edge of a frame in px."""
        return MARGIN + frame * self.step

    def frame(self, x: float) -> int:
        """Return the frame nearest to `x` px, 0..length - 1."""
        return min(max(int((x - MARGIN) // self.step), 0), self.length - 1)

    def numbers(self, width_of: Callable[[str], float]) -> list[tuple[int, float | None]]:
        """Return the frames to mark, counted from 1, each with the left edge of its number in px, None without room.

        A number stands right of its line; that of the last frame stands left of it if it would not fit.
        """
        every = self.label_step(width_of(str(self.length)) + 14)
        # The first frame is called 1, and round numbers are easier to read than 1, 11, 21.
        numbers = [1, *(n for n in range(every, self.length + 1, every) if n > every or every > 2)]
        found: list[tuple[int, float | None]] = []
        room = self.left(self.length) - 2  # right end of the free space
        for number in reversed(numbers):
            x, width = self.x(number - 1), width_of(str(number))
            left = x + 3 if x + 3 + width <= room or found else x - 3 - width
            fits = left + width <= room and left >= MARGIN
            found.append((number, left if fits else None))
            room = min(left, x) - 4 if fits else room
        return found[::-1]

    def label_step(self, room: float) -> int:
        """Return the smallest step between numbered frames that leaves each number `room` px."""
        return next((step for step in _STEPS if step * self.step >= room), 10_000)
