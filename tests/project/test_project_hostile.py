"""Projects that somebody made to do harm: they are refused, or read within limits."""

from __future__ import annotations

import contextlib
import sqlite3
import struct
import time
import zlib
from pathlib import Path

import pytest
from project_files import CONFIG, contents, recipe

from singan_studio.core.errors import BadInput
from singan_studio.core.images import decode_png
from singan_studio.project import limits
from singan_studio.project.budget import Budget
from singan_studio.project.canvas_codec import pack_canvas, unpack_canvas
from singan_studio.project.database import Database
from singan_studio.project.repository import ProjectRepository
from singan_studio.project.store import ProjectStore

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"

SCHEMAS = {
    "a view without end in place of a table": f"""
        DROP TABLE results;
        CREATE VIEW results AS {ENDLESS} SELECT i AS id, zeroblob(100000) AS recipe, 1 AS width, 1 AS height,
            0 AS starred, '' AS created, x'' AS png FROM n;""",
    "a trigger that fills the disk": f"""
        CREATE TRIGGER grow AFTER INSERT ON meta BEGIN
            INSERT INTO blobs {ENDLESS} SELECT hex(randomblob(16)), zeroblob(1000000) FROM n;
        END;""",
    "one table more": "CREATE TABLE more (value);",
    "an index with an expression": "CREATE INDEX slow ON meta (hex(zeroblob(100000000)));",
    "a column with an expression": f"""
        DROP TABLE meta;
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT DEFAULT (hex(zeroblob(100000000))));
        -- {ENDLESS}""",
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("name", SCHEMAS)
def test_a_file_with_another_schema_is_refused_unchanged(project: Path, name: str, read_only: bool):
    with contextlib.closing(sqlite3.connect(project)) as connection:
        connection.executescript(SCHEMAS[name])
    before = contents(project.parent)
    with pytest.raises(BadInput) as error:
        ProjectStore.open(project, read_only=read_only)
    assert error.value.code == "project.damaged"
    assert contents(project.parent) == before


def interior_page(child: int, page_size: int) -> bytes:
    """Return a page of a table's tree with as many entries as fit, all of which lead to one page."""
    count = (page_size - 12) // 7
    start = page_size - 5 * count
    head = struct.pack(">BHHHBI", 5, 0, count, start, 0, child)
    places = b"".join(struct.pack(">H", start + 5 * i) for i in range(count))
    cells = b"".join(struct.pack(">IB", child, 1) for _ in range(count))
    return (head + places).ljust(start, b"\0") + cells


def make_endless(path: Path, table: str) -> None:
    """Let a table's tree lead to its one page of rows in 500 to the power of four ways."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    count = len(data) // size
    leaf = data[size * (root - 1) : size * root]
    data[size * (root - 1) : size * root] = interior_page(count + 1, size)
    for page in (count + 2, count + 3, count + 4):
        data += interior_page(page, size)
    data += leaf
    data[28:32] = struct.pack(">I", count + 4)
    path.write_bytes(data)


@pytest.mark.parametrize("table", ["results", "models"])
def test_a_table_without_end_is_refused_in_time(project: Path, table: str):
    with ProjectStore.open(project) as store:
        store.add_model("base", CONFIG)
        store.add_result(recipe(1), b"png", 40, 30)
    make_endless(project, table)
    start = time.monotonic()
    with ProjectStore.open(project, read_only=True) as store, pytest.raises(BadInput) as error:
        store.results() if table == "results" else store.models()
    assert error.value.code == "project.damaged"
    assert time.monotonic() - start < 20


def test_a_query_that_computes_without_end_is_interrupted(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "SECONDS", 0.2)
    with contextlib.closing(Database(project, read_only=True)) as database:
        with pytest.raises(BadInput) as error:
            database.rows(f"{ENDLESS} SELECT max(i) FROM n")
        assert error.value.code == "project.damaged"
        assert database.row("SELECT 1") == (1,)


def test_values_that_are_larger_than_any_of_ours_are_refused(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "LARGEST_VALUE", 10**6)
    with contextlib.closing(Database(project, read_only=True)) as database:
        with pytest.raises(BadInput) as error:
            database.rows("SELECT zeroblob(2000000)")
        assert error.value.code == "project.damaged"


def test_bitmaps_of_a_canvas_have_a_total_limit():
    rows: dict[str, bytes] = {"state": b'{"size": [90, 60], "objects": [], "steps": [], "done": 0}'}
    square = struct.pack(">II", 100, 100) + zlib.compress(bytes(100 * 100 * 4))
    rows |= {f"piece/{number}": square for number in range(40)}
    assert unpack_canvas(rows, 90, 60) is not None
    with pytest.raises(ValueError, match="memory"):
        unpack_canvas(rows, 90, 60, Budget(39 * 40_000))


def test_a_canvas_names_each_step_once():
    rows = pack_canvas({})
    rows["state"] = b'{"size": [90, 60], "objects": [], "steps": [1, 1, 1], "done": 0}'
    with pytest.raises(ValueError, match="steps"):
        unpack_canvas({key: data for key, data in rows.items() if data}, 90, 60)


def test_a_huge_picture_in_a_project_is_refused_by_its_header():
    head = struct.pack(">IIBBBBB", 13_000, 13_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    with pytest.raises(BadInput) as error:
        decode_png(png)
    assert error.value.code == "picture.too_large"
    assert "13000" in str(error.value)


@pytest.mark.parametrize("spoil", ["UPDATE source SET png = x'00'", "DELETE FROM source"])
def test_a_project_that_the_window_refuses_is_unchanged(project: Path, spoil: str):
    with contextlib.closing(sqlite3.connect(project)) as connection:
        connection.execute(spoil)
        connection.commit()
    before = contents(project.parent)
    with pytest.raises(BadInput):
        ProjectRepository.open(project, project.parent / "documents")
    assert contents(project.parent) == before
