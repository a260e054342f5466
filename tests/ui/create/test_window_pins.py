"""Pins in Variations as the user places them: real events, the real renderer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tool_driving import RENDER_MS, choose, on_canvas, open_photo, stroke

from singan_studio.core.images import decode_png
from singan_studio.core.resources import resource
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.document import CanvasDocument

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
PHOTO = (150, 100)  # px


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "tulips.png"
    whole = QImage(str(resource("samples") / "tulips.jpg"))
    whole.scaled(*PHOTO, mode=Qt.TransformationMode.SmoothTransformation).save(str(path))
    return path


@pytest.fixture
def drawing(qtbot: QtBot, studio: Studio, window: MainWindow, photo: Path) -> MainWindow:
    """The window with the photo open and the renderer at work."""
    open_photo(qtbot, studio, window, photo)
    return window


def holds(
    result: np.ndarray, photo: np.ndarray, rect: tuple[int, int, int, int], by: tuple[int, int]
) -> bool:
    """Return whether the result has the part (x, y, width, height) of the photo moved `by` px."""
    x, y, width, height = rect
    there = result[y + by[1] : y + by[1] + height, x + by[0] : x + by[0] + width]
    return np.array_equal(there, photo[y : y + height, x : x + width])


def numbers_of_pins(document: CanvasDocument) -> list[tuple[float, float]]:
    return [(item.placement.x, item.placement.y) for item in document.objects]


def results_of(qtbot: QtBot, studio: Studio, panel: QWidget, count: int) -> list[np.ndarray]:
    """Return new results at full size."""
    panel.findChild(QWidget, "count").setValue(count)
    last = max(studio.project.results, default=0)
    qtbot.mouseClick(panel.findChild(QPushButton, "generateButton"), Left)

    def finished() -> bool:
        new = [result for number, result in studio.project.results.items() if number > last]
        return len(new) == count and all(result.width == PHOTO[0] for result in new)

    qtbot.waitUntil(finished, timeout=3 * RENDER_MS)
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        return [decode_png(store.result_png(number)) for number in sorted(studio.project.results)[-count:]]


def test_what_is_pinned_and_dragged_is_there_in_every_variation(qtbot, drawing: MainWindow, studio: Studio):
    panel = choose(drawing, "sample")
    document, view = studio.canvas_documents.document, drawing.workspace.panes.pair.left
    button = panel.findChild(QPushButton, "pinButton")
    assert not button.isEnabled()
    stroke(drawing, (30, 25), (45, 35), (60, 50))  # a rectangle
    qtbot.waitUntil(lambda: document.has_selection)
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS, check_params_cb=bool):
        qtbot.mouseClick(button, Left)
    assert np.array_equal(document.composite(), document.picture), "nothing is left where it was"
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS, check_params_cb=bool):
        stroke(drawing, (45, 37), (60, 40), (95, 47))
    live = np.asarray(studio.tool_model.live.picture)
    assert live.shape[1] == PHOTO[0]
    made = results_of(qtbot, studio, panel, 2)
    assert not np.array_equal(*made)
    for picture in made:
        assert holds(picture, document.picture, (30, 25, 30, 25), (50, 10))
    newest = studio.project.results[max(studio.project.results)]
    assert set(newest.recipe.inputs) == {"pin"}
    assert numbers_of_pins(document) == [(95, 47.5)]

    qtbot.mouseClick(view, Left, pos=on_canvas(drawing, 95, 47))
    qtbot.keyClick(view, Key.Key_Delete)
    qtbot.waitUntil(lambda: not document.objects)
    (made,) = results_of(qtbot, studio, panel, 1)
    assert not holds(made, document.picture, (30, 25, 30, 25), (50, 10))
    document.undo()
    assert numbers_of_pins(document) == [(95, 47.5)], "undo brings the pin back"
    document.redo()
    assert not document.objects
    studio.restore_result.take_over(newest.recipe)
    qtbot.waitUntil(lambda: numbers_of_pins(document) == [(95, 47.5)])


def test_dragging_a_selection_pins_it_where_it_is_let_go_and_leaves_no_hole(
    qtbot, drawing: MainWindow, studio: Studio
):
    choose(drawing, "sample")
    document = studio.canvas_documents.document
    stroke(drawing, (30, 25), (45, 35), (60, 50))
    qtbot.waitUntil(lambda: document.has_selection)
    stroke(drawing, (45, 37), (55, 40), (95, 47))
    qtbot.waitUntil(lambda: len(document.objects) == 1)
    assert np.array_equal(document.composite()[25:35, 30:60], document.picture[25:35, 30:60])
    assert np.array_equal(document.composite()[35:60, 80:110], document.picture[25:50, 30:60])
