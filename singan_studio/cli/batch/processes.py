"""Works on the pictures of a batch in processes of this computer, each of which takes one after the other."""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Generator, Sequence
from multiprocessing.connection import Connection, wait

from singan_studio.cli.batch.task import PictureOutcome, PictureTask, run_task
from singan_studio.cli.guard import FAILED
from singan_studio.core.cancel import CancelToken
from singan_studio.core.messages import english
from singan_studio.engine_process.client import interrupts_blocked
from singan_studio.engine_process.entry import end_with_owner

POLL_SECONDS = 0.1
GENTLE_SECONDS = 0.4
"""How long a process that was told to stop may take to save what it has learned."""


def in_processes(tasks: Sequence[PictureTask], count: int, cancel: CancelToken) -> Generator[PictureOutcome]:
    """Carry out the tasks in `count` processes and yield what comes of each when it is done.

    A picture whose process dies has failed, and another process goes on with the rest. Raises `Cancelled`.
    """
    waiting = deque(tasks)
    workers = [_Worker() for _ in range(min(count, len(tasks)))]
    try:
        for worker in workers:
            worker.give(waiting.popleft())
        while busy := {worker.connection: worker for worker in workers if worker.task is not None}:
            cancel.check()
            for connection in wait(list(busy), timeout=POLL_SECONDS):
                worker = busy[connection]  # pyright: ignore[reportArgumentType]
                yield worker.outcome()
                if worker.dead:
                    workers.remove(worker)
                    _end([worker])
                if waiting:
                    if worker.dead:
                        worker = _Worker()
                        workers.append(worker)
                    worker.give(waiting.popleft())
    finally:
        _end(workers)


class _Worker:
    """A process that carries out one task at a time."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.task: PictureTask | None = None
        self.dead = False
        self._process = context.Process(target=serve, args=(theirs,), name="singan-batch", daemon=True)
        with interrupts_blocked():
            self._process.start()
        theirs.close()

    def give(self, task: PictureTask) -> None:
        self.task, self._since = task, time.monotonic()
        try:
            self.connection.send_bytes(task.to_json())
        except OSError:
            self.dead = True  # `outcome` will find the connection closed

    def outcome(self) -> PictureOutcome:
        """Return what came of the task; the end of the process is a failure of its picture."""
        assert self.task is not None
        task, self.task = self.task, None
        try:
            return PictureOutcome.from_json(self.connection.recv_bytes())
        except (EOFError, OSError):
            self.dead = True
            reason = english("batch.process", {"code": self._exit_code()})
            return PictureOutcome(task.picture, FAILED, reason, (), time.monotonic() - self._since)

    def stop(self) -> None:
        """Tell the process to stop: at once what it is doing, if it is doing something."""
        self.connection.close()
        if self.task is not None:
            self._process.terminate()

    def end(self, deadline: float) -> None:
        """Wait until the process is gone; kill it at the deadline."""
        self._process.join(max(0.0, deadline - time.monotonic()))
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()

    def _exit_code(self) -> int | None:
        self._process.join(1)
        return self._process.exitcode


def _end(workers: Sequence[_Worker]) -> None:
    for worker in workers:
        worker.stop()
    deadline = time.monotonic() + GENTLE_SECONDS
    for worker in workers:
        worker.end(deadline)


def serve(connection: Connection) -> None:
    """Carry out the tasks that come through the connection, in a child process, until its owner closes it."""
    end_with_owner()
    while True:
        try:
            task = PictureTask.from_json(connection.recv_bytes())
            connection.send_bytes(run_task(task).to_json())
        except (EOFError, OSError):
            return
