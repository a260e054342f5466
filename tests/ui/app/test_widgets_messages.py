"""Message bar and drop zone."""

from __future__ import annotations

from pathlib import Path

import pytest
from gestures import drop
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from singan_studio.ui.app.message_bar import MessageBar
from singan_studio.ui.project.drop_zone import DropZone
from singan_studio.ui.widgets.elided_label import ElidedLabel

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    widget = MessageBar()
    qtbot.addWidget(widget)
    widget.resize(600, 60)
    return widget


def action(bar: MessageBar) -> QPushButton:
    found = bar.findChild(QPushButton, "action")
    assert found
    return found


def test_nothing_is_seen_before_the_first_message(bar: MessageBar) -> None:
    assert bar.isHidden()


def test_a_message_is_shown_plainly_and_read_out(bar: MessageBar) -> None:
    bar.show_message("error", "<b>a&b.png</b> is empty; choose another file.", None)
    assert bar.isVisible()
    assert bar.text() == "<b>a&b.png</b> is empty; choose another file."
    text = bar.findChild(QLabel, "text")
    assert text
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert bar.accessibleName() == "Error: <b>a&b.png</b> is empty; choose another file."
    assert not action(bar).isVisible()


def test_the_action_is_told(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message("warning", "Learning stopped.", "Resume")
    assert action(bar).text() == "Resume"
    with qtbot.waitSignal(bar.action_triggered):
        qtbot.mouseClick(action(bar), LEFT)
    bar.show_message("info", "All is well.")
    assert not action(bar).isVisible()


def test_a_note_goes_by_itself_one_with_an_offer_later_and_nothing_else_does(bar: MessageBar) -> None:
    going = bar.findChild(QTimer)
    assert going
    for offer, seconds in ((None, 8), ("Undo", 15)):
        bar.show_message("info", "Deleted.", offer)
        assert going.isActive()
        assert going.interval() == 1000 * seconds
        going.timeout.emit()  # its time is up
        assert bar.isHidden()
    for kind, offer in (("warning", None), ("error", None), ("error", "Try again")):
        bar.show_message(kind, "Something happened.", offer)
        assert not going.isActive()


def test_the_cross_and_escape_dismiss_it(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message("info", "All is well.")
    cross = bar.findChild(QToolButton, "close")
    assert cross
    with qtbot.waitSignal(bar.dismissed):
        qtbot.mouseClick(cross, LEFT)
    assert bar.isHidden()
    bar.show_message("info", "All is well.")
    with qtbot.waitSignal(bar.dismissed):
        qtbot.keyClick(cross, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_a_hidden_message_is_not_dismissed_again(bar: MessageBar) -> None:
    told: list[bool] = []
    bar.dismissed.connect(lambda: told.append(True))
    bar.dismiss()
    assert told == []


def test_a_long_message_wraps(bar: MessageBar) -> None:
    bar.show_message("info", "Short.")
    short = bar.heightForWidth(600)
    bar.show_message("info", "A long message. " * 40)
    assert bar.heightForWidth(600) > 2 * short


@pytest.mark.parametrize("kind", ["info", "warning", "error"])
def test_each_kind_has_its_own_look(bar: MessageBar, kind: str) -> None:
    looks = {}
    for shown in ("info", "warning", "error"):
        bar.show_message(shown, "Text")
        looks[shown] = bar.grab().toImage()
    assert all(looks[kind] != look for other, look in looks.items() if other != kind)


@pytest.fixture
def zone(qtbot: QtBot) -> DropZone:
    widget = DropZone()
    qtbot.addWidget(widget)
    widget.resize(500, 400)
    widget.show()
    return widget


def test_a_dropped_file_is_told_by_its_path(zone: DropZone, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "my photo ü.png"
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png"), QUrl.fromLocalFile(str(path))])
    with qtbot.waitSignal(zone.path_dropped) as dropped:
        assert drop(zone, mime)
    assert dropped.args == [path]


def test_a_dropped_picture_is_told(zone: DropZone, qtbot: QtBot) -> None:
    image = QImage(7, 5, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    mime = QMimeData()
    mime.setImageData(image)
    with qtbot.waitSignal(zone.image_dropped) as dropped:
        assert drop(zone, mime)
    assert dropped.args is not None
    assert (dropped.args[0].width(), dropped.args[0].height()) == (7, 5)


def test_text_is_not_taken(zone: DropZone) -> None:
    mime = QMimeData()
    mime.setText("hello")
    assert not drop(zone, mime)


def test_the_button_asks_for_a_file(zone: DropZone, qtbot: QtBot) -> None:
    button = zone.findChild(QPushButton, "browse")
    assert button
    with qtbot.waitSignal(zone.browse_requested):
        qtbot.mouseClick(button, LEFT)
    zone.setFocus()
    assert zone.focusProxy() is button


def test_words_without_room_end_in_an_ellipsis_and_are_told_whole(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.set_words("tea hills.png, 192×128 px, learned at 48×32 px")
    label.resize(label.sizeHint())
    label.show()
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""
    label.resize(label.sizeHint().width() // 2, label.height())
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 4
