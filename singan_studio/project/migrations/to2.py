"""Version 2: the canvas of each tool, in named rows that are written when they change."""

from __future__ import annotations

import sqlite3

STATEMENT = """CREATE TABLE canvas (
    tool TEXT NOT NULL,
    key TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (tool, key))"""


def migrate(connection: sqlite3.Connection) -> None:
    """Turn version 1 into version 2, inside the caller's transaction."""
    connection.execute(STATEMENT)
