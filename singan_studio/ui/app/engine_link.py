"""Connects an engine process with Qt: messages in as signals, messages out without waiting."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
from collections.abc import Callable
from typing import Literal, Protocol

from PySide6.QtCore import QObject, Qt, QThread, Signal

from singan_studio.core.errors import StudioError
from singan_studio.engine_process.messages import Hello, Ready
from singan_studio.ui.app.logs import one_line

log = logging.getLogger(__name__)

Role = Literal["trainer", "renderer"]

MODEST = 5
"""Unix niceness of an engine; the window has 0."""


class Client(Protocol):
    """What the link needs of `engine_process.client.EngineClient`."""

    def start(self) -> None: ...
    def send(self, message: object) -> None: ...
    def take(self) -> object | None: ...
    def stop(self, grace: float = 1.0) -> None: ...


def engine_client(role: Role, arrived: Callable[[], None]) -> Client:
    from singan_studio.engine_process.client import EngineClient

    return EngineClient(role, arrived=arrived)


class EngineLink(QThread):
    """Owns one engine process from its start to its end; used once, then thrown away.

    The client's reader wakes the event loop of the thread that owns the link, which takes the messages from the
    client's mailbox: nothing polls. The link's own thread only starts the process and ends it, which both take time.
    `received` is emitted with each message, `ready` when the engine can work, and `died` with a code of
    `core.messages.TEXTS` and its parameters when it ended by itself.
    """

    received = Signal(object)
    ready = Signal(object)  # engine_process.messages.Ready
    died = Signal(str, dict)
    _arrived = Signal()

    def __init__(
        self,
        role: Role,
        parent: QObject | None = None,
        make_client: Callable[[Role, Callable[[], None]], Client] = engine_client,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{role}Link")
        self._role: Role = role
        self._client = make_client(role, self._arrived.emit)
        self._started = False
        self._unsent: list[object] = []
        self._sending = threading.Lock()
        self._stopping = threading.Event()
        self._grace = 1.0
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def send(self, message: object) -> None:
        """Send a message to the engine as soon as it is started. Never waits."""
        with self._sending:
            if not self._started:
                self._unsent.append(message)
            elif not self._stopping.is_set():
                self._client.send(message)

    def stop(self, grace: float = 1.0) -> None:
        """End the process, by force after `grace` seconds. Returns at once; `finished` is emitted when it is gone."""
        self._grace = grace
        self._stopping.set()

    def run(self) -> None:
        try:
            self._client.start()
            with self._sending:
                for message in self._unsent:
                    self._client.send(message)
                self._started = True
            self._stopping.wait()
        except StudioError as error:
            self._report_death(error.code, error.params)
        except Exception as error:
            log.exception("the link to the %s failed", self._role)
            self._report_death("window.unexpected", {"reason": one_line(error)})
        finally:
            self._client.stop(self._grace)

    def _report_death(self, code: str, params: dict[str, object]) -> None:
        if not self._stopping.is_set():
            self._stopping.set()
            self.died.emit(code, params)

    def _deliver(self) -> None:
        """Emit everything that has arrived, unless the engine is being stopped."""
        try:
            while not self._stopping.is_set() and (message := self._client.take()) is not None:
                if isinstance(message, Hello):
                    make_modest(message.pid)
                if isinstance(message, Ready):
                    self.ready.emit(message)
                self.received.emit(message)
        except StudioError as error:
            self._report_death(error.code, error.params)


def make_modest(pid: int) -> None:
    """Lower the priority of an engine, and of the threads it starts later, below the window's."""
    if hasattr(os, "setpriority"):  # not on Windows
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, MODEST)
