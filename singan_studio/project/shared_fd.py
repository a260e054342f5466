"""Read a project's first bytes, and know it again, without making the process lose SQLite's locks.

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

from singan_studio.core.errors import BadInput
from singan_studio.project.one_name import hold_name, name_key


@dataclass
class SharedFd:
    """The descriptors of one file in this process, and the name under which it was opened here."""

    path: Path
    name: tuple[int, int, str]
    descriptors: list[int] = field(default_factory=list)
    users: int = 0

    def start(self, count: int) -> tuple[bytes, int]:
        """Return the first `count` bytes of the file and its size in bytes."""
        with _mutex:
            descriptor = self.descriptors[0]
            os.lseek(descriptor, 0, os.SEEK_SET)
            return os.read(descriptor, count), os.fstat(descriptor).st_size

    @property
    def in_place(self) -> bool:
        """Whether the file's name still leads to it: it was not moved, deleted or replaced."""
        try:
            return os.path.samestat(os.fstat(self.descriptors[0]), self.path.stat())
        except OSError:
            return False


_shared: dict[tuple[int, int], SharedFd] = {}  # by device and inode
_mutex = threading.Lock()


@contextlib.contextmanager
def shared_fd(path: Path) -> Iterator[SharedFd]:
    """Yield the open file; close no descriptor of it before the end.

    Raises `OSError` when the file cannot be read, `BadInput` when it is in use under another name.
    """
    with _mutex:
        key = _enter(path)
    try:
        yield _shared[key]
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
        _shared.setdefault(key, SharedFd(path, name_key(path))).descriptors.append(descriptor)
    entry = _shared[key]
    entry.users += 1
    try:
        if entry.name != name_key(path):
            raise BadInput("project.other_name", path=str(path))
        if entry.users == 1:
            hold_name(entry.descriptors[0], path)
    except BaseException:
        _leave(key)
        raise
    return key


def _leave(key: tuple[int, int]) -> None:
    entry = _shared[key]
    entry.users -= 1
    if entry.users == 0:
        del _shared[key]
        for descriptor in entry.descriptors:
            os.close(descriptor)
