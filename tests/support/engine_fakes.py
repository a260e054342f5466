"""Engine processes that misbehave, or only echo. A test's child process finds them by name."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection

from singan_studio import __version__
from singan_studio.engine_process import protocol
from singan_studio.engine_process.messages import Hello


def of_another_version(connection: Connection) -> None:
    protocol.send(connection, Hello("0.0.0", "trainer", os.getpid()))
    connection.poll(60)


def talking_nonsense(connection: Connection) -> None:
    protocol.send(connection, Hello(__version__, "trainer", os.getpid()))
    connection.send_bytes(b"\x80\x04nonsense")
    connection.poll(60)


def leaving(connection: Connection) -> None:
    protocol.send(connection, Hello(__version__, "trainer", os.getpid()))
    os._exit(7)


def echo(connection: Connection) -> None:
    try:
        while True:
            protocol.send(connection, protocol.receive(connection))
    except EOFError:
        pass
