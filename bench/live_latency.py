"""How long the user waits for the live picture, in the real window with a warm renderer.

Strokes are painted with mouse events and the start scale is changed on the strip. Measured is the time from the event
to the live picture that it causes (at most 250 px; one at full size follows), first with nothing else going on, then
during a training, which yields to it. Prints one JSON line. Goals: 150 ms idle, 300 ms while learning (median).
Run with `python -m bench.live_latency PROJECT.singan` on a copy of a learned project.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from singan_studio.ui.app.app import Shell, make_application
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.training.extra_models import Needed
from singan_studio.ui.training.training_model import Phase

GOALS_MS = {"idle": 150, "learning": 300}
LONGEST_S = 120.0
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Bench:
    """Drives one window."""

    longest_s = LONGEST_S

    def __init__(self, app: QApplication, shell: Shell) -> None:
        self._app, self._studio, self._window = app, shell.studio, shell.window
        self._pictures = 0
        self._studio.tool_model.live_changed.connect(self._count)

    def open(self, project: Path) -> None:
        self._studio.rendering.start()
        self._window.opening.open_path(project)
        self.until(lambda: self._pictures > 0)

    def choose(self, tool: str) -> None:
        actions: list[QAction] = self._window.tools.actions()
        next(action for action in actions if action.data() == tool).trigger()
        self.rest()

    def learn_beside(self) -> None:
        """Start training another model of the picture."""
        base = self._studio.project.model
        assert base is not None
        needed = Needed("bench", base.config.but(seed=base.config.seed + 1))
        self._studio.extra.learn(needed, self._studio.device, self._studio.threads)
        self.until(lambda: self._studio.extra.learning.phase is Phase.LEARNING)
        self.rest()

    def strokes(self, rounds: int) -> list[float]:
        """Return the ms from releasing the brush to the live picture, per stroke."""
        view, times = self._window.workspace.panes.pair.left, []
        for number in range(rounds):
            shade = (37 * self._pictures) % 256  # a different one each time, or nothing would change
            self._studio.canvas_documents.tool_state.set_colour(QColor(shade, 255 - shade, shade // 2))
            points = [self._point(0.1 + 0.04 * step, 0.2 + 0.6 * number / rounds) for step in range(10)]
            QTest.mousePress(view, LEFT, NONE, points[0])
            for point in points[1:]:
                QTest.mouseMove(view, point)
            end = points[-1]
            times.append(self._timed(lambda end=end: QTest.mouseRelease(view, LEFT, NONE, end)))
        return times

    def starts(self, rounds: int) -> list[float]:
        """Return the ms from a click on the start strip to the live picture, per click."""
        strip, times = self._window.workspace.start_from.strip, []
        scales = self._studio.learning.finished_scales
        for _ in range(rounds):
            scale = 1 + (self._studio.tool_model.start_scale or 0) % (scales - 1)  # the next one, from 1 on
            at = strip.stop_rect(scale).center()
            times.append(self._timed(lambda at=at: QTest.mouseClick(strip, LEFT, NONE, at)))
        return times

    def _timed(self, go: Callable[[], None]) -> float:
        before = self._pictures
        began = time.perf_counter()
        go()
        self.until(lambda: self._pictures > before)
        took = 1000 * (time.perf_counter() - began)
        self.rest()
        return took

    def _point(self, x: float, y: float) -> QPoint:
        document = self._studio.canvas_documents.document
        assert document is not None
        at = QPointF(x * document.size.width(), y * document.size.height())
        return self._window.workspace.panes.pair.left.picture_transform().map(at).toPoint()

    def _count(self, live: object) -> None:
        self._pictures += live is not None

    def rest(self) -> None:
        """Wait until nothing is in flight any more: the full-size picture and the thumbnails have arrived."""
        quiet = time.perf_counter()
        while time.perf_counter() - quiet < 0.6:
            self._turn()
            if self._studio.rendering.in_flight:
                quiet = time.perf_counter()

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the window work until the condition holds, and end the bench when it never does."""
        deadline = time.perf_counter() + self.longest_s
        while not condition():
            if time.perf_counter() > deadline:
                raise SystemExit(f"nothing came for {self.longest_s:.0f} s")
            self._turn()

    def _turn(self) -> None:
        self._app.processEvents()
        time.sleep(0.001)


def summed_up(times: list[float]) -> dict[str, float]:
    return {"median_ms": round(median(times)), "worst_ms": round(max(times))}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--threads", type=int, default=0)
    arguments = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    with tempfile.TemporaryDirectory(prefix="singan-studio-") as home:
        settings = QSettings(str(Path(home) / "window.ini"), QSettings.Format.IniFormat)
        shell = Shell(app, settings, Studio(settings, Path(home), "cpu", arguments.threads))
        shell.show()
        bench = Bench(app, shell)
        bench.open(Path(shutil.copy(arguments.project, Path(home) / "bench.singan")))
        bench.choose("paint")
        bench.strokes(2)  # warms up what the first stroke imports
        figures = {"idle": (bench.strokes(arguments.rounds), bench.starts(arguments.rounds))}
        bench.learn_beside()
        figures["learning"] = (bench.strokes(arguments.rounds), bench.starts(arguments.rounds))
        shell.window.hide()
        shell.close()
    report = {
        name: {"stroke": summed_up(strokes), "strip": summed_up(starts)}
        for name, (strokes, starts) in figures.items()
    }
    print(json.dumps({"rounds": arguments.rounds, **report}))
    met = all(
        part["median_ms"] <= GOALS_MS[name] for name, parts in report.items() for part in parts.values()
    )
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
