"""Whether memory grows and file handles stay open while the real window is used for long.

Paints, generates, learns and exports in turn, in a window with real engines, and prints per process (window, renderer)
the slope of memory and file handles per cycle, without the first cycles, which fill caches. Linux only.
Run with `python -m bench.soak [--minutes 20]`; without a display Qt's offscreen platform is used.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from bench.fault_kills import engines_of
from bench.fault_programs import learned_project
from bench.live_latency import Bench
from singan_studio.export.settings import ExportSettings
from singan_studio.ui.app.app import Shell, make_application
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.training.extra_models import Needed

WARM_UP = 3
"""Cycles that are not counted."""

MOST_MB, MOST_HANDLES = 1.0, 0.05
"""Largest slopes per cycle of something that stays flat."""

Row = tuple[float, int]
"""Memory in MB and file handles of a process."""


class Soak(Bench):
    """Goes through everything again and again."""

    longest_s = 600.0

    def __init__(self, app: QApplication, shell: Shell, folder: Path) -> None:
        super().__init__(app, shell)
        self._folder = folder
        self._results: list[int] = []
        self._studio.project.result_added.connect(lambda result: self._results.append(result.id))

    def cycle(self, number: int) -> None:
        self.choose("paint")
        self.strokes(2)
        self._generate()
        self._learn(number)
        self._export()

    def _generate(self) -> None:
        """Make results, and delete them, because what is kept may take memory."""
        wanted = self._studio.tool_model.count
        self._studio.results.generate()
        self.until(lambda: len(self._results) >= wanted)
        self.rest()
        while self._results:
            self._studio.project.delete_result(self._results.pop())
        self.rest()

    def _learn(self, number: int) -> None:
        base = self._studio.project.model
        assert base is not None
        learning = self._studio.extra.learning
        needed = Needed("soak", base.config.but(seed=number + 1))
        self._studio.extra.learn(needed, self._studio.device, self._studio.threads)
        self.until(lambda: learning.phase.running)
        self.until(lambda: not learning.phase.running)

    def _export(self) -> None:
        self.choose("animate")
        exporting = self._studio.animation.exporting
        exporting.start(self._folder / "film.gif", ExportSettings())
        self.until(lambda: not exporting.running)
        if not (self._folder / "film.gif").exists():
            raise SystemExit("no film was written")

    def renderer(self) -> int | None:
        """Return the process id of the renderer, which lives as long as the window."""
        return min(engines_of(os.getpid()), default=None)


def measured(pid: int) -> Row:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6, len(list(Path(f"/proc/{pid}/fd").iterdir()))


def slopes(rows: list[Row]) -> tuple[float, float]:
    """Return the slopes of memory and of file handles per cycle, by least squares."""
    values = np.array(rows, dtype=float)
    memory, handles = np.polyfit(np.arange(len(values)), values, 1)[0]
    return float(memory), float(handles)


def run(minutes: float) -> dict[str, list[Row]]:
    app, rows = make_application(), {"window": [], "renderer": []}
    with tempfile.TemporaryDirectory(prefix="singan-soak-") as name:
        folder = Path(name)
        learned_project(folder / "soak.singan")
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        shell = Shell(app, settings, Studio(settings, folder, "cpu", 1))
        shell.show()
        soak = Soak(app, shell, folder)
        soak.open(folder / "soak.singan")
        end = time.monotonic() + 60 * minutes
        while time.monotonic() < end or len(rows["window"]) < WARM_UP + 2:
            soak.cycle(len(rows["window"]))
            renderer = soak.renderer()
            rows["window"].append(measured(os.getpid()))
            rows["renderer"] += [measured(renderer)] if renderer else []
            print(f"cycle {len(rows['window'])}: {rows['window'][-1]}, {rows['renderer'][-1:]}", flush=True)
        shell.window.hide()
        shell.close()
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=20)
    options = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    flat, began = True, time.monotonic()
    for name, rows in run(options.minutes).items():
        memory, handles = slopes(rows[WARM_UP:])
        flat = flat and memory <= MOST_MB and handles <= MOST_HANDLES
        counted = len(rows) - WARM_UP
        print(f"{name}: {memory:+.2f} MB and {handles:+.3f} handles per cycle, over {counted} cycles")
    print(f"{(time.monotonic() - began) / 60:.1f} minutes; {'flat' if flat else 'not flat'}")
    return int(not flat)


if __name__ == "__main__":
    sys.exit(main())
