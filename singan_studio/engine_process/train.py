"""The engine process that trains: one training after another. Shutting it down frees its memory."""

from __future__ import annotations

import functools
import os
import queue
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path

from singan_studio.core.cancel import CancelSource, CancelToken
from singan_studio.engine_process import jobs
from singan_studio.engine_process.messages import CancelTraining, Hold, Release, Train
from singan_studio.engine_process.server import Emit, serve

HOLD_SECONDS = 2.0
"""Seconds that a Hold lasts unless it is renewed."""


def main(connection: Connection) -> None:
    """Run the trainer in the child process until it is shut down or its owner is gone."""
    serve("trainer", connection, Trainer)
    os._exit(0)  # tearing torch down takes a second, and nothing is left to save


class Trainer:
    """Takes commands on the receiver thread, trains on the main thread."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._gate = Gate()
        self._trainings: queue.SimpleQueue[tuple[Train, CancelSource] | None] = queue.SimpleQueue()
        self._sources: list[CancelSource] = []  # of all trainings that were requested

    def load(self) -> None:
        from singan_studio.engine.gan import trainer  # noqa: F401 - imported early, used later

    def handle(self, command: object) -> None:
        match command:
            case Train():
                self._sources.append(CancelSource())
                self._trainings.put((command, self._sources[-1]))
            case CancelTraining():
                self._cancel()
            case Hold():
                self._gate.hold(HOLD_SECONDS)
            case Release():
                self._gate.release()
            case _:
                raise ValueError(f"{type(command).__name__} is no command for the trainer")

    def shutdown(self) -> None:
        self._cancel()
        self._trainings.put(None)

    def run(self) -> None:
        while next_training := self._trainings.get():
            command, source = next_training
            jobs.run_training(
                Path(command.project),
                command.model_id,
                self._emit,
                source.token,
                command.device,
                command.threads,
                wait=functools.partial(self._gate.wait, source.token),
            )

    def _cancel(self) -> None:
        for source in self._sources:
            source.cancel()
        self._sources.clear()


class Gate:
    """A gate that is open, or closed for a limited time."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self._opens_at = 0.0

    def hold(self, seconds: float) -> None:
        """Close the gate for `seconds` from now."""
        self._opens_at = time.monotonic() + seconds
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    def wait(self, cancel: CancelToken) -> None:
        """Return once the gate is open, its time is over, or `cancel` is cancelled."""
        while not self._open.is_set() and not cancel.cancelled:
            left = self._opens_at - time.monotonic()
            if left <= 0:
                return
            self._open.wait(min(left, 0.05))
