"""An engine process as the window sees it: messages in as signals, messages out without waiting."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
from collections.abc import Callable, Iterable
from typing import Literal, Protocol

from PySide6.QtCore import QObject, QThread, Signal

from singan_studio.core.errors import StudioError
from singan_studio.core.events import Preview, Progress
from singan_studio.engine_process.messages import Hello, Ready
from singan_studio.ui.app.logs import one_line

log = logging.getLogger(__name__)

Role = Literal["trainer", "renderer"]

MODEST = 5
"""Unix niceness of an engine; the window has 0."""

POLL_SECONDS = 0.1
"""Longest wait for a message before the thread looks whether it should stop."""


class Client(Protocol):
    """What the link needs of `worker.client.EngineClient`."""

    def start(self) -> None: ...
    def send(self, message: object) -> None: ...
    def receive(self, timeout: float) -> object | None: ...
    def stop(self, grace: float = 1.0) -> None: ...


def engine_client(role: Role) -> Client:
    from singan_studio.engine_process.client import EngineClient

    return EngineClient(role)


class EngineLink(QThread):
    """Owns one engine process from its start to its end; used once, then thrown away.

    The thread starts the process, reads its messages and stops it. Signals arrive on the GUI thread: `received` with
    each message, of Progress and Preview only the newest per scale since the last turn of the event loop; `ready` when
    the engine can work; `died` with a code of `core.messages.TEXTS` and its parameters when it ended by itself.
    """

    received = Signal(object)
    ready = Signal(object)  # worker.messages.Ready
    died = Signal(str, dict)
    _arrived = Signal()

    def __init__(
        self,
        role: Role,
        parent: QObject | None = None,
        make_client: Callable[[Role], Client] = engine_client,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{role}Link")
        self._role: Role = role
        self._make_client = make_client
        self._inbox = Inbox()
        self._client: Client | None = None
        self._unsent: list[object] = []
        self._sending = threading.Lock()
        self._stopping = threading.Event()
        self._grace = 1.0
        self._arrived.connect(self._deliver)

    def send(self, message: object) -> None:
        """Hand a message to the engine, or keep it until the engine is started. Never waits."""
        with self._sending:
            if self._client is None:
                self._unsent.append(message)
            elif not self._stopping.is_set():
                self._client.send(message)

    def stop(self, grace: float = 1.0) -> None:
        """End the process, by force after `grace` seconds. Returns at once; `finished` is emitted when it is gone."""
        self._grace = grace
        self._stopping.set()

    def run(self) -> None:
        client = self._make_client(self._role)
        try:
            client.start()
            self._flush_to(client)
            while not self._stopping.is_set():
                message = client.receive(POLL_SECONDS)
                if message is not None and self._inbox.put(message):
                    self._arrived.emit()
        except StudioError as error:
            self._report_death(error.code, error.params)
        except Exception as error:
            log.exception("the link to the %s failed", self._role)
            self._report_death("window.unexpected", {"reason": one_line(error)})
        finally:
            client.stop(self._grace)

    def _flush_to(self, client: Client) -> None:
        with self._sending:
            for message in self._unsent:
                client.send(message)
            self._unsent.clear()
            self._client = client

    def _report_death(self, code: str, params: dict[str, object]) -> None:
        if not self._stopping.is_set():
            self._stopping.set()
            self.died.emit(code, params)

    def _deliver(self) -> None:
        for message in self._inbox.take():
            if isinstance(message, Hello):
                make_modest(message.pid)
            if isinstance(message, Ready):
                self.ready.emit(message)
            self.received.emit(message)


class Inbox:
    """Messages between the link's thread and the GUI thread; a newer Progress or Preview replaces an older one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._messages: list[object] = []

    def put(self, message: object) -> bool:
        """Add a message; True when the inbox was empty, so that its owner must be woken."""
        with self._lock:
            was_empty = not self._messages
            if isinstance(message, Progress | Preview):
                self._messages = [m for m in self._messages if not _replaces(message, m)]
            self._messages.append(message)
            return was_empty

    def take(self) -> Iterable[object]:
        """Everything that waits, in order."""
        with self._lock:
            messages, self._messages = self._messages, []
        return messages


def _replaces(newer: Progress | Preview, older: object) -> bool:
    return isinstance(older, Progress | Preview) and type(older) is type(newer) and older.scale == newer.scale


def make_modest(pid: int) -> None:
    """Let the window go first when all processors are busy; threads the process starts later follow."""
    if hasattr(os, "setpriority"):  # not on Windows
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, MODEST)
