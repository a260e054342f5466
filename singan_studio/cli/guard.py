"""Turns every failure into one line on stderr and an exit code, so that the user never sees a traceback."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import signal
import stat
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from singan_studio.cli.streams import ReaderGone, prepare_streams, write_words
from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import BadInput, Cancelled, StudioError
from singan_studio.core.files import NO_WAITING
from singan_studio.core.messages import english

LOG_LIMIT = 1_000_000
"""Bytes of the log; the one before it is kept."""

OK, SOME_FAILED, BAD_INPUT, FAILED, INTERRUPTED = 0, 1, 2, 3, 130


class Interrupted(Exception):
    """The command was ended by a signal or by a reader that went away. The text says what was kept."""


def guarded(work: Callable[[], int]) -> int:
    """Call `work` and return its exit code, or write its error as one line to stderr and return the error's code.

    0: done; 1: done, but for some pictures of a batch; 2: bad input; 3: failure while running, or stdout cannot be
    written; 130: interrupted, or the reader of stdout went away.
    """
    prepare_streams()
    logger, handler = logging.getLogger("singan_studio"), ErrorLog(logging.WARNING)
    logger.addHandler(handler)
    try:
        code, words = ended(work)
    finally:
        logger.removeHandler(handler)
    if words:
        complain(words)
    return code


def ended(work: Callable[[], int]) -> tuple[int, str]:
    """Call `work` and return its exit code and, when it failed, the line that says why; see `guarded`."""
    try:
        return work(), ""
    except StudioError as error:
        return BAD_INPUT if isinstance(error, BadInput) else FAILED, str(error)
    except Interrupted as interruption:
        return INTERRUPTED, str(interruption)
    except (Cancelled, KeyboardInterrupt):
        return INTERRUPTED, "Interrupted."
    except ReaderGone:
        return INTERRUPTED, ""
    except Exception as error:
        return FAILED, _unexpected(error)


def complain(text: str) -> None:
    """Write one line to stderr."""
    write_words(f"singan-studio: {' '.join(text.split())}")


@contextlib.contextmanager
def interruptible() -> Iterator[CancelSource]:
    """Make Ctrl-C, SIGTERM and a closed terminal cancel the yielded source instead of raising; a second Ctrl-C raises.

    After `nohup` a closed terminal changes nothing. Signals reach the main thread alone: on any other one, such as that
    of a Dask worker, they are left as they are.
    """
    source = CancelSource()
    if threading.current_thread() is not threading.main_thread():
        yield source
        return

    def stop(number: int, frame: FrameType | None) -> None:
        if (
            source.token.cancelled and number == signal.SIGINT
        ):  # the end of a session sends the others together
            raise KeyboardInterrupt
        source.cancel()

    before = {number: signal.signal(number, stop) for number in _ending_signals()}
    try:
        yield source
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _ending_signals() -> list[int]:
    numbers: list[int] = [signal.SIGINT, signal.SIGTERM]
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    return numbers


class ErrorLog(logging.Handler):
    """Appends log records to the log file, so that no traceback reaches the terminal."""

    def emit(self, record: logging.LogRecord) -> None:
        append_to_log(self.format(record))


def append_to_log(text: str) -> Path | None:
    """Append a text to the log file and return the file's path, or None when no folder is writable."""
    import platformdirs

    entry = f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n{text}\n"
    for folder in (platformdirs.user_log_path("singan-studio", appauthor=False), Path(tempfile.gettempdir())):
        log = folder / "singan-studio-errors.log"
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            _append(log, entry.encode(errors="backslashreplace"))
            return log
    return None


def _append(log: Path, entry: bytes) -> None:
    """Append to a log of the user's own; a long one makes room for a new one first.

    Raises OSError for anything else with that name: others may write into a temporary folder, too.
    """
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.replace(log.with_suffix(".old.log"))
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | NO_WAITING | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(log, flags, 0o600)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or (hasattr(os, "getuid") and status.st_uid != os.getuid()):
            raise PermissionError(errno.EPERM, "not a log of this user", str(log))
        os.write(descriptor, entry[:LOG_LIMIT])
    finally:
        os.close(descriptor)


def _unexpected(error: Exception) -> str:
    """Return one line for an unforeseen error, and write its traceback to a log file."""
    reason = f"{type(error).__name__}: {error}"
    log = append_to_log("".join(traceback.format_exception(error)))
    return reason if log is None else english("cli.unexpected", {"reason": reason, "log": log})
