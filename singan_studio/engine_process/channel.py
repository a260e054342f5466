"""The engine's end of the pipe: one thread receives commands, one sends messages, and neither delays the work."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Protocol

from singan_studio.engine_process import protocol
from singan_studio.engine_process.mailbox import Mailbox
from singan_studio.engine_process.messages import Heartbeat, Shutdown

log = logging.getLogger(__name__)

HEARTBEAT_SECONDS = 0.5
"""Longest silence of a living engine."""

ORPHAN_SECONDS = 1.5
"""Time to save and end after the owner is gone; then the process ends itself."""

Emit = Callable[[object], None]
"""Sends a message to the owner; never waits and never fails, even when the owner is gone."""


class Engine(Protocol):
    """An engine process: `load` and `run` are called on the main thread, the others on the receiver thread."""

    def load(self) -> None:
        """Import what the jobs need, which takes seconds; commands may arrive meanwhile."""

    def handle(self, command: object) -> None:
        """Handle a command at once: set a flag or queue the job, never run it here."""

    def shutdown(self) -> None:
        """Cancel all jobs and let `run` return soon. May be called twice."""

    def run(self) -> None:
        """Run jobs until shut down."""


class Channel:
    """Owns the connection and both its threads, from `start` to `close`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._outbox = Mailbox()
        self._saving_seconds = 0.0
        self._sender = threading.Thread(target=self._send_all, name="sender", daemon=True)

    def start(self, engine: Engine) -> None:
        self._sender.start()
        threading.Thread(target=self._obey, args=(engine,), name="receiver", daemon=True).start()

    def begin_work(self) -> None:
        """Allow time for saving from now on when the owner is gone."""
        self._saving_seconds = ORPHAN_SECONDS

    def emit(self, message: object) -> None:
        """Send a message as soon as the owner reads; a newer Progress or Preview replaces one that still waits."""
        self._outbox.put(message)

    def close(self, timeout: float) -> None:
        """Send what is still waiting, at most for `timeout` seconds."""
        self._outbox.close()
        self._sender.join(timeout)

    def _send_all(self) -> None:
        try:
            while not self._outbox.finished:
                message = self._outbox.take(HEARTBEAT_SECONDS)
                if message is not None or not self._outbox.finished:
                    protocol.send(self._connection, message or Heartbeat())
        except OSError:
            self._outbox.close()  # nobody reads any more; the receiver sees the same and ends the process
        except protocol.ProtocolError:
            log.exception("a message of this engine is wrong")
            os._exit(1)

    def _obey(self, engine: Engine) -> None:
        try:
            while True:
                command = protocol.receive(self._connection)
                if isinstance(command, Shutdown):
                    engine.shutdown()
                else:
                    engine.handle(command)
        except (EOFError, OSError):
            log.info("the owner is gone")
        except Exception:
            log.exception("a command cannot be obeyed")
        watchdog = threading.Timer(self._saving_seconds, os._exit, [1])
        watchdog.daemon = True
        watchdog.start()
        engine.shutdown()
