"""How long the widgets' paint handlers take: `python bench/widget_paint.py`.

Prints the shortest, median and worst of 30 paints in ms.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import numpy as np
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import widget_gallery as gallery
from singan_studio.ui.app.theme import apply_theme
from singan_studio.ui.widgets.picture_view import PictureView
from singan_studio.ui.widgets.view import View


def large_picture(view: View) -> PictureView:
    widget = PictureView()
    noise = np.random.default_rng(0).integers(0, 255, (3072, 4096, 3), np.uint8)
    widget.set_picture(noise)
    widget.set_view(view)
    widget.resize(900, 700)
    return widget


CASES = {
    "4096x3072, fitted": lambda: large_picture(View()),
    "4096x3072, 70%": lambda: large_picture(View(span=0.7 * 4096)),
    "4096x3072, 100%": lambda: large_picture(View(span=4096)),
    "4096x3072, 150%": lambda: large_picture(View(span=1.5 * 4096)),
    "4096x3072, 800%": lambda: large_picture(View(span=8 * 4096)),
    "filmstrip": gallery.filmstrip,
    "start strip": gallery.starts,
    "results": gallery.results,
    "samples": gallery.samples,
    "status line": gallery.status,
    "choice cards": gallery.choices,
    "drop zone": gallery.drops,
    "loss plot": gallery.losses,
}


def milliseconds(widget: QWidget) -> list[float]:
    """Return the ms of 30 complete paints."""
    canvas = QPixmap(widget.size())
    times = []
    for _ in range(30):
        start = time.perf_counter()
        widget.render(canvas)
        times.append(1000 * (time.perf_counter() - start))
    return times


def main() -> None:
    app = QApplication([])
    apply_theme(app, "dark")
    for name, make in CASES.items():
        widget = make()
        widget.show()
        gallery.wait(400)
        times = milliseconds(widget)
        print(f"{name:20} {min(times):6.2f} {statistics.median(times):6.2f} {max(times):6.2f}")
        widget.close()


if __name__ == "__main__":
    main()
