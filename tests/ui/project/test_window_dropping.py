"""Dropping and pasting while a project is open: the user chooses what to do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from gestures import NONE
from heif_files import HEIGHT, WIDTH, heif_file
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from singan_studio.core.images import encode_png
from singan_studio.core.recipe import PNG_KEY, Recipe
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio

pytestmark = pytest.mark.filterwarnings("ignore:Function. 'QDrag.*:DeprecationWarning")
LEFT = Qt.MouseButton.LeftButton
COPY = Qt.DropAction.CopyAction


def file(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def enter(window: MainWindow, mime: QMimeData) -> None:
    event = QDragEnterEvent(QPoint(20, 20), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(window, event)
    assert event.isAccepted()


def let_go(window: MainWindow, mime: QMimeData, key: str, at: QPoint | None = None) -> None:
    """Drag to a zone and drop there, in its middle or elsewhere in it."""
    zones = window.dropping.zones
    at = at or zones.zone_rect(key).center()
    assert zones.zone_rect(key).contains(at)
    QApplication.sendEvent(zones, QDragEnterEvent(at, COPY, mime, LEFT, NONE))
    QApplication.sendEvent(zones, QDragMoveEvent(at, COPY, mime, LEFT, NONE))
    QApplication.sendEvent(zones, QDropEvent(QPointF(at), COPY, mime, LEFT, NONE))


def offered(window: MainWindow) -> list[str]:
    found = []
    for key in ("paste", "learn", "restore"):
        try:
            window.dropping.zones.zone_rect(key)
        except KeyError:
            continue
        found.append(key)
    return found


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.png"
    path.write_bytes(encode_png(np.full((40, 50, 3), 90, np.uint8)))
    return path


@pytest.fixture
def with_recipe(tmp_path: Path) -> Path:
    path = tmp_path / "variation.png"
    recipe = Recipe("sample", "elsewhere", 77, 4, {"start_scale": 1, "size": [60, 40], "tileable": False})
    path.write_bytes(encode_png(np.full((40, 60, 3), 90, np.uint8), {PNG_KEY: recipe.to_json()}))
    return path


def test_zones_cover_the_window_while_a_picture_is_dragged(qtbot, opened: MainWindow, other: Path):
    zones = opened.dropping.zones
    assert not zones.isVisible()
    enter(opened, file(other))
    assert zones.isVisible()
    assert zones.rect().contains(opened.centralWidget().geometry())
    assert offered(opened) == ["learn"]  # nothing is learned: no tool takes a picture; and there is no recipe
    assert "Open as new project" in zones.accessibleName()
    QApplication.sendEvent(opened, QDragLeaveEvent())
    qtbot.waitUntil(lambda: not zones.isVisible(), timeout=2000)


def test_learning_a_dropped_picture_makes_a_project_beside_it(
    qtbot, opened: MainWindow, studio: Studio, other: Path
):
    enter(opened, file(other))
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        let_go(opened, file(other), "learn")
    assert studio.project.path == other.with_suffix(".singan")
    assert not opened.dropping.zones.isVisible()


def test_a_dropped_photo_of_a_phone_is_opened(qtbot, opened: MainWindow, studio: Studio, tmp_path: Path):
    path = tmp_path / "phone.heic"
    path.write_bytes(heif_file())
    enter(opened, file(path))
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        let_go(opened, file(path), "learn")
    assert studio.project.current.picture.shape == (HEIGHT, WIDTH, 3)


def test_settings_are_restored_only_when_that_is_chosen(
    qtbot, learned: MainWindow, studio: Studio, with_recipe: Path
):
    enter(learned, file(with_recipe))
    qtbot.waitUntil(lambda: "restore" in offered(learned))
    assert studio.tool_model.seed == 0
    let_go(learned, file(with_recipe), "restore")
    assert (studio.tool_model.spec.name, studio.tool_model.seed) == ("sample", 77)
    assert studio.tool_model.params["size"] == [60, 40]
    assert "another model" in learned.message_bar.text()


def test_a_recipe_with_an_unknown_tool_is_refused_with_a_message(qtbot, learned: MainWindow, tmp_path: Path):
    path = tmp_path / "later.png"
    text = Recipe("dream", "m", 1, 1).to_json()
    path.write_bytes(encode_png(np.zeros((20, 20, 3), np.uint8), {PNG_KEY: text}))
    enter(learned, file(path))
    qtbot.waitUntil(lambda: "restore" in offered(learned))
    let_go(learned, file(path), "restore")
    assert "dream" in learned.message_bar.text()


def test_a_dropped_project_is_opened_without_zones(
    qtbot, opened: MainWindow, studio: Studio, learned_file: Path
):
    enter(opened, file(learned_file))
    assert not opened.dropping.zones.isVisible()


def test_what_can_only_be_opened_is_opened_without_a_question(
    qtbot, opened: MainWindow, studio: Studio, other: Path
):
    QGuiApplication.clipboard().setMimeData(file(other))
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        opened.commands.paste.trigger()
    assert studio.project.path == other.with_suffix(".singan")


def test_pasting_asks_with_a_dialog(qtbot, learned: MainWindow, studio: Studio, with_recipe: Path):
    QGuiApplication.clipboard().setMimeData(file(with_recipe))
    before = studio.project.path
    learned.commands.paste.trigger()
    qtbot.waitUntil(lambda: learned.findChild(QDialog, "pasteDialog") is not None)
    dialog = learned.findChild(QDialog, "pasteDialog")
    names = [b.objectName() for b in dialog.findChildren(QAbstractButton) if b.objectName()]
    assert names == ["learn", "restore"]
    assert studio.project.path == before
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert studio.project.path == with_recipe.with_suffix(".singan")


def test_escape_closes_the_question_without_an_answer(
    qtbot, learned: MainWindow, studio: Studio, with_recipe: Path
):
    QGuiApplication.clipboard().setMimeData(file(with_recipe))
    before = studio.project.path
    learned.commands.paste.trigger()
    qtbot.waitUntil(lambda: learned.findChild(QDialog, "pasteDialog") is not None)
    dialog = learned.findChild(QDialog, "pasteDialog")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not studio.project.busy)
    assert studio.project.path == before


def test_the_second_of_two_dropped_pictures_is_opened_by_a_click(
    qtbot, opened: MainWindow, studio: Studio, other: Path, tmp_path: Path
):
    second = tmp_path / "second.png"
    second.write_bytes(encode_png(np.full((40, 50, 3), 30, np.uint8)))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (other, second)])
    enter(opened, mime)
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        let_go(opened, mime, "learn")
    assert studio.project.path == other.with_suffix(".singan")
    assert "second.png" in opened.message_bar.text()
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        qtbot.mouseClick(opened.message_bar.findChild(QAbstractButton, "action"), LEFT)
    assert studio.project.path == second.with_suffix(".singan")
    assert not opened.message_bar.isVisible(), "no more are left"


def test_a_double_click_on_a_result_restores_its_settings(qtbot, learned: MainWindow, studio: Studio):
    recipe = Recipe("sample", studio.learning.model_id, 9, 4, {"start_scale": 1, "size": None})
    with qtbot.waitSignal(studio.project.result_added):
        studio.project.add_result(recipe, np.full((20, 30, 3), 50, np.uint8))
    strip = learned.workspace.results.strip
    with qtbot.waitSignal(
        studio.tool_model.live_changed,
        timeout=20_000,
        check_params_cb=lambda live: live and live.result is None,
    ):
        strip.double_clicked.emit(1)
    assert (studio.tool_model.seed, studio.tool_model.params["start_scale"]) == (9, 1)
    assert studio.tool_model.live.recipe.seed == 9
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        assert len(store.results()) == 1  # a preview makes no history


def choose(window: MainWindow, tool: str) -> None:
    next(action for action in window.tools.actions() if action.data() == tool).trigger()


def test_a_cut_out_dropped_on_harmonize_lands_at_the_pointer_and_is_undone(
    qtbot, learned: MainWindow, studio: Studio, other: Path
):
    choose(learned, "harmonize")
    document = studio.canvas_documents.document
    enter(learned, file(other))
    assert offered(learned) == ["paste", "learn"]
    view = learned.workspace.panes.pair.left
    at = view.mapTo(learned, view.picture_rect().center().toPoint())
    let_go(learned, file(other), "paste", at)
    qtbot.waitUntil(lambda: bool(document.objects))
    (item,) = document.objects
    assert abs(item.placement.x - document.rect.width() / 2) < 2
    assert item.outline.boundingRect().width() <= document.rect.height() / 3 + 0.01
    assert document.mask.any()
    document.undo()
    assert not document.objects


@pytest.mark.parametrize(
    ("how", "size"), [("fit", (160, 128)), ("fill", (192, 154)), ("stretch", (192, 128))]
)
def test_pasting_a_picture_of_another_aspect_asks_how(
    qtbot, learned: MainWindow, studio: Studio, other: Path, how: str, size: tuple[int, int]
):
    """Paste 50x40 px into a project of 192x128 px."""
    choose(learned, "paint")
    QGuiApplication.clipboard().setMimeData(file(other))
    learned.commands.paste.trigger()
    qtbot.waitUntil(lambda: learned.findChild(QDialog, "fittingDialog") is not None)
    dialog = learned.findChild(QDialog, "fittingDialog")
    assert not studio.canvas_documents.document.objects
    qtbot.mouseClick(dialog.findChild(QAbstractButton, how), LEFT)
    (item,) = studio.canvas_documents.document.objects
    whole = item.outline.boundingRect()
    assert (round(whole.width()), round(whole.height())) == size
    assert (studio.canvas_documents.document.composite()[64, 96] == 90).all()


def test_a_result_is_sent_to_another_tool(qtbot, learned: MainWindow, studio: Studio):
    recipe = Recipe("sample", studio.learning.model_id, 9, 4, {"start_scale": 1, "size": None})
    with qtbot.waitSignal(studio.project.result_added) as added:
        studio.project.add_result(recipe, np.full((32, 48, 3), 55, np.uint8))
    studio.results.select(added.args[0].id)
    action = learned.result_menu.send["edit"]
    assert action.shortcut().toString() == "Alt+Shift+3"
    action.trigger()
    qtbot.waitUntil(lambda: studio.tool_model.spec.name == "edit")
    document = studio.canvas_documents.document
    assert (document.composite() == 55).all()
    assert (document.mask == 255).all()


def test_paste_as_asks_even_if_the_tool_takes_pictures(qtbot, learned: MainWindow, other: Path):
    choose(learned, "harmonize")
    QGuiApplication.clipboard().setMimeData(file(other))
    learned.commands.paste_as.trigger()
    qtbot.waitUntil(lambda: learned.findChild(QDialog, "pasteDialog") is not None)
    dialog = learned.findChild(QDialog, "pasteDialog")
    assert [b.objectName() for b in dialog.findChildren(QAbstractButton) if b.objectName()] == [
        "paste",
        "learn",
    ]
    dialog.reject()
