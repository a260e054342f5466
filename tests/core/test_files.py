"""Files are whole or not there, and no existing file is lost."""

import errno
from pathlib import Path

import pytest

from singan_studio.core.errors import BadInput, RunFailure
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


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_drive_that_knows_no_permissions_and_no_sync_takes_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "refused")

    for name in ("os.chmod", "os.fchmod", "os.fsync", "pathlib.Path.chmod"):
        monkeypatch.setattr(name, refuse)
    write_bytes(tmp_path / "film.mp4", b"hours of work")
    assert (tmp_path / "film.mp4").read_bytes() == b"hours of work"


def test_a_disk_that_fails_to_sync_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(RunFailure) as error:
        write_bytes(tmp_path / "film.mp4", b"hours of work")
    assert error.value.code == "file.write"
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path):
    def fail() -> None:
        with written_aside(tmp_path / "film.mp4") as aside:
            aside.write_bytes(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert list(tmp_path.iterdir()) == []
