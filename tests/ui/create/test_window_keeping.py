"""Keeping and saving what is shown: one pin on the pane, and Save, which does both."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from tool_driving import RENDER_MS, choose, whole_live

from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.widgets.seed_edit import SeedEdit


def pin(window: MainWindow, place: str = "panes") -> QToolButton:
    button = getattr(window.workspace, place).findChild(QToolButton, "keepButton")
    assert button is not None
    return button


def generate_at(window: MainWindow) -> QPoint:
    """Return where Generate is on the window."""
    panel = window.workspace.side_panel.currentWidget()
    button = panel.findChild(QPushButton, "generateButton")
    return button.mapTo(window, button.rect().topLeft())


def test_the_pin_on_the_result_keeps_it_and_lets_it_go(qtbot: QtBot, learned: MainWindow, studio: Studio):
    whole_live(qtbot, studio)
    assert not pin(learned).isChecked()
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        qtbot.mouseClick(pin(learned), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.results.selected == 1, timeout=RENDER_MS)
    assert pin(learned).isChecked()
    with qtbot.waitSignal(studio.project.result_deleted, timeout=RENDER_MS):
        qtbot.mouseClick(pin(learned), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not pin(learned).isChecked(), timeout=RENDER_MS)
    with qtbot.waitSignal(studio.project.result_restored, timeout=RENDER_MS):
        learned.message_bar.action_triggered.emit()
    assert list(studio.project.results) == [1]


def test_save_keeps_what_is_shown_and_writes_it(
    qtbot: QtBot, learned: MainWindow, studio: Studio, tmp_path: Path
):
    whole_live(qtbot, studio)
    panel = choose(learned, "sample")
    qtbot.mouseClick(panel.findChild(QPushButton, "saveButton"), Qt.MouseButton.LeftButton)
    dialog = learned.findChild(QFileDialog, "saveDialog")
    with qtbot.waitSignal(studio.project.saved, timeout=RENDER_MS):
        dialog.fileSelected.emit(str(tmp_path / "shown.png"))
    dialog.reject()
    assert (tmp_path / "shown.png").is_file()
    qtbot.waitUntil(lambda: studio.results.selected == 1, timeout=RENDER_MS)
    assert pin(learned).isChecked()


@pytest.mark.parametrize("tool", ["sample", "paint", "fill"])
def test_a_panel_has_one_button_to_make_and_one_to_save(learned: MainWindow, tool: str):
    panel = choose(learned, tool)
    names = {"generateButton", "saveButton", "keepButton"}
    shown = [button.objectName() for button in panel.findChildren(QPushButton) if button.isVisible()]
    assert names.intersection(shown) == {"generateButton", "saveButton"}


def test_generate_stays_where_it_is_when_results_and_strips_come_and_go(
    qtbot: QtBot, learned: MainWindow, studio: Studio
):
    choose(learned, "sample")
    qtbot.wait(20)
    before = generate_at(learned)
    learned.commands.results.setChecked(False)
    learned.workspace.start_from.hide()
    qtbot.wait(20)
    assert generate_at(learned) == before
    learned.workspace.start_from.show()
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        learned.commands.keep.trigger()
    qtbot.wait(20)
    assert generate_at(learned) == before
    for tool in ("fill", "retarget", "sample"):
        choose(learned, tool)
        qtbot.wait(20)
        assert generate_at(learned) == before, tool


def test_results_are_called_by_number_and_stop_wherever_they_are_seen(
    qtbot: QtBot, learned: MainWindow, studio: Studio
):
    whole_live(qtbot, studio)
    last = len(studio.learning.scales) - 1
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        learned.commands.keep.trigger()
    qtbot.waitUntil(lambda: studio.results.selected == 1, timeout=RENDER_MS)
    studio.tool_model.set_start(last)
    qtbot.waitUntil(lambda: studio.results.selected is None, timeout=RENDER_MS)
    whole_live(qtbot, studio)
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        learned.commands.keep.trigger()
    qtbot.waitUntil(lambda: studio.results.selected == 2, timeout=RENDER_MS)
    strip = learned.workspace.results.strip
    assert [strip._item(number).text() for number in (1, 2)] == ["#1 New layout", "#2 Changes only texture"]
    title = learned.workspace.panes.pair.right_title.findChild(QLabel, "words").text()
    assert title.startswith("#2 Changes only texture")
    assert strip._item(2).toolTip().startswith("#2 Changes only texture: seed ")


def test_the_seed_field_shows_the_seed_of_the_selected_result(
    qtbot: QtBot, learned: MainWindow, studio: Studio
):
    panel = choose(learned, "sample")
    seed = panel.findChild(SeedEdit)
    studio.tool_model.seed, studio.tool_model.count = 40, 2
    whole_live(qtbot, studio)
    studio.results.generate()
    qtbot.waitUntil(lambda: len(studio.project.results) == 2, timeout=RENDER_MS)
    qtbot.waitUntil(lambda: studio.results.selected is not None, timeout=RENDER_MS)
    by_seed = {result.recipe.seed: number for number, result in studio.project.results.items()}
    for wanted in (40, 41):
        studio.results.select(by_seed[wanted])
        qtbot.waitUntil(lambda wanted=wanted: seed.value() == wanted, timeout=RENDER_MS)
    assert studio.tool_model.seed == 42, "the next results are new ones"
    seed.findChild(QToolButton, "lock").click()
    assert (seed.value(), studio.tool_model.seed) == (41, 41), "what is seen is kept"
