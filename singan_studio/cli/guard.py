"""Turns what can go wrong into one line on stderr and an exit code; nobody sees a traceback."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import BadInput, Cancelled, StudioError
from singan_studio.core.messages import english

OK, BAD_INPUT, FAILED, INTERRUPTED = 0, 2, 3, 130


class Interrupted(Exception):
    """Ended by Ctrl-C, SIGTERM or a reader that went away; the text says what was kept."""


def guarded(work: Callable[[], int]) -> int:
    """The exit code of `work`, or that of its error after one line on stderr.

    0 done, 2 bad input, 3 failure while running, 130 interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file's name may have letters that the terminal has not
            stream.reconfigure(errors="backslashreplace")
    logger, handler = logging.getLogger("singan_studio"), ErrorLog(logging.WARNING)
    logger.addHandler(handler)
    try:
        return work()
    except StudioError as error:
        complain(str(error))
        return BAD_INPUT if isinstance(error, BadInput) else FAILED
    except Interrupted as interruption:
        complain(str(interruption))
        return INTERRUPTED
    except (Cancelled, KeyboardInterrupt):
        complain("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        leave_stdout()
        return INTERRUPTED
    except Exception as error:
        complain(_unexpected(error))
        return FAILED
    finally:
        logger.removeHandler(handler)


def complain(text: str) -> None:
    """Write one line to stderr; a frozen windowed program has none."""
    if sys.stderr is not None:
        sys.stderr.write(f"singan-studio: {' '.join(text.split())}\n")
        sys.stderr.flush()


def leave_stdout() -> None:
    """Point stdout at nothing once its reader is gone, so that Python does not fail again when it flushes it."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextlib.contextmanager
def interruptible() -> Iterator[CancelSource]:
    """Within this block Ctrl-C and SIGTERM cancel the source instead of raising; a second Ctrl-C raises."""
    source = CancelSource()

    def stop(number: int, frame: FrameType | None) -> None:
        if source.token.cancelled:
            raise KeyboardInterrupt
        source.cancel()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield source
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class ErrorLog(logging.Handler):
    """Appends what is logged to the log file, so that no traceback reaches the terminal."""

    def emit(self, record: logging.LogRecord) -> None:
        append_to_log(self.format(record))


def append_to_log(text: str) -> Path | None:
    """Add a text to the log file and return its path; None where no folder can be written to."""
    import platformdirs

    entry = f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n{text}\n"
    for folder in (platformdirs.user_log_path("singan-studio", appauthor=False), Path(tempfile.gettempdir())):
        log = folder / "singan-studio-errors.log"
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(entry)
            return log
    return None


def _unexpected(error: Exception) -> str:
    """One line for an error nobody foresaw; its traceback goes to a log file."""
    reason = f"{type(error).__name__}: {error}"
    log = append_to_log("".join(traceback.format_exception(error)))
    return reason if log is None else english("cli.unexpected", {"reason": reason, "log": log})
