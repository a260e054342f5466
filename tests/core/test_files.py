"""Files are whole or not there, and no existing file is lost."""

from pathlib import Path

import pytest

from singan_studio.core.errors import BadInput
from singan_studio.core.files import write_bytes, written_aside


def test_a_file_that_appears_during_writing_is_kept(tmp_path: Path):
    path = tmp_path / "film.mp4"

    def write_late() -> None:
        with written_aside(path) as aside:
            aside.write_bytes(b"ours")
            path.write_bytes(b"somebody else's")

    with pytest.raises(BadInput) as error:
        write_late()
    assert error.value.code == "file.exists"
    assert path.read_bytes() == b"somebody else's"
    assert list(tmp_path.iterdir()) == [path]


def test_force_replaces_a_file(tmp_path: Path):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"old")
    write_bytes(path, b"new", force=True)
    assert path.read_bytes() == b"new"


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path):
    def fail() -> None:
        with written_aside(tmp_path / "film.mp4") as aside:
            aside.write_bytes(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert list(tmp_path.iterdir()) == []
