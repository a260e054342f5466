"""The renderer's jobs by urgency: what follows the pointer, then preview films, then results in order."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from singan_studio.core.cancel import CancelSource
from singan_studio.engine_process.messages import ExportFilm, MeasureMachine, OpenProject, Render, RenderFilm

LIVE, SHARP, PREVIEW_FILM, RESULT, THUMBNAIL, MEASURING, FINISH = range(7)
"""Ranks of jobs, the most urgent first. At the ranks in `ALL_MADE` every job is made, at the others the latest wins."""

ALL_MADE = RESULT, FINISH

RANKS = {"live": LIVE, "sharp": SHARP, "result": RESULT, "thumbnail": THUMBNAIL, "finish": FINISH}
"""Rank by the kind of a `Render`."""


@dataclass(eq=False)
class RenderJob:
    """A request, the project that was open when it arrived, and its cancel source.

    `frames` are the remaining (number, frame) pairs of a film that has begun. A job that is `interrupted` was cancelled
    only to make room, and is begun again later. One that is `hurried` counts as a result.
    """

    command: Render | RenderFilm | ExportFilm | MeasureMachine
    opened: OpenProject
    cancel: CancelSource = field(default_factory=CancelSource)
    frames: Iterator[tuple[int, np.ndarray]] | None = None
    interrupted: bool = False
    hurried: bool = False

    @property
    def rank(self) -> int:
        match self.command:
            case Render() if self.hurried:
                return RESULT
            case Render(kind=kind):
                return RANKS[kind]
            case RenderFilm(preview=True):
                return PREVIEW_FILM
            case MeasureMachine():
                return MEASURING
            case _:
                return RESULT


class RenderScheduler:
    """Waiting and running jobs; a running job may be interrupted by a more urgent one.

    The receiving thread calls `put`, `cancel` and `close`, the rendering thread everything else.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._latest: dict[int, RenderJob] = {}  # by rank
        self._queues: dict[int, deque[RenderJob]] = {rank: deque() for rank in ALL_MADE}
        self._running: list[RenderJob] = []
        self._closed = False

    def put(self, job: RenderJob) -> int | None:
        """Add a job and return the request of a waiting job that it replaces, if any.

        A running preview film is cancelled by a newer one, and a result that is being finished is interrupted by
        anything else.
        """
        with self._changed:
            self._changed.notify()
            self._interrupt_finishing(job)
            if job.rank in ALL_MADE:
                self._queues[job.rank].append(job)
                return None
            for running in self._running:
                if running.rank == job.rank == PREVIEW_FILM:
                    running.cancel.cancel()
            replaced = self._latest.pop(job.rank, None)
            self._latest[job.rank] = job
            return replaced.command.request if replaced else None

    def cancel(self, request: int) -> bool:
        """Drop a waiting job and return True: nobody will answer it. Interrupt a running one and return False."""
        with self._changed:
            for job in self._running:
                if job.command.request == request:
                    job.interrupted = False
                    job.cancel.cancel()  # its answer comes from the rendering thread
                    return False
            for rank, job in self._latest.items():
                if job.command.request == request:
                    del self._latest[rank]
                    return True
            for queue in self._queues.values():
                for job in queue:
                    if job.command.request == request:
                        queue.remove(job)
                        return True
            return False

    def hurry(self, request: int) -> None:
        """Make a result that waits to be finished the next of the results; one that is running is not interrupted."""
        with self._changed:
            for job in self._running:
                if job.command.request == request:
                    job.hurried = True
            for job in self._queues[FINISH]:
                if job.command.request == request:
                    self._queues[FINISH].remove(job)
                    job.hurried = True
                    self._interrupt_finishing(job)
                    self._queues[RESULT].appendleft(job)
                    self._changed.notify()
                    return

    def close(self) -> None:
        """Cancel all running jobs and start no others."""
        with self._changed:
            self._closed = True
            for job in self._running:
                job.cancel.cancel()
            self._changed.notify()

    def next(self) -> RenderJob | None:
        """Wait for a job and return the most urgent one, or None when closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._waiting())
            return None if self._closed else self._begin(FINISH + 1)

    def more_urgent_than(self, job: RenderJob) -> RenderJob | None:
        """Return a waiting job that must not wait for this one, or None."""
        with self._changed:
            return None if self._closed else self._begin(job.rank)

    def blocks_cancelled_job(self, job: RenderJob) -> bool:
        """Return whether a job that this one interrupted has been cancelled in the meantime."""
        with self._changed:
            interrupted = self._running[: self._running.index(job)]
            return any(each.cancel.token.cancelled for each in interrupted)

    def set_aside(self, job: RenderJob) -> bool:
        """Put a running job back as the first of its rank. Return False if it was cancelled in the meantime."""
        with self._changed:
            self._running.remove(job)
            if job.cancel.token.cancelled and not job.interrupted:
                return False
            if job.interrupted:
                job.cancel, job.interrupted = CancelSource(), False
            if job.rank in ALL_MADE:
                self._queues[job.rank].appendleft(job)
            else:
                self._latest[job.rank] = job
            return True

    def done(self, job: RenderJob) -> None:
        """Remove a job, returned by `next` or `more_urgent_than`, after it was answered."""
        with self._changed:
            self._running.remove(job)

    def _begin(self, limit: int) -> RenderJob | None:
        """Return the most urgent job of a rank below `limit` and count it as running, or None."""
        rank = min(self._waiting(), default=limit)
        if rank >= limit:
            return None
        job = self._queues[rank].popleft() if rank in ALL_MADE else self._latest.pop(rank)
        self._running.append(job)
        return job

    def _waiting(self) -> set[int]:
        """Return the ranks at which jobs wait."""
        return set(self._latest) | {rank for rank, queue in self._queues.items() if queue}

    def _interrupt_finishing(self, job: RenderJob) -> None:
        """Let a running job of the lowest rank make room for a more urgent one."""
        for running in self._running:
            if running.rank == FINISH and job.rank < FINISH and not running.cancel.token.cancelled:
                running.interrupted = True
                running.cancel.cancel()
