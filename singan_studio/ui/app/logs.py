"""Writes the window's log file, and reports unexpected errors."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

LOG_BYTES = 1_000_000
OLDER_FILES = 2


def write_log(folder: Path) -> None:
    """Log to `folder`/window.log from now on, or nowhere when the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "window.log", maxBytes=LOG_BYTES, backupCount=OLDER_FILES, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def write_crashes(folder: Path) -> None:
    """Write where a crash happened that Python cannot catch, such as one of Qt, to `folder`/crash.log.

    A file of more than `LOG_BYTES` is begun again.
    """
    path = folder / "crash.log"
    try:
        too_long = path.exists() and path.stat().st_size > LOG_BYTES
        file = path.open("w" if too_long else "a", encoding="utf-8")
    except OSError:
        return
    faulthandler.enable(file)  # which keeps the file open as long as the process lives


def catch_everything(tell: Callable[[str], None]) -> None:
    """Log every uncaught exception of any thread with its traceback, and call `tell` with its one line."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logging.getLogger(__name__).error("unexpected", exc_info=(kind, error, trace))
        tell(one_line(error))

    def caught_in_thread(arguments: threading.ExceptHookArgs) -> None:
        caught(arguments.exc_type, arguments.exc_value or arguments.exc_type(), arguments.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread


def one_line(error: BaseException) -> str:
    """Return an unexpected error in one line, without its traceback."""
    words = str(error).strip().splitlines()
    return f"{type(error).__name__}: {words[0]}" if words else type(error).__name__
