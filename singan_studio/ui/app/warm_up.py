"""Loads slow modules in idle moments after the start, so that no click waits for them."""

from __future__ import annotations

import importlib
import time
from collections.abc import Iterator

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal

from singan_studio.ui.app.background_worker import BackgroundWorker

SLOW_MODULES = (
    "singan_studio.ui.training.loss_curves",
    "PIL.Image",
    "singan_studio.project.repository",
    "cv2",
)
SLICE = 0.004  # s of the GUI thread at a time


class WarmUp(QObject):
    """Makes Qt's classes on the GUI thread, then imports slow modules on the worker's.

    PySide makes a class when its name is first used, and the process crashes when two threads first use one name at the
    same moment (seen with 6.11). pyqtgraph uses every name while it is imported, so all must have been made before.
    """

    done = Signal()

    def __init__(self, worker: BackgroundWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._classes = _make_classes()
        self._timer = QTimer(self)  # with no interval: whenever no event is waiting
        self._timer.timeout.connect(self._make_some)

    def begin(self) -> None:
        """Begin; `done` is emitted when everything is loaded."""
        self._timer.start()

    def end(self) -> None:
        """Begin nothing more; what is being imported is finished."""
        self._timer.stop()

    def _make_some(self) -> None:
        until = time.perf_counter() + SLICE
        for _ in self._classes:
            if time.perf_counter() > until:
                return
        self.end()
        self._worker.submit(_import_slow_modules, lambda _: self.done.emit())


def _make_classes() -> Iterator[None]:
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            yield


def _import_slow_modules() -> None:
    for name in SLOW_MODULES:
        importlib.import_module(name)
