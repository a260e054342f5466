"""A thread for everything slow in the window's process: decoding, encoding, SQLite."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from singan_studio.core.errors import RunFailure, StudioError
from singan_studio.ui.app.logs import one_line

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[StudioError], None] | None


class BackgroundWorker(QObject):
    """Runs jobs in the order they were given, and returns each answer on the thread that owns this object."""

    _given = Signal(object)

    def __init__(self, parent: QObject | None = None, name: str = "storeThread") -> None:
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName(name)
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._given.connect(self._worker.execute)
        self._worker.done.connect(self._answer)
        self._worker.failed.connect(self._fail)
        self._thread.start()

    def submit(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[StudioError], None] | None = None,
    ) -> None:
        """Queue `work()`; later `done(answer)` or `failed(error)` is called.

        An exception that is no `StudioError` is logged and turned into a `RunFailure`.
        """
        self._given.emit(Job(work, done, failed))

    def close(self) -> None:
        """Finish what is queued and end the thread."""
        if self._thread.isRunning():
            self.submit(self._thread.quit)
            self._thread.wait()

    @Slot(object, object)
    def _answer(self, job: Job, answer: Any) -> None:
        if job.done:
            job.done(answer)

    @Slot(object, object)
    def _fail(self, job: Job, error: StudioError) -> None:
        if job.failed:
            job.failed(error)
        else:
            log.error("unanswered failure: %s", error)


class _Worker(QObject):
    done = Signal(object, object)
    failed = Signal(object, object)

    @Slot(object)
    def execute(self, job: Job) -> None:
        try:
            answer = job.work()
        except StudioError as error:
            self.failed.emit(job, error)
        except Exception as error:
            log.exception("work on the store thread failed")
            self.failed.emit(job, RunFailure("window.unexpected", reason=one_line(error)))
        else:
            self.done.emit(job, answer)
