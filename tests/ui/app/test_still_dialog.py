"""Saving a result from the window: format by name or by filter, quality, the photo's EXIF."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QFileDialog, QLineEdit, QSpinBox
from tool_driving import RENDER_MS

from singan_studio.core.images import decode_picture
from singan_studio.core.recipe import PNG_KEY, Recipe
from singan_studio.export.stills import still_texts
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.project.dropped_content import DroppedFile, recipe_in

RECIPE = Recipe("sample", "patches", seed=7, scales=0)


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """Return a photo whose camera noted what it is and where it was."""
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "Camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    grain = np.random.default_rng(0).integers(0, 256, (48, 64, 3), np.uint8)
    Image.fromarray(grain).save(tmp_path / "noted.jpg", exif=exif)
    return tmp_path / "noted.jpg"


def opened(qtbot, window: MainWindow, studio: Studio, photo: Path) -> None:
    """Open the photo and keep a result."""
    with qtbot.waitSignal(studio.project.opened, timeout=RENDER_MS):
        window.opening.take(DroppedFile(photo))
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        studio.project.add_result(RECIPE, np.full((48, 64, 3), 90, np.uint8))
    studio.results.select(next(iter(studio.project.results)))


def asked(qtbot, window: MainWindow) -> QFileDialog:
    """Ask to save by the shortcut."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QFileDialog, "saveDialog")
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def name_of(dialog: QFileDialog) -> QLineEdit:
    return dialog.findChild(QLineEdit, "fileNameEdit")


def save_as(qtbot, studio: Studio, dialog: QFileDialog, path: Path) -> None:
    """Enter a name, as by pasting, and click on Save."""
    name_of(dialog).setText(str(path))
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
    with qtbot.waitSignal(studio.project.saved, timeout=RENDER_MS):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_jpeg_with_quality_and_exif_is_saved_and_its_recipe_is_found(
    qtbot, window: MainWindow, studio: Studio, noted: Path, tmp_path: Path
) -> None:
    opened(qtbot, window, studio, noted)
    dialog = asked(qtbot, window)
    dialog.findChild(QComboBox, "fileTypeCombo").setCurrentIndex(1)
    dialog.findChild(QComboBox, "fileTypeCombo").activated.emit(1)
    assert name_of(dialog).text().endswith(".jpg")
    quality, exif = dialog.findChild(QSpinBox, "quality"), dialog.findChild(QCheckBox, "keepExif")
    quality.selectAll()
    qtbot.keyClicks(quality, "70")
    qtbot.mouseClick(exif, Qt.MouseButton.LeftButton, pos=exif.rect().center() / 2)
    assert "where and when" in exif.toolTip()
    path = tmp_path / "saved.jpg"
    save_as(qtbot, studio, dialog, path)
    with Image.open(path) as image:
        assert image.format == "JPEG"
        assert image.getexif()[ExifTags.Base.Model] == "Camera"
        assert image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert Recipe.from_json(still_texts(path)[PNG_KEY]) == RECIPE
    assert recipe_in(DroppedFile(path)) == RECIPE


def test_format_and_quality_are_remembered_and_the_exif_is_not(
    qtbot, window: MainWindow, studio: Studio, noted: Path, tmp_path: Path
) -> None:
    opened(qtbot, window, studio, noted)
    dialog = asked(qtbot, window)
    assert not dialog.findChild(QSpinBox, "quality").isEnabled()  # of a PNG
    dialog.findChild(QSpinBox, "quality").setValue(55)
    dialog.findChild(QCheckBox, "keepExif").setChecked(True)
    save_as(qtbot, studio, dialog, tmp_path / "first.webp")
    qtbot.waitUntil(lambda: window.findChild(QFileDialog, "saveDialog") is None)
    again = asked(qtbot, window)
    assert name_of(again).text().endswith(".webp")
    assert again.findChild(QSpinBox, "quality").value() == 55
    assert again.findChild(QSpinBox, "quality").isEnabled()
    assert not again.findChild(QCheckBox, "keepExif").isChecked()
    again.reject()


def test_the_exif_cannot_be_kept_where_none_is_known(
    qtbot, window: MainWindow, studio: Studio, noted: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.png"
    with Image.open(noted) as image:
        image.save(plain, exif=b"")
    opened(qtbot, window, studio, plain)
    dialog = asked(qtbot, window)
    assert not dialog.findChild(QCheckBox, "keepExif").isEnabled()
    save_as(qtbot, studio, dialog, tmp_path / "saved.webp")
    assert decode_picture((tmp_path / "saved.webp").read_bytes(), "x").exif == b""


def test_a_cropped_picture_still_has_its_exif(qtbot, window: MainWindow, studio: Studio, noted: Path) -> None:
    opened(qtbot, window, studio, noted)
    with qtbot.waitSignal(studio.project.opened, timeout=RENDER_MS):
        studio.project.crop((8, 8, 40, 32))
    assert studio.project.current is not None
    assert studio.project.current.has_exif
