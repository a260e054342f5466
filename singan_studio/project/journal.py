"""The write-ahead log of a project file: begin it, end it, do without.

The log needs memory that is shared through a file (`-shm`). Drives that are mounted over a network, or by FUSE with
direct input and output, have none; there the file stays in SQLite's older mode with a rollback journal.
"""

from __future__ import annotations

import contextlib
import mmap
import random
import sqlite3
import tempfile
import time
from pathlib import Path

from singan_studio.project import header
from singan_studio.project.sqlite_errors import code_of

RETRY_SECONDS = 0.01
"""Average seconds between two attempts where SQLite does not wait by itself."""

LOG_LIMIT = 4 * 2**20
"""Bytes to which SQLite cuts the write-ahead log back after a large write."""


def can_log(folder: Path) -> bool:
    """Return whether files of a folder can be mapped into memory that processes share."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.truncate(mmap.PAGESIZE)
            mmap.mmap(file.fileno(), mmap.PAGESIZE).close()
    except OSError:
        return False
    return True


def begin_log(connection: sqlite3.Connection, busy_seconds: float) -> None:
    """Switch to the write-ahead log, which several writers may try at the same moment.

    SQLite reads the mode first and then asks for the write lock. For a lock that follows a read it does not wait, as
    two that wait so could wait for each other, but reports the file busy at once (`sqlite3BtreeBeginTrans`).
    """
    give_up = time.monotonic() + busy_seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if code_of(error) != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
        time.sleep(random.uniform(0.5, 1.5) * RETRY_SECONDS)


def end_log(connection: sqlite3.Connection) -> None:
    """Play the log back and switch it off, over a connection that has the file alone; close that."""
    with contextlib.closing(connection):
        connection.execute("PRAGMA journal_mode = DELETE")


def leave_moved_file(connection: sqlite3.Connection, path: Path) -> None:
    """Make a file that is no longer at `path` whole, wherever it is now, and leave no log at its former place.

    SQLite itself leaves the log of a moved file unplayed, and would play it into a file that takes its name.
    """
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if not busy:
        for file in header.beside(path)[:2]:
            file.unlink(missing_ok=True)
