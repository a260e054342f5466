"""The longest time that one handler blocks the window's event loop under the heaviest load.

A real training runs in its process, its pictures are topped up to 20 previews a second of the finest size, and the
window is resized and its panes are panned with every frame. Prints one JSON line with the longest handler in ms: in
wall time, and in the GUI thread's own processor time (a handler that waits for a busy processor is long in wall time
only). Everything from the press on Learn counts. Goal: 50 ms. Run with `python -m bench.gui_load`.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from singan_studio.core.config import preset
from singan_studio.core.events import Preview
from singan_studio.core.resources import resource
from singan_studio.ui.app.app import Shell
from singan_studio.ui.app.studio import Studio

GOAL_MS = 50
LISTED = 5
PREVIEWS_A_SECOND = 20
CONFIG = preset(
    "draft",
    max_size=250,
    preview_seconds=1 / PREVIEWS_A_SECOND,
    report_seconds=1 / PREVIEWS_A_SECOND,
    iterations=60,
)
FRAME_MS = 16
PREVIEW_SIZE = (167, 250)  # (height, width)


class WatchedApplication(QApplication):
    """Measures every handler of the GUI thread. A handler called from within another one counts as part of it."""

    def __init__(self) -> None:
        super().__init__(sys.argv[:1])
        self.handlers: list[tuple[float, float, str]] = []  # wall ms, processor ms, what it was
        self._thread = threading.get_ident()
        self._inside = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._inside or threading.get_ident() != self._thread:
            return super().notify(receiver, event)
        what = f"{type(receiver).__name__} {receiver.objectName()} {event.type().name}"
        self._inside, wall, processor = True, time.perf_counter(), time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            wall, processor = time.perf_counter() - wall, time.thread_time() - processor
            self.handlers.append((1000 * wall, 1000 * processor, what))
            self._inside = False


class Load:
    """Simulates a restless user and a fast trainer."""

    def __init__(self, shell: Shell) -> None:
        self.shell, self.studio = shell, shell.studio
        self.shown_previews = self.previews = self.frames = 0
        self.studio.learning.pictures_changed.connect(self._count)
        self._timers = [QTimer(), QTimer(), QTimer()]
        steps = ((FRAME_MS, self._frame), (1000 // PREVIEWS_A_SECOND, self._preview), (3000, self._switch))
        for timer, (interval, step) in zip(self._timers, steps, strict=True):
            timer.setInterval(interval)
            timer.timeout.connect(step)
            timer.start()

    def _frame(self) -> None:
        """Resize the window a little, and drag the picture with the middle button."""
        self.frames += 1
        phase = self.frames / 20
        self.shell.window.resize(1360 + round(120 * math.sin(phase)), 860 + round(60 * math.cos(phase)))
        view = self.shell.window.workspace.panes.pair.left
        if view.isVisible():
            at = QPointF(200 + 80 * math.sin(phase), 150 + 60 * math.cos(phase))
            kind = QEvent.Type.MouseMove if self.frames % 60 else QEvent.Type.MouseButtonPress
            send_mouse(view, kind, at)

    def _preview(self) -> None:
        """Send a preview of the finest size, as a fast trainer would."""
        learning = self.studio.learning
        if not learning.phase.running or not learning.scales:
            return
        self.previews += 1
        height, width = PREVIEW_SIZE
        picture = np.full((height, width, 3), self.previews % 256, np.uint8)
        scale = min(learning.finished_scales, len(learning.scales) - 1)
        learning.consume(Preview(scale, self.previews, picture, picture, picture))

    def _count(self) -> None:
        self.shown_previews += 1

    def _switch(self) -> None:
        """Switch between the panes and the learning view."""
        self.shell.window.commands.details.toggle()


def send_mouse(view: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    middle, none = Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, at, view.mapToGlobal(at), middle, middle, none)
    QApplication.sendEvent(view, event)


def measure(app: WatchedApplication, shell: Shell, seconds: float) -> dict[str, object]:
    """Open a picture, learn it under load for `seconds`, and summarise the handlers since Learn was pressed."""
    studio, loads = shell.studio, []

    def learn() -> None:
        app.handlers.clear()
        studio.learning.learn(CONFIG, studio.device, studio.threads)
        loads.append(Load(shell))
        QTimer.singleShot(
            round(1000 * seconds), app.exit
        )  # quit would ask first, because a training is running

    studio.engine_ready.connect(learn)  # by then the picture is open
    shell.painted.connect(lambda: shell.begin(resource("samples/tea-hills.jpg")))
    shell.show()
    app.exec()
    longest = sorted(app.handlers, reverse=True)[:LISTED]
    return {
        "longest_handler_ms": round(longest[0][0], 1),
        "longest_processor_ms": round(max(processor for _, processor, _ in app.handlers), 1),
        "longest": [f"{wall:.0f} ms ({processor:.0f}) {what}" for wall, processor, what in longest],
        "over_goal": sum(wall > GOAL_MS for wall, _, _ in app.handlers),
        "handlers": len(app.handlers),
        "previews": loads[0].shown_previews,
        "finished_scales": studio.learning.finished_scales,
        "seconds": seconds,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=40)
    seconds = parser.parse_args().seconds
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = WatchedApplication()
    with tempfile.TemporaryDirectory(prefix="singan-studio-") as home:
        settings = QSettings(str(Path(home) / "window.ini"), QSettings.Format.IniFormat)
        shell = Shell(app, settings, Studio(settings, Path(home), "cpu", threads=0))
        figures = measure(app, shell, seconds)
        shell.close()
    print(json.dumps(figures))
    return int(figures["over_goal"] != 0)


if __name__ == "__main__":
    sys.exit(main())
