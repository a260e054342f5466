"""Canvases of the tools in the project file, and files of the version without them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from project_files import CONFIG, PICTURE, contents, finished, recipe, weights

from singan_studio.project import schema
from singan_studio.project.database import Database
from singan_studio.project.migrations import to1
from singan_studio.project.store import ProjectStore


def test_rows_of_each_tools_canvas_are_kept_by_name(project: Path):
    with ProjectStore.open(project) as store:
        assert store.canvas("paint") == {}
        store.save_canvas("paint", {"state": b"one", "tile/1": b"x" * 70_000})
        store.save_canvas("edit", {"state": b"other"})
        store.save_canvas("paint", {"state": b"two", "tile/1": None, "tile/2": b"y"})
    with ProjectStore.open(project, read_only=True) as store:
        assert store.canvas("paint") == {"state": b"two", "tile/2": b"y"}
        assert store.canvas("edit") == {"state": b"other"}


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    """Make a project as the first version of the program did, with a model and a result."""
    folder = tmp_path / "old"
    folder.mkdir()
    path = folder / "picture.singan"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    to1.migrate(connection)
    connection.execute("PRAGMA user_version = 1")
    connection.execute("INSERT INTO source (id, name, png) VALUES (1, 'picture.jpg', ?)", (PICTURE,))
    connection.execute(
        "INSERT INTO models (id, kind, config, parent, created) VALUES ('m', 'base', ?, NULL, '2026-01-01')",
        (CONFIG.to_json(),),
    )
    connection.execute(
        "INSERT INTO results (recipe, width, height, created, png) VALUES (?, 40, 30, '2026-01-01', x'00')",
        (recipe(1).to_json(),),
    )
    connection.commit()
    connection.close()
    return path


def test_a_version_1_file_is_read_without_changing_it(version_1: Path):
    before = contents(version_1.parent)
    with ProjectStore.open(version_1, read_only=True) as store:
        assert store.source().png == PICTURE
        assert [result.id for result in store.results()] == [1]
    assert contents(version_1.parent) == before


def test_a_version_1_file_is_migrated_when_it_is_opened_for_writing(version_1: Path):
    with ProjectStore.open(version_1) as store:
        store.save_canvas("paint", {"state": b"new"})
        store.save_scale("m", finished(0), weights(0))
    database = Database(version_1, read_only=True)
    assert database.row("PRAGMA user_version") == (schema.VERSION,)
    database.close()
    with ProjectStore.open(version_1, read_only=True) as store:
        assert store.canvas("paint") == {"state": b"new"}
        assert store.source().png == PICTURE
        assert [result.recipe for result in store.results()] == [recipe(1)]
        assert store.scale_blobs("m") == [weights(0)]
