"""Write files so that they are either whole or not there, and nothing but ordinary files is replaced."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from singan_studio.core.errors import BadInput, RunFailure

LONGEST_NAME = 255
"""Bytes of a file's name on every common file system."""

NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Flags with which opening a pipe returns at once; Windows has neither such pipes nor the flag."""

LONGEST_SUFFIX = 16
"""Bytes of a name's ending that a temporary file takes over."""


@contextlib.contextmanager
def written_aside(path: Path, force: bool = False) -> Iterator[Path]:
    """Yield a temporary path in the same folder; on success sync it to disk and rename it to `path`.

    A symbolic link stays, and the file that it leads to is written. Raises `BadInput` when `path` exists (at first or
    by then) and `force` is not set, is no ordinary file, or its folder is missing, `RunFailure` when the disk refuses.
    An exception in the body leaves nothing behind.
    """
    refuse_overwriting(path, force)
    target = destination(path)
    suffix = path.suffix if len(os.fsencode(path.suffix)) <= LONGEST_SUFFIX else ""
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".singan-", suffix=suffix)
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
        aside.replace(target)
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
    target = destination(path)
    _refuse_missing_folder(path, target)
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".singan-") as name:
            aside, old = Path(name) / "new", Path(name) / "old"
            aside.mkdir()
            yield aside
            _refuse_full_folder(path, force)  # the body may have taken hours
            if target.exists():
                target.rename(old)
            aside.rename(target)
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
    """Raise `BadInput` as `refuse_replacing` does, and when there is no folder to be in."""
    refuse_replacing(path, force)
    _refuse_missing_folder(path, destination(path))


def refuse_replacing(path: Path, force: bool) -> None:
    """Raise `BadInput` when `path` is taken (and `force` is not set), is no ordinary file, or cannot be a name."""
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        raise BadInput("file.long_name", path=str(path), limit=LONGEST_NAME)
    if path.is_dir():
        raise BadInput("file.is_folder", path=str(path))
    if destination(path).is_symlink() or (path.exists() and not path.is_file()):
        raise BadInput("file.special", path=str(path))
    if path.exists() and not force:
        raise BadInput("file.exists", path=str(path))


def refuse_inputs(output: Path, inputs: Iterable[Path]) -> None:
    """Raise `BadInput` when `output` is one of the files that are read, whatever the names of both."""
    for path in inputs:
        with contextlib.suppress(OSError):
            if output.samefile(path):
                raise BadInput("file.input", path=str(output))


def destination(path: Path) -> Path:
    """Return the absolute path of the file that is written to: the far end of symbolic links."""
    return Path(os.path.realpath(path))


def _refuse_missing_folder(path: Path, target: Path) -> None:
    if not target.parent.is_dir():
        raise BadInput("file.no_folder", path=str(path), folder=str(path.parent))


@contextlib.contextmanager
def made_folder(folder: Path) -> Iterator[None]:
    """Make `folder` and those it is in; when the body fails, remove those that were made and are empty."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RunFailure("file.write", path=str(folder), reason=error.strerror or str(error)) from error
    try:
        yield
    except BaseException:
        for path in missing:
            with contextlib.suppress(OSError):  # it holds something by now
                path.rmdir()
        raise


@contextlib.contextmanager
def ordinary_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading, without ever waiting for one that is a pipe or a device.

    Raises `BadInput` for anything but an ordinary file that can be read.
    """
    if path.is_dir():
        raise BadInput("file.is_folder", path=str(path))
    try:
        file = os.fdopen(os.open(path, os.O_RDONLY | NO_WAITING), "rb")
    except FileNotFoundError as error:
        raise BadInput("file.missing", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise BadInput("file.unreadable", path=str(path), reason=_reason(error)) from error
    with file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise BadInput("file.special", path=str(path))
        try:
            yield file
        except OSError as error:
            raise BadInput("file.unreadable", path=str(path), reason=_reason(error)) from error


def read_file(path: Path, most: int) -> bytes:
    """Return the bytes of an ordinary file. Raises `BadInput` as `ordinary_file`, and for more than `most` bytes."""
    with ordinary_file(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise BadInput("file.too_long", path=str(path), limit=most // 1_000_000)
    return data


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
