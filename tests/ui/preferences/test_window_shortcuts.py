"""Shortcuts in a real window: changed by keys in the dialog, used, kept, reset."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence, QPdfWriter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
)
from pytestqt.qtbot import QtBot

from singan_studio.ui.app import i18n
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.preferences.commands import commands_of
from singan_studio.ui.preferences.key_sets import KEY_SETS
from singan_studio.ui.preferences.preferences_dialog import PreferencesDialog
from singan_studio.ui.preferences.shortcut_list import ShortcutList


@pytest.fixture
def dialog(qtbot: QtBot, opened: MainWindow) -> PreferencesDialog:
    """The dialog at its page of shortcuts."""
    return shown_dialog(qtbot, opened)


def shown_dialog(qtbot: QtBot, window: MainWindow) -> PreferencesDialog:
    window.frame.show_preferences(1)
    dialog = window.findChild(PreferencesDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def rows(dialog: PreferencesDialog) -> dict[str, QTreeWidgetItem]:
    tree = dialog.findChild(QTreeWidget, "shortcutTree")
    groups = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    items = [group.child(number) for group in groups for number in range(group.childCount())]
    return {item.data(0, Qt.ItemDataRole.UserRole).name: item for item in items}


def press_for(
    qtbot: QtBot,
    dialog: PreferencesDialog,
    name: str,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Choose a command and press the key that it shall have."""
    dialog.findChild(QTreeWidget, "shortcutTree").setCurrentItem(rows(dialog)[name])
    edit = dialog.findChild(QKeySequenceEdit, "shortcutEdit")
    with qtbot.waitSignal(edit.editingFinished, timeout=3000):
        qtbot.keyClick(edit, key, modifiers)


def key_of(window: MainWindow, name: str) -> str:
    return window.findChild(QAction, name).shortcut().toString()


def said(dialog: PreferencesDialog) -> str:
    return dialog.findChild(QLabel, "shortcutSaid").text()


def press(qtbot: QtBot, dialog: PreferencesDialog, name: str) -> None:
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_every_command_is_listed_once(opened: MainWindow) -> None:
    commands = commands_of(opened, opened.workspace.animate.commands.all())
    names = Counter(command.name for command in commands if command.name)
    assert [name for name, count in names.items() if count > 1] == []
    missing = {action.objectName() for action in opened.actions()} - set(names)
    assert missing == set()
    assert {"play", "deleteResult", "canvas-brush", "tool-paint", "theme-dark"} <= set(names)


@pytest.mark.parametrize("name", list(KEY_SETS))
def test_a_set_gives_no_two_commands_the_same_key(opened: MainWindow, studio: Studio, name: str) -> None:
    studio.shortcuts.choose_set(name)
    shortcuts = opened.frame.shortcuts
    known = {command.name for command in shortcuts.commands}
    assert set(KEY_SETS[name]) <= known
    keys = [
        (command.area, key.toString())
        for command in shortcuts.commands
        for key in command.action.shortcuts()
        if command.name not in ("delete", "deleteResult", "undeleteResult")
    ]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    for command, wanted in KEY_SETS[name].items():
        action = opened.findChild(QAction, command)
        assert [key.toString() for key in action.shortcuts()] == wanted, command


def test_a_changed_shortcut_works_at_once_and_in_the_next_window(
    qtbot: QtBot, dialog: PreferencesDialog, opened: MainWindow, studio: Studio, picture: Path
) -> None:
    press_for(qtbot, dialog, "canvas-eraser", Qt.Key.Key_Y)
    assert rows(dialog)["canvas-eraser"].text(1) == "Y"
    dialog.reject()
    opened.close()
    studio.settings.sync()
    settings = QSettings(studio.settings.fileName(), QSettings.Format.IniFormat)
    later = Studio(settings, picture.parent, device="cpu", threads=1)
    window = MainWindow(later, "light", "en", i18n.languages())
    qtbot.addWidget(window)
    try:
        window.show()
        qtbot.waitExposed(window)
        other = picture.with_name("other.png")
        other.write_bytes(picture.read_bytes())
        with qtbot.waitSignal(later.project.opened, timeout=30_000):
            window.opening.open_path(other)
        window.findChild(QAction, "tool-paint").trigger()
        view = window.workspace.panes.pair.left
        window.activateWindow()
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_B)
        assert window.canvas.actions.tools.checkedAction().objectName() == "canvas-brush"
        qtbot.keyClick(view, Qt.Key.Key_E)
        assert window.canvas.actions.tools.checkedAction().objectName() == "canvas-brush"
        qtbot.keyClick(view, Qt.Key.Key_Y)
        assert window.canvas.actions.tools.checkedAction().objectName() == "canvas-eraser"
        button = window.findChild(QToolButton, "canvas-eraserButton")
        assert button.toolTip().endswith("(Y)")
    finally:
        later.close()


def test_a_key_of_another_command_is_told_and_only_taken_on_request(
    qtbot: QtBot, dialog: PreferencesDialog, opened: MainWindow
) -> None:
    press_for(qtbot, dialog, "canvas-eraser", Qt.Key.Key_B)
    assert "B belongs to Edit › Brush and tools › Brush" in said(dialog)
    assert (key_of(opened, "canvas-eraser"), key_of(opened, "canvas-brush")) == ("E", "B")
    press(qtbot, dialog, "takeShortcut")
    assert (key_of(opened, "canvas-eraser"), key_of(opened, "canvas-brush")) == ("B", "")
    assert rows(dialog)["canvas-brush"].text(1) == ""
    press(qtbot, dialog, "resetShortcut")
    assert (key_of(opened, "canvas-eraser"), key_of(opened, "canvas-brush")) == ("E", "B")


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, "Space"),
        (Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier, "Alt+F opens the menu File"),
    ],
)
def test_keys_that_mean_something_else_are_refused(
    qtbot: QtBot,
    dialog: PreferencesDialog,
    opened: MainWindow,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    words: str,
) -> None:
    press_for(qtbot, dialog, "canvas-eraser", key, modifiers)
    assert said(dialog).startswith(words)
    assert key_of(opened, "canvas-eraser") == "E"
    assert not dialog.findChild(QPushButton, "takeShortcut").isVisible()


def test_a_key_of_ones_own_can_be_taken_again_and_areas_do_not_meet(
    qtbot: QtBot, dialog: PreferencesDialog, opened: MainWindow
) -> None:
    for name in ("canvas-eraser", "addKey"):
        press_for(qtbot, dialog, name, Qt.Key.Key_Y)
        assert rows(dialog)[name].text(1) == "Y"
    press_for(qtbot, dialog, "canvas-wand", Qt.Key.Key_Y)
    press(qtbot, dialog, "takeShortcut")
    assert {name: rows(dialog)[name].text(1) for name in ("canvas-eraser", "canvas-wand", "addKey")} == {
        "canvas-eraser": "",
        "canvas-wand": "Y",
        "addKey": "Y",
    }


def test_the_results_take_the_keys_they_are_given(qtbot: QtBot, opened: MainWindow, studio: Studio) -> None:
    strip = opened.workspace.results.strip
    studio.shortcuts.assign("undeleteResult", "Ctrl+U")
    with qtbot.waitSignal(strip.undo_requested):
        qtbot.keyClick(strip, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    with qtbot.assertNotEmitted(strip.undo_requested):
        qtbot.keyClick(strip, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_all_shortcuts_are_reset_after_a_question(
    qtbot: QtBot, dialog: PreferencesDialog, opened: MainWindow, studio: Studio
) -> None:
    press_for(qtbot, dialog, "canvas-eraser", Qt.Key.Key_Y)
    press_for(qtbot, dialog, "canvas-wand", Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, dialog, "resetShortcuts")
    box = dialog.findChild(QMessageBox, "resetDialog")
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Reset), Qt.MouseButton.LeftButton)
    assert (key_of(opened, "canvas-eraser"), key_of(opened, "canvas-wand")) == ("E", "W")
    assert studio.shortcuts.own == {}


def test_another_set_is_chosen_and_the_search_finds_commands_and_keys(
    qtbot: QtBot, dialog: PreferencesDialog, opened: MainWindow
) -> None:
    box = dialog.findChild(QComboBox, "shortcutSet")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    box.activated.emit(box.currentIndex())
    assert key_of(opened, "canvas-transform") == "T"
    search = dialog.findChild(QLineEdit, "shortcutSearch")
    qtbot.keyClicks(search, "eraser")
    assert [name for name, row in rows(dialog).items() if not row.isHidden()] == ["canvas-eraser"]
    search.clear()
    qtbot.keyClicks(search, "ctrl+shift+z")
    assert {"redo", "redoAnimation"} == {name for name, row in rows(dialog).items() if not row.isHidden()}


def test_held_keys_and_the_timelines_keys_follow(
    qtbot: QtBot, opened: MainWindow, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.shortcuts.assign("original", "O")
    shown: list[bool] = []
    panes = opened.workspace.panes
    monkeypatch.setattr(panes, "show_original", shown.append)
    view = panes.pair.left
    opened.activateWindow()
    view.setFocus()
    assert "key O" in opened.findChild(QToolButton, "holdOriginal").toolTip()
    opened.findChild(QAction, "tool-animate").trigger()
    studio.shortcuts.assign("addKey", "N")
    timeline = opened.workspace.animate.commands
    pressed: list[int] = []
    timeline.add_key.triggered.connect(lambda: pressed.append(1))
    target = opened.workspace.animate.timeline.transport.findChild(QToolButton)
    qtbot.keyClick(target, Qt.Key.Key_K)
    assert pressed == []
    qtbot.keyClick(target, Qt.Key.Key_N)
    assert pressed == ([1] if timeline.add_key.isEnabled() else [])


def test_the_list_shows_the_keys_as_they_are(
    qtbot: QtBot, opened: MainWindow, studio: Studio, tmp_path: Path
) -> None:
    studio.shortcuts.assign("generate", "Ctrl+Alt+Y")
    qtbot.keyClick(opened, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    found = opened.findChild(ShortcutList)
    text = found.findChild(QTextBrowser).toPlainText()
    assert "Ctrl+Alt+Y" in text
    assert "Timeline" in text
    assert QKeySequence("Ctrl+Return").toString() not in text
    file = tmp_path / "keys.pdf"
    found.print_on(QPdfWriter(str(file)))
    assert file.read_bytes().startswith(b"%PDF")
    found.reject()


def test_printing_asks_for_a_printer(qtbot: QtBot, window: MainWindow) -> None:
    window.frame.show_shortcuts()
    found = window.findChild(ShortcutList)
    qtbot.mouseClick(found.findChild(QPushButton, "printShortcuts"), Qt.MouseButton.LeftButton)
    asking = found.findChild(QDialog, "printDialog")
    qtbot.waitUntil(asking.isVisible)
    asking.reject()
    found.reject()
