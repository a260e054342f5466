"""Version 1: a picture, its models with their scales and checkpoints, blobs and results.

Large values stand last in their table, so that listing the other columns never reads them.
"""

from __future__ import annotations

import sqlite3

STATEMENTS = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE source (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL,
        png BLOB NOT NULL)""",
    """CREATE TABLE models (
        id TEXT PRIMARY KEY NOT NULL,
        kind TEXT NOT NULL,
        config TEXT NOT NULL,
        parent TEXT REFERENCES models (id),
        created TEXT NOT NULL)""",
    """CREATE TABLE scales (
        model TEXT NOT NULL REFERENCES models (id),
        scale INTEGER NOT NULL,
        height INTEGER NOT NULL,
        width INTEGER NOT NULL,
        channels INTEGER NOT NULL,
        noise_amplitude REAL NOT NULL,
        seconds REAL NOT NULL,
        reconstruction_error REAL NOT NULL,
        weights BLOB NOT NULL,
        PRIMARY KEY (model, scale))""",
    """CREATE TABLE checkpoints (
        model TEXT PRIMARY KEY NOT NULL REFERENCES models (id),
        scale INTEGER NOT NULL,
        iteration INTEGER NOT NULL,
        state BLOB NOT NULL)""",
    "CREATE TABLE blobs (sha256 TEXT PRIMARY KEY NOT NULL, data BLOB NOT NULL)",
    # AUTOINCREMENT: the number of a deleted result is never given again, people know results by it
    """CREATE TABLE results (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        recipe TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        starred INTEGER NOT NULL DEFAULT 0,
        created TEXT NOT NULL,
        png BLOB NOT NULL)""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Turn an empty database into version 1, inside the caller's transaction."""
    for statement in STATEMENTS:
        connection.execute(statement)
