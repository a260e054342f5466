"""Runs edits of a large canvas in short parts, their slow parts on another thread, so that the window stays free."""

from __future__ import annotations

import logging
import math
import time
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from singan_studio.core.errors import RunFailure, StudioError
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.app.logs import one_line
from singan_studio.ui.canvas.derived import MOMENT

log = logging.getLogger(__name__)

LONGEST = 0.016
"""Limit in seconds of the work in one turn of the event loop."""


@dataclass(frozen=True)
class Offload:
    """A computation for another thread, on about so many pixels; it only reads shared data."""

    pixels: int
    compute: Callable[[], Any]


JobSteps = Generator[int | Offload, Any, Any]
"""A job in parts: a generator that yields about how many pixels the last part had, or an `Offload`, whose answer it
is sent. Its return value is the result of the job.
"""


class IncrementalRunner(QObject):
    """Runs one job at a time. Small jobs, and without another thread all jobs, end at once.

    `when_free` queues something behind the running job, `finish` completes it now.
    """

    began = Signal()  # a job that does not end at once
    ended = Signal()  # a job, whether it succeeded or failed
    failed = Signal(object)  # StudioError; what the job has done so far must be taken back

    def __init__(
        self,
        thread: BackgroundWorker | None,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(parent)
        self._thread, self._clock = thread, clock
        self._steps: JobSteps | None = None
        self._end: Callable[[Any], object] | None = None
        self._offloaded: Offload | None = None  # the part that is waited for
        self._running = False
        self._waiting: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        return self._steps is not None

    def run_job(self, steps: JobSteps, end: Callable[[Any], object]) -> None:
        """Complete the running job, then run another; `end(answer)` is called with what `steps` returns."""
        self.finish()
        self._steps, self._end = steps, end
        self._run(None, MOMENT if self._thread else None)
        if self._steps is steps:
            self.began.emit()

    def when_free(self, do: Callable[[], object]) -> None:
        """Call `do` after the running job and everything queued before."""
        if self.busy or self._waiting:
            self._waiting.append(do)
        else:
            do()

    def finish(self) -> None:
        """Complete the running job now; does nothing when called by the job itself."""
        if self.busy and not self._running:
            part, self._offloaded = self._offloaded, None
            self._run(part, None)

    def drain(self) -> None:
        """Complete the running job and everything queued now."""
        while (self.busy or self._waiting) and not self._running:
            self.finish()
            if self._waiting:
                self._waiting.popleft()()

    # --- inside ------------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._running or self._offloaded:
            return
        if self.busy:
            self._run(None, MOMENT, until=self._clock() + LONGEST)
        elif self._waiting:
            self._timer.start()  # one in each turn of the event loop, because any of them may be long
            self._waiting.popleft()()

    def _run(
        self, part: Offload | None, most: int | None, answer: object = None, until: float = math.inf
    ) -> None:
        """Run about `most` px more, or all if None, but not beyond the time `until`.

        `part` is computed first, or `answer` is its result.
        """
        assert self._steps is not None
        self._running, done = True, 0
        try:
            if part:
                answer = part.compute()
            while most is None or done < most:
                made = self._steps.send(answer)
                answer = None
                if not isinstance(made, Offload):
                    done += made
                    if self._clock() >= until:
                        break
                elif most is None or made.pixels <= most:
                    answer = made.compute()
                else:
                    self._hand_over(made)
                    return
            self._timer.start()
        except StopIteration as end:
            self._close(end.value)
        except Exception as error:
            log.exception("a change of the canvas failed")
            self._fail(error)
        finally:
            self._running = False

    def _hand_over(self, part: Offload) -> None:
        assert self._thread is not None
        self._offloaded = part
        self._thread.submit(
            part.compute,
            lambda answer: self._worked_out(part, answer),
            lambda error: self._not_worked_out(part, error),
        )

    def _worked_out(self, part: Offload, answer: object) -> None:
        if part is self._offloaded:
            self._offloaded = None
            self._run(None, MOMENT, answer, self._clock() + LONGEST)

    def _not_worked_out(self, part: Offload, error: StudioError) -> None:
        if part is self._offloaded:
            self._offloaded = None
            assert self._steps is not None
            self._steps.close()
            self._fail(error)

    def _close(self, answer: object) -> None:
        end = self._end
        self._forget()
        if end:
            end(answer)
        self.ended.emit()

    def _fail(self, error: Exception) -> None:
        self._forget()
        known = (
            error
            if isinstance(error, StudioError)
            else RunFailure("window.unexpected", reason=one_line(error))
        )
        self.failed.emit(known)
        self.ended.emit()

    def _forget(self) -> None:
        self._timer.stop()
        self._steps = self._end = self._offloaded = None
        if self._waiting:
            self._timer.start()
