"""Projects on drives that lack what a local disk has."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from project_files import PICTURE, answer, contents

from singan_studio.project.store import ProjectStore

SHIM = Path(__file__).parents[1] / "support" / "no_shared_memory.c"
COMPILER = shutil.which("cc")


@pytest.fixture
def no_shared_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let child processes find every drive without memory that is shared through files, as SMB and FUSE can be."""
    if COMPILER is None or sys.platform != "linux":
        pytest.skip("needs Linux and a C compiler")
    library = tmp_path / "no_shared_memory.so"
    subprocess.run([COMPILER, "-shared", "-fPIC", "-o", library, SHIM, "-ldl"], check=True)
    monkeypatch.setenv("LD_PRELOAD", str(library))


@pytest.mark.usefixtures("no_shared_memory")
def test_a_project_works_on_a_drive_without_shared_memory(project: Path):
    answer("write_and_close_often", project, "a", 3)
    answer("add_results", project, 2)
    assert answer("print_meta", project, "a 2") == "there"
    assert list(contents(project.parent)) == [project.name]
    with ProjectStore.open(project) as store:
        assert len(store.results()) == 2


@pytest.mark.usefixtures("no_shared_memory")
def test_a_log_that_was_copied_there_after_a_crash_is_played_back(project: Path):
    with ProjectStore.open(project) as store:
        store.set_meta("a 0", "before the crash")
        store.set_meta("b 0", "before the crash")
        crashed = contents(project.parent)
    for file in (project.name, f"{project.name}-wal"):
        (project.parent / file).write_bytes(crashed[file])
    answer("write_and_close_often", project, "a", 1)
    assert answer("print_meta", project, "a 0") == "there"
    assert answer("print_meta", project, "b 0") == "before the crash"
    assert list(contents(project.parent)) == [project.name]


@pytest.mark.usefixtures("no_shared_memory")
def test_a_project_in_log_mode_without_a_log_is_read_there(project: Path):
    connection = sqlite3.connect(project)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    before = project.read_bytes()
    assert answer("print_meta", project, "key") == "None"
    assert project.read_bytes() == before


@pytest.mark.usefixtures("no_shared_memory")
def test_a_file_that_is_gone_is_noticed_without_a_log_too(project: Path, tmp_path: Path):
    copy = tmp_path / "copy.singan"
    assert answer("write_to_a_deleted_project", project, copy) == "project.moved"
    with ProjectStore.open(copy) as store:
        assert store.source().png == PICTURE
        assert store.get_meta("key") == "before"


def test_a_drive_without_permissions_takes_projects_and_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    for module, name in (("os", "chmod"), ("os", "fchmod"), ("pathlib.Path", "chmod")):
        monkeypatch.setattr(f"{module}.{name}", refuse)
    path, copy = tmp_path / "picture.singan", tmp_path / "copy.singan"
    with ProjectStore.create(path, PICTURE, "picture.jpg") as store:
        store.set_meta("key", "value")
        store.save_as(copy)
    with ProjectStore.open(copy, read_only=True) as store:
        assert store.get_meta("key") == "value"
