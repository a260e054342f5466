"""The column of tools: words give way to icons, and nothing moves when a tool is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio


def places(window: MainWindow) -> dict[str, QPoint]:
    column = window.workspace.tool_column
    return {button.objectName(): button.pos() for button in column.findChildren(QToolButton)}


@pytest.mark.parametrize("height", [560, 720, 760])
def test_no_tool_moves_when_another_is_chosen(
    qtbot: QtBot, learned: MainWindow, studio: Studio, height: int
) -> None:
    learned.resize(1000, height)
    qtbot.wait(50)
    before = places(learned)
    for tool in ("fill", "animate", "tile", "sample"):
        next(action for action in learned.tools.actions() if action.data() == tool).trigger()
        qtbot.wait(50)
        assert places(learned) == before, tool


def test_words_come_back_in_a_high_window(qtbot: QtBot, learned: MainWindow) -> None:
    learned.resize(900, 500)
    qtbot.wait(50)
    low = learned.workspace.tool_column.findChild(QToolButton, "tool-fill-button").toolButtonStyle()
    learned.resize(900, 1400)
    qtbot.wait(50)
    high = learned.workspace.tool_column.findChild(QToolButton, "tool-fill-button").toolButtonStyle()
    assert low != high
