"""Version 3: checksums of the weights and checkpoints that are written from now on."""

from __future__ import annotations

import sqlite3

STATEMENT = """CREATE TABLE checksums (
    model TEXT NOT NULL REFERENCES models (id),
    part TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (model, part))"""


def migrate(connection: sqlite3.Connection) -> None:
    """Turn version 2 into version 3, inside the caller's transaction."""
    connection.execute(STATEMENT)
