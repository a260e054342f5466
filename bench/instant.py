"""How soon a dropped photo becomes pictures, in the real window with a running renderer and nothing learned.

Measured are, from the opening of the photo, the first and the fourth variation, and for a number of strokes the time
from their end to the live picture (at most 250 px; one at full size follows). Prints a line of JSON a photo. Goals:
first variation 2 s, four 5 s, strokes 250 ms (median) and 400 ms (worst).
Run `python -m bench.instant PHOTO...`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from bench.live_latency import Bench, summed_up
from singan_studio.ui.app.app import Shell, make_application
from singan_studio.ui.app.studio import Studio

VARIATIONS = 4


def measured(app: QApplication, photo: Path, threads: int, wait: float, strokes: int) -> dict[str, object]:
    """Open a photo `wait` seconds after the window, and return its figures."""
    with tempfile.TemporaryDirectory(prefix="singan-studio-") as home:
        settings = QSettings(str(Path(home) / "window.ini"), QSettings.Format.IniFormat)
        settings.setValue("window/tourSeen", "1")
        shell = Shell(app, settings, Studio(settings, Path(home), "cpu", threads))
        shell.show()
        bench = Bench(app, shell)
        dropped = Path(shutil.copy(photo, home))
        shell.studio.rendering.start()
        dropping = time.perf_counter() + wait
        bench.until(lambda: time.perf_counter() > dropping)
        arrivals: list[float] = []
        project = shell.studio.project
        began = time.perf_counter()
        shell.window.opening.open_path(dropped)
        for number in range(1, VARIATIONS + 1):
            bench.until(lambda number=number: len(project.results) >= number)
            arrivals.append(round(time.perf_counter() - began, 2))
        bench.rest()
        figures: dict[str, object] = {"photo": photo.stem, "first_s": arrivals[0], "four_s": arrivals[-1]}
        if strokes:
            bench.choose("paint")
            bench.strokes(2)  # warms up what the first stroke imports
            figures["stroke"] = summed_up(bench.strokes(strokes))
        shell.window.hide()
        shell.close()
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, nargs="+")
    parser.add_argument("--wait", type=float, default=4.0, help="seconds from the window to the photo")
    parser.add_argument("--strokes", type=int, default=20)
    parser.add_argument("--threads", type=int, default=0)
    arguments = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    for photo in arguments.photos:
        print(
            json.dumps(measured(app, photo, arguments.threads, arguments.wait, arguments.strokes)), flush=True
        )


if __name__ == "__main__":
    main()
