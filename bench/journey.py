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

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from bench.screens import Camera
from singan_studio.core.resources import resource
from singan_studio.ui.canvas.canvas_view import CanvasView
from singan_studio.ui.training.training_model import Phase
from singan_studio.ui.widgets.tiles import TileList

SECONDS = 90  # for a step on a busy machine
LEARNING_SECONDS = 300  # for two scales there
SETTLED = 0.4  # s after an event until the window has answered it
LINE = [(0.15, 0.55), (0.35, 0.45), (0.55, 0.5), (0.8, 0.6)]
"""A stroke, in shares of the picture's sides."""
RING = [(0.4 + 0.09 * math.cos(a), 0.5 + 0.12 * math.sin(a)) for a in (k * math.pi / 8 for k in range(17))]


class Journey(Camera):
    """A real window, hands on its mouse and keys, and a camera that takes dialogs, too."""

    def __init__(self, home: Path, out: Path, language: str, theme: str) -> None:
        super().__init__(home, language, theme, threads=0)
        self.home, self._out, self._taken = home, out, 0
        self._acted = time.perf_counter()
        self.shell.window.setGeometry(self.shell.window.screen().availableGeometry())
        painted: list[bool] = []
        self.shell.painted.connect(lambda: painted.append(True))
        self.until(lambda: bool(painted), SECONDS)  # as the program itself does
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

    def hold(self, key: str, name: str) -> None:
        """Hold a key, take a picture when what it asked for is drawn, and let it go."""
        self._xdotool("keydown", key)
        self.wait(1.0)
        self.until(lambda: not self.studio.rendering.in_flight, SECONDS)
        self.shoot(name)
        self._xdotool("keyup", key)

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
        super().until(lambda: hands.poll() is not None, SECONDS)  # meanwhile the window answers every move
        self._acted = time.perf_counter()
        self.wait(SETTLED)

    # --- eyes ---

    def shoot(self, name: str, waited: float | None = None) -> None:
        """Save the screen as a picture, and print how long the user waited."""
        self.wait(SETTLED)
        self._taken += 1
        screen = self.shell.window.screen()
        screen.grabWindow(0).save(str(self._out / f"{self._taken:02d}-{name}.png"))
        print(json.dumps({"step": name, "waited_s": waited and round(waited, 2)}), flush=True)

    def come(self, happened: Callable[[], object], seconds: float = SECONDS) -> float:
        """Wait until this has happened, and return the seconds since the last act of the hands."""
        self.until(lambda: bool(happened()), seconds)
        return time.perf_counter() - self._acted

    def whole(self) -> bool:
        """Return whether the live picture is there at full size."""
        live = self.studio.tool_model.live
        return bool(live and live.whole) and not self.studio.rendering.in_flight


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
    first = journey.come(lambda: results.results)
    four = journey.come(lambda: len(results.results) >= 4)
    journey.shoot("four-variations", four)
    for number in range(4):
        journey.shoot(f"tour-{number + 1}", first if number == 0 else None)
        journey.click(next(each for each in window.findChildren(QPushButton, "tourNext") if each.isVisible()))
    journey.come(lambda: journey.studio.finishing.pending == 0)
    journey.shoot("variations")


def vary(journey: Journey) -> None:
    """Generate more, by keys, and save the shown one through the dialog."""
    project, count = journey.studio.project, len(journey.studio.project.results)
    journey.keys("ctrl+Return")
    waited = journey.come(lambda: len(project.results) > count)
    journey.shoot("generated", waited)
    journey.come(lambda: not journey.studio.rendering.in_flight)
    journey.keys("ctrl+s")
    journey.wait(1.0)
    journey.shoot("save-dialog")
    target = journey.home / "saved.png"
    journey.keys("ctrl+a")
    journey.type(str(target.absolute()))
    journey.keys("Return")
    journey.shoot("saved", journey.come(target.exists))


def paint(journey: Journey) -> None:
    """Paint two strokes, and take the second back."""
    journey.press("tool-paint-button")
    journey.come(journey.whole)
    journey.shoot("paint-empty")
    for colour, shift in (("#20304f", 0.0), ("#e8d8c0", 0.18)):
        journey.studio.canvas_documents.tool_state.set_colour(QColor(colour))
        before = journey.studio.tool_model.live
        journey.drag(journey.view, journey.picture_places([(x, y + shift) for x, y in LINE]))
        waited = journey.come(lambda before=before: journey.studio.tool_model.live is not before)
        journey.wait(1.0)
        journey.come(journey.whole)
        journey.shoot("painted", waited)
    journey.keys("ctrl+z")
    journey.come(journey.whole)
    journey.shoot("painted-undone")


def on_canvas(journey: Journey) -> None:
    """Edit with the lasso, fill what is selected and deleted, harmonize a pasted object."""
    journey.press("tool-edit-button")
    journey.come(lambda: journey.studio.canvas_documents.document)
    journey.keys("l")
    journey.drag(journey.view, journey.picture_places(RING))
    journey.shoot("edit-selected")
    journey.keys("v")
    journey.drag(journey.view, journey.picture_places([(0.4, 0.5), (0.5, 0.45), (0.7, 0.4)]))
    journey.come(journey.whole)
    journey.shoot("edited")
    journey.press("tool-fill-button")
    journey.wait(1.0)
    journey.drag(journey.view, journey.picture_places(RING))
    journey.keys("Delete")
    journey.shoot("filled", journey.come(journey.whole))
    journey.press("tool-harmonize-button")
    journey.wait(1.0)
    QApplication.clipboard().setImage(cut_out())
    journey.keys("ctrl+v")
    journey.come(journey.whole)
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
        journey.come(lambda: not journey.studio.rendering.in_flight)
        journey.shoot(tool)


def learn(journey: Journey) -> None:
    """Learn a draft, pause it, hold P to compare it with patches, and go on."""
    learning = journey.studio.learning
    journey.press("tool-sample-button")
    journey.keys("ctrl+l")
    journey.come(journey.whole)
    journey.shoot("learn-panel")
    button = journey.shell.window.findChild(QWidget, "learnButton")
    assert button is not None
    journey.click(button)
    journey.come(lambda: learning.phase is Phase.LEARNING and learning.scales)
    journey.keys("ctrl+shift+d")
    journey.shoot("learning", journey.come(lambda: learning.finished_scales >= 2, LEARNING_SECONDS))
    journey.keys("ctrl+period")
    journey.shoot("paused", journey.come(lambda: learning.phase is Phase.PAUSED))
    journey.keys("ctrl+shift+d")
    journey.hold("p", "compared")
    journey.keys("ctrl+r")
    journey.shoot("going-on", journey.come(lambda: learning.phase is Phase.LEARNING))
    journey.keys("ctrl+period")
    journey.come(lambda: learning.phase is Phase.PAUSED)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--photo", default="autumn-mountain")
    parser.add_argument("--language", default="en")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--without-learning", action="store_true")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="singan-studio-") as home,
        Journey(Path(home), arguments.out, arguments.language, arguments.theme) as journey,
    ):
        look_about(journey, arguments.photo)
        steps = [vary, paint, on_canvas, other_tools]
        for step in steps if arguments.without_learning else [*steps, learn]:
            step(journey)


if __name__ == "__main__":
    main()
