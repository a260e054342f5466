"""The engine's side: its life from the first line to the last, and its end of the pipe."""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from singan_studio import __version__
from singan_studio.engine_process import entry, protocol
from singan_studio.engine_process.mailbox import Mailbox
from singan_studio.engine_process.messages import Heartbeat, Hello, Ready, Shutdown

log = logging.getLogger(__name__)

LOG_LIMIT = 2**20
"""Size in bytes above which a log file is started over when an engine starts."""

HEARTBEAT_SECONDS = 0.5
"""Longest silence of a living engine."""

ORPHAN_SECONDS = 1.0
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
    """One thread receives commands, one sends messages, and neither delays the work.

    It owns the connection and both its threads, from `start` to `close`.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._outbox = Mailbox()
        self._working = False
        self._sender = threading.Thread(target=self._send_all, name="sender", daemon=True)

    def start(self, engine: Engine) -> None:
        self._sender.start()
        threading.Thread(target=self._obey, args=(engine,), name="receiver", daemon=True).start()

    def begin_work(self) -> None:
        """Allow time for saving from now on when the owner is gone."""
        self._working = True
        entry.outlive_owner()

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
        if not self._working:
            os._exit(1)
        faulthandler.dump_traceback_later(
            ORPHAN_SECONDS, exit=True
        )  # needs no lock that another thread may hold
        engine.shutdown()


def serve(role: str, connection: Connection, make_engine: Callable[[Emit], Engine]) -> None:
    """Greet, import torch, and serve until shut down or orphaned. Call this on the child's main thread."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal is the owner's to decide about
    write_to_log(role)
    channel = Channel(connection)
    engine = make_engine(channel.emit)
    channel.emit(Hello(version=__version__, role=role, pid=os.getpid()))
    channel.start(engine)
    engine.load()
    channel.emit(ready())
    channel.begin_work()
    engine.run()
    channel.close(timeout=1.0)


def ready() -> Ready:
    """Return the devices that work here."""
    from singan_studio.engine import device

    return Ready(device=device.choose("auto").type, devices=device.available())


def log_file(role: str) -> Path:
    """Return the file with an engine's warnings and last traceback, for bug reports. Its folder may not exist yet."""
    import platformdirs

    return Path(platformdirs.user_log_dir("singan-studio", appauthor=False)) / f"{role}.log"


def write_to_log(role: str) -> None:
    """Redirect stdout, stderr, crashes and logging to the log file, so that libraries cannot write into a terminal."""
    path = log_file(role)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        too_long = path.exists() and path.stat().st_size > LOG_LIMIT
        file = path.open("w" if too_long else "a", encoding="utf-8", buffering=1)
    except OSError:
        file = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    os.dup2(file.fileno(), 1)
    os.dup2(file.fileno(), 2)
    sys.stdout = sys.stderr = file
    faulthandler.enable(file)
    logging.basicConfig(
        stream=file, level=logging.INFO, format="%(asctime)s %(process)d %(levelname)s %(message)s"
    )
