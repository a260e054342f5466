"""Write files so that they are either whole or not there."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from singan_studio.core.errors import BadInput, RunFailure


@contextlib.contextmanager
def written_aside(path: Path, force: bool = False) -> Iterator[Path]:
    """Yield a temporary path in the same folder; on success sync it to disk and rename it to `path`.

    Raises `BadInput` when `path` exists (at first or by then) and `force` is not set or its folder is missing,
    `RunFailure` when the disk refuses. An exception in the body leaves nothing behind.
    """
    refuse_overwriting(path, force)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=path.suffix)
        os.close(handle)
    except OSError as error:
        raise RunFailure("file.write", path=str(path), reason=error.strerror or str(error)) from error
    aside = Path(name)
    try:
        yield aside
        _sync(aside)
        umask = os.umask(0)
        os.umask(umask)
        with contextlib.suppress(
            OSError
        ):  # drives of other systems have no permissions; the content is there
            aside.chmod(0o666 & ~umask)
        refuse_overwriting(path, force)  # the body may have taken hours
        aside.replace(path)
    except OSError as error:
        raise RunFailure("file.write", path=str(path), reason=error.strerror or str(error)) from error
    finally:
        aside.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Wait until a file is on the disk, where the drive is able to say so."""
    with path.open("rb+") as file:
        try:
            os.fsync(file.fileno())
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
                raise


@contextlib.contextmanager
def folder_written_aside(path: Path, force: bool = False) -> Iterator[Path]:
    """Yield an empty temporary folder beside `path`; on success rename it to `path`.

    An empty folder there is replaced, one with files in it when `force` is set. Raises `BadInput` when there is
    another one or no folder to be in, `RunFailure` when the disk refuses. An exception in the body leaves nothing
    behind.
    """
    _refuse_full_folder(path, force)
    if not path.parent.is_dir():
        raise BadInput("file.no_folder", path=str(path), folder=str(path.parent))
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as name:
            aside, old = Path(name) / "new", Path(name) / "old"
            aside.mkdir()
            yield aside
            _refuse_full_folder(path, force)  # the body may have taken hours
            if path.exists():
                path.rename(old)
            aside.rename(path)
    except OSError as error:
        raise RunFailure("file.write", path=str(path), reason=error.strerror or str(error)) from error


def _refuse_full_folder(path: Path, force: bool) -> None:
    if path.is_dir() and not force and any(path.iterdir()):
        raise BadInput("file.exists", path=str(path))


def write_bytes(path: Path, data: bytes, force: bool = False) -> None:
    """Write `data` whole or not at all; errors as in `written_aside`."""
    with written_aside(path, force) as aside:
        aside.write_bytes(data)


def refuse_overwriting(path: Path, force: bool) -> None:
    """Raise `BadInput` when `path` is taken (and `force` is not set), is a folder, or has no folder to be in."""
    if path.is_dir():
        raise BadInput("file.is_folder", path=str(path))
    if path.exists() and not force:
        raise BadInput("file.exists", path=str(path))
    if not path.parent.is_dir():
        raise BadInput("file.no_folder", path=str(path), folder=str(path.parent))
