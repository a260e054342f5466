"""Material as the user uses it, on a photo of which nothing is learned: real events, the real renderer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tool_driving import RENDER_MS, choose, open_photo, whole_live

from singan_studio.core.resources import resource
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    with Image.open(resource("samples") / "ocean-waves.jpg") as image:
        image.resize((240, 160)).save(tmp_path / "waves.png")
    return tmp_path / "waves.png"


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    """A dark disc on white, 120x120 px."""
    y, x = np.mgrid[:120, :120] - 60
    disc = np.where(y**2 + x**2 < 30**2, 0, 255).astype(np.uint8)
    Image.fromarray(disc).save(tmp_path / "disc.png")
    return tmp_path / "disc.png"


@pytest.fixture
def drawing(qtbot: QtBot, studio: Studio, window: MainWindow, photo: Path) -> MainWindow:
    """The window with the photo open and the renderer at work."""
    open_photo(qtbot, studio, window, photo)
    return window


def shows_disc(picture: np.ndarray) -> bool:
    grey = picture.mean(axis=2)
    height, width = grey.shape
    middle = grey[3 * height // 8 : 5 * height // 8, 3 * width // 8 : 5 * width // 8]
    return bool(middle.mean() < grey[: height // 8].mean() - 20)


def test_opened_layout_picture_is_shown_live_in_the_photos_material(
    qtbot, drawing: MainWindow, studio: Studio, layout: Path
):
    panel = choose(drawing, "material")
    whole_live(qtbot, studio)
    document = studio.canvas_documents.document
    qtbot.mouseClick(panel.findChild(QPushButton, "openLayout"), LEFT)
    dialog = drawing.findChild(QFileDialog, "openDialog")
    dialog.selectFile(str(layout))
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS, check_params_cb=bool):
        dialog.accept()
    (item,) = document.objects
    assert round(item.outline.boundingRect().width()) == 240  # it fills the frame
    qtbot.waitUntil(lambda: shows_disc(whole_live(qtbot, studio)), timeout=RENDER_MS)
    blue = whole_live(qtbot, studio).astype(int)
    assert (blue[..., 2] - blue[..., 0]).mean() > 10, "the layout is grey, the photo blue"

    before = whole_live(qtbot, studio)
    switch = panel.findChild(QWidget, "param-match_colours").findChild(QCheckBox)
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS, check_params_cb=bool):
        switch.click()
    assert not np.array_equal(whole_live(qtbot, studio), before)
    document.undo()
    qtbot.waitUntil(lambda: not document.objects)


def test_pasted_layout_asks_how_it_fits_and_gives_full_size_results(
    qtbot, drawing: MainWindow, studio: Studio, layout: Path
):
    panel = choose(drawing, "material")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(layout))])
    QGuiApplication.clipboard().setMimeData(mime)
    drawing.commands.paste.trigger()
    qtbot.waitUntil(lambda: drawing.findChild(QDialog, "fittingDialog") is not None)
    fitting = drawing.findChild(QDialog, "fittingDialog")
    qtbot.mouseClick(fitting.findChild(QAbstractButton, "fill"), LEFT)
    qtbot.waitUntil(lambda: shows_disc(whole_live(qtbot, studio)), timeout=RENDER_MS)
    panel.findChild(QWidget, "count").setValue(1)
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS) as added:
        qtbot.mouseClick(panel.findChild(QPushButton, "generateButton"), LEFT)
    assert added.args[0].recipe.tool == "material"
    assert set(added.args[0].recipe.inputs) == {"layout_picture"}
