"""What holds for the whole window: names, shortcuts, start-up, language, theme, unexpected errors."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPalette, QStatusTipEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QToolButton,
    QWidget,
)

from singan_studio.core.config import preset
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app import app as app_module
from singan_studio.ui.app.app import Shell
from singan_studio.ui.app.logs import LOG_BYTES, catch_everything, write_log
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Problem, Studio, WayOn
from singan_studio.ui.app.wording import message_text
from singan_studio.ui.create.pair_view import Mode

CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QSlider)


@pytest.fixture
def shell(qtbot, qapp, studio: Studio, settings, monkeypatch):
    monkeypatch.setattr(app_module, "catch_everything", lambda tell: None)
    shell = Shell(qapp, settings, studio)
    shell.show()
    qtbot.waitExposed(shell.window)
    yield shell
    studio.setParent(None)
    shell.window.deleteLater()
    del shell.window  # pytest keeps the shell, and would keep the window with it


def test_every_action_has_a_text_a_tip_and_a_shortcut_of_its_own(opened: MainWindow):
    actions = [action for action in opened.actions() if not action.isSeparator()]
    assert len(actions) > 25
    for action in actions:
        assert action.objectName(), action.text()
        assert action.text(), action.objectName()
        assert action.statusTip(), action.objectName()
        assert not action.shortcut().isEmpty(), action.objectName()
    shortcuts = Counter(action.shortcut().toString() for action in actions)
    assert [shortcut for shortcut, count in shortcuts.items() if count > 1] == []


def test_every_control_can_be_named_by_a_screen_reader(opened: MainWindow):
    for control in opened.findChildren(QWidget):
        if isinstance(control, CONTROLS) and control.isVisible() and not inside_qt(control):
            assert control.objectName(), control
            assert control.accessibleName() or getattr(control, "text", str)(), control.objectName()


def test_every_part_of_the_studio_has_a_name(opened: MainWindow):
    own = [
        widget
        for widget in opened.findChildren(QWidget)
        if type(widget).__module__.startswith("singan_studio")
    ]
    assert len(own) > 20
    assert [type(widget).__name__ for widget in own if not widget.objectName()] == []


def inside_qt(widget: QWidget) -> bool:
    """Parts that Qt makes itself, such as the extension buttons of bars."""
    return widget.objectName().startswith("qt_") or isinstance(widget.parent(), QAbstractSpinBox | QLineEdit)


def test_the_keyboard_reaches_presets_learn_and_panes(qtbot, opened: MainWindow):
    opened.activateWindow()
    names = set()
    opened.workspace.setFocus()
    for _ in range(60):
        qtbot.keyClick(opened.focusWidget() or opened, Qt.Key.Key_Tab)
        focus = opened.focusWidget()
        names.add(focus.objectName() if focus else "")
    assert {"offerLearn", "pairLine", "maker-patches", "count", "details"} <= names
    opened.commands.learn.trigger()
    opened.workspace.side_panel.learn_panel.findChild(QWidget, "advancedButton").click()
    for _ in range(60):
        qtbot.keyClick(opened.focusWidget() or opened, Qt.Key.Key_Tab)
        focus = opened.focusWidget()
        names.add(focus.objectName() if focus else "")
    assert {"learnButton", "device", "maxSize"} <= names
    assert any(name.startswith("card-") for name in names)


def test_escape_puts_a_message_away(qtbot, studio: Studio, window: MainWindow):
    studio.problem.emit(Problem("error", "render.failed", {"reason": "x"}))
    assert window.message_bar.isVisible()
    window.commands.cancel.trigger()
    assert not window.message_bar.isVisible()


def test_a_note_that_comes_and_goes_moves_nothing_under_the_hand(opened: MainWindow):
    def picture() -> QRect:
        view = opened.workspace.panes
        return QRect(view.mapTo(opened, view.rect().topLeft()), view.size())

    def place(widget: QWidget) -> QRect:
        return QRect(widget.mapTo(opened, QPoint(0, 0)), widget.size())

    before, bar = picture(), opened.message_bar
    for text, offer in (("Saved.", None), ("The draft is learned.", "Improve")):
        bar.show_message("info", text, offer)
        QApplication.processEvents()
        assert bar.isVisible()
        assert opened.rect().contains(QRect(bar.mapTo(opened, bar.rect().topLeft()), bar.size()))
        assert picture() == before
        for uncovered in (opened.workspace.results, opened.workspace.start_from, opened.workspace.status):
            assert uncovered.isVisible()
            assert not place(bar).intersects(place(uncovered))
        bar.dismiss()
    bar.show_message("error", "The engine ended.", "Start it again")
    QApplication.processEvents()
    assert picture().top() >= before.top() + bar.height(), "what waits for an answer covers nothing"
    bar.show_message("info", "A long note. " * 30)
    QApplication.processEvents()
    assert picture() == before
    assert bar.height() >= bar.heightForWidth(bar.width()), "it can be read whole"


def test_what_cannot_be_done_is_not_offered(window: MainWindow):
    commands = window.commands
    for action in (commands.learn, commands.pause, commands.resume, commands.generate, commands.save_result):
        assert not action.isEnabled(), action.objectName()
    assert {action.isEnabled() for action in window.tools.actions()} == {False}


def test_every_tool_that_makes_pictures_has_a_place(window: MainWindow):
    names = [action.data() for action in window.tools.actions()]
    assert names[:5] == ["sample", "paint", "edit", "harmonize", "upscale"]


def test_learn_panel_says_how_many_scales_and_how_large(opened: MainWindow):
    panel = opened.workspace.side_panel.learn_panel
    panel.findChild(QAbstractSpinBox, "maxSize").setValue(64)
    text = panel.findChild(QWidget, "plan").text()
    assert text.endswith("64×43 px.")
    assert re.match(r"\d+ scales, from ", text)


def test_learn_panel_remembers_preset_and_size(qtbot, opened: MainWindow, studio: Studio):
    opened.commands.learn.trigger()
    panel = opened.workspace.side_panel.learn_panel
    qtbot.mouseClick(panel.findChild(QAbstractButton, "card-faithful"), Qt.MouseButton.LeftButton)
    panel.findChild(QAbstractSpinBox, "maxSize").setValue(80)
    with qtbot.waitSignal(studio.project.model_changed, timeout=30_000):
        panel.learn.click()
    assert studio.project.model.config == preset("faithful", max_size=80)
    again = type(panel)(studio)
    qtbot.addWidget(again)
    assert again.config() == preset("faithful", max_size=80)


def test_two_clicks_on_learn_add_one_model(qtbot, opened: MainWindow, studio: Studio):
    opened.commands.learn.trigger()
    with qtbot.waitSignal(studio.project.model_changed):
        opened.workspace.side_panel.learn_panel.learn.click()
        opened.workspace.side_panel.learn_panel.learn.click()
    path = studio.project.path
    qtbot.waitUntil(lambda: not studio.project.busy)
    studio.close()
    with ProjectStore.open(path, read_only=True) as store:
        assert len(store.models()) == 1


def test_status_tips_are_shown_in_the_last_line(opened: MainWindow):
    tip, details = opened.findChild(QLabel, "tip"), opened.findChild(QAbstractButton, "details")
    before = details.geometry()
    QApplication.sendEvent(opened, QStatusTipEvent(opened.commands.learn.statusTip()))
    assert tip.text() == opened.commands.learn.statusTip()
    QApplication.sendPostedEvents()
    assert details.geometry() == before, "buttons move away from the mouse"
    QApplication.sendEvent(opened, QStatusTipEvent(""))
    assert tip.text() == ""


def test_a_small_window_becomes_a_wipe_and_a_large_one_both_again(qtbot, opened: MainWindow):
    opened.resize(1280, 720)
    qtbot.waitUntil(lambda: opened.workspace.panes.pair.mode is Mode.WIPE)
    assert not opened.commands.results.isChecked()
    pair = opened.workspace.panes.pair
    assert not pair.right.isVisible(), "half the picture lies under nothing"
    pair.show_right(np.zeros((43, 64, 3), np.uint8))
    assert pair.right.isVisible()
    pair.show_right(None)
    opened.resize(1500, 900)
    qtbot.waitUntil(lambda: opened.workspace.panes.pair.mode is Mode.BOTH)
    assert opened.commands.results.isChecked()


def test_a_low_window_holds_results_and_a_message_without_growing(qtbot, learned: MainWindow, studio: Studio):
    learned.commands.results.setChecked(True)
    with qtbot.waitSignal(studio.project.result_added, timeout=60_000):
        learned.commands.keep.trigger()
    learned.resize(1264, 620)
    learned.commands.results.setChecked(True)
    studio.problem.emit(Problem("info", "window.saved", {"path": "a.png"}))
    qtbot.waitUntil(learned.message_bar.isVisible)
    qtbot.wait(20)
    assert learned.size().height() == 620
    status = learned.workspace.status
    assert status.mapTo(learned, status.rect().bottomLeft()).y() < 620
    buttons = learned.workspace.tool_column.findChildren(QToolButton)
    assert all(button.visibleRegion().boundingRect() == button.rect() for button in buttons)
    learned.resize(1264, 900)
    wordless = Qt.ToolButtonStyle.ToolButtonIconOnly
    assert all(button.toolButtonStyle() is not wordless for button in buttons)
    learned.resize(1264, 1300)
    under = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    assert all(button.toolButtonStyle() is under for button in buttons)


def test_panes_share_pan_and_zoom(opened: MainWindow):
    pair = opened.workspace.panes.pair
    opened.commands.hundred.trigger()
    assert pair.left.zoom() == 1.0
    assert pair.right.view() == pair.left.view()
    opened.commands.fit.trigger()
    assert pair.right.view() == pair.left.view()


def test_the_line_of_a_wipe_is_dragged_and_covers_the_result_on_its_left(qtbot, opened: MainWindow):
    pair = opened.workspace.panes.pair
    opened.workspace.panes.set_mode(Mode.WIPE)
    line = pair.findChild(QWidget, "pairLine")
    line.moved.emit(pair.width() // 4)
    assert abs(line.geometry().center().x() - pair.width() // 4) <= 1
    assert pair.right.mask().boundingRect().left() == pair.width() // 4
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert line.geometry().center().x() > pair.width() // 4


def test_another_language_keeps_the_open_project(qtbot, shell: Shell, studio: Studio, picture: Path):
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        shell.window.opening.open_path(picture)
    old = shell.window
    try:
        old.commands.language_chosen.emit("de")
        assert shell.window is not old
        assert not old.isVisible()
        assert shell.window.workspace.isVisible()
        assert shell.window.workspace.panes.pair.left.picture_size().width() == 64
        assert shell.window.menus.recent.title() != "Open &recent"
    finally:
        shell.window.commands.language_chosen.emit("en")


def test_another_language_keeps_the_windows_size(qtbot, shell: Shell):
    shell.window.resize(790, 560)
    shell.window.keep_place()  # as it was closed last
    shell.window.resize(770, 500)  # wide enough for every language
    size = shell.window.size()
    try:
        shell.window.commands.language_chosen.emit("de")
        assert shell.window.size() == size
        shell.window.showMaximized()
        shell.window.commands.language_chosen.emit("en")
        assert shell.window.isMaximized()
        shell.window.showNormal()
        qtbot.waitUntil(lambda: shell.window.size() == size)
    finally:
        shell.window.commands.language_chosen.emit("en")


def test_the_theme_is_applied_and_remembered(qtbot, qapp: QApplication, shell: Shell, settings):
    shell.window.commands.theme_chosen.emit("dark")
    try:
        assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 128
        assert settings.value("window/theme") == "dark"
    finally:
        shell.window.commands.theme_chosen.emit("light")


def test_unexpected_errors_are_logged_and_told_in_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", lambda arguments: None)
    told = []
    write_log(tmp_path)
    catch_everything(told.append)
    error = ValueError("first line\nsecond line")
    sys.excepthook(ValueError, error, None)
    assert told == ["ValueError: first line"]
    assert "second line" in (tmp_path / "window.log").read_text()


@pytest.mark.parametrize("before", [0, LOG_BYTES + 1])
def test_a_crash_of_the_window_leaves_where_it_was(tmp_path, before: int):
    log = tmp_path / "crash.log"
    log.write_bytes(bytes(before))
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from singan_studio.ui.app.logs import write_crashes\n"
        "write_crashes(Path(sys.argv[1]))\n"
        "def deep_in_qt():\n"
        "    os.abort()\n"
        "deep_in_qt()\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, timeout=200)
    assert done.returncode != 0
    said = log.read_text()
    assert "Fatal Python error: Aborted" in said
    assert "deep_in_qt" in said
    assert len(said) < 10_000, "an old log of that size is begun again"


def test_problems_name_the_process_in_words_and_offer_a_way_on(window: MainWindow, studio: Studio):
    params = {"role": "trainer", "reason": "SIGKILL", "log": "x.log"}
    studio.problem.emit(Problem("error", "worker.died", params, WayOn.RESUME))
    assert window.message_bar.text() == message_text("worker.died", params)
    assert "learning process" in window.message_bar.text()
    assert window.message_bar.findChild(QAbstractButton, "action").text() == "Resume learning"


def test_first_paint_needs_no_slow_import_and_is_reported(private_home):
    code = (
        "import sys\n"
        "from types import SimpleNamespace\n"
        "from singan_studio.ui.app import app\n"
        "report = app._report_first_paint\n"
        "def told():\n"
        "    print(sorted({'torch', 'cv2', 'PIL', 'pyqtgraph', 'sqlite3'} & set(sys.modules)))\n"
        "    report()\n"
        "app._report_first_paint = told\n"
        "options = SimpleNamespace(device='auto', threads=0, smoke=False, report_first_paint=True)\n"
        "sys.exit(app.run_window(None, options))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    imported, report = done.stdout.splitlines()
    assert imported == "[]"
    assert re.fullmatch(r"first-paint-ms: \d+", report)


def test_a_window_that_is_new_fits_its_screen(qtbot, studio: Studio):
    window = MainWindow(studio, "light", "en", {})
    qtbot.addWidget(window)
    room, least = window.screen().availableSize(), window.minimumSizeHint()
    assert window.width() <= max(room.width(), least.width())
    assert window.height() <= max(room.height() - 48, least.height())


def test_the_window_fits_on_a_screen_of_720_px(qtbot, learned: MainWindow):
    """As a screen of 1440 px has at 200%."""
    learned.resize(720, 450)
    assert learned.size() == QSize(720, 450)
    panel = learned.workspace.side_panel
    assert panel.mapTo(learned, panel.rect().bottomRight()).x() <= 720
