"""The dialog of preferences, the command palette, the guide and the logs in a real window, with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from singan_studio.engine_process.messages import Ready
from singan_studio.ui.app import app as app_module
from singan_studio.ui.app import frame_commands
from singan_studio.ui.app.app import Shell
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.show_folder import show_folder
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.preferences.command_palette import CommandPalette
from singan_studio.ui.preferences.preferences_dialog import PreferencesDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, studio: Studio, settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(app_module, "catch_everything", lambda tell: None)
    studio.preferences.language = "en"
    studio.preferences.theme = "light"
    shell = Shell(qapp, settings, studio)
    shell.show()
    qtbot.waitExposed(shell.window)
    yield shell
    studio.preferences.theme = "light"
    studio.preferences.language = "en"
    studio.setParent(None)
    shell.window.deleteLater()
    del shell.window  # pytest keeps the shell, and would keep the window with it


def activate(qtbot: QtBot, window: MainWindow) -> None:
    """Let a window have the keyboard; dialogs that were closed are gone then."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    gone = (PreferencesDialog, CommandPalette)
    qtbot.waitUntil(lambda: not any(window.findChildren(kind) for kind in gone))


def dialog_of(qtbot: QtBot, window: MainWindow) -> PreferencesDialog:
    activate(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    dialog = window.findChild(PreferencesDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def choose(qtbot: QtBot, dialog: QWidget, name: str, value: str) -> None:
    """Choose a value with the arrow keys."""
    box = dialog.findChild(QComboBox, name)
    box.setFocus()
    down = box.findData(value) > box.currentIndex()
    for _ in range(abs(box.findData(value) - box.currentIndex())):
        qtbot.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def test_theme_and_language_act_at_once_and_the_dialog_stays(
    qtbot: QtBot, qapp: QApplication, shell: Shell
) -> None:
    dialog = dialog_of(qtbot, shell.window)
    choose(qtbot, dialog, "theme", "dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 128
    assert shell.window.findChild(QAction, "theme-dark").isChecked()
    old = shell.window
    choose(qtbot, dialog, "language", "de")
    assert shell.window is not old
    shown = shell.window.findChild(PreferencesDialog)
    qtbot.waitUntil(shown.isVisible)
    assert shown.findChild(QComboBox, "language").currentData() == "de"
    shown.reject()
    shell.window.findChild(QAction, "theme-light").trigger()
    assert dialog_of(qtbot, shell.window).findChild(QComboBox, "theme").currentData() == "light"


def test_device_threads_and_preset_reach_the_studio(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    dialog = dialog_of(qtbot, window)
    studio.engine_ready.emit(Ready("cpu", ["cpu"]))
    threads = dialog.findChild(QSpinBox, "threads")
    before = threads.value()
    threads.setFocus()
    qtbot.keyClick(threads, Qt.Key.Key_Up if before < threads.maximum() else Qt.Key.Key_Down)
    assert studio.threads == threads.value() != before
    studio.preferences.device = "cpu"
    assert window.workspace.side_panel.learn_panel.findChild(QComboBox, "device") is not None
    choose(qtbot, dialog, "preferredPreset", "faithful")
    assert studio.settings.value("learn/preset") == "faithful"
    assert window.workspace.side_panel.learn_panel.config().preset == "faithful"
    choose(qtbot, dialog, "preferredPreset", "")
    assert window.workspace.side_panel.learn_panel.config().preset == "draft"


def test_projects_without_a_folder_go_where_it_was_chosen(
    qtbot: QtBot, window: MainWindow, studio: Studio, picture: Path, tmp_path: Path
) -> None:
    chosen = tmp_path / "my projects"
    chosen.mkdir()
    dialog = dialog_of(qtbot, window)
    qtbot.mouseClick(dialog.findChild(QPushButton, "chooseFolder"), Qt.MouseButton.LeftButton)
    files = dialog.findChild(QWidget, "folderDialog")
    files.fileSelected.emit(str(chosen))
    files.reject()
    dialog.reject()
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        studio.project.new_from_data(picture.read_bytes(), "pasted.png")
    assert studio.project.path is not None
    assert studio.project.path.parent == chosen
    again = dialog_of(qtbot, window)
    qtbot.mouseClick(again.findChild(QPushButton, "usualFolder"), Qt.MouseButton.LeftButton)
    assert studio.preferences.folder == ""
    assert again.findChild(QLineEdit, "projectsFolder").text() == str(studio.documents)


def palette_of(qtbot: QtBot, window: MainWindow) -> CommandPalette:
    activate(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    palette = window.findChild(CommandPalette)
    qtbot.waitUntil(palette.isVisible)
    return palette


def listed(palette: CommandPalette) -> list[str]:
    model = palette.findChild(QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_palette_carries_a_command_out_by_keys_alone(
    qtbot: QtBot, opened: MainWindow, studio: Studio
) -> None:
    palette = palette_of(qtbot, opened)
    field = palette.findChild(QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "mirror")
    assert listed(palette)[0] == "Mirrored"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(opened.findChild(QAction, "mirrorView").isChecked)
    qtbot.waitUntil(lambda: opened.findChild(CommandPalette) is None)
    palette = palette_of(qtbot, opened)
    field = palette.findChild(QLineEdit)
    qtbot.keyClicks(field, "tool paint")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert studio.tool_model.spec.name == "sample"


def test_the_palettes_arrows_choose_and_what_cannot_be_done_is_not_listed(
    qtbot: QtBot, window: MainWindow
) -> None:
    palette = palette_of(qtbot, window)
    field, entries = palette.findChild(QLineEdit), palette.findChild(QListView)
    assert "Generate" not in listed(palette)
    assert "Open" in listed(palette)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert entries.currentIndex().row() == 1
    spoken = entries.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Open, File, Ctrl+O"
    assert field.accessibleName()
    assert entries.accessibleName()
    qtbot.keyClicks(field, "xyzzy")
    assert palette.findChild(QWidget, "paletteNone").isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_the_palette_understands_the_windows_language_and_english(qtbot: QtBot, shell: Shell) -> None:
    shell.studio.preferences.language = "ja"
    palette = palette_of(qtbot, shell.window)
    field = palette.findChild(QLineEdit)
    for query in ("open", "theme dark", "開く", "テーマ"):
        field.clear()
        qtbot.keyClicks(field, query) if query.isascii() else field.setText(query)
        assert listed(palette), query
    palette.reject()


def test_the_guide_is_shown_or_its_absence_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "index.md"
    page.write_text("# Begin here\n\nSee [paint](paint.md).\n", encoding="utf-8")
    (tmp_path / "paint.md").write_text("# Painting\n", encoding="utf-8")
    monkeypatch.setattr(frame_commands, "guide", lambda: page)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    pages = window.findChild(QTextBrowser, "guidePages")
    assert "Begin here" in pages.toPlainText()
    pages.anchorClicked.emit(QUrl("paint.md"))
    pages.setSource(pages.source().resolved(QUrl("paint.md")))
    assert "Painting" in pages.toPlainText()
    qtbot.mouseClick(window.findChild(QPushButton, "guideBack"), Qt.MouseButton.LeftButton)
    assert "Begin here" in pages.toPlainText()
    window.findChild(QPushButton, "guideClose").click()
    monkeypatch.setattr(frame_commands, "guide", lambda: None)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert "guide" in window.message_bar.text()


def test_without_a_file_manager_the_path_can_be_copied(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    show_folder(window, tmp_path / "logs")
    box = window.findChild(QMessageBox, "folderDialog")
    assert box.informativeText() == str(tmp_path / "logs")
    qtbot.mouseClick(box.findChild(QPushButton, "copyPath"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(tmp_path / "logs")
