"""Check the first 100 bytes of a project file before SQLite opens it (https://sqlite.org/fileformat2.html).

A file that is not a project, comes from a newer version or is damaged is refused here, and so is never changed.
"""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator
from pathlib import Path

from singan_studio.core.errors import BadInput
from singan_studio.project import schema
from singan_studio.project.shared_fd import SharedFd, shared_fd

MAGIC = b"SQLite format 3\0"
SIZE = 100


@contextlib.contextmanager
def checked(path: Path) -> Iterator[SharedFd]:
    """Refuse a file that is not a project with `BadInput`; protect SQLite's locks on it while the body runs.

    Yields the open file.

    Every SQLite connection to the file must be opened and closed inside the body (see `project.shared_fd`).
    """
    if not path.exists():
        raise BadInput("project.missing", path=str(path))
    if path.is_dir():
        raise BadInput("file.is_folder", path=str(path))
    if not path.is_file():
        raise BadInput("project.not_ours", path=str(path))
    with contextlib.ExitStack() as stack:
        unsettled = has_log(path)
        try:
            shared = stack.enter_context(shared_fd(path))
            start, size = shared.start(SIZE)
        except OSError as error:
            raise BadInput(
                "project.unreadable", path=str(path), reason=error.strerror or str(error)
            ) from error
        _check_owner(path, start)
        _check_version(path, start)
        _check_size(path, start, size, unsettled or has_log(path))
        yield shared


def beside(path: Path) -> list[Path]:
    """Return the files SQLite keeps beside a project in use or after a crash: log, its index, journal."""
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")]


def has_log(path: Path) -> bool:
    """Return whether there is a write-ahead log or rollback journal with content, so that the file is incomplete."""
    log, _, journal = beside(path)
    return any(file.exists() and file.stat().st_size > 0 for file in (log, journal))


def _check_owner(path: Path, start: bytes) -> None:
    if not start.startswith(MAGIC):
        raise BadInput("project.not_ours", path=str(path))
    if len(start) < SIZE:
        raise BadInput("project.truncated", path=str(path), size=len(start), expected="more")
    if _number(start, 68) != schema.APPLICATION_ID:
        raise BadInput("project.not_ours", path=str(path))


def _check_version(path: Path, start: bytes) -> None:
    version = _number(start, 60)
    if version > schema.VERSION:
        raise BadInput("project.newer", path=str(path), version=version, known=schema.VERSION)
    if version < 1:
        raise BadInput("project.damaged", path=str(path), reason="its file version is 0")


def _check_size(path: Path, start: bytes, size: int, unsettled: bool) -> None:
    """Compare the size with the header's, unless a crash may have left the missing pages in the log."""
    page_size = struct.unpack_from(">H", start, 16)[0]
    page_size = 65536 if page_size == 1 else page_size
    fractions = start[21:24]  # the file format fixes them
    if page_size < 512 or page_size & (page_size - 1) or fractions != b"\x40\x20\x20":
        raise BadInput("project.damaged", path=str(path), reason="its header makes no sense")
    expected = _number(start, 28) * page_size
    if size < expected and not unsettled:
        raise BadInput("project.truncated", path=str(path), size=size, expected=expected)


def _number(start: bytes, offset: int) -> int:
    return struct.unpack_from(">I", start, offset)[0]
