"""The identity of a project file, its version, and the steps from each version to the next.

A new version is a new file `migrations/toN.py` with `migrate(connection)`, appended to `MIGRATIONS`.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
from collections.abc import Callable

from singan_studio.project.migrations import to1, to2, to3

APPLICATION_ID = 0x5347414E
"""SQLite's application_id of a project ("SGAN"), which no other kind of SQLite file has."""

MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (to1.migrate, to2.migrate, to3.migrate)

VERSION = len(MIGRATIONS)
"""The file version that this program writes, in SQLite's user_version."""

READABLE = 1
"""The oldest version that can be read without migration, because later ones only added tables."""

TABLES = (
    ("meta", "source", "models", "scales", "checkpoints", "blobs", "results"),
    ("canvas",),
    ("checksums",),
)
"""The tables that each version added."""


Objects = dict[tuple[str, str], tuple[str, str | None]]
"""Tables, indexes, views and triggers: table and SQL by kind and name."""

_MORE_THAN_OURS = 1000


def migrate(connection: sqlite3.Connection) -> None:
    """Run every step the file has not been through yet, inside the caller's transaction."""
    version = version_of(connection)
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        step(connection)
        connection.execute(f"PRAGMA user_version = {number}")


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of an open file."""
    return connection.execute("PRAGMA user_version").fetchone()[0]


def difference(connection: sqlite3.Connection) -> str:
    """Return what a file has beside the tables of its version, or lacks of them; empty when it is as it should be.

    A view or trigger in place of a table would run somebody else's SQL whenever the table is used.
    """
    found, expected = _objects(connection), _expected(MIGRATIONS[: version_of(connection)])
    for kind, name in sorted(expected.keys() - found.keys()):
        return f"no such {kind}: {name}"
    for kind, name in sorted(found.keys() - expected.keys()):
        return f"the {kind} {name} does not belong in it"
    for (kind, name), described in sorted(found.items()):
        if described != expected[kind, name]:
            return f"the {kind} {name} is another one"
    return ""


def _objects(connection: sqlite3.Connection) -> Objects:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchmany(
        _MORE_THAN_OURS
    )
    return {(str(kind), str(name)): (table, sql) for kind, name, table, sql in rows}


@functools.lru_cache(maxsize=8)
def _expected(steps: tuple[Callable[[sqlite3.Connection], None], ...]) -> Objects:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        for step in steps:
            step(connection)
        return _objects(connection)


def touch_tables(connection: sqlite3.Connection) -> None:
    """Read the root page of every table that the file's version has, but no large value.

    Raises `sqlite3.DatabaseError` when a table is missing or broken at its root.
    """
    for added in TABLES[: version_of(connection)]:
        for table in added:
            connection.execute(f"SELECT 1 FROM {table} NOT INDEXED LIMIT 1").fetchone()
