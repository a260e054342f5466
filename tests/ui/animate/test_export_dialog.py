"""The export dialog: presets, what a format can hold, an estimate, progress, cancel, errors in words, the folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from singan_studio.core.cancel import NEVER
from singan_studio.core.recipe import Recipe
from singan_studio.export.film import enlarged, write_film
from singan_studio.export.formats import FORMATS
from singan_studio.export.formats.base import Format
from singan_studio.export.settings import PRESETS, ExportSettings
from singan_studio.ui.animate.estimating import _estimated
from singan_studio.ui.animate.export_dialog import ExportDialog
from singan_studio.ui.animate.exporting import Exporting, Shape
from singan_studio.ui.app.background_worker import BackgroundWorker

LEFT = Qt.MouseButton.LeftButton
FILM = Recipe("animate", "m", 0, 3, {"frames": 40})


class Writer:
    """Writes when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, ExportSettings]] = []
        self.cancelled: list[int] = []
        self.now = 0.0  # seconds, by the clock of who waits for the film
        self.progress: Callable[[int, int], None] = lambda done, total: None
        self.end: Callable[[str, dict[str, Any]], None] = lambda code, params: None

    def export(
        self,
        recipe: Recipe,
        path: Path,
        settings: ExportSettings,
        on_progress: Callable[[int, int], None],
        on_end: Callable[[str, dict[str, Any]], None],
    ) -> int:
        assert recipe == FILM
        self.asked.append((path, settings))
        self.progress, self.end = on_progress, on_end
        return 7

    def cancel_export(self, number: int) -> None:
        self.cancelled.append(number)


@pytest.fixture
def writer() -> Writer:
    return Writer()


@pytest.fixture
def shape() -> Shape:
    return Shape(frames=40, fps=24, width=45, height=31)


@pytest.fixture
def dialog(qtbot: QtBot, writer: Writer, shape: Shape, tmp_path: Path) -> Iterator[ExportDialog]:
    frames = [np.full((31, 45, 3), 20 * number, np.uint8) for number in range(4)]
    exporting = Exporting(writer, lambda then: then(FILM), clock=lambda: writer.now)
    thread = BackgroundWorker()
    dialog = ExportDialog(
        exporting, shape, thread, lambda: frames, lambda ending: tmp_path / f"waves{ending}"
    )
    exporting.setParent(dialog)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()
    thread.close()


def text(dialog: ExportDialog, name: str) -> str:
    return dialog.findChild(QLabel, name).text()


def choose_format(dialog: ExportDialog, name: str) -> None:
    box = dialog.findChild(QComboBox, "format")
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def press(qtbot: QtBot, dialog: ExportDialog, name: str) -> None:
    qtbot.mouseClick(dialog.findChild(QPushButton, name), LEFT)


def begin(qtbot: QtBot, dialog: ExportDialog, path: Path) -> None:
    """Press Export and choose where to."""
    press(qtbot, dialog, "export")
    asking = dialog.findChild(QFileDialog)
    asking.fileSelected.emit(str(path))
    asking.close()


def test_presets_are_chosen_and_recognised(qtbot: QtBot, dialog: ExportDialog) -> None:
    assert dialog.settings == PRESETS["web"]
    qtbot.mouseClick(dialog.findChild(QRadioButton, "preset-phone"), LEFT)
    assert dialog.settings == PRESETS["phone"]
    assert dialog.findChild(QComboBox, "format").currentData() == "mp4"
    dialog.findChild(QSlider, "quality").setValue(33)
    assert dialog.settings == PRESETS["phone"].but(quality=33)
    assert dialog.findChild(QRadioButton, "preset-own").isChecked()


@pytest.fixture
def new_format(monkeypatch: pytest.MonkeyPatch) -> Format:
    """A format of films that nobody has translated yet."""
    new = replace(FORMATS["gif"], name="new", label="NEW: only in this test", endings=(".new",))
    monkeypatch.setitem(FORMATS, "new", new)
    return new


def test_a_format_appears_in_the_dialog_with_its_own_label(new_format: Format, dialog: ExportDialog) -> None:
    box = dialog.findChild(QComboBox, "format")
    assert box.itemText(box.findData("new")) == new_format.label


def test_the_file_dialog_filters_by_the_format_s_endings(qtbot: QtBot, dialog: ExportDialog) -> None:
    choose_format(dialog, "apng")
    press(qtbot, dialog, "export")
    asking = dialog.findChild(QFileDialog)
    assert asking.nameFilters() == ["APNG (*.apng *.png)"]
    asking.close()


def test_a_speed_that_gif_cannot_hold_is_said(dialog: ExportDialog) -> None:
    assert text(dialog, "speed").startswith("plays at 25: 24")
    choose_format(dialog, "mp4")
    assert text(dialog, "speed") == "plays at 24 frames per second"


@pytest.mark.parametrize("shape", [Shape(40, 24, 45, 31, transparent=True)])
def test_what_a_format_cannot_hold_of_a_transparent_picture_is_said(dialog: ExportDialog) -> None:
    label = dialog.findChild(QLabel, "transparencyWords")
    assert "edges are hard" in label.text()  # GIF
    choose_format(dialog, "mp4")
    assert label.isVisible()
    assert "on white" in label.text()
    choose_format(dialog, "webm")
    assert not label.isVisible()


def test_nothing_is_said_of_transparency_where_there_is_none(dialog: ExportDialog) -> None:
    choose_format(dialog, "mp4")
    assert not dialog.findChild(QLabel, "transparencyWords").isVisible()


def test_the_enlarged_size_is_said(dialog: ExportDialog) -> None:
    box = dialog.findChild(QComboBox, "scale")
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert dialog.settings.enlarge == 3
    assert text(dialog, "size") == "135×93 px"


def test_only_what_a_format_knows_is_asked(dialog: ExportDialog) -> None:
    loops, at_least = dialog.findChild(QSpinBox, "loops"), dialog.findChild(QWidget, "atLeast")
    assert loops.isVisible()
    assert not at_least.isVisible()
    choose_format(dialog, "mp4")
    assert at_least.isVisible()
    loops.setValue(3)
    assert not at_least.isVisible()
    choose_format(dialog, "apng")
    assert not dialog.findChild(QSlider, "quality").isEnabled()
    choose_format(dialog, "png")
    assert not loops.isVisible()


def test_the_size_is_estimated_anew_for_other_settings(qtbot: QtBot, dialog: ExportDialog) -> None:
    choose_format(dialog, "apng")
    qtbot.waitUntil(lambda: text(dialog, "bytes").startswith("about"), timeout=20_000)
    assert text(dialog, "bytes").endswith("kB")
    choose_format(dialog, "mp4")
    assert not text(dialog, "bytes").startswith("about ")
    qtbot.waitUntil(lambda: text(dialog, "bytes").startswith("about "), timeout=20_000)


def test_progress_with_the_remaining_time_then_the_folder(
    qtbot: QtBot, dialog: ExportDialog, writer: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    path = tmp_path / "out" / "waves.gif"
    begin(qtbot, dialog, path)
    assert writer.asked == [(path, PRESETS["web"])]
    assert not dialog.findChild(QPushButton, "export").isEnabled()
    bar = dialog.findChild(QProgressBar)
    writer.progress(1, 40)
    writer.now += 0.25
    writer.progress(2, 40)
    assert (bar.value(), bar.maximum()) == (2, 40)
    assert text(dialog, "exportState").startswith("Frame 2 of 40 · about 10 s left")
    writer.end("", {"bytes": 2_400_000})
    assert text(dialog, "exportState") == "waves.gif is written: 2.4 MB"
    press(qtbot, dialog, "showInFolder")
    assert [url.toLocalFile() for url in opened] == [str(path.parent)]


def test_cancel_stops_it_and_the_dialog_stays(
    qtbot: QtBot, dialog: ExportDialog, writer: Writer, tmp_path: Path
) -> None:
    begin(qtbot, dialog, tmp_path / "waves.gif")
    writer.progress(1, 40)
    press(qtbot, dialog, "closeExport")
    assert writer.cancelled == [7]
    assert dialog.isVisible()
    assert "Cancelled" in text(dialog, "exportState")
    assert dialog.findChild(QPushButton, "export").isEnabled()
    press(qtbot, dialog, "closeExport")
    assert not dialog.isVisible()


def test_an_error_is_said_in_words(
    qtbot: QtBot, dialog: ExportDialog, writer: Writer, tmp_path: Path
) -> None:
    begin(qtbot, dialog, tmp_path / "waves.gif")
    writer.end("export.no_ffmpeg", {})
    assert "ffmpeg" in text(dialog, "exportState")
    assert dialog.findChild(QPushButton, "export").isEnabled()
    assert not dialog.findChild(QPushButton, "showInFolder").isVisible()


def test_closing_the_dialog_stops_the_export(
    qtbot: QtBot, dialog: ExportDialog, writer: Writer, tmp_path: Path
) -> None:
    begin(qtbot, dialog, tmp_path / "waves.gif")
    dialog.close()
    assert writer.cancelled == [7]


def test_dialog_says_that_films_get_no_detail_of_the_photo(dialog: ExportDialog):
    words = dialog.findChild(QLabel, "detailWords")
    assert words.isVisible()
    assert "only single pictures get the photo's detail" in words.text()


@pytest.mark.parametrize("name", [name for name, format_ in FORMATS.items() if not format_.folder])
def test_the_dialog_says_the_size_that_the_file_has(dialog: ExportDialog, tmp_path: Path, name: str) -> None:
    choose_format(dialog, name)
    dialog.findChild(QComboBox, "scale").setCurrentIndex(0)
    dialog.findChild(QComboBox, "scale").activated.emit(0)
    odd = [np.full((31, 45, 3), shade, np.uint8) for shade in (20, 200)]
    path = tmp_path / f"odd{FORMATS[name].endings[0]}"
    write_film(path, odd, len(odd), 24, dialog.settings, {}, NEVER)
    if name in ("mp4", "webm"):
        film = cv2.VideoCapture(str(path))
        height, width = film.read()[1].shape[:2]
        film.release()
    else:
        with Image.open(path) as film:
            width, height = film.size
    assert text(dialog, "size") == f"{width}×{height} px"


def test_a_film_that_is_only_stretched_is_estimated_as_small_as_it_becomes(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    small = [random.integers(0, 256, (40, 60, 3), np.uint8)]
    small = [np.roll(enlarged(small[0], 2), step, 1) for step in range(24)]  # 120x80 px
    shape = Shape(24, 24, 480, 320, (120, 80))
    settings = ExportSettings("mp4")
    film = [enlarged(frame, 4) for frame in small]
    written = write_film(tmp_path / "film.mp4", film, 24, 24, settings, {}, NEVER).bytes
    assert _estimated(small[:8], shape, settings, NEVER) == pytest.approx(written, rel=0.3)
    unaware = replace(shape, drawn=None)
    assert _estimated(small[:8], unaware, settings, NEVER) > 1.6 * written, (
        "what it would be if it were drawn so large"
    )
