"""Plays frames at their true speed."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class Player(QObject):
    """Knows which frame is shown, and moves on by the clock.

    Frames that come too late are dropped and counted, so that a film lasts as long as it says. Where a frame is not
    there yet, it waits for it and drops none. It plays the section from `first` to `last`, both included, over and
    over if `loops`.
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
        """`has_frame(number)` says whether a frame can be shown; `clock()` gives seconds that never go back."""
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
        """Number of frames of the film; a section over all of it stays one over all of it."""
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
        """Play from `first` to `last`; they may come in any order."""
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

    # --- what a person does ------------------------------------------------------------------------------------

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
        """Show a frame; a film that plays goes on from there."""
        self._show(self._within(frame))
        self._restart_clock()

    def step(self, by: int) -> None:
        """Stop, and go some frames on or back; over the end to the other one."""
        self.pause()
        self.go((self.frame + by) % self.length)

    def go_first(self) -> None:
        self.go(self.first)

    def go_last(self) -> None:
        self.pause()
        self.go(self.last)

    def frame_arrived(self) -> None:
        """A frame can be shown that could not before: go on at once if it was waited for."""
        if self.playing and not self._timer.isActive():
            self._since, self._base = self._clock() - 1 / self.fps, 0  # the waiting does not count
            self._tick()

    # --- the clock ---------------------------------------------------------------------------------------------

    def _restart_clock(self) -> None:
        """The shown frame is due now."""
        self._since, self._base = self._clock(), 0
        if self.playing:
            self._plan()

    def _plan(self) -> None:
        """Wake up when the next frame is due."""
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
        """The frame that follows after some steps, and whether playing ends with it."""
        count = self.last - self.first + 1
        at = max(self.frame - self.first, 0) + steps
        if self.loops:
            return self.first + at % count, False
        return min(self.first + at, self.last), self.first + at >= self.last

    def _latest_there(self, steps: int) -> int:
        """Of the next frames up to `steps`, how many can be reached without passing one that is not there."""
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
