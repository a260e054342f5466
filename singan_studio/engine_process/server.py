"""The life of an engine process, from its first line to its last."""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from singan_studio import __version__
from singan_studio.engine_process.channel import Channel, Emit, Engine
from singan_studio.engine_process.messages import Hello, Ready

LOG_LIMIT = 2**20
"""Size in bytes above which a log file is started over when an engine starts."""


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
