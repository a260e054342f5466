"""SQLite's errors as errors with a code and words."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from singan_studio.core.errors import BadInput, RunFailure, StudioError


@contextlib.contextmanager
def translated_errors(path: Path, busy_seconds: float) -> Iterator[None]:
    """Raise errors of SQLite as `StudioError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _studio_error(path, error, busy_seconds) from error
    except (
        UnicodeDecodeError
    ) as error:  # SQLite quotes a damaged schema in its message, which is then no text
        raise BadInput("project.damaged", path=str(path), reason="its schema is no text") from error


def code_of(error: sqlite3.Error) -> int:
    """Return the primary result code; 0 for errors that do not come from SQLite itself."""
    return _extended_code(error) & 0xFF


def _extended_code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0)


def _studio_error(path: Path, error: sqlite3.Error, busy_seconds: float) -> StudioError:
    match code_of(error):
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return BadInput("project.damaged", path=str(path), reason=str(error))
        case sqlite3.SQLITE_ERROR if str(error).startswith("no such"):
            return BadInput("project.damaged", path=str(path), reason=str(error))
        case sqlite3.SQLITE_INTERRUPT | sqlite3.SQLITE_TOOBIG:
            return BadInput("project.damaged", path=str(path), reason="reading it does not come to an end")
        case sqlite3.SQLITE_READONLY if _extended_code(error) == sqlite3.SQLITE_READONLY_DBMOVED:
            return RunFailure("project.moved", path=str(path))
        case sqlite3.SQLITE_READONLY:
            return BadInput("project.read_only", path=str(path))
        case sqlite3.SQLITE_CANTOPEN:
            return BadInput("project.unreadable", path=str(path), reason=str(error))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return RunFailure("project.busy", path=str(path), seconds=busy_seconds)
        case sqlite3.SQLITE_FULL:
            return RunFailure("project.full", path=str(path))
    return RunFailure("project.failed", path=str(path), reason=str(error))
