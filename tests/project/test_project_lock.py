"""A project has one owner, and none after a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from project_files import child

from singan_studio.core.errors import BadInput
from singan_studio.project.lock import ProjectLock


def code_of(lock: ProjectLock) -> str:
    with pytest.raises(BadInput) as error:
        lock.acquire()
    assert str(lock.path) in str(error.value)
    return error.value.code


def test_a_second_owner_is_refused_until_the_first_releases_the_lock(tmp_path: Path):
    path = tmp_path / "picture.singan"
    first, second = ProjectLock(path), ProjectLock(tmp_path / "." / "picture.singan")
    with first:
        assert code_of(second) == "project.locked"
    second.acquire()
    assert code_of(first) == "project.locked"
    second.release()
    second.release()
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_a_project_is_the_same_project(tmp_path: Path):
    link = tmp_path / "link.singan"
    link.symlink_to(tmp_path / "picture.singan")
    with ProjectLock(tmp_path / "picture.singan"):
        assert code_of(ProjectLock(link)) == "project.locked"


def test_killing_the_owner_releases_the_lock(tmp_path: Path):
    path = tmp_path / "picture.singan"
    owner = child("hold_lock", path)
    try:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "held\n"
        assert code_of(ProjectLock(path)) == "project.locked"
    finally:
        owner.kill()
        owner.communicate()
    assert list(tmp_path.iterdir()) != []  # the kill left the lock's file
    with ProjectLock(path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_two_processes_in_turn_never_own_the_lock_together(tmp_path: Path):
    path = tmp_path / "picture.singan"
    processes = [child("take_turns", path, 300) for _ in range(2)]
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0, 0]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_locks_is_refused(tmp_path: Path):
    assert code_of(ProjectLock(tmp_path / "no folder" / "picture.singan")) == "project.no_lock"
