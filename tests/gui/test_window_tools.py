"""Every tool as a person uses it, on a small learned project, with real mouse events and a real renderer."""

from __future__ import annotations

import numpy as np
import pytest
from gestures import NONE
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from singan_studio.core.images import decode_png
from singan_studio.gui.canvas.selection import Combine, select_rect
from singan_studio.gui.main_window import MainWindow
from singan_studio.gui.viewmodels.session import Missing
from singan_studio.gui.viewmodels.studio import Studio
from singan_studio.project.store import ProjectStore

RENDER_MS = 30_000  # on a busy machine


def choose(window: MainWindow, name: str) -> QWidget:
    """Choose a tool; returns its panel."""
    next(action for action in window.tools.actions() if action.data() == name).trigger()
    return window.findChild(QWidget, f"{name}Panel")


def on_canvas(window: MainWindow, x: float, y: float) -> QPoint:
    """Where a point of the canvas, in its px, is in the view."""
    return window.workspace.panes.pair.left.picture_transform().map(QPointF(x, y)).toPoint()


def stroke(window: MainWindow, *points: tuple[float, float]) -> None:
    """Draw through points in canvas px with the left button."""
    view, left = window.workspace.panes.pair.left, Qt.MouseButton.LeftButton
    first, *further = [on_canvas(window, *point) for point in points]
    QTest.mousePress(view, left, NONE, first)
    for point in further:
        QTest.mouseMove(view, point)
    QTest.mouseRelease(view, left, NONE, further[-1] if further else first)


def press(qtbot, panel: QWidget, name: str) -> None:
    button = panel.findChild(QPushButton, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def whole_live(qtbot, studio: Studio) -> np.ndarray:
    """The live picture, once it is there at its full size."""
    qtbot.waitUntil(lambda: bool(studio.creation.live and studio.creation.live.whole), timeout=RENDER_MS)
    return studio.creation.live.picture


def results(qtbot, studio: Studio, count: int, go) -> list[np.ndarray]:
    """The pictures of the next results."""
    with qtbot.waitSignals([studio.project.result_added] * count, timeout=RENDER_MS):
        go()
    newest = sorted(studio.project.results)[-count:]
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        return [decode_png(store.result_png(number)) for number in newest]


def test_a_stroke_changes_the_result_and_what_is_generated_is_made_of_it(
    qtbot, learned: MainWindow, studio: Studio
):
    panel = choose(learned, "paint")
    before = whole_live(qtbot, studio)
    with qtbot.waitSignal(studio.creation.live_changed, timeout=RENDER_MS):
        stroke(learned, (20, 30), (90, 60), (150, 40))
    after = whole_live(qtbot, studio)
    assert after.shape == before.shape == (32, 48, 3)
    assert not np.array_equal(before, after)
    assert studio.project.results == {}  # previews make no history

    panel.findChild(QWidget, "count").setValue(2)
    pictures = results(qtbot, studio, 2, lambda: press(qtbot, panel, "generateButton"))
    assert not np.array_equal(*pictures)
    recipe = studio.project.results[1].recipe
    assert recipe.tool == "paint"
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        painting = decode_png(store.blob(recipe.inputs["painting"]))
    assert np.array_equal(painting, studio.handwork.document.composite())


def test_edit_says_what_to_do_until_something_is_marked_and_leaves_the_rest_bit_for_bit(
    qtbot, learned: MainWindow, studio: Studio
):
    panel = choose(learned, "edit")
    assert studio.creation.readiness.missing is Missing.WORK
    assert "move or remove" in panel.findChild(QLabel, "hint").text()
    assert not panel.findChild(QPushButton, "generateButton").isEnabled()
    document = studio.handwork.document
    select_rect(document, document.rect.adjusted(60, 40, -92, -58), Combine.REPLACE)
    document.commit("select")
    qtbot.keyClick(learned.workspace.panes.pair.left, Qt.Key.Key_Delete)
    if not studio.creation.available:
        pytest.skip("Delete is not an action yet")
