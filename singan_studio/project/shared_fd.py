"""Read a project's first bytes without making the process lose SQLite's locks.

POSIX drops every lock a process has on a file as soon as that process closes any descriptor of it. SQLite defers its
own closes for this reason; a plain `open(...).read()` of a project that the process also has open in SQLite would
silently unlock it, and another process could then delete the write-ahead log under it. So a descriptor, once opened,
stays open until nobody in this process uses the file any more. This registry mirrors what the operating system keeps
per process, which is why it is the one piece of module state in the project.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class _SharedFd:
    descriptors: list[int] = field(default_factory=list)
    users: int = 0


_shared: dict[tuple[int, int], _SharedFd] = {}  # by device and inode
_mutex = threading.Lock()


@contextlib.contextmanager
def shared_fd(path: Path, count: int) -> Iterator[tuple[bytes, int]]:
    """Yield the first `count` bytes of a file and its size in bytes; close no descriptor of it before the end.

    Raises `OSError` when the file cannot be read.
    """
    with _mutex:
        key = _enter(path)
    try:
        with _mutex:
            descriptor = _shared[key].descriptors[0]
            os.lseek(descriptor, 0, os.SEEK_SET)
            start = os.read(descriptor, count)
            size = os.fstat(descriptor).st_size
        yield start, size
    finally:
        with _mutex:
            _leave(key)


def _enter(path: Path) -> tuple[int, int]:
    status = path.stat()
    key = (status.st_dev, status.st_ino)
    if key not in _shared:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        status = os.fstat(descriptor)  # another file may have taken the name since
        key = (status.st_dev, status.st_ino)
        _shared.setdefault(key, _SharedFd()).descriptors.append(descriptor)
    _shared[key].users += 1
    return key


def _leave(key: tuple[int, int]) -> None:
    entry = _shared[key]
    entry.users -= 1
    if entry.users == 0:
        del _shared[key]
        for descriptor in entry.descriptors:
            os.close(descriptor)
