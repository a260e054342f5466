"""What the renderer has to make, by urgency: what follows a person's hand, preview films, results in order."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from singan_studio.core.cancel import CancelSource
from singan_studio.engine_process.messages import ExportFilm, MeasureMachine, OpenProject, Render, RenderFilm

LIVE, SHARP, PREVIEW_FILM, RESULT, THUMBNAIL, MEASURING = range(6)
"""The most urgent first; results are all made, of the others the latest wins."""

RANKS = {"live": LIVE, "sharp": SHARP, "result": RESULT, "thumbnail": THUMBNAIL}
"""By the kind of a `Render`."""


@dataclass(eq=False)
class Order:
    """A request, the project that was open when it came, its cancelling, and what is still to come of a film that was
    begun: numbers and frames.
    """

    command: Render | RenderFilm | ExportFilm | MeasureMachine
    opened: OpenProject
    cancel: CancelSource = field(default_factory=CancelSource)
    frames: Iterator[tuple[int, np.ndarray]] | None = None

    @property
    def rank(self) -> int:
        match self.command:
            case Render(kind=kind):
                return RANKS[kind]
            case RenderFilm(preview=True):
                return PREVIEW_FILM
            case MeasureMachine():
                return MEASURING
            case _:
                return RESULT


class RenderScheduler:
    """Orders that wait and those that are being made, each of which may be interrupted by a more urgent one.

    `put`, `cancel` and `close` are for the thread that receives, the others for the one that makes.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._latest: dict[int, Order] = {}  # by rank, all but results
        self._results: deque[Order] = deque()
        self._running: list[Order] = []
        self._closed = False

    def put(self, order: Order) -> int | None:
        """Add an order; return the request of a waiting one that it replaces.

        A preview film that is being made is cancelled by a newer one.
        """
        with self._changed:
            self._changed.notify()
            if order.rank == RESULT:
                self._results.append(order)
                return None
            for running in self._running:
                if running.rank == order.rank == PREVIEW_FILM:
                    running.cancel.cancel()
            replaced = self._latest.pop(order.rank, None)
            self._latest[order.rank] = order
            return replaced.command.request if replaced else None

    def cancel(self, request: int) -> bool:
        """Drop a waiting order (True: nobody will answer it), or interrupt one that is being made (False)."""
        with self._changed:
            for order in self._running:
                if order.command.request == request:
                    order.cancel.cancel()  # its answer comes from the thread that makes it
                    return False
            for rank, order in self._latest.items():
                if order.command.request == request:
                    del self._latest[rank]
                    return True
            for order in self._results:
                if order.command.request == request:
                    self._results.remove(order)
                    return True
            return False

    def close(self) -> None:
        """Cancel what is being made; nothing is begun any more."""
        with self._changed:
            self._closed = True
            for order in self._running:
                order.cancel.cancel()
            self._changed.notify()

    def next(self) -> Order | None:
        """The most urgent order, waiting for one; None when closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._latest or self._results)
            return None if self._closed else self._begin(MEASURING + 1)

    def more_urgent_than(self, order: Order) -> Order | None:
        """A waiting order that must not wait for this one."""
        with self._changed:
            return None if self._closed else self._begin(order.rank)

    def keeps_one_from_ending(self, order: Order) -> bool:
        """Whether one that this order interrupted was cancelled meanwhile."""
        with self._changed:
            interrupted = self._running[: self._running.index(order)]
            return any(waiting.cancel.token.cancelled for waiting in interrupted)

    def set_aside(self, order: Order) -> bool:
        """Let one that is being made wait again, as the first of its rank; False when it was cancelled meanwhile."""
        with self._changed:
            self._running.remove(order)
            if order.cancel.token.cancelled:
                return False
            if order.rank == RESULT:
                self._results.appendleft(order)
            else:
                self._latest[order.rank] = order
            return True

    def done(self, order: Order) -> None:
        """Tell that an order of `next` or `more_urgent_than` was answered."""
        with self._changed:
            self._running.remove(order)

    def _begin(self, limit: int) -> Order | None:
        """The most urgent order of a rank below `limit`, which is being made from now on."""
        waiting = set(self._latest) | ({RESULT} if self._results else set())
        rank = min(waiting, default=limit)
        if rank >= limit:
            return None
        order = self._results.popleft() if rank == RESULT else self._latest.pop(rank)
        self._running.append(order)
        return order
