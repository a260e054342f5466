"""Results are compared in a large view."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QCheckBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.comparison import Comparison


@pytest.fixture
def comparison(qtbot: QtBot, opened: MainWindow, studio: Studio) -> Comparison:
    """The view of a picture with five results, each brighter than the one before."""
    assert not opened.commands.compare_results.isEnabled()
    for seed in range(5):
        with qtbot.waitSignal(studio.project.result_added):
            recipe = Recipe("sample", PATCHES, seed, 4, {"start_scale": 0, "size": None})
            studio.project.add_result(recipe, np.full((43, 64, 3), 50 * seed, np.uint8))
    opened.commands.compare_results.trigger()
    (comparison,) = opened.findChildren(Comparison)
    qtbot.waitUntil(comparison.isActiveWindow)
    qtbot.waitUntil(lambda: len(titles(comparison)) == 2)
    return comparison


def titles(comparison: Comparison) -> list[str]:
    return [view.accessibleName() for view in comparison.stage.views if view.isVisible()]


def test_up_to_four_are_seen_at_the_same_zoom_by_keyboard(qtbot: QtBot, comparison: Comparison):
    assert titles(comparison) == ["#5 New layout", "#4 New layout"]
    assert comparison.strip.hasFocus()
    qtbot.keyClick(comparison.strip, Qt.Key.Key_Right)
    for _ in range(2):
        qtbot.keyClick(comparison.strip, Qt.Key.Key_Right)
        qtbot.keyClick(comparison.strip, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(titles(comparison)) == 4)
    assert titles(comparison)[2:] == ["#3 New layout", "#2 New layout"]
    first, other = comparison.stage.views[:2]
    first.zoom_by(3.0, QPointF(20, 20))
    assert other.view() == first.view()
    other.fit()
    assert first.view() == other.view()


def test_fifth_picture_replaces_the_one_that_was_chosen_first(qtbot: QtBot, comparison: Comparison):
    for row in (0, 3, 4):
        qtbot.mouseClick(
            comparison.strip.viewport(),
            Qt.MouseButton.LeftButton,
            pos=comparison.strip.visualRect(comparison.strip.model().index(row, 0)).center(),
        )
    qtbot.waitUntil(lambda: len(titles(comparison)) == 4)
    assert titles(comparison) == ["#4 New layout", "Picture", "#3 New layout", "#2 New layout"]


def test_slider_and_differences_show_what_changed(qtbot: QtBot, comparison: Comparison):
    qtbot.mouseClick(comparison.findChild(QToolButton, "compareWipe"), Qt.MouseButton.LeftButton)
    right = comparison.stage.views[1]
    before = right.mask().boundingRect().left()
    assert before > 0
    line = comparison.stage.findChild(QWidget, "pairLine")
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert right.mask().boundingRect().left() > before
    comparison.findChild(QCheckBox, "compareHeat").click()
    qtbot.waitUntil(lambda: right.is_covered, timeout=20_000)
    comparison.findChild(QCheckBox, "compareHeat").click()
    assert not right.is_covered
