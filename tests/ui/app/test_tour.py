"""The tour that is given once."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.tour import Tour

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tour(opened: MainWindow, studio: Studio, settings: QSettings) -> Tour:
    return Tour(opened, studio, settings)


def make_result(qtbot: QtBot, studio: Studio) -> None:
    with qtbot.waitSignal(studio.project.result_added):
        studio.project.add_result(
            Recipe("sample", PATCHES, 1, 4, {"start_scale": 0, "size": None}), np.zeros((43, 64, 3), np.uint8)
        )


def press(qtbot: QtBot, tour: Tour, name: str) -> None:
    qtbot.mouseClick(tour.findChild(QPushButton, name), LEFT)


def test_four_steps_begin_with_the_first_result_and_end_for_good(qtbot, tour: Tour, studio: Studio):
    assert not tour.isVisible()
    make_result(qtbot, studio)
    seen = []
    while tour.isVisible():
        seen.append(tour.findChild(QLabel, "tourWords").text())
        assert tour.parentWidget().rect().contains(tour.geometry())
        press(qtbot, tour, "tourNext")
    assert len(set(seen)) == 4
    make_result(qtbot, studio)
    assert not tour.isVisible()


def test_tour_that_was_skipped_does_not_come_back(
    qtbot, tour: Tour, opened: MainWindow, studio: Studio, settings: QSettings
):
    make_result(qtbot, studio)
    press(qtbot, tour, "tourSkip")
    assert not tour.isVisible()
    another = Tour(opened, studio, settings)
    make_result(qtbot, studio)
    assert not another.isVisible()
