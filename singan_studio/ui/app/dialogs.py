"""Questions to the user; none of them blocks the window's event loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from singan_studio import __version__
from singan_studio.core.images import PICTURE_ENDINGS
from singan_studio.export.formats import FORMATS
from singan_studio.export.formats.base import Format
from singan_studio.export.stills.base import StillFormat
from singan_studio.ui.app.file_dialog import file_dialog

PICTURES = " ".join(f"*{ending}" for ending in PICTURE_ENDINGS)
PROJECTS = "*.singan"


def ask_open(parent: QWidget, folder: Path, then: Callable[[Path], None], pictures_only: bool) -> None:
    """Ask for a file to open and call `then` with it."""
    pictures = QCoreApplication.translate("dialogs", "Pictures ({patterns})").format(patterns=PICTURES)
    both = QCoreApplication.translate("dialogs", "Projects and pictures ({patterns})").format(
        patterns=f"{PROJECTS} {PICTURES}"
    )
    title = (
        QCoreApplication.translate("dialogs", "Choose a picture")
        if pictures_only
        else QCoreApplication.translate("dialogs", "Open")
    )
    dialog = file_dialog(parent, title, str(folder), pictures if pictures_only else both)
    dialog.setObjectName("openDialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _shown(dialog, then)


def ask_pictures(parent: QWidget, folder: Path, then: Callable[[list[Path]], None]) -> None:
    """Ask for several pictures and call `then` with them."""
    kind = QCoreApplication.translate("dialogs", "Pictures ({patterns})").format(patterns=PICTURES)
    title = QCoreApplication.translate("dialogs", "Choose pictures")
    dialog = file_dialog(parent, title, str(folder), kind)
    dialog.setObjectName("picturesDialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    _opened(dialog)


def ask_folder(parent: QWidget, title: str, folder: Path, then: Callable[[Path], None]) -> None:
    """Ask for a folder and call `then` with it."""
    dialog = file_dialog(parent, title, str(folder), "")
    dialog.setObjectName("chooseFolderDialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _shown(dialog, then)


def ask_save_gif(parent: QWidget, proposal: Path, then: Callable[[Path], None]) -> None:
    title = QCoreApplication.translate("dialogs", "Save the film of the learning")
    _ask_save(parent, title, proposal, file_filter(FORMATS["gif"]), "gif", then)


def ask_save_copy(parent: QWidget, proposal: Path, then: Callable[[Path], None]) -> None:
    title = QCoreApplication.translate("dialogs", "Save a copy of the project")
    kind = QCoreApplication.translate("dialogs", "SinGAN Studio projects ({patterns})").format(
        patterns=PROJECTS
    )
    _ask_save(parent, title, proposal, kind, "singan", then)


def ask_save_film(parent: QWidget, proposal: Path, format_: Format, then: Callable[[Path], None]) -> None:
    """Ask where to write a film; for a format of folders the name is that of a folder."""
    title = QCoreApplication.translate("dialogs", "Export animation")
    ending = format_.endings[0] if format_.endings else ""
    _ask_save(parent, title, proposal, file_filter(format_), ending.lstrip("."), then)


def file_filter(format_: Format | StillFormat) -> str:
    """Return the format's filter for a file dialog, such as "GIF (*.gif)"; for a folder its name alone."""
    name = QCoreApplication.translate("formats", format_.label).partition(":")[0]
    patterns = " ".join(f"*{ending}" for ending in format_.endings)
    return f"{name} ({patterns})" if patterns else name


def ask_to_stop(parent: QWidget, stop_text: str, stop: Callable[[], None]) -> None:
    """Ask whether to stop the learning for something else; "Keep learning" is the safe answer."""
    box = QMessageBox(
        QMessageBox.Icon.Question,
        QCoreApplication.translate("dialogs", "Still learning"),
        QCoreApplication.translate("dialogs", "The picture is still being learned."),
        parent=parent,
    )
    box.setObjectName("stopDialog")
    box.setInformativeText(
        QCoreApplication.translate("dialogs", "What is learned so far is kept, and you can go on later.")
    )
    stop_button = box.addButton(stop_text, QMessageBox.ButtonRole.DestructiveRole)
    stop_button.setObjectName("stop")
    keep = box.addButton(
        QCoreApplication.translate("dialogs", "Keep learning"), QMessageBox.ButtonRole.RejectRole
    )
    keep.setObjectName("keep")
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    stop_button.clicked.connect(stop)
    _opened(box)


def show_about(parent: QWidget) -> None:
    box = QMessageBox(parent)
    box.setObjectName("aboutDialog")
    box.setWindowTitle(QCoreApplication.translate("dialogs", "About SinGAN Studio"))
    box.setText(f"SinGAN Studio {__version__}")
    box.setInformativeText(
        QCoreApplication.translate(
            "dialogs",
            "Learns one picture and makes new ones of it.\n\nFree software under the MIT licence. "
            "The method is that of SinGAN (Shaham, Dekel, Michaeli, ICCV 2019).",
        )
    )
    _opened(box)


def _ask_save(
    parent: QWidget, title: str, proposal: Path, kind: str, suffix: str, then: Callable[[Path], None]
) -> None:
    dialog = file_dialog(parent, title, str(proposal.parent), kind)
    dialog.setObjectName("saveDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(proposal.name)
    _shown(dialog, then)


def _shown(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    _opened(dialog)


def _opened(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
