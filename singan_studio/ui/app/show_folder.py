"""Shows a folder in the desktop's file manager, or where it is when there is no file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def show_folder(parent: QWidget, folder: Path) -> None:
    """Show a folder, which is made if it is not there yet; without a file manager, offer its path to copy."""
    folder.mkdir(parents=True, exist_ok=True)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        _offer_path(parent, folder)


def _offer_path(parent: QWidget, folder: Path) -> None:
    box = QMessageBox(parent)
    box.setObjectName("folderDialog")
    box.setWindowTitle(QCoreApplication.translate("dialogs", "Folder"))
    box.setText(QCoreApplication.translate("dialogs", "No program here shows folders. This one is:"))
    box.setInformativeText(str(folder))
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    copy = box.addButton(
        QCoreApplication.translate("dialogs", "Copy path"), QMessageBox.ButtonRole.AcceptRole
    )
    copy.setObjectName("copyPath")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(folder)))
    close = box.addButton(QMessageBox.StandardButton.Close)
    close.setObjectName("closeFolder")
    box.setEscapeButton(close)
    box.setDefaultButton(copy)
    box.finished.connect(box.deleteLater)
    box.open()
