"""Films the window in use, docs/images/window.gif: `python -m bench.window_film`. No display is needed.

A photo is opened, variations come by themselves, a stroke is painted, and arrows make the picture flow. All of it is
done with the mouse in the real window; only waiting is shortened, because a frame is taken for each step and not for
each moment.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from bench.screens import SECONDS, Camera
from singan_studio.core.cancel import NEVER
from singan_studio.core.resources import resource
from singan_studio.export.film import write_film
from singan_studio.export.settings import ExportSettings
from singan_studio.ui.app.tour import TOUR_KEY
from singan_studio.ui.create.pair_view import Mode
from singan_studio.ui.create.tool_session import Live
from singan_studio.ui.widgets.pixels import as_array
from singan_studio.ui.widgets.tiles import TileList

FILE = Path(__file__).parents[1] / "docs" / "images" / "window.gif"
WINDOW = 1200, 750
WIDTHS = 800, 720, 640  # px of the film, the largest that is not too many bytes
FPS = 10.0
PHOTO = "ocean-waves"
MOST_BYTES = 3_000_000
POINTER = [(0, 0), (0, 17), (4, 13), (7, 20), (10, 19), (7, 12), (13, 12)]
LEFT = Qt.MouseButton.LeftButton


class Director:
    """Moves the pointer in the window, and takes the frames."""

    def __init__(self, camera: Camera) -> None:
        self.camera, self.frames = camera, list[np.ndarray]()
        self._pointer = QPointF(WINDOW[0] * 0.6, WINDOW[1] * 0.7)

    @property
    def window(self) -> QWidget:
        return self.camera.shell.window

    def shoot(self, seconds: float = 0.0) -> None:
        """Take a frame, and let it stand for some time."""
        self.camera.wait(0.05)
        image = self.window.grab().toImage()
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._pointer)
        painter.setBrush(QColor("white"))
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in POINTER]))
        painter.end()
        self.frames.extend([as_array(image)] * max(1, round(seconds * FPS)))

    def point(self, widget: QWidget, place: QPoint | None = None) -> QPoint:
        """Lead the pointer to a widget, or to a place in it."""
        place = widget.rect().center() if place is None else place
        goal = QPointF(widget.mapTo(self.window, place))
        start, steps = self._pointer, 4
        for step in range(1, steps + 1):
            share = 0.5 - 0.5 * math.cos(math.pi * step / steps)
            self._pointer = start + (goal - start) * share
            self.shoot()
        return place

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        QTest.mouseClick(widget, LEFT, pos=self.point(widget, place))

    def draw(self, view: QWidget, places: list[QPoint]) -> None:
        """Draw with the left button held, a frame for each place."""
        QTest.mousePress(view, LEFT, pos=self.point(view, places[0]))
        for place in places[1:]:
            QTest.mouseMove(view, place)
            self._pointer = QPointF(view.mapTo(self.window, place))
            self.shoot()
        QTest.mouseRelease(view, LEFT, pos=places[-1])

    def press(self, name: str) -> None:
        """Click a button."""
        button = self.window.findChild(QToolButton, name)
        assert button is not None
        self.click(button)

    def choose(self, tool: str) -> None:
        self.press(f"tool-{tool}-button")

    def until(self, happened: Callable[[], bool]) -> None:
        self.camera.until(happened, SECONDS)


def open_photo(director: Director) -> None:
    """Click a bundled photo, and see the first variations come."""
    studio, tiles = director.camera.studio, director.window.findChild(TileList, "sampleTiles")
    assert tiles is not None
    director.camera.wait(1.0)
    director.shoot(0.8)
    names = [path.stem for path in sorted(resource("samples").glob("*.jpg"))]
    place = tiles.visualRect(tiles.model().index(names.index(PHOTO), 0)).center()
    QTest.mouseClick(tiles.viewport(), LEFT, pos=director.point(tiles.viewport(), place))
    director.until(lambda: studio.project.current is not None)
    director.shoot(0.5)
    for count in range(1, 5):
        director.until(lambda count=count: len(studio.project.results) >= count)
        director.shoot(0.4)
    director.until(lambda: studio.finishing.pending == 0)
    director.shoot(1.2)


def paint(director: Director) -> None:
    """Paint the crest of a wave, and see the picture of it."""
    studio, view = director.camera.studio, director.camera.shell.window.workspace.panes.pair.left
    director.choose("paint")
    director.until(lambda: bool(studio.tool_model.live and studio.tool_model.live.whole))
    director.shoot(0.6)
    state = studio.canvas_documents.tool_state
    for colour, points in (
        ("#14315f", [(16, 76), (60, 66), (105, 52), (150, 44), (195, 52), (236, 66)]),
        ("#f3efe2", [(70, 50), (110, 34), (150, 24), (190, 32)]),
    ):
        state.set_colour(QColor(colour))
        turn, before = view.picture_transform(), studio.tool_model.live
        scale = studio.project.current.picture.shape[1] / 512 if studio.project.current else 1.0
        director.draw(view, [turn.map(QPointF(x * scale, y * scale)).toPoint() for x, y in points])
        director.until(lambda before=before: is_new(studio.tool_model.live, before))
        director.shoot(0.4)
    director.press(f"pane-{Mode.RIGHT.value}")  # the whole result, with the painted wave in it
    director.shoot(1.6)


def is_new(live: Live | None, before: Live | None) -> bool:
    """Return whether this is another picture than before, at its full size."""
    return live is not None and live.whole and (before is None or live.picture is not before.picture)


def flow(director: Director) -> None:
    """Draw arrows, and see the picture flow."""
    studio, window = director.camera.studio, director.camera.shell.window
    director.choose("flow")
    director.shoot(0.4)
    studio.animation.set_param("frames", 24, "Length")
    view = window.workspace.animate.stage.view
    for x, y, dx, dy in ((120, 240, 90, 24), (330, 250, 90, 20), (200, 170, 90, 0)):
        turn = view.picture_transform()
        steps = [QPointF(x + dx * share, y + dy * share) for share in (0, 0.4, 0.8, 1)]
        director.draw(view, [turn.map(place).toPoint() for place in steps])
    films, player = studio.animation.films, studio.animation.player
    director.camera.wait(1.0)
    director.until(lambda: films.complete and not films.drawing)
    player.pause()
    for frame in range(films.length):
        player.go(frame)
        director.shoot()


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home, Camera(Path(home)) as camera:
        camera.resize(WINDOW)
        camera.settings.setValue(TOUR_KEY, True)
        camera.shell.begin()
        director = Director(camera)
        for scene in (open_photo, paint, flow):
            scene(director)
            print(scene.__name__, len(director.frames), flush=True)
    for width in WIDTHS:
        size = write(director.frames, width)
        print(FILE, width, size)
        if size < MOST_BYTES:
            return
    sys.exit(f"more than {MOST_BYTES} bytes")


def write(frames: list[np.ndarray], width: int) -> int:
    """Write the film, and return its bytes."""
    height = round(width * WINDOW[1] / WINDOW[0])
    small = (cv2.resize(frame, (width, height), interpolation=cv2.INTER_AREA) for frame in frames)
    settings = ExportSettings("gif", quality=60, dither="none")
    return write_film(FILE, small, len(frames), FPS, settings, {}, NEVER, force=True).bytes


if __name__ == "__main__":
    main()
