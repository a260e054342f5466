"""Opening pictures and projects, and refusing other files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from gestures import drop
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QTreeView, QWidget

from singan_studio.core.config import preset
from singan_studio.core.errors import BadInput
from singan_studio.core.images import encode_png, load_picture
from singan_studio.project.lock import ProjectLock
from singan_studio.project.repository import ProjectRepository
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app import i18n
from singan_studio.ui.app.file_dialog import file_dialog

pytestmark = pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent:DeprecationWarning")


def image(width: int = 48, height: int = 40) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    return picture


def message(qtbot, window) -> str:
    qtbot.waitUntil(window.message_bar.isVisible, timeout=30_000)
    return window.message_bar.text()


def test_an_opened_picture_has_the_focus(opened):
    assert opened.focusWidget() is opened.workspace.panes.pair.left


def test_opening_a_picture_makes_a_project_beside_it(opened, studio, picture):
    assert studio.project.path == picture.with_suffix(".singan")
    assert window_shows_workspace(opened)
    assert opened.workspace.panes.pair.left.picture_size().width() == 64
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        assert store.source().name == "tea hills.png"
    assert studio.recent.paths() == [studio.project.path]
    assert not opened.message_bar.isVisible()


def window_shows_workspace(window) -> bool:
    return window.workspace.isVisible() and not window.start_page.isVisible()


def test_opening_the_same_picture_again_makes_a_project_of_another_name(qtbot, opened, studio, picture):
    studio.project.add_model(preset("draft"), lambda model: None)
    with qtbot.waitSignal(studio.project.opened):
        opened.opening.open_path(picture)
    assert studio.project.path.name == "tea hills-2.singan"
    assert studio.project.model is None
    with ProjectStore.open(picture.with_suffix(".singan"), read_only=True) as store:
        assert len(store.models()) == 1


def test_a_dropped_file_is_opened(qtbot, window, studio, picture):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        assert drop(window, mime)
    assert studio.project.current.name == "tea hills.png"


def test_a_picture_dropped_on_the_start_page_goes_to_the_documents(qtbot, window, studio, tmp_path):
    mime = QMimeData()
    mime.setImageData(image(50, 30))
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        assert drop(window.start_page.drop_zone, mime)
    assert studio.project.path == tmp_path / "documents" / "Pasted picture.singan"
    assert studio.project.current.picture.shape == (30, 50, 3)


def test_a_copied_picture_is_pasted_with_its_pixels(qtbot, window, studio):
    QGuiApplication.clipboard().setImage(image())
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        window.commands.paste.trigger()
    assert studio.project.current.picture[0, 0].tolist() == [0, 128, 128]


def test_a_copied_file_is_pasted(qtbot, window, studio, picture):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        window.commands.paste.trigger()
    assert studio.project.path.parent == picture.parent


def test_pasting_text_gives_a_message(qtbot, window):
    QGuiApplication.clipboard().setText("no picture")
    window.commands.paste.trigger()
    assert "clipboard" in message(qtbot, window)


def test_the_open_dialog_opens_the_chosen_file_and_remembers_its_folder(
    qtbot, window, studio, picture, settings
):
    window.commands.open.trigger()
    dialog = window.findChild(QFileDialog)
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        dialog.fileSelected.emit(str(picture))
    dialog.reject()
    assert studio.project.current.name == "tea hills.png"
    assert settings.value("window/folder") == str(picture.parent)


def test_without_a_folder_for_pictures_the_open_dialog_begins_at_home(window, private_home):
    window.commands.open.trigger()
    dialog = window.findChild(QFileDialog, "openDialog")
    assert dialog.directory().absolutePath() == str(private_home)
    assert dialog.selectedFiles() in ([], [str(private_home)])
    dialog.reject()


def test_a_bundled_picture_has_one_project_among_the_documents(qtbot, window, studio, tmp_path):
    def open_tulips() -> Path:
        with qtbot.waitSignal(studio.project.opened, timeout=30_000):
            gallery.activated.emit(next(Path(__file__).parents[3].glob("resources/samples/tulips.jpg")))
        return studio.project.path

    gallery, documents = window.start_page.gallery, tmp_path / "documents"
    assert open_tulips() == documents / "tulips.singan"
    window.commands.close.trigger()
    assert open_tulips() == documents / "tulips.singan"
    window.commands.close.trigger()
    qtbot.waitUntil(lambda: not studio.project.busy)
    with ProjectStore.open(documents / "tulips.singan") as store:
        store.replace_source(encode_png(np.zeros((90, 90, 3), np.uint8)))
    assert open_tulips() != documents / "tulips.singan", "another picture of that name is left alone"


def test_a_project_is_opened_again_from_the_recent_ones(qtbot, opened, studio):
    path = studio.project.path
    opened.commands.close.trigger()
    assert opened.start_page.isVisible()
    (recent,) = opened.menus.recent.actions()
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        recent.trigger()
    assert studio.project.path == path


def test_closing_a_project_leaves_one_file_without_a_lock(qtbot, opened, studio, picture):
    opened.commands.close.trigger()
    qtbot.waitUntil(lambda: not studio.project.busy)
    assert sorted(p.name for p in picture.parent.iterdir()) == ["tea hills.png", "tea hills.singan"]


@pytest.mark.parametrize(("name", "data"), [("text.png", b"no picture"), ("empty.png", b"")])
def test_a_file_that_is_no_picture_is_refused_and_makes_no_project(qtbot, window, tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    window.opening.open_path(path)
    text = message(qtbot, window)
    assert name in text
    assert "\n" not in text
    assert window.start_page.isVisible()
    assert not list(tmp_path.glob("*.singan"))


def test_a_project_that_is_open_elsewhere_is_refused_and_the_open_one_stays(qtbot, opened, studio, tmp_path):
    other = tmp_path / "other.singan"
    ProjectStore.create(other, studio_png(), "other.png").close()
    before = studio.project.path
    with ProjectLock(other):
        opened.opening.open_path(other)
        message(qtbot, opened)
    assert studio.project.path == before
    assert window_shows_workspace(opened)


def test_a_damaged_project_is_refused_and_unchanged(qtbot, window, tmp_path):
    path = tmp_path / "damaged.singan"
    path.write_bytes(b"SQLite format 3\0" + bytes(200))
    before = path.read_bytes()
    window.opening.open_path(path)
    assert "damaged.singan" in message(qtbot, window)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if "damaged" in p.name] == ["damaged.singan"]


def test_where_the_folder_cannot_be_written_the_project_goes_to_the_documents(tmp_path, sample_picture):
    documents = tmp_path / "documents"
    repository = ProjectRepository.create(
        load_picture(sample_picture), "hills.png", [Path("/proc"), documents]
    )
    repository.close()
    assert repository.path == documents / "hills.singan"


def test_transparency_of_a_picture_gives_a_message(qtbot, window, tmp_path):
    clear = QImage(40, 40, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    clear.save(str(tmp_path / "clear.png"))
    window.opening.open_path(tmp_path / "clear.png")
    assert "white" in message(qtbot, window)


def test_the_window_remembers_its_geometry(opened, settings):
    opened.close()
    assert settings.value("window/geometry")


def studio_png() -> bytes:
    return encode_png(np.zeros((40, 40, 3), np.uint8))


def test_a_project_that_cannot_be_written_opens_as_a_copy_with_a_message(
    qtbot, window, studio, picture, tmp_path, monkeypatch
):
    path = picture.with_suffix(".singan")
    ProjectStore.create(path, encode_png(load_picture(picture).pixels), picture.name).close()
    before = path.read_bytes()
    acquire = ProjectLock.acquire

    def refused_there(lock: ProjectLock) -> None:
        if lock.path == path:
            raise BadInput("project.no_lock", path=str(path), reason="Read-only file system")
        acquire(lock)

    monkeypatch.setattr(ProjectLock, "acquire", refused_there)
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        window.opening.open_path(path)
    copy = studio.project.path
    assert copy == tmp_path / "documents" / path.name
    assert str(copy) in message(qtbot, window)
    assert path.read_bytes() == before


TAKE = """
import fcntl, sys
first = 0x40000002 if sys.argv[1].endswith(".singan") else 128  # bytes that SQLite locks while it is open
with open(sys.argv[1], "rb+") as file:
    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1 if first == 128 else 510, first)
"""


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="locks that any close drops are those of POSIX"
)
def test_a_file_dialog_takes_no_locks_from_the_project_it_shows(qtbot, tmp_path: Path):
    parent = QWidget()
    qtbot.addWidget(parent)
    path = tmp_path / "shown.singan"
    with ProjectStore.create(path, encode_png(np.zeros((8, 8, 3), np.uint8)), "shown.png") as store:
        store.set_meta("word", "first")
        dialog = file_dialog(parent, "Open", str(tmp_path), "Projects (*.singan)")
        dialog.open()
        files = dialog.findChild(QFileSystemModel)
        assert files is not None
        qtbot.waitUntil(lambda: files.type(files.index(str(path))) == "SINGAN", timeout=10_000)
        dialog.reject()
        for file in (path, path.with_name("shown.singan-shm")):
            took = subprocess.run(
                [sys.executable, "-c", TAKE, str(file)], check=False, capture_output=True, timeout=60
            )
            assert b"BlockingIOError" in took.stderr, f"{file.name} is not locked any more"


def test_the_fields_of_a_file_dialog_are_named_in_the_windows_language(qtbot, qapp):
    i18n.install(qapp, "ja")
    try:
        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = file_dialog(parent, "", "", "")
        label = QFileDialog.DialogLabel
        for field in (label.LookIn, label.FileName, label.FileType):
            assert not dialog.labelText(field).isascii(), dialog.labelText(field)
    finally:
        i18n.install(qapp, "en")


def test_a_file_dialog_shows_sizes_and_dates_whole(qtbot, tmp_path: Path):
    (tmp_path / "a picture with a rather long name of its own, as cameras give.png").write_bytes(
        bytes(493_211)
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1280, 720)
    dialog = file_dialog(parent, "Save", str(tmp_path), "")
    dialog.open()
    table = dialog.findChild(QTreeView, "treeView")
    assert table is not None
    qtbot.waitUntil(lambda: table.model().rowCount(table.rootIndex()) == 1, timeout=10_000)
    for column in (1, 3):
        qtbot.waitUntil(
            lambda column=column: table.columnWidth(column) >= table.sizeHintForColumn(column) > 50,
            timeout=5000,
        )
    assert dialog.width() <= parent.width()
    dialog.reject()
