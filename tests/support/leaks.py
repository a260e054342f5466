"""Finds what a test left behind: threads, child processes, top-level widgets."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
import time
from pathlib import Path

_HELPERS = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")  # one for the whole process


class Leaks:
    """Remembers what exists; `after` names what was added and not removed."""

    def __init__(self) -> None:
        self._threads = _threads()
        self._children = _children()
        self._widgets = set(_widgets())

    def after(self, seconds: float) -> list[str]:
        """Return what is new and does not end within `seconds`."""
        deadline = time.monotonic() + seconds
        while left := self._left():
            if time.monotonic() > deadline:
                return left
            gc.collect()  # widgets in reference cycles
            time.sleep(0.02)
        return []

    def _left(self) -> list[str]:
        threads = [f"thread {thread.name}" for thread in _threads() - self._threads]
        children = [f"process {pid} ({_command(pid)})" for pid in _children() - self._children]
        widgets = [text for key, text in _widgets().items() if key not in self._widgets]
        return sorted(threads) + sorted(children) + sorted(widgets)


def _threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if _runs(thread)}


def _runs(thread: threading.Thread) -> bool:
    """Return whether the thread is running.

    Python never forgets a foreign thread (one of Qt's) that it has seen, so the system is asked.
    """
    foreign = isinstance(thread, threading._DummyThread)
    tasks = Path("/proc/self/task")
    return not foreign or not tasks.is_dir() or (tasks / str(thread.native_id)).is_dir()


def _children() -> set[int]:
    """Return the process ids of our running children (Linux; elsewhere only those of multiprocessing).

    Those that the helper forks for us are among them, the helpers themselves are not.
    """
    if not Path("/proc/self/task").is_dir():
        import multiprocessing

        return {child.pid for child in multiprocessing.active_children() if child.pid}
    children = _children_of("self")
    helpers = {pid for pid in children if any(helper in _command(pid) for helper in _HELPERS)}
    forked = set().union(*map(_children_of, helpers))
    return {pid for pid in children - helpers | forked if _alive(pid)}


def _children_of(process: int | str) -> set[int]:
    found: set[int] = set()
    for task in Path(f"/proc/{process}/task").glob("*"):
        with contextlib.suppress(OSError):  # the thread has ended in the meantime
            found |= {int(pid) for pid in (task / "children").read_text().split()}
    return found


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def _command(pid: int) -> str:
    try:
        return os.fsdecode(Path(f"/proc/{pid}/cmdline").read_bytes()).replace("\0", " ").strip()
    except OSError:
        return "?"


def _widgets() -> dict[int, str]:
    """Return the top-level widgets without a parent by address, after processing pending deletions."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getCppPointer

    if not isinstance(QApplication.instance(), QApplication):
        return {}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    tops = [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]
    return {getCppPointer(widget)[0]: f"widget {type(widget).__name__}" for widget in tops}
