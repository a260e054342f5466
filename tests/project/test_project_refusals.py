"""A file that cannot be a project is refused with its reason, and no byte of it changes."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import struct
import tempfile
from pathlib import Path

import numpy as np
import pytest
from project_files import PICTURE, answer, contents

from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import BadInput
from singan_studio.core.images import encode_png
from singan_studio.project import schema
from singan_studio.project.database import Database
from singan_studio.project.store import ProjectStore

WRITTEN = [pytest.param(False, id="for writing"), pytest.param(True, id="for reading")]


def refusal(path: Path, read_only: bool = False) -> BadInput:
    with pytest.raises(BadInput) as error:
        ProjectStore.open(path, read_only=read_only)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
    return error.value


def patched(data: bytes, offset: int, value: bytes) -> bytes:
    return data[:offset] + value + data[offset + len(value) :]


def foreign_database(_: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "other.db"
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE things (name)")
        connection.close()
        return path.read_bytes()


BAD_FILES = {
    "an empty file": ("project.not_ours", lambda good: b""),
    "a text": ("project.not_ours", lambda good: b"dear diary\n" * 1000),
    "the picture itself": ("project.not_ours", lambda good: PICTURE),
    "another program's database": ("project.not_ours", foreign_database),
    "a newer version": (
        "project.newer",
        lambda good: patched(good, 60, struct.pack(">I", schema.VERSION + 1)),
    ),
    "no version": ("project.damaged", lambda good: patched(good, 60, bytes(4))),
    "cut in its header": ("project.truncated", lambda good: good[:60]),
    "cut in the middle": ("project.truncated", lambda good: good[: len(good) // 2]),
    "cut by one byte": ("project.truncated", lambda good: good[:-1]),
    "an impossible page size": ("project.damaged", lambda good: patched(good, 16, b"\x12\x34")),
    "impossible fractions": ("project.damaged", lambda good: patched(good, 21, b"\xff\xff\xff")),
    "a broken list of tables": ("project.damaged", lambda good: patched(good, 100, b"\xaa" * 3000)),
    "broken tables": ("project.damaged", lambda good: good[:4096] + b"\xaa" * (len(good) - 4096)),
}


@pytest.mark.parametrize("read_only", WRITTEN)
@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_refused_and_unchanged(project: Path, name: str, read_only: bool):
    code, spoiled = BAD_FILES[name]
    project.write_bytes(spoiled(project.read_bytes()))
    os.utime(project, (1, 1))
    before = contents(project.parent)
    assert refusal(project, read_only).code == code
    assert contents(project.parent) == before
    assert project.stat().st_mtime == 1


@pytest.mark.parametrize("read_only", WRITTEN)
def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path, read_only: bool):
    missing, pipe = tmp_path / "missing.singan", tmp_path / "pipe.singan"
    os.mkfifo(pipe)
    assert refusal(missing, read_only).code == "project.missing"
    assert refusal(tmp_path, read_only).code == "file.is_folder"
    assert refusal(pipe, read_only).code == "project.not_ours"
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.parametrize("read_only", WRITTEN)
def test_a_missing_table_is_damage(project: Path, read_only: bool):
    connection = sqlite3.connect(project)
    connection.execute("DROP TABLE scales")
    connection.close()
    before = contents(project.parent)
    error = refusal(project, read_only)
    assert error.code == "project.damaged"
    assert "scales" in str(error)
    assert contents(project.parent) == before


@pytest.mark.parametrize("read_only", WRITTEN)
def test_a_newer_version_that_only_the_log_knows_is_refused(project: Path, read_only: bool):
    """Read a file whose upgrade by a newer program was killed: its header still has the older version."""
    with contextlib.closing(Database(project)) as newer:
        with newer.writing() as connection:
            connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        crashed = contents(project.parent)
    for file, data in crashed.items():
        (project.parent / file).write_bytes(data)
    assert refusal(project, read_only).code == "project.newer"
    after = contents(project.parent)
    for file in (project.name, f"{project.name}-wal"):
        assert after[file] == crashed[file]


def test_damage_inside_a_picture_is_reported_when_it_is_read(project: Path):
    data = project.read_bytes()
    at = data.rindex(PICTURE[:100]) // 4096 * 4096 - 4096
    project.write_bytes(patched(data, at, struct.pack(">I", 10**6)))  # where a long value goes on
    with ProjectStore.open(project, read_only=True) as store, pytest.raises(BadInput) as error:
        store.source()
    assert error.value.code == "project.damaged"


@pytest.fixture
def foreign_folder():
    """Make a folder that every user can enter; the test's own may be closed to others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def closed_to_writing(folder: Path) -> dict[str, bytes]:
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    return contents(folder)


def test_a_read_only_folder_opens_for_reading_only(foreign_folder: Path):
    path = foreign_folder / "picture.singan"
    ProjectStore.create(path, PICTURE, "x").close()
    before = closed_to_writing(foreign_folder)
    assert answer("as_ordinary_user", path).split() == ["project.read_only", str(len(PICTURE))]
    assert contents(foreign_folder) == before


def test_the_window_opens_a_copy_of_a_project_in_a_read_only_folder(foreign_folder: Path):
    path = foreign_folder / "picture.singan"
    png = encode_png(np.zeros((20, 30, 3), np.uint8))
    ProjectStore.create(path, png, "x").close()
    before = closed_to_writing(foreign_folder)
    with tempfile.TemporaryDirectory() as name:
        documents = Path(name).resolve()
        documents.chmod(0o777)
        for copy in (documents / "picture.singan", documents / "picture-2.singan"):
            said = answer("open_in_the_window_as_ordinary_user", path, documents)
            assert said.splitlines() == ["project.copied", str(copy)]
            with ProjectStore.open(copy) as store:
                assert store.source().png == png
                assert store.get_meta("key") == "value"
    assert contents(foreign_folder) == before


def test_a_project_copied_in_log_mode_opens_from_a_read_only_folder(foreign_folder: Path):
    path = foreign_folder / "picture.singan"
    ProjectStore.create(path, PICTURE, "x").close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    connection.close()
    before = closed_to_writing(foreign_folder)
    assert list(before) == [path.name]
    assert answer("as_ordinary_user", path).split() == ["project.read_only", str(len(PICTURE))]
    assert contents(foreign_folder) == before


def test_a_crashed_project_in_a_read_only_folder_is_refused_as_unfinished(foreign_folder: Path):
    path = foreign_folder / "picture.singan"
    ProjectStore.create(path, PICTURE, "x").close()
    with ProjectStore.open(path) as store:
        store.set_meta("key", "value")
        crashed = contents(foreign_folder)
    for file in (path.name, f"{path.name}-wal"):
        (foreign_folder / file).write_bytes(crashed[file])
    before = closed_to_writing(foreign_folder)
    assert answer("as_ordinary_user", path).split() == ["project.read_only", "project.unfinished"]
    assert contents(foreign_folder) == before


def test_an_older_version_is_migrated_by_a_writer_only(project: Path, monkeypatch: pytest.MonkeyPatch):
    def to_next(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE results ADD COLUMN title TEXT")

    newest = schema.VERSION + 1
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, to_next))
    monkeypatch.setattr(schema, "VERSION", newest)
    monkeypatch.setattr(schema, "READABLE", newest)
    before = contents(project.parent)
    assert refusal(project, read_only=True).code == "project.older"
    assert contents(project.parent) == before
    ProjectStore.open(project).close()
    with contextlib.closing(Database(project, read_only=True)) as upgraded:
        assert upgraded.row("PRAGMA user_version") == (newest,)
        assert upgraded.rows("SELECT title FROM results") == []


def test_a_failed_migration_leaves_the_older_version(project: Path, monkeypatch: pytest.MonkeyPatch):
    def to_next(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE results ADD COLUMN title TEXT")
        raise sqlite3.OperationalError("disk trouble")

    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, to_next))
        patch.setattr(schema, "VERSION", schema.VERSION + 1)
        with pytest.raises(Exception, match="disk trouble"):
            ProjectStore.open(project)
    with contextlib.closing(Database(project, read_only=True)) as kept:
        assert kept.row("PRAGMA user_version") == (schema.VERSION,)
        assert len(kept.rows("PRAGMA table_info(results)")) == 7


def test_a_setting_of_a_newer_version_is_refused_with_the_path_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "later.singan"
    with ProjectStore.create(path, PICTURE, "later.png") as store:
        model = store.add_model("base", TrainConfig())
    connection = sqlite3.connect(path)
    connection.execute("UPDATE models SET config = json_insert(config, '$.dreams', 3)")
    connection.commit()
    connection.close()
    with ProjectStore.open(path) as store:
        for read in (store.models, lambda: store.model(model)):
            with pytest.raises(BadInput) as error:
                read()
            assert error.value.code == "project.newer_setting"
            for part in (str(path), "dreams", "newer SinGAN Studio", "update it"):
                assert part in str(error.value)
