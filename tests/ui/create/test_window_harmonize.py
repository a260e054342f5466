"""Harmonize in the window: a picture is inserted, and takes on the photo's colours."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QWidget
from tool_driving import RENDER_MS, choose, whole_live

from singan_studio.core.images import encode_png
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio


def test_a_picture_is_inserted_and_its_colours_are_matched_unless_switched_off(
    qtbot, learned: MainWindow, studio: Studio, tmp_path: Path
):
    panel = choose(learned, "harmonize")
    document = studio.canvas_documents.document
    file = tmp_path / "disc.png"
    y, x = np.mgrid[:60, :60]
    inside = (y - 30) ** 2 + (x - 30) ** 2 < 700
    file.write_bytes(
        encode_png(np.dstack([np.full((60, 60, 3), (250, 30, 200), np.uint8), 255 * inside.astype(np.uint8)]))
    )
    qtbot.mouseClick(panel.findChild(QPushButton, "insertPicture"), Qt.MouseButton.LeftButton)
    dialog = learned.findChild(QFileDialog, "openDialog")
    dialog.selectFile(str(file))
    dialog.accept()
    qtbot.waitUntil(lambda: len(document.objects) == 1, timeout=10_000)
    assert document.objects[0].placement.x == pytest.approx(document.rect.center().x(), abs=2)
    matched = whole_live(qtbot, studio)
    switch = panel.findChild(QWidget, "param-match_colours").findChild(QCheckBox)
    assert switch.isChecked()
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS, check_params_cb=bool):
        switch.click()
    assert not np.array_equal(whole_live(qtbot, studio), matched)
