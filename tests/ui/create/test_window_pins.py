"""Pins in Variations as the user places them: real events, the real renderer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tool_driving import RENDER_MS, START_MS, choose, on_canvas, stroke

from singan_studio.core.images import decode_png
from singan_studio.core.resources import resource
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.document import CanvasDocument

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
PHOTO = (300, 200)  # px; pictures are drawn at 250x167


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "tulips.png"
    whole = QImage(str(resource("samples") / "tulips.jpg"))
    whole.scaled(*PHOTO, mode=Qt.TransformationMode.SmoothTransformation).save(str(path))
    return path


@pytest.fixture
def drawing(qtbot: QtBot, studio: Studio, window: MainWindow, photo: Path) -> MainWindow:
    """The window with the photo open and its first variation made."""
    with qtbot.waitSignal(studio.engine_ready, timeout=START_MS):
        studio.rendering.start()
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        window.opening.open_path(photo)
    studio.rendering.cancel()
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


def results_of(qtbot: QtBot, studio: Studio, panel: QWidget) -> list[np.ndarray]:
    """Return two new results at full size."""
    panel.findChild(QWidget, "count").setValue(2)
    last = max(studio.project.results)
    qtbot.mouseClick(panel.findChild(QPushButton, "generateButton"), Left)

    def finished() -> bool:
        new = [result for number, result in studio.project.results.items() if number > last]
        return len(new) == 2 and all(result.width == PHOTO[0] for result in new)

    qtbot.waitUntil(finished, timeout=3 * RENDER_MS)
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        return [decode_png(store.result_png(number)) for number in sorted(studio.project.results)[-2:]]


def test_what_is_pinned_and_dragged_is_there_in_every_variation(qtbot, drawing: MainWindow, studio: Studio):
    panel = choose(drawing, "sample")
    document, view = studio.canvas_documents.document, drawing.workspace.panes.pair.left
    button = panel.findChild(QPushButton, "pinButton")
    assert not button.isEnabled()
    stroke(drawing, (60, 50), (90, 70), (120, 100))  # a rectangle
    qtbot.waitUntil(lambda: document.has_selection)
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS, check_params_cb=bool):
        qtbot.mouseClick(button, Left)
    assert np.array_equal(document.composite(), document.picture), "nothing is left where it was"
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS, check_params_cb=bool):
        stroke(drawing, (90, 75), (120, 80), (190, 95))
    live = np.asarray(studio.tool_model.live.picture)
    assert live.shape[1] in (250, 251, 300)
    made = results_of(qtbot, studio, panel)
    assert not np.array_equal(*made)
    for picture in made:
        assert holds(picture, document.picture, (60, 50, 60, 50), (100, 20))
    newest = studio.project.results[max(studio.project.results)]
    assert set(newest.recipe.inputs) == {"pin"}
    assert numbers_of_pins(document) == [(190, 95)]

    qtbot.mouseClick(view, Left, pos=on_canvas(drawing, 190, 95))
    qtbot.keyClick(view, Key.Key_Delete)
    qtbot.waitUntil(lambda: not document.objects)
    made = results_of(qtbot, studio, panel)
    assert not holds(made[0], document.picture, (60, 50, 60, 50), (100, 20))
    document.undo()
    assert numbers_of_pins(document) == [(190, 95)], "undo brings the pin back"
    document.redo()
    assert not document.objects
    studio.restore_result.take_over(newest.recipe)
    qtbot.waitUntil(lambda: numbers_of_pins(document) == [(190, 95)])


def test_dragging_a_selection_pins_it_where_it_is_let_go_and_leaves_no_hole(
    qtbot, drawing: MainWindow, studio: Studio
):
    choose(drawing, "sample")
    document = studio.canvas_documents.document
    stroke(drawing, (60, 50), (90, 70), (120, 100))
    qtbot.waitUntil(lambda: document.has_selection)
    stroke(drawing, (90, 75), (110, 80), (190, 95))
    qtbot.waitUntil(lambda: len(document.objects) == 1)
    assert np.array_equal(document.composite()[50:70, 60:120], document.picture[50:70, 60:120])
    assert np.array_equal(document.composite()[70:120, 160:220], document.picture[50:100, 60:120])
