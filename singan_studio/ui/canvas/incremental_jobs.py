"""Changes of a large canvas that would hold up the window: made in moments, their hard parts on another thread."""

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
"""Seconds after which the next part of a large change waits for another turn of the event loop."""


@dataclass(frozen=True)
class Offload:
    """Work for another thread, which looks at about so many pixels and changes nothing that others look at."""

    pixels: int
    compute: Callable[[], Any]


JobSteps = Generator[int | Offload, Any, Any]
"""A change, made part by part. After a part it yields about how many pixels that had, or what is to be worked out
elsewhere, and gets the answer; what it returns is told at its end.
"""


class IncrementalRunner(QObject):
    """Makes one change at a time, a small one at once, and without another thread all of them. Who wants to come behind
    it calls `when_free`, and who cannot wait for its end `finish`.
    """

    began = Signal()  # a change that is not made at once
    ended = Signal()  # a change, whether it was made or failed
    failed = Signal(object)  # StudioError; what was made of the change is to be taken back

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
        self._offloaded: Offload | None = None  # that is waited for
        self._running = False
        self._waiting: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        return self._steps is not None

    def run_job(self, steps: JobSteps, end: Callable[[Any], object]) -> None:
        """`end(answer)` is called with what `steps` returns."""
        self.finish()
        self._steps, self._end = steps, end
        self._run(None, MOMENT if self._thread else None)
        if self._steps is steps:
            self.began.emit()

    def when_free(self, do: Callable[[], object]) -> None:
        """Do something when all is done that was asked for before."""
        if self.busy or self._waiting:
            self._waiting.append(do)
        else:
            do()

    def finish(self) -> None:
        """Do at once what is left of a change; nothing when called by itself."""
        if self.busy and not self._running:
            part, self._offloaded = self._offloaded, None
            self._run(part, None)

    def drain(self) -> None:
        """Do at once all that was asked for."""
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
            self._timer.start()  # one in each turn of the event loop, for none of them is known to be short
            self._waiting.popleft()()

    def _run(
        self, part: Offload | None, most: int | None, answer: object = None, until: float = math.inf
    ) -> None:
        """About `most` px more, or all if None, but not beyond a time of the clock, by which a small change is not held
        up; `part` is worked out first, or `answer` is what was worked out.
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
