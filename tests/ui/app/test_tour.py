"""The tour that is given once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.ui.app import i18n
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


@pytest.fixture(params=["en", "de", "ja"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The language of the window; that of the other tests comes back afterwards."""
    i18n.install(QApplication.instance(), request.param)
    yield request.param
    i18n.install(QApplication.instance(), "en")


@pytest.mark.parametrize(
    "size", [(1440, 900), (1280, 720), (1024, 450)]
)  # the last: as low as 1440x900 at 200%
def test_bubble_covers_nothing_that_is_spoken_of(
    qtbot, language: str, opened: MainWindow, studio: Studio, settings: QSettings, size: tuple[int, int]
):
    opened.setMinimumSize(0, 0)
    opened.resize(*size)
    tour = Tour(opened, studio, settings)
    make_result(qtbot, studio)
    spotlight = opened.findChild(QWidget, "tourSpotlight")
    parts = [part for part, _ in tour._steps]
    for part in parts:
        place = QRect(part.mapTo(opened, QPoint()), part.size()) & opened.rect()
        qtbot.waitUntil(lambda place=place: spotlight.geometry() == place)
        assert spotlight.isVisible()
        assert opened.rect().contains(tour.geometry())
        assert tour.height() >= tour.heightForWidth(tour.width())
        others = [QRect(other.mapTo(opened, QPoint()), other.size()) for other in parts]
        assert not any(tour.geometry().intersects(other) for other in others)
        press(qtbot, tour, "tourNext")
    assert not spotlight.isVisible()


def test_tour_that_was_skipped_does_not_come_back(
    qtbot, tour: Tour, opened: MainWindow, studio: Studio, settings: QSettings
):
    make_result(qtbot, studio)
    press(qtbot, tour, "tourSkip")
    assert not tour.isVisible()
    another = Tour(opened, studio, settings)
    make_result(qtbot, studio)
    assert not another.isVisible()
