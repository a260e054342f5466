"""The only place that writes to stdout and stderr.

Nothing that a terminal would obey is written. Stderr carries words for the user, so a stderr that cannot be written to
is given up and the work goes on. Stdout carries what was asked for: a reader that goes away ends the work.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TextIO

from singan_studio.core.errors import RunFailure
from singan_studio.core.printable import printable


class ReaderGone(Exception):
    """Nobody reads stdout any more; not a BrokenPipeError, on which Typer ends the program by itself."""


def prepare_streams() -> None:
    """Open what is closed of stdin, stdout and stderr to the null device, and show letters that they lack as escapes.

    Files that are opened later would otherwise take the places of closed ones, and be written into.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number is taken
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):  # file names may have letters that it cannot show
            stream.reconfigure(errors="backslashreplace")


def write_line(text: str) -> None:
    """Write a line to stdout at once.

    Raises `ReaderGone` when its reader is gone, and `RunFailure` when it cannot be written for another reason.
    """
    if sys.stdout is None:  # it was closed before the start: nobody wants to read
        return
    try:
        sys.stdout.write(printable(text) + "\n")
        sys.stdout.flush()
    except BrokenPipeError as error:
        leave(sys.stdout)
        raise ReaderGone from error
    except OSError as error:
        leave(sys.stdout)
        raise RunFailure("output.failed", reason=error.strerror or str(error)) from error


def write_words(text: str) -> None:
    """Write a line for the user to stderr; one that cannot be written is lost."""
    if sys.stderr is None:  # closed before the start, or a frozen windowed program
        return
    try:
        sys.stderr.write(printable(text) + "\n")
        sys.stderr.flush()
    except OSError:
        leave(sys.stderr)


def leave(stream: TextIO) -> None:
    """Redirect a stream to the null device, so that Python's final flush does not fail again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
