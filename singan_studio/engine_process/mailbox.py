"""A queue between threads that never makes its writer wait and never grows with what nobody reads."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from singan_studio.core.events import Preview, Progress

STREAMS = (Progress, Preview)
"""Messages of which only the newest matters; all others are state changes: kept, and in order."""


class Mailbox:
    """Holds messages between two threads; both ends of a pipe have one for what the engine sends.

    Each stream has one slot, in which a newer message replaces an older one. A state change first flushes the slots
    into the queue, so that no Progress of a scale comes after its ScaleFinished. All methods may be called from any
    thread.
    """

    def __init__(self, arrived: Callable[[], None] | None = None) -> None:
        """Make an empty mailbox.

        `arrived` is called on the writer's thread by each `put` into an empty mailbox and by `close`.
        """
        self._arrived = arrived or (lambda: None)
        self._changed = threading.Condition()
        self._queue: deque[object] = deque()
        self._slots: dict[type, object] = {}
        self._closed = False

    def put(self, message: object) -> None:
        """Add a message without waiting; after `close` it is dropped."""
        with self._changed:
            if self._closed:
                return
            was_empty = not self._queue and not self._slots
            if isinstance(message, STREAMS):
                self._slots[type(message)] = message
            else:
                self._queue.extend(self._slots.values())
                self._slots.clear()
                self._queue.append(message)
            self._changed.notify()
        if was_empty:
            self._arrived()

    def take(self, timeout: float) -> object | None:
        """Return the next message, waiting for it at most `timeout` seconds; None when there is none."""
        with self._changed:
            self._changed.wait_for(lambda: self._queue or self._slots or self._closed, timeout)
            if self._queue:
                return self._queue.popleft()
            if self._slots:
                return self._slots.pop(next(iter(self._slots)))
            return None

    def close(self) -> None:
        """Accept no more messages; what is inside can still be taken. Wakes a waiting `take`."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._arrived()

    @property
    def finished(self) -> bool:
        """Whether the mailbox is closed and everything was taken."""
        with self._changed:
            return self._closed and not self._queue and not self._slots
