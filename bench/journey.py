"""Goes the whole way of a new user in the real window, by mouse and keys of the X server, and takes pictures of it.

Each step prints a line of JSON with the seconds that the user waited, and leaves a picture of the window in OUT. It
needs a display, xdotool and a window manager; run it, for instance, with `xvfb-run -s "-screen 0 1440x900x24" sh -c
"openbox & python -m bench.journey OUT"`. `QT_SCALE_FACTOR=2` makes it a fine display.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QSettings
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from singan_studio.core.resources import resource
from singan_studio.ui.app.app import Shell, make_application
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.canvas_view import CanvasView
from singan_studio.ui.training.training_model import Phase
from singan_studio.ui.widgets.tiles import TileList

SECONDS = 90  # for a step on a busy machine
SETTLED = 0.4  # s after an event until the window has answered it
LINE = [(0.15, 0.55), (0.35, 0.45), (0.55, 0.5), (0.8, 0.6)]
"""A stroke, in shares of the picture's sides."""
RING = [(0.4 + 0.09 * math.cos(a), 0.5 + 0.12 * math.sin(a)) for a in (k * math.pi / 8 for k in range(17))]


class Journey:
    """A real window, hands on its mouse and keys, and a camera."""

    def __init__(self, app: QApplication, home: Path, out: Path, language: str, theme: str) -> None:
        self._app, self._out, self._taken, self.home = app, out, 0, home
        self._acted = time.perf_counter()
        settings = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
        settings.setValue("window/language", language)
        settings.setValue("window/theme", theme)
        self.studio = Studio(settings, home / "projects", "cpu", 0)
        self.shell = Shell(app, settings, self.studio)
        self.shell.show()
        screen = self.shell.window.screen().availableGeometry()
        self.shell.window.setGeometry(screen)
        self.shell.begin()
        self.wait(2.0)

    # --- hands ---

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        self._xdotool(*self._move(widget, place), "click", "1")

    def drag(self, view: QWidget, places: list[QPoint]) -> None:
        """Draw with the left button held."""
        words = [*self._move(view, places[0]), "mousedown", "1"]
        for place in places[1:]:
            words += [*self._move(view, place), "sleep", "0.03"]
        self._xdotool(*words, "mouseup", "1")

    def keys(self, *keys: str) -> None:
        self._xdotool("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        self._xdotool("type", "--delay", "8", text)

    def press(self, name: str) -> None:
        """Click the button of this object name. Ends the journey when there is none to be seen."""
        buttons = [b for b in self.shell.window.findChildren(QToolButton, name) if b.isVisible()]
        if not buttons:
            sys.exit(f"there is no button {name} to be seen")
        self.click(buttons[0])

    def picture_places(self, shares: list[tuple[float, float]]) -> list[QPoint]:
        """Return where these shares of the picture's sides are in the canvas."""
        document, view = self.studio.canvas_documents.document, self.view
        assert document is not None
        width, height = document.size.width(), document.size.height()
        turn = view.picture_transform()
        return [turn.map(QPointF(x * width, y * height)).toPoint() for x, y in shares]

    @property
    def view(self) -> CanvasView:
        return self.shell.window.workspace.panes.pair.left

    def _move(self, widget: QWidget, place: QPoint | None) -> list[str]:
        point = widget.mapToGlobal(widget.rect().center() if place is None else place)
        ratio = widget.devicePixelRatioF()
        return ["mousemove", str(round(point.x() * ratio)), str(round(point.y() * ratio))]

    def _xdotool(self, *words: str) -> None:
        hands = subprocess.Popen(["xdotool", *words])
        while hands.poll() is None:  # the window answers meanwhile, or its moves would be one
            self._turn()
        self._acted = time.perf_counter()
        self.wait(SETTLED)

    # --- eyes ---

    def shoot(self, name: str, waited: float | None = None) -> None:
        """Save the window as a picture, dialogs above it too, and print how long the user waited."""
        self.wait(SETTLED)
        self._taken += 1
        screen = self.shell.window.screen()
        screen.grabWindow(0).save(str(self._out / f"{self._taken:02d}-{name}.png"))
        print(json.dumps({"step": name, "waited_s": waited and round(waited, 2)}), flush=True)

    def until(self, happened: Callable[[], object], what: str) -> float:
        """Let the window work until this has happened, and return the seconds since the last act of the hands.

        Ends the journey if it never does.
        """
        began = time.perf_counter()
        while not happened():
            if time.perf_counter() - began > SECONDS:
                self.shoot("stuck")
                sys.exit(f"{what} did not happen in {SECONDS} s")
            self._turn()
        return time.perf_counter() - self._acted

    def wait(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._turn()

    def _turn(self) -> None:
        self._app.processEvents()
        time.sleep(0.002)

    def whole(self) -> bool:
        """Return whether the live picture is there at full size."""
        live = self.studio.tool_model.live
        return bool(live and live.whole) and not self.studio.rendering.in_flight

    def close(self) -> None:
        self.shell.window.hide()
        self.shell.close()


def look_about(journey: Journey, photo: str) -> None:
    """Start page, tour, and a click on a bundled photo: four variations."""
    journey.shoot("start-page")
    window = journey.shell.window
    tiles = window.findChild(TileList, "sampleTiles")
    assert tiles is not None
    names = [path.stem for path in sorted(resource("samples").glob("*.jpg"))]
    index = tiles.model().index(names.index(photo), 0)
    tiles.scrollTo(index)
    journey.click(tiles.viewport(), tiles.visualRect(index).center())
    results = journey.studio.project
    first = journey.until(lambda: results.results, "the first variation")
    four = journey.until(lambda: len(results.results) >= 4, "four variations")
    journey.shoot("four-variations", four)
    for number in range(4):
        journey.shoot(f"tour-{number + 1}", first if number == 0 else None)
        journey.click(next(each for each in window.findChildren(QPushButton, "tourNext") if each.isVisible()))
    journey.until(lambda: journey.studio.finishing.pending == 0, "full size")
    journey.shoot("variations")


def vary(journey: Journey) -> None:
    """Generate more, by keys, and save the shown one through the dialog."""
    project, count = journey.studio.project, len(journey.studio.project.results)
    journey.keys("ctrl+Return")
    waited = journey.until(lambda: len(project.results) > count, "a variation")
    journey.shoot("generated", waited)
    journey.until(lambda: not journey.studio.rendering.in_flight, "all variations")
    journey.keys("ctrl+s")
    journey.wait(1.0)
    journey.shoot("save-dialog")
    target = journey.home / "saved.png"
    journey.keys("ctrl+a")
    journey.type(str(target.absolute()))
    journey.keys("Return")
    journey.shoot("saved", journey.until(target.exists, "the saved picture"))


def paint(journey: Journey) -> None:
    """Paint two strokes, and take the second back."""
    journey.press("tool-paint-button")
    journey.until(journey.whole, "paint's picture")
    journey.shoot("paint-empty")
    for colour, shift in (("#20304f", 0.0), ("#e8d8c0", 0.18)):
        journey.studio.canvas_documents.tool_state.set_colour(QColor(colour))
        before = journey.studio.tool_model.live
        journey.drag(journey.view, journey.picture_places([(x, y + shift) for x, y in LINE]))
        waited = journey.until(lambda before=before: journey.studio.tool_model.live is not before, "live")
        journey.wait(1.0)
        journey.until(journey.whole, "the painted picture")
        journey.shoot("painted", waited)
    journey.keys("ctrl+z")
    journey.until(journey.whole, "the picture before")
    journey.shoot("painted-undone")


def on_canvas(journey: Journey) -> None:
    """Edit with the lasso, fill a painted hole, harmonize a pasted object."""
    journey.press("tool-edit-button")
    journey.until(lambda: journey.studio.canvas_documents.document, "edit's canvas")
    journey.keys("l")
    journey.drag(journey.view, journey.picture_places(RING))
    journey.shoot("edit-selected")
    journey.keys("v")
    journey.drag(journey.view, journey.picture_places([(0.4, 0.5), (0.5, 0.45), (0.7, 0.4)]))
    journey.until(journey.whole, "the edited picture")
    journey.shoot("edited")
    journey.press("tool-fill-button")
    journey.wait(1.0)
    journey.drag(journey.view, journey.picture_places(RING))
    journey.keys("Delete")
    journey.shoot("filled", journey.until(journey.whole, "the filled picture"))
    journey.press("tool-harmonize-button")
    journey.wait(1.0)
    QApplication.clipboard().setImage(cut_out())
    journey.keys("ctrl+v")
    journey.until(journey.whole, "the harmonized picture")
    journey.shoot("harmonized")


def cut_out() -> QImage:
    """Return a disc of a bundled photo with nothing around it."""
    image = QImage(str(resource("samples/citrus.jpg"))).copy(180, 90, 160, 160)
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    for y in range(160):
        for x in range(160):
            if math.hypot(x - 80, y - 80) > 76:
                image.setPixelColor(x, y, QColor(0, 0, 0, 0))
    return image


def other_tools(journey: Journey) -> None:
    """Look at what every other tool shows at once."""
    for tool in ("extend", "retarget", "material", "tile", "upscale", "flow", "animate"):
        journey.press(f"tool-{tool}-button")
        journey.wait(1.5)
        journey.until(lambda: not journey.studio.rendering.in_flight, tool)
        journey.shoot(tool)


def learn(journey: Journey) -> None:
    """Learn a draft, pause it, compare, and go on."""
    learning = journey.studio.learning
    journey.press("tool-sample-button")
    journey.keys("ctrl+l")
    journey.wait(1.0)
    journey.shoot("learn-panel")
    button = journey.shell.window.findChild(QWidget, "learnButton")
    assert button is not None
    journey.click(button)
    journey.until(lambda: learning.phase is Phase.LEARNING and learning.scales, "learning")
    journey.keys("ctrl+shift+d")
    journey.shoot("learning", journey.until(lambda: learning.finished_scales >= 2, "two scales"))
    journey.keys("ctrl+period")
    journey.shoot("paused", journey.until(lambda: learning.phase is Phase.PAUSED, "a pause"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--photo", default="autumn-mountain")
    parser.add_argument("--language", default="en")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--without-learning", action="store_true")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    app = make_application()
    with tempfile.TemporaryDirectory(prefix="singan-studio-") as home:
        journey = Journey(app, Path(home), arguments.out, arguments.language, arguments.theme)
        look_about(journey, arguments.photo)
        steps = [vary, paint, on_canvas, other_tools]
        for step in steps if arguments.without_learning else [*steps, learn]:
            step(journey)
        journey.close()


if __name__ == "__main__":
    main()
