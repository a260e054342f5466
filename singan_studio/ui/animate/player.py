"""Plays frames in real time."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class Player(QObject):
    """Holds the current frame and advances it by the clock.

    Late frames are dropped and counted, so that the film keeps its length. Frames that are not rendered yet are
    waited for, without dropping any. It plays the section from `first` to `last`, both included, again and again if
    `loops`.
    """

    frame_changed = Signal(int)
    playing_changed = Signal(bool)
    section_changed = Signal()
    dropped_changed = Signal(int)

    def __init__(
        self,
        has_frame: Callable[[int], bool],
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Create a paused player; `has_frame(number)` says if a frame is there, `clock()` returns monotonic seconds."""
        super().__init__(parent)
        self._has_frame = has_frame
        self._clock = clock
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._since = 0.0  # when the frame `_base` was due
        self._base = 0  # frames are counted from here, over all rounds
        self.frame = 0
        self.length = 1
        self.fps = 10.0
        self.loops = True
        self.first = 0
        self.last = 0
        self.playing = False
        self.dropped = 0

    # --- what is played ----------------------------------------------------------------------------------------

    def set_length(self, length: int) -> None:
        """Set the number of frames; a section that covers the whole film still does."""
        if length == self.length:
            return
        whole = (self.first, self.last) == (0, self.length - 1)
        self.length = length
        if whole:
            self.set_section(0, length - 1)
        else:
            self.set_section(min(self.first, length - 1), min(self.last, length - 1))
        self.go(min(self.frame, length - 1))

    def set_section(self, first: int, last: int) -> None:
        """Play from `first` to `last`, given in any order."""
        first, last = sorted((self._within(first), self._within(last)))
        if (first, last) != (self.first, self.last):
            self.first, self.last = first, last
            self.section_changed.emit()

    def set_fps(self, fps: float) -> None:
        if fps != self.fps:
            self.fps = fps
            self._restart_clock()

    def set_loops(self, loops: bool) -> None:
        self.loops = loops

    # --- controls ----------------------------------------------------------------------------------------------

    def play(self) -> None:
        if self.playing:
            return
        self.playing = True
        self._set_dropped(0)
        if not self.first <= self.frame <= self.last or (not self.loops and self.frame == self.last):
            self._show(self.first)
        self._restart_clock()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        if self.playing:
            self.playing = False
            self._timer.stop()
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        if self.playing:
            self.pause()
        else:
            self.play()

    def go(self, frame: int) -> None:
        """Show a frame; a playing film continues from there."""
        self._show(self._within(frame))
        self._restart_clock()

    def step(self, by: int) -> None:
        """Pause and go `by` frames on, or back if negative, around the ends."""
        self.pause()
        self.go((self.frame + by) % self.length)

    def go_first(self) -> None:
        self.go(self.first)

    def go_last(self) -> None:
        self.pause()
        self.go(self.last)

    def frame_arrived(self) -> None:
        """Continue at once if the player waits for a frame that has now been rendered."""
        if self.playing and not self._timer.isActive():
            self._since, self._base = self._clock() - 1 / self.fps, 0  # the waiting does not count
            self._tick()

    # --- the clock ---------------------------------------------------------------------------------------------

    def _restart_clock(self) -> None:
        """Count time from the current frame."""
        self._since, self._base = self._clock(), 0
        if self.playing:
            self._plan()

    def _plan(self) -> None:
        """Start the timer for the next frame."""
        wait = self._since + (self._base + 1) / self.fps - self._clock()
        self._timer.start(max(math.ceil(wait * 1000), 0))

    def _tick(self) -> None:
        due = math.floor((self._clock() - self._since) * self.fps + 1e-6)
        steps = due - self._base
        if steps < 1:
            self._plan()
            return
        frame, ended = self._after(steps)
        shown = self._latest_there(steps)
        if shown == 0:
            self._timer.stop()  # until `frame_arrived`
            return
        if shown < steps:
            frame, ended = self._after(shown)
            self._since, self._base = self._clock(), 0
        else:
            self._base = due
            self._set_dropped(self.dropped + steps - 1)
        self._show(frame)
        if ended:
            self.pause()
        else:
            self._plan()

    def _after(self, steps: int) -> tuple[int, bool]:
        """Return the frame after some steps, and whether playback ends there."""
        count = self.last - self.first + 1
        at = max(self.frame - self.first, 0) + steps
        if self.loops:
            return self.first + at % count, False
        return min(self.first + at, self.last), self.first + at >= self.last

    def _latest_there(self, steps: int) -> int:
        """Return how many of the next `steps` frames can be shown before one that is missing."""
        for done in range(min(steps, self.last - self.first + 1)):
            frame, ended = self._after(done + 1)
            if not self._has_frame(frame):
                return done
            if ended:
                return steps
        return steps

    def _show(self, frame: int) -> None:
        if frame != self.frame:
            self.frame = frame
            self.frame_changed.emit(frame)

    def _set_dropped(self, dropped: int) -> None:
        if dropped != self.dropped:
            self.dropped = dropped
            self.dropped_changed.emit(dropped)

    def _within(self, frame: int) -> int:
        return min(max(frame, 0), self.length - 1)
