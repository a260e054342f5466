"""The window for many pictures, with a mouse and a keyboard."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.queue.queue_window import QueueWindow
from singan_studio.ui.queue.queued_picture import State

LEFT = Qt.MouseButton.LeftButton
LONG = 600_000  # ms, for engines on a busy machine


@pytest.fixture
def queue_window(qtbot: QtBot, window: MainWindow, studio: Studio) -> QueueWindow:
    with qtbot.waitSignal(studio.queue.state_changed, timeout=20_000):
        studio.queue.begin()
    window.commands.queue.trigger()
    assert window.queue.shown is not None
    qtbot.waitUntil(window.queue.shown.isActiveWindow)  # or its keys would be another's
    return window.queue.shown


def press(qtbot: QtBot, queue_window: QueueWindow, name: str) -> None:
    qtbot.mouseClick(queue_window.findChild(QPushButton, name), LEFT)


def drop(queue_window: QueueWindow, paths: list[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    queue_window.list.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.CopyAction


def shown(queue_window: QueueWindow) -> list[str]:
    return [queue_window.list.item(row).text() for row in range(queue_window.list.count())]


def test_dropped_pictures_are_ordered_removed_and_learned_and_opened(
    qtbot: QtBot, queue_window: QueueWindow, window: MainWindow, studio: Studio, pictures: Path
):
    press(qtbot, queue_window, "queueAdd")
    queue_window.findChild(QDialog, "picturesDialog").close()
    studio.queue.set_paused(True)
    queue_window.findChild(QSpinBox, "queueVariations").setValue(0)
    drop(queue_window, [pictures / "b hill.png", pictures / "a hill.png", pictures / "broken.jpg"])
    qtbot.waitUntil(lambda: queue_window.list.count() == 3)
    queue_window.list.setCurrentRow(1)
    press(qtbot, queue_window, "queueUp")
    assert shown(queue_window) == ["a hill.png", "b hill.png", "broken.jpg"]
    assert [Path(each.source).name for each in queue_window.list.selected()] == ["a hill.png"]
    second = queue_window.list.visualItemRect(queue_window.list.item(1)).center()
    qtbot.mouseClick(queue_window.list.viewport(), LEFT, pos=second)
    press(qtbot, queue_window, "queueRemove")
    assert shown(queue_window) == ["a hill.png", "broken.jpg"]
    press(qtbot, queue_window, "queuePause")
    assert not studio.queue.paused
    summary = queue_window.findChild(QLabel, "queueSummary")
    qtbot.waitUntil(lambda: summary.text() == "1 of 2 done, 1 failed", timeout=LONG)
    accessible = queue_window.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "broken.jpg is not a picture" in accessible
    queue_window.list.setCurrentRow(0)
    with qtbot.waitSignal(studio.project.opened, timeout=LONG):
        qtbot.keyClick(queue_window.list, Qt.Key.Key_Return)
    assert studio.project.path == Path(studio.queue.pictures[0].project)
    press(qtbot, queue_window, "queueClear")
    assert shown(queue_window) == ["broken.jpg"]


def test_window_stays_open_for_another_language_and_what_was_chosen_is_kept(
    qtbot: QtBot, queue_window: QueueWindow, window: MainWindow, studio: Studio
):
    work = queue_window.findChild(QComboBox, "queueWork")
    work.setCurrentIndex(work.findData(""))
    work.activated.emit(work.currentIndex())
    assert queue_window.findChild(QSpinBox, "queueVariations").minimum() == 1
    assert window.queue.leave()
    window.commands.queue.trigger()
    assert window.queue.shown.findChild(QComboBox, "queueWork").currentData() == ""


def test_three_hundred_pictures_never_hold_up_the_window(
    qtbot: QtBot, queue_window: QueueWindow, studio: Studio, tmp_path: Path
):
    studio.queue.set_paused(True)
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.png").write_bytes(b"")
    longest, last = [0.0], [time.thread_time()]

    def tick() -> None:
        now = time.thread_time()
        longest[0], last[0] = max(longest[0], now - last[0]), now

    timer = QTimer(queue_window, interval=1)
    timer.timeout.connect(tick)
    timer.start()
    drop(queue_window, [folder])
    qtbot.waitUntil(lambda: queue_window.list.count() == 300)
    qtbot.wait(100)
    assert longest[0] < 0.05
    assert studio.queue.count(State.WAITING) == 300
    assert queue_window.list.visualItemRect(queue_window.list.item(0)).topLeft() == QPoint(0, 0)
