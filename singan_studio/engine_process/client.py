"""The owner's end of an engine process; needs neither Qt nor torch."""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import queue
import signal
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Literal

from singan_studio.core.errors import RunFailure
from singan_studio.core.events import LAST_EVENTS, RunCancelled, RunStarted, ScaleFinished
from singan_studio.engine_process import entry, protocol
from singan_studio.engine_process.mailbox import Mailbox
from singan_studio.engine_process.messages import CancelTraining, Heartbeat, Ready, Shutdown, Train
from singan_studio.engine_process.server import log_file

Role = Literal["trainer", "renderer"]

ENTRIES = {"trainer": entry.trainer, "renderer": entry.renderer}

SILENT_SECONDS = 10.0
"""Silence after which an engine is given up; a living one speaks every half second."""

START_SECONDS = 120.0
"""Silence allowed before Ready: importing torch from a cold, slow disk keeps every thread of the child waiting."""


CHECK_SECONDS = 0.1
"""How often it is checked whether the engine hangs."""


class EngineDied(RunFailure):
    """Raised when the process is gone.

    `code` is worker.died, worker.silent, worker.killed (it did not cancel in time), worker.version or worker.start.
    `exitcode` is as in multiprocessing (negative: a signal), None when the process never ran.
    """

    def __init__(self, code: str, exitcode: int | None, **params: object) -> None:
        super().__init__(code, **params)
        self.exitcode = exitcode


class EngineClient:
    """Owns one engine process from `start` to `stop`; used once.

    Three threads serve it: one reads into the mailbox, one writes, and one watches for an engine that hangs. All
    methods but `receive` and `take`, which belong to one thread at a time, may be called from any thread.
    """

    def __init__(
        self,
        role: Role,
        silent_seconds: float = SILENT_SECONDS,
        arrived: Callable[[], None] | None = None,
    ) -> None:
        """Prepare the client. `arrived` is called on the reader's thread when `take` has something to give again."""
        self.role: Role = role
        self._silent_seconds = silent_seconds
        self._inbox = Mailbox(arrived)
        self._outbox: queue.SimpleQueue[list[bytes | memoryview] | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=run, name=f"{role}-{run.__name__}", daemon=True)
            for run in (self._read_all, self._write_all, self._watch)
        ]
        self._started = False
        self._heard = 0  # messages so far, heartbeats too
        self._over = threading.Event()  # nothing more can be read
        self._reaping = threading.Lock()  # a process can be waited for from one thread alone
        self._end = EngineDied("worker.died", None)  # how the process ended, once the mailbox is finished
        self._run = Run()
        self._death: tuple[str, str] | None = None  # code and reason, when it was this side that ended it

    def __enter__(self) -> EngineClient:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start the process without waiting until it can work, which `Ready` reports. Raises `EngineDied`."""
        self._connection, theirs = multiprocessing.Pipe()
        self._process = new_process(self.role, theirs)
        try:
            with interrupts_blocked():
                self._process.start()
        except OSError as error:
            self._connection.close()
            raise EngineDied("worker.start", None, role=self.role, reason=error.strerror) from error
        finally:
            theirs.close()
        self._started = True
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    def send(self, message: object) -> None:
        """Queue a command without waiting; does nothing when the engine is gone. Raises `ProtocolError`."""
        if isinstance(message, CancelTraining):
            self.cancel_training()
            return
        frames = protocol.encode(message)
        if isinstance(message, Train):
            self._run.begin()
        self._outbox.put(frames)

    def cancel_training(self, timeout: float = 1.0) -> None:
        """Ask the trainer to stop, without waiting; does nothing when no training was sent.

        If its last event does not come within `timeout` seconds (counted from Ready when that comes after this call),
        the process is killed: RunCancelled is given in its place, and then `EngineDied` "worker.killed" is raised.
        """
        if self._run.cancel(timeout):
            self._outbox.put(protocol.encode(CancelTraining()))

    def take(self) -> object | None:
        """Return the next message or event that is here, or None.

        Heartbeats are left out, and of Progress and Preview only the newest is given. Raises `EngineDied` when the
        process ended, after everything it had said.
        """
        return self.receive(0)

    def receive(self, timeout: float) -> object | None:
        """Like `take`, but wait for a message up to `timeout` seconds."""
        message = self._inbox.take(timeout)
        if message is None and self._inbox.finished:
            raise self._end
        return message

    def stop(self, grace: float = 1.0) -> None:
        """Ask the process to save and exit, kill it after `grace` seconds. Returns when it is gone."""
        if not self._started:
            return
        self._started = False
        self._outbox.put(protocol.encode(Shutdown()))
        with self._reaping:
            self._process.join(grace)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
        self._outbox.put(None)
        for thread in self._threads:
            thread.join(1.0)
        self._connection.close()

    def _watch(self) -> None:
        """Kill the engine when it is silent or does not cancel in time."""
        heard, silence, looked = 0, 0.0, time.monotonic()
        while not self._over.wait(CHECK_SECONDS):
            now = time.monotonic()
            # limited, so that a computer that was suspended does not find its engines silent
            silence = silence + min(now - looked, 2 * CHECK_SECONDS) if self._heard == heard else 0.0
            heard, looked = self._heard, now
            if self._run.overdue:
                self._kill("worker.killed", "it did not cancel in time")
                return
            if silence > (self._silent_seconds if self._run.ready else START_SECONDS):
                self._kill("worker.silent", f"no sign of life for {silence:.0f} s")
                return

    def _close_inbox(self) -> None:
        """Add what is left to say when the process is gone, and how it ended."""
        self._over.set()
        with self._reaping:
            self._process.join(1.0)
            if self._process.is_alive():  # it closed its pipe and hangs
                self._process.kill()
                self._process.join()
        exitcode = self._process.exitcode
        code, reason = self._death or ("worker.died", describe_exit(exitcode))
        while code == "worker.killed" and (cancelled := self._run.give_up()):
            self._inbox.put(cancelled)
        self._end = EngineDied(code, exitcode, role=self.role, reason=reason, log=str(log_file(self.role)))
        self._inbox.close()

    def _kill(self, code: str, reason: str) -> None:
        if self._death is None:
            self._death = (code, reason)
            self._process.kill()

    def _read_all(self) -> None:
        try:
            hello = protocol.receive(self._connection)
            protocol.check_hello(hello, self.role)
            self._inbox.put(hello)
            while True:
                message = protocol.receive(self._connection)
                self._heard += 1
                self._run.note(message)
                if not isinstance(message, Heartbeat):
                    self._inbox.put(message)
        except (EOFError, OSError):
            pass  # the process is gone; receive says why
        except protocol.ProtocolError as error:
            self._kill("worker.version", str(error))
        finally:
            self._close_inbox()

    def _write_all(self) -> None:
        with contextlib.suppress(OSError):
            while frames := self._outbox.get():
                for frame in frames:
                    self._connection.send_bytes(frame)


def new_process(role: Role, connection: Connection) -> BaseProcess:
    """Return the process that will be the engine at the other end of the pipe; it is not started yet."""
    context = multiprocessing.get_context("spawn")
    return context.Process(target=ENTRIES[role], args=(connection,), name=f"singan-{role}", daemon=True)


class Run:
    """Counts the trainings that were sent and follows how far they are."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sent = 0  # trainings without a last event
        self._finished_scales = 0
        self._deadline: float | None = None  # time.monotonic(); infinite until the engine is ready
        self._patience = 0.0
        self.ready = False

    def begin(self) -> None:
        with self._lock:
            self._sent += 1

    def cancel(self, patience: float) -> bool:
        """Expect a last event within `patience` seconds; return False when there is nothing to cancel."""
        with self._lock:
            if self._sent == 0:
                return False
            self._patience = patience
            self._deadline = time.monotonic() + patience if self.ready else math.inf
            return True

    def note(self, message: object) -> None:
        with self._lock:
            match message:
                case Ready():
                    self.ready = True
                    if self._deadline is not None:
                        self._deadline = time.monotonic() + self._patience
                case RunStarted():
                    self._finished_scales = message.first_scale
                case ScaleFinished():
                    self._finished_scales = message.scale + 1
                case _ if isinstance(message, LAST_EVENTS):
                    self._sent -= 1
                    self._deadline = None

    @property
    def overdue(self) -> bool:
        with self._lock:
            return self._sent > 0 and self._deadline is not None and time.monotonic() > self._deadline

    def give_up(self) -> RunCancelled | None:
        """Return the last event in the engine's place, once per training that still lacks one."""
        with self._lock:
            if self._sent == 0:
                return None
            self._sent -= 1
            return RunCancelled(self._finished_scales)


def describe_exit(exitcode: int | None) -> str:
    """Return an exit code of multiprocessing in words."""
    if exitcode is None or exitcode >= 0:
        return f"exit code {exitcode}"
    try:
        name = signal.Signals(-exitcode).name
    except ValueError:
        name = f"signal {-exitcode}"
    return f"{name}, often because memory ran out" if name == "SIGKILL" else name


@contextlib.contextmanager
def interrupts_blocked() -> Iterator[None]:
    """Block Ctrl-C for processes started inside: they inherit this thread's signal mask."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # starts with the first process, and would unblock the signal
    old = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, old)
