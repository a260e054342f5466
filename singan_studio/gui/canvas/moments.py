"""Changes of a large canvas that would hold up the window: worked out on another thread, written in moments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer

from singan_studio.core.errors import StudioError
from singan_studio.gui.canvas.derived import MOMENT
from singan_studio.gui.store_thread import StoreThread


@dataclass(frozen=True)
class Change:
    """`work_out()` touches nothing of the document and may run on another thread; `write(found)` writes what was found
    into the layers, and yields after each part how many px it had. `pixels` is about how many are looked at.
    """

    pixels: int
    work_out: Callable[[], Any]
    write: Callable[[Any], Iterator[int]]

    def now(self) -> None:
        """Do all of it at once."""
        for _ in self.write(self.work_out()):
            pass


class Moments(QObject):
    """Carries out one change at a time; a small one at once. Whoever cannot wait for its end calls `finish`."""

    def __init__(self, thread: StoreThread | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = thread
        self._change: Change | None = None
        self._steps: Iterator[int] | None = None  # None while it is worked out
        self._end: Callable[[], object] | None = None
        self._writing = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    def carry_out(self, change: Change, end: Callable[[], object]) -> None:
        """`end()` is called when all is written."""
        self.finish()
        self._change, self._end = change, end
        if self._thread is None or change.pixels <= MOMENT:
            self._begin(change, change.work_out())
        else:
            self._thread.submit(
                change.work_out,
                lambda found: self._begin(change, found),
                lambda error: self._fail(change, error),
            )

    def finish(self) -> None:
        """Do at once what is left; nothing when called while it is written."""
        change = self._change
        if change is None or self._writing:
            return
        if self._steps is None:
            self._steps = change.write(change.work_out())
        self._write(None)

    def _begin(self, change: Change, found: Any) -> None:
        if change is self._change and self._steps is None:
            self._steps = change.write(found)
            self._write(MOMENT)

    def _go_on(self) -> None:
        if self._steps is not None and not self._writing:
            self._write(MOMENT)

    def _write(self, most: int | None) -> None:
        """About so many px more, or all."""
        assert self._steps is not None
        self._writing, written = True, 0
        try:
            for pixels in self._steps:
                written += pixels
                if most is not None and written >= most:
                    self._timer.start()
                    return
        finally:
            self._writing = False
        end = self._end
        self._forget()
        if end:
            end()

    def _fail(self, change: Change, error: StudioError) -> None:
        """It is as if it had not been begun; the thread has logged why."""
        if change is self._change and self._steps is None:
            self._forget()

    def _forget(self) -> None:
        self._timer.stop()
        self._change = self._steps = self._end = None
