"""What marks a project file, its version, and the steps that lead from one version to the next.

A new version is a new file `migrations/toN.py` with `migrate(connection)`, appended to `MIGRATIONS`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from singan_studio.project.migrations import to1, to2

APPLICATION_ID = 0x5347414E
"""SQLite's application_id of a project ("SGAN"), which tells it from any other SQLite file."""

MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (to1.migrate, to2.migrate)

VERSION = len(MIGRATIONS)
"""The file version that this program writes, in SQLite's user_version."""

READABLE = 1
"""The oldest version that can be read as it is, since later ones only added tables."""

TABLES = (("meta", "source", "models", "scales", "checkpoints", "blobs", "results"), ("canvas",))
"""That each version added."""


def migrate(connection: sqlite3.Connection) -> None:
    """Take every step the file has not taken yet, inside the caller's transaction."""
    version = version_of(connection)
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        step(connection)
        connection.execute(f"PRAGMA user_version = {number}")


def version_of(connection: sqlite3.Connection) -> int:
    return connection.execute("PRAGMA user_version").fetchone()[0]


def touch_tables(connection: sqlite3.Connection) -> None:
    """Read the root of every table of the file's version, and no large value.

    Raises `sqlite3.DatabaseError` when a table is missing or broken at its root.
    """
    for added in TABLES[: version_of(connection)]:
        for table in added:
            connection.execute(f"SELECT 1 FROM {table} NOT INDEXED LIMIT 1").fetchone()
