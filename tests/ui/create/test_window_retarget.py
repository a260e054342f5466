"""Retarget as the user does it, on a photo of which nothing is learned: real events, the real renderer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tool_driving import RENDER_MS, choose, open_photo, stroke, whole_live

from singan_studio.core.images import decode_png
from singan_studio.core.recipe import PATCHES
from singan_studio.core.resources import resource
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio

LEFT = Qt.MouseButton.LeftButton
PHOTO = (300, 200)  # px; pictures are drawn at 250x167


@pytest.fixture
def drawing(qtbot: QtBot, studio: Studio, window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a photo open and the renderer at work."""
    path = tmp_path / "city.png"
    whole = QImage(str(resource("samples") / "city-skyline.jpg"))
    whole.scaled(*PHOTO, mode=Qt.TransformationMode.SmoothTransformation).save(str(path))
    open_photo(qtbot, studio, window, path)
    return window


def wait_for_shape(qtbot: QtBot, studio: Studio, *shape: int) -> None:
    def there() -> bool:
        live = studio.tool_model.live
        return bool(live and live.whole and live.picture.shape == (*shape, 3))

    qtbot.waitUntil(there, timeout=RENDER_MS)


def test_typing_dragging_and_protecting_retarget_live_and_as_a_result(
    qtbot, drawing: MainWindow, studio: Studio
):
    panel = choose(drawing, "retarget")
    field = panel.findChild(QWidget, "param-width").findChild(QDoubleSpinBox)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "60")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    wait_for_shape(qtbot, studio, 200, 180)
    assert studio.tool_model.live.recipe.model_id == PATCHES
    assert "180" in panel.findChild(QLabel, "retargetedSize").text()

    plain = whole_live(qtbot, studio)
    stroke(drawing, (20, 80), (60, 90), (20, 100))
    qtbot.waitUntil(
        lambda: bool(
            studio.tool_model.live
            and studio.tool_model.live.whole
            and not np.array_equal(studio.tool_model.live.picture, plain)
        ),
        timeout=RENDER_MS,
    )
    assert whole_live(qtbot, studio).shape == plain.shape

    handle = drawing.workspace.panes.findChild(QWidget, "sizeBottom")
    qtbot.waitUntil(handle.isVisible)
    QTest.mousePress(handle, LEFT, pos=QPoint(6, 6))
    QTest.mouseMove(handle, QPoint(6, 46))
    QTest.mouseRelease(handle, LEFT, pos=QPoint(6, 46))
    assert studio.tool_model.params["height"] > 105
    assert studio.tool_model.params["width"] == pytest.approx(60, abs=0.2)
    height = round(2 * studio.tool_model.params["height"])
    wait_for_shape(qtbot, studio, height, 180)

    panel.findChild(QWidget, "count").setValue(1)
    with qtbot.waitSignal(studio.project.result_replaced, timeout=2 * RENDER_MS):
        qtbot.mouseClick(panel.findChild(QPushButton, "generateButton"), LEFT)
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        made = decode_png(store.result_png(sorted(studio.project.results)[-1]))
    assert made.shape == (height, 180, 3)
