"""A project that is renamed, deleted or replaced while it is open loses nothing, and no two programs mix it up."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from project_files import CONFIG, PICTURE, answer, child, contents, finished, weights

from singan_studio.core.errors import BadInput, RunFailure
from singan_studio.core.images import Picture
from singan_studio.project.new_files import rescue
from singan_studio.project.repository import ProjectRepository
from singan_studio.project.store import ProjectStore

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")

FATES: dict[str, Callable[[Path], object]] = {
    "renamed": lambda path: path.rename(path.with_name("other.singan")),
    "deleted": lambda path: path.unlink(),
    "replaced": lambda path: shutil.copy(path, path.with_name("new")) and path.with_name("new").replace(path),
    "its folder renamed": lambda path: path.parent.rename(path.parent.with_name("elsewhere")),
    "its folder deleted": lambda path: shutil.rmtree(path.parent),
}


@pytest.mark.parametrize("fate", FATES)
def test_everything_written_is_in_the_copy_of_a_file_that_is_gone(project: Path, fate: str, tmp_path: Path):
    with ProjectStore.open(project) as store:
        model = store.add_model("base", CONFIG)
        store.save_scale(model, finished(0), weights(0))
        assert store.in_place
        FATES[fate](project)
        assert not store.in_place
        with pytest.raises(RunFailure) as error:
            store.save_scale(model, finished(1), weights(1))
        assert error.value.code == "project.moved"
        assert str(project) in str(error.value)
        copy = rescue(store, tmp_path / "documents")
    assert copy.parent == (tmp_path / "documents" if "folder" in fate else project.parent)
    with ProjectStore.open(copy) as store:
        assert store.source().png == PICTURE
        assert store.scale_blobs(model) == [weights(0), weights(1)]


def test_a_renamed_file_is_whole_and_its_log_is_gone(project: Path):
    with ProjectStore.open(project) as store:
        project.rename(project.with_name("other.singan"))
        with pytest.raises(RunFailure):
            store.set_meta("key", "value")
    assert list(contents(project.parent)) == ["other.singan"]
    with ProjectStore.open(project.with_name("other.singan"), read_only=True) as store:
        assert store.get_meta("key") == "value"


def test_the_log_of_a_replaced_file_is_not_played_into_its_successor(project: Path):
    other = project.with_name("new")
    with ProjectStore.create(other, b"another picture", "other.png"):
        pass
    with ProjectStore.open(project) as store:
        model = store.add_model("base", CONFIG)
        store.save_scale(model, finished(0), weights(4))
        other.replace(project)
    with ProjectStore.open(project) as store:
        assert store.source().png == b"another picture"
        assert store.models() == []


def refused(path: Path, read_only: bool = False) -> str:
    with pytest.raises(BadInput) as error:
        ProjectStore.open(path, read_only=read_only)
    assert str(path) in str(error.value)
    return error.value.code


@pytest.mark.skipif(sys.platform != "linux", reason="other systems lack locks of open files")
@pytest.mark.parametrize("second_name", ["a new name", "a hard link"])
def test_a_project_in_use_is_not_opened_under_another_name(project: Path, second_name: str):
    other = project.with_name("other.singan")
    with ProjectStore.open(project) as store:
        model = store.add_model("base", CONFIG)
    learner = child("learn", project, model)
    try:
        assert learner.stdout is not None
        learner.stdout.readline()
        learner.stdout.readline()
        project.rename(other) if second_name == "a new name" else os.link(project, other)
        assert refused(other) == refused(other, read_only=True) == "project.other_name"
    finally:
        learner.kill()
        learner.communicate()
    ProjectStore.open(other, read_only=True).close()


def test_a_process_does_not_open_a_project_under_two_names(project: Path):
    other = project.with_name("other.singan")
    with ProjectStore.open(project):
        os.link(project, other)
        assert refused(other) == "project.other_name"
    ProjectStore.open(other).close()


def test_a_renamed_folder_is_no_other_name(project: Path):
    moved = project.parent.with_name("moved") / project.name
    with ProjectStore.open(project) as store:
        store.set_meta("key", "value")
        project.parent.rename(moved.parent)
        assert answer("print_meta", moved, "key") == "value"


def test_a_project_of_the_window_that_is_gone_is_saved_when_it_is_closed(tmp_path: Path):
    folder, documents = tmp_path / "pictures", tmp_path / "documents"
    folder.mkdir()
    picture = Picture(np.zeros((60, 90, 3), np.uint8))
    repository = ProjectRepository.create(picture, "hills.png", [folder, documents])
    shutil.rmtree(folder)
    with pytest.raises(RunFailure):
        repository.store.set_meta("key", "value")
    repository.close()
    with ProjectStore.open(documents / "hills.singan") as store:
        assert store.get_meta("key") == "value"


def test_a_project_of_the_window_that_was_saved_elsewhere_is_saved_once(tmp_path: Path):
    folder, documents = tmp_path / "pictures", tmp_path / "documents"
    folder.mkdir()
    picture = Picture(np.zeros((60, 90, 3), np.uint8))
    repository = ProjectRepository.create(picture, "hills.png", [folder, documents])
    repository.path.unlink()
    repository.save_copy(repository.path)
    repository.close()
    assert list(contents(folder)) == ["hills.singan"]
    assert not documents.exists()
