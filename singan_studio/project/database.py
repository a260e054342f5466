"""Open, write, copy and close a project file by SQLite's rules.

Every write is one `BEGIN IMMEDIATE` transaction: a transaction that begins by reading and writes later fails at once,
despite a timeout, when another process wrote in between. `synchronous = FULL` puts a commit on the disk before it
returns. The last one to close leaves one plain file that also opens from read-only folders.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from singan_studio.core.errors import BadInput, RunFailure
from singan_studio.core.files import written_aside
from singan_studio.project import header, journal, limits, schema
from singan_studio.project.sqlite_errors import code_of, translated_errors

BUSY_SECONDS = 10
"""Seconds that a write waits for another process's write."""


class Database:
    """One connection to a project file; usable from one thread at a time, to be closed by its owner.

    Raises `BadInput` when the file is refused, and leaves a refused file unchanged. Every error of SQLite becomes a
    `StudioError` with its reason.
    """

    def __init__(self, path: Path, read_only: bool = False) -> None:
        self.path = resolved(path)
        self.read_only = read_only
        self._patience = limits.Patience()
        with contextlib.ExitStack() as stack:
            self._shared = stack.enter_context(header.checked(self.path))
            with translated_errors(self.path, BUSY_SECONDS):
                self._connection = self._reader() if read_only else self._writer()
                self.version = schema.version_of(self._connection)
            stack.callback(self._close_connection)
            self._closing = stack.pop_all()

    def close(self) -> None:
        self._closing.close()

    @property
    def in_place(self) -> bool:
        """Whether the file can still be found at its path: it was not moved, deleted or replaced."""
        return self._shared.in_place

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return all rows of a query; no cursor stays open, which would make the log grow."""
        self._patience.start()
        with translated_errors(self.path, BUSY_SECONDS):
            return limits.all_rows(self._connection.execute(sql, values))

    def row(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """Return the first row of a query, or None."""
        return next(iter(self.rows(sql, *values)), None)

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Run the body in one transaction: on disk when the body has ended, rolled back when it raises.

        Raises `RunFailure` project.moved when the file is no longer at its path. What was written is then in the open
        file alone, and `copy_to` saves it.
        """
        if self.read_only:
            raise BadInput("project.read_only", path=str(self.path))
        with translated_errors(self.path, BUSY_SECONDS):
            self._connection.execute("BEGIN IMMEDIATE")
            self._patience.start()
            with _undone_on_error(self._connection):
                yield self._connection
                self._connection.execute("COMMIT")
        if not self.in_place:
            raise RunFailure("project.moved", path=str(self.path))

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
            unlogged = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR)
            if code_of(error) not in unlogged:
                raise
            if header.has_log(self.path):
                raise BadInput("project.unfinished", path=str(self.path)) from error
        # In log mode without a log, where none can be made: nobody writes here, so the file can be read as it is.
        return self._verified("mode=ro&immutable=1")

    def _verified(self, mode: str) -> sqlite3.Connection:
        connection = self._connect(mode)
        with _closed_on_error(connection):
            version = schema.version_of(connection)  # the log may know better than the header
            if version > schema.VERSION:
                raise BadInput("project.newer", path=str(self.path), version=version, known=schema.VERSION)
            if version < schema.READABLE and self.read_only:
                raise BadInput("project.older", path=str(self.path), version=version)
            if stranger := schema.difference(connection):
                raise BadInput("project.damaged", path=str(self.path), reason=stranger)
            schema.touch_tables(connection)
            return connection

    def _writer(self) -> sqlite3.Connection:
        if not (os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK)):
            raise BadInput("project.read_only", path=str(self.path))
        if header.beside(self.path)[2].exists():  # a killed switch of modes: only a writer can roll it back
            with contextlib.closing(self._connect("mode=rw")) as connection:
                schema.version_of(connection)
        logs = journal.can_log(self.path.parent)
        if not logs and header.has_log(
            self.path
        ):  # copied here after a crash: only a writer can play it back
            journal.end_log(self._connect("mode=rw", alone=True))
        self._reader().close()  # refuses a damaged file before anything is written to it
        if not logs:
            journal.end_log(self._connect("mode=rw", alone=True))
        connection = self._connect("mode=rw")
        with _closed_on_error(connection):
            if schema.version_of(connection) < schema.VERSION:
                connection.execute("BEGIN IMMEDIATE")
                with _undone_on_error(connection):
                    schema.migrate(connection)
                    connection.execute("COMMIT")
            if logs:
                journal.begin_log(connection, BUSY_SECONDS)
            return connection

    def _connect(self, mode: str, alone: bool = False) -> sqlite3.Connection:
        """Connect to the file; `alone` keeps others out, and so needs no memory that is shared with them."""
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?{mode}",
            uri=True,
            isolation_level=None,  # transactions are begun by name
            timeout=BUSY_SECONDS,
            check_same_thread=False,  # one thread at a time, not always the same
        )
        with _closed_on_error(connection):  # in a damaged file even these can fail
            if alone:
                connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            limits.restrict(connection, self._patience)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA journal_size_limit = {journal.LOG_LIMIT}")
            connection.execute("PRAGMA foreign_keys = ON")
            return connection

    def _close_connection(self) -> None:
        if not self.read_only:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("PRAGMA busy_timeout = 0")
                if self.in_place:
                    # Refused while somebody else has the file open, who will then be the last to close it.
                    self._connection.execute("PRAGMA journal_mode = DELETE")
                else:
                    journal.leave_moved_file(self._connection, self.path)
        self._connection.close()


def write_new(path: Path, force: bool, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Write a database under another name and rename it to `path`, so that an incomplete one never appears.

    Raises as `core.files.written_aside`; with `force` the caller holds the `ProjectLock` of what is replaced.
    """
    path = resolved(path)
    with written_aside(path, force) as aside, translated_errors(path, BUSY_SECONDS):
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
