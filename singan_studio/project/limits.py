"""Limits for reading a project that somebody else made: no file may take all memory, or time without end."""

from __future__ import annotations

import sqlite3
import sys
import time
from typing import Any

from singan_studio.project.budget import MOST_BYTES

SECONDS = 15.0
"""Seconds that one query may compute."""

MOST_ROWS = 100_000
"""Rows of one query."""

LARGEST_VALUE = 2**29
"""Bytes of one value; the PNG of 8192 x 8192 px of pure noise has 200 million."""

_CHECKED_EVERY = 10_000  # instructions of SQLite's machine


class Patience:
    """Interrupts a query that computes for more than `SECONDS`; `start` begins the next one."""

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        self._until = time.monotonic() + SECONDS

    def __call__(self) -> bool:
        """Return whether to interrupt."""
        return time.monotonic() > self._until


def restrict(connection: sqlite3.Connection, patience: Patience) -> None:
    """Let a connection compute and read within limits, and run nothing that the file's schema brings along."""
    connection.text_factory = _text
    connection.set_progress_handler(patience, _CHECKED_EVERY)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")


def all_rows(cursor: sqlite3.Cursor) -> list[tuple[Any, ...]]:
    """Return all rows and close the cursor. Raises `sqlite3.DatabaseError` where they are too many or too large."""
    rows: list[tuple[Any, ...]] = []
    left = MOST_BYTES
    try:
        for row in cursor:
            rows.append(row)
            left -= sum(len(value) for value in row if isinstance(value, bytes | str))
            if left < 0 or len(rows) > MOST_ROWS:
                error = sqlite3.DatabaseError("a table has more rows than the file can hold")
                error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
                raise error
    finally:
        cursor.close()
    return rows


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")  # damage in one text must not hide the others
