"""Results are found again by tool, star and date."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from singan_studio.core.recipe import Recipe
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.results_filter import Facts, FilterButton, moment
from singan_studio.ui.create.results_strip import ResultsStrip
from singan_studio.ui.widgets.tiles import TileList

Key = Qt.Key
PICTURE = np.zeros((20, 30, 3), np.uint8)
NOW = datetime.now(UTC)


@pytest.fixture
def strip(qtbot: QtBot) -> ResultsStrip:
    """Return four results: Paint of today, Variations of today with a star, Paint of five days ago and of last year."""
    widget = ResultsStrip()
    qtbot.addWidget(widget)
    for number, (tool, days) in enumerate(
        (("paint", 400), ("paint", 5), ("sample", 0), ("paint", 0)), start=1
    ):
        facts = Facts(tool, tool.title(), NOW - timedelta(days=days))
        widget.add(number, PICTURE, f"#{number}", starred=number == 3, facts=facts)
    widget.resize(700, 150)
    widget.show()
    return widget


def shown(widget: ResultsStrip | MainWindow) -> list[str]:
    tiles = widget.findChild(TileList, "resultTiles")
    model = tiles.model()
    return [model.index(row, 0).data().split()[0] for row in range(model.rowCount())]


def choose(qtbot: QtBot, widget: ResultsStrip | MainWindow, *names: str) -> None:
    """Open the menu by the keyboard and walk to each entry."""
    for name in names:
        button = widget.findChild(FilterButton)
        button.setFocus()
        menu = widget.findChild(QMenu, "filterMenu")
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        qtbot.waitUntil(menu.isVisible)
        for _ in menu.actions():
            qtbot.keyClick(menu, Key.Key_Down)
            if menu.activeAction().objectName() == name:
                break
        qtbot.keyClick(menu, Key.Key_Return)


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (["tool-paint"], ["#4", "#2", "#1"]),
        (["starred"], ["#3"]),
        (["days-1"], ["#4", "#3"]),
        (["days-7"], ["#4", "#3", "#2"]),
        (["tool-paint", "days-7"], ["#4", "#2"]),
        (["tool-paint", "starred"], []),
        (["tool-paint", "starred", "starred", "tool-"], ["#4", "#3", "#2", "#1"]),
    ],
)
def test_results_are_filtered_by_keys_alone(
    strip: ResultsStrip, qtbot: QtBot, names: list[str], left: list[str]
) -> None:
    choose(qtbot, strip, *names)
    assert shown(strip) == left
    heading = strip.findChild(QToolButton, "heading").text()
    assert heading == ("Results (4)" if len(left) == 4 else f"Results ({len(left)} of 4)")
    assert strip.findChild(FilterButton).isChecked() == (len(left) < 4)


def test_the_menu_opens_by_space_and_offers_the_tools_that_have_results(
    strip: ResultsStrip, qtbot: QtBot
) -> None:
    menu, offered = strip.findChild(QMenu, "filterMenu"), []

    def look() -> None:
        offered.extend(action.objectName() for action in menu.actions() if not action.isSeparator())
        menu.close()

    QTimer.singleShot(200, look)
    qtbot.keyClick(strip.findChild(FilterButton), Key.Key_Space)
    qtbot.waitUntil(lambda: bool(offered))
    assert offered == ["tool-", "tool-paint", "tool-sample", "starred", "days-0", "days-1", "days-7"]


def test_filtering_changes_nothing_that_is_selected(strip: ResultsStrip, qtbot: QtBot) -> None:
    strip.select(3)
    told: list[int] = []
    strip.selected.connect(told.append)
    choose(qtbot, strip, "tool-paint")
    assert strip.selected_result() is None
    choose(qtbot, strip, "tool-")
    assert strip.selected_result() == 3
    assert told == []


def test_new_stars_and_new_results_follow_the_filter(strip: ResultsStrip, qtbot: QtBot) -> None:
    choose(qtbot, strip, "starred")
    strip.set_starred(1, True)
    strip.add(5, PICTURE, "#5", starred=True)
    strip.add(6, PICTURE, "#6")
    assert shown(strip) == ["#5", "#3", "#1"]
    strip.clear()
    strip.add(1, PICTURE, "#1")
    assert shown(strip) == ["#1"]  # another project shows everything


def test_two_thousand_results_are_filtered_at_once(qtbot: QtBot) -> None:
    widget = ResultsStrip()
    qtbot.addWidget(widget)
    widget.resize(700, 150)
    widget.show()
    began = time.perf_counter()
    for number in range(1, 2001):
        facts = Facts("paint" if number % 2 else "sample", "x", NOW - timedelta(days=number % 30))
        widget.add(number, None, f"#{number}", starred=number % 10 == 0, facts=facts)
    filled = time.perf_counter() - began
    widget.select(1500)
    for name, count in (("tool-sample", 1000), ("starred", 200), ("days-7", 66), ("tool-", 66)):
        began = time.perf_counter()
        button = widget.findChild(FilterButton)
        button._fill()
        next(action for action in button.menu().actions() if action.objectName() == name).trigger()
        took = time.perf_counter() - began
        assert took < 0.5, (name, took)
        assert len(shown(widget)) == count
    assert filled < 10, filled


def test_a_moment_of_a_stranger_is_none() -> None:
    assert moment("yesterday") is None
    assert moment("2024-01-01T10:00:00") == datetime(2024, 1, 1, 10, tzinfo=UTC)


def test_the_window_knows_tools_and_dates_of_its_results(
    qtbot: QtBot, opened: MainWindow, studio: Studio
) -> None:
    for tool in ("sample", "paint"):
        with qtbot.waitSignal(studio.project.result_added):
            studio.project.add_result(Recipe(tool, "patches", 1, scales=1), np.zeros((30, 40, 3), np.uint8))
    path = studio.project.path
    choose(qtbot, opened, "days-1", "tool-paint")
    assert shown(opened) == ["#2"]
    with qtbot.waitSignal(studio.project.closed):
        studio.project.close_project()
    with qtbot.waitSignal(studio.project.opened):
        studio.project.open_path(path)
    assert shown(opened) == ["#2", "#1"]
    choose(qtbot, opened, "days-1", "tool-sample")
    assert shown(opened) == ["#1"]
