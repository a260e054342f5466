"""Open, write, copy and close a project file by SQLite's rules.

Every write is one `BEGIN IMMEDIATE` transaction: a transaction that begins by reading and writes later fails at once,
despite a timeout, when another process wrote in between. `synchronous = FULL` puts a commit on the disk before it
returns. The last one to close leaves one plain file that also opens from read-only folders.
"""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from singan_studio.core.errors import BadInput, RunFailure, StudioError
from singan_studio.core.files import written_aside
from singan_studio.project import header, schema

BUSY_SECONDS = 10
"""Seconds that a write waits for another process's write."""

RETRY_SECONDS = 0.01
"""Average seconds between two attempts where SQLite does not wait by itself."""

LOG_LIMIT = 4 * 2**20
"""Bytes to which SQLite cuts the write-ahead log back after a large write."""


class Database:
    """One connection to a project file; usable from one thread at a time, to be closed by its owner.

    Raises `BadInput` when the file is refused, and leaves a refused file unchanged. Every error of SQLite becomes a
    `StudioError` with its reason.
    """

    def __init__(self, path: Path, read_only: bool = False) -> None:
        self.path = resolved(path)
        self.read_only = read_only
        with contextlib.ExitStack() as stack:
            stack.enter_context(header.checked(self.path))
            with _translated_errors(self.path):
                self._connection = self._reader() if read_only else self._writer()
            stack.callback(self._close_connection)
            self._closing = stack.pop_all()

    def close(self) -> None:
        self._closing.close()

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return all rows of a query; no cursor stays open, which would make the log grow."""
        with _translated_errors(self.path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """Return the first row of a query, or None."""
        return next(iter(self.rows(sql, *values)), None)

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Run the body in one transaction: on disk when the body has ended, rolled back when it raises."""
        if self.read_only:
            raise BadInput("project.read_only", path=str(self.path))
        with _translated_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            with _undone_on_error(self._connection):
                yield self._connection
                self._connection.execute("COMMIT")

    def copy_to(self, path: Path, force: bool) -> None:
        """Write a whole copy to `path`, under another name first; other processes may write meanwhile."""

        def fill(target: sqlite3.Connection) -> None:
            self._connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # the copied header says that there is a log

        write_new(path, force, fill)

    def _reader(self) -> sqlite3.Connection:
        """Return a read-only connection to a file that was checked to be whole."""
        try:
            return self._verified("mode=ro")
        except sqlite3.OperationalError as error:
            if _code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                raise
            if header.has_log(self.path):
                raise BadInput("project.unfinished", path=str(self.path)) from error
        # In log mode without a log, where none can be made: nobody writes here, so the file can be read as it is.
        return self._verified("mode=ro&immutable=1")

    def _verified(self, mode: str) -> sqlite3.Connection:
        connection = _connect(self.path, mode)
        with _closed_on_error(connection):
            version = schema.version_of(connection)  # the log may know better than the header
            if version > schema.VERSION:
                raise BadInput("project.newer", path=str(self.path), version=version, known=schema.VERSION)
            if version < schema.READABLE and self.read_only:
                raise BadInput("project.older", path=str(self.path), version=version)
            schema.touch_tables(connection)
            return connection

    def _writer(self) -> sqlite3.Connection:
        if not (os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK)):
            raise BadInput("project.read_only", path=str(self.path))
        if header.beside(self.path)[2].exists():  # a killed switch of modes: only a writer can roll it back
            with contextlib.closing(_connect(self.path, "mode=rw")) as connection:
                schema.version_of(connection)
        self._reader().close()  # refuses a damaged file before anything is written to it
        connection = _connect(self.path, "mode=rw")
        with _closed_on_error(connection):
            if schema.version_of(connection) < schema.VERSION:
                connection.execute("BEGIN IMMEDIATE")
                with _undone_on_error(connection):
                    schema.migrate(connection)
                    connection.execute("COMMIT")
            _begin_log(connection)
            return connection

    def _close_connection(self) -> None:
        if not self.read_only:
            # Refused while somebody else has the file open, who will then be the last to close it.
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("PRAGMA busy_timeout = 0")
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()


def write_new(path: Path, force: bool, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Write a database under another name and rename it to `path`, so that an incomplete one never appears.

    Raises as `core.files.written_aside`; with `force` the caller holds the `ProjectLock` of what is replaced.
    """
    path = resolved(path)
    with written_aside(path, force) as aside, _translated_errors(path):
        with contextlib.closing(sqlite3.connect(aside, isolation_level=None)) as target:
            target.execute(
                "PRAGMA journal_mode = MEMORY"
            )  # no other file beside; `written_aside` syncs it at the end
            target.execute("PRAGMA synchronous = OFF")
            fill(target)
        for file in header.beside(path):  # a log of the replaced file would be played into the new one
            file.unlink(missing_ok=True)


def resolved(path: Path) -> Path:
    """Return an absolute path without links, as SQLite names the files beside a database."""
    return Path(os.path.realpath(path))


@contextlib.contextmanager
def _translated_errors(path: Path) -> Iterator[None]:
    """Raise errors of SQLite as `StudioError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _studio_error(path, error) from error


def _studio_error(path: Path, error: sqlite3.Error) -> StudioError:
    match _code(error):
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return BadInput("project.damaged", path=str(path), reason=str(error))
        case sqlite3.SQLITE_ERROR if str(error).startswith("no such"):
            return BadInput("project.damaged", path=str(path), reason=str(error))
        case sqlite3.SQLITE_READONLY:
            return BadInput("project.read_only", path=str(path))
        case sqlite3.SQLITE_CANTOPEN:
            return BadInput("project.unreadable", path=str(path), reason=str(error))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return RunFailure("project.busy", path=str(path), seconds=BUSY_SECONDS)
        case sqlite3.SQLITE_FULL:
            return RunFailure("project.full", path=str(path))
    return RunFailure("project.failed", path=str(path), reason=str(error))


def _code(error: sqlite3.Error) -> int:
    """Return the primary result code; 0 for errors that do not come from SQLite itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?{mode}",
        uri=True,
        isolation_level=None,  # transactions are begun by name
        timeout=BUSY_SECONDS,
        check_same_thread=False,  # one thread at a time, not always the same
    )
    with _closed_on_error(connection):  # in a damaged file even these can fail
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA journal_size_limit = {LOG_LIMIT}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")  # projects come from other people too
        return connection


def _begin_log(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log, which several writers may try at the same moment.

    SQLite reads the mode first and then asks for the write lock. For a lock that follows a read it does not wait, as
    two that wait so could wait for each other, but reports the file busy at once (`sqlite3BtreeBeginTrans`).
    """
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
        time.sleep(random.uniform(0.5, 1.5) * RETRY_SECONDS)


@contextlib.contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


@contextlib.contextmanager
def _undone_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # SQLite has rolled back by itself when the disk failed
            connection.execute("ROLLBACK")
        raise
