"""Lock a project for its one owner: the window that shows it, or the command that trains it.

The operating system holds the lock and releases it with its process, so a lock file left by a crash blocks nobody.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from types import TracebackType

from singan_studio.core.errors import BadInput
from singan_studio.project.database import resolved

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class ProjectLock:
    """The lock of the project at `path`, which need not exist yet, on a file beside it.

    Engine processes do not take it: their owner holds it for them.
    """

    def __init__(self, path: Path) -> None:
        self.path = resolved(path)
        self._file = self.path.with_name(self.path.name + "-lock")
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the lock, without waiting. Raises `BadInput` project.locked when another owner has it."""
        try:
            while self._descriptor is None:
                self._descriptor = self._attempt()
        except OSError as error:
            reason = error.strerror or str(error)
            raise BadInput("project.no_lock", path=str(self.path), reason=reason) from error

    def release(self) -> None:
        """Release the lock and remove its file. May be called twice."""
        if self._descriptor is None:
            return
        if sys.platform != "win32":
            self._file.unlink(
                missing_ok=True
            )  # while it is still locked: afterwards it may be another owner's
        os.close(self._descriptor)
        self._descriptor = None
        if sys.platform == "win32":  # an open file cannot be removed there, so somebody else's stays
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)

    def _attempt(self) -> int | None:
        """Return a locked descriptor, or None when the last owner removed the file in between."""
        descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if not _try_lock(descriptor):
                raise BadInput("project.locked", path=str(self.path))
            if os.path.samestat(os.fstat(descriptor), self._file.stat()):
                return descriptor
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        return None

    def __enter__(self) -> ProjectLock:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
