"""Measures when the window was first painted completely."""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

IMPORTED = time.monotonic()
STARTTIME_FIELD = 19  # of /proc/PID/stat, counted after the command name


class FirstPaint(QObject):
    """Emits `painted` once, when the widget and everything in it has been on the screen."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # One paint event of a window paints all its children; after it the picture is handed to the screen.
            QTimer.singleShot(0, self.painted.emit)
        return False


def milliseconds_since_start() -> float:
    """Return the ms since this process started, or since this module was imported where that is unknown."""
    try:
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        started = int(fields[STARTTIME_FIELD]) / os.sysconf("SC_CLK_TCK")
        return 1000 * (time.clock_gettime(time.CLOCK_BOOTTIME) - started)
    except (OSError, AttributeError):
        return 1000 * (time.monotonic() - IMPORTED)
