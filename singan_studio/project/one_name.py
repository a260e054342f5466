"""Keep two programs from using one project file under two names.

SQLite names the log and its index after the file. Whoever opens a file that was renamed, or a second hard link to it,
while somebody else has it open therefore sees another log, and the two destroy each other's work. So every program that
has a project open holds a shared lock on one byte of the file itself, chosen by the name it uses, and refuses to go on
when a byte of another name is locked. The locks belong to an open file description (`F_OFD_SETLK`): they neither
disturb nor release SQLite's own, which lie elsewhere. Systems without such locks do without: Windows refuses to rename
an open file.
"""

from __future__ import annotations

import hashlib
import os
import struct
import sys
from pathlib import Path

from singan_studio.core.errors import BadInput

FIRST, COUNT = 2**40, 2**32
"""The bytes that stand for names: far behind SQLite's locks at 1 GiB, and they need not exist."""

_FLOCK = "hhqqi4x"  # struct flock: type, whence, start, length, process


def hold_name(descriptor: int, path: Path) -> None:
    """Claim the file under its name `path` until the descriptor is closed.

    Raises `BadInput` project.other_name while another program uses it under another name.
    """
    if sys.platform != "linux":
        return
    import fcntl

    byte = _byte_of(path)
    try:
        fcntl.fcntl(
            descriptor, fcntl.F_OFD_SETLK, struct.pack(_FLOCK, fcntl.F_RDLCK, os.SEEK_SET, byte, 1, 0)
        )
    except OSError:  # this drive has no locks
        return
    for start, end in ((FIRST, byte), (byte + 1, FIRST + COUNT)):
        if end > start:
            asked = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, start, end - start, 0)
            kind, *_ = struct.unpack(_FLOCK, fcntl.fcntl(descriptor, fcntl.F_OFD_GETLK, asked))
            if kind != fcntl.F_UNLCK:
                raise BadInput("project.other_name", path=str(path))


def name_key(path: Path) -> tuple[int, int, str]:
    """Return what makes a name: folder and file name, however the folder is reached."""
    folder = path.parent.stat()
    return folder.st_dev, folder.st_ino, path.name


def _byte_of(path: Path) -> int:
    digest = hashlib.sha256(repr(name_key(path)).encode()).digest()
    return FIRST + int.from_bytes(digest[:4], "big")
