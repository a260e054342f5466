"""File dialogs that know files by their names alone and open none of them."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QFileInfo, QSize
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QHeaderView, QTreeView, QWidget

WIDTH, HEIGHT = 800, 480  # of a dialog, where the window has room for it
_KEY = "fileIcons"  # of the parent, which outlives its dialogs


class PlainFiles(QFileIconProvider):
    """Provides icons and kinds of files by their names.

    Qt's own provider opens every file of a folder. POSIX drops SQLite's locks on a project when this process closes
    any descriptor of it, and another process then truncates the log's index under the window.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = super().icon(QAbstractFileIconProvider.IconType.Folder)
        self._file = super().icon(QAbstractFileIconProvider.IconType.File)

    def icon(self, of: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        if isinstance(of, QFileInfo):
            return self._folder if of.isDir() else self._file
        return super().icon(of)

    def type(self, info: QFileInfo) -> str:
        return "" if info.isDir() else info.suffix().upper()


def file_dialog(parent: QWidget, title: str, folder: str, kinds: str) -> QFileDialog:
    """Return a dialog that opens no file of the folder."""
    dialog = QFileDialog(parent, title, folder, kinds)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, shares_locks())
    icons = parent.property(_KEY) or PlainFiles()
    parent.setProperty(_KEY, icons)
    dialog.setIconProvider(icons)
    _name_fields(dialog)
    _show_columns_whole(dialog, parent.window().size())
    return dialog


def _name_fields(dialog: QFileDialog) -> None:
    """Name the fields: Qt's own words for some are missing in Japanese."""
    label = QFileDialog.DialogLabel
    dialog.setLabelText(label.LookIn, QCoreApplication.translate("dialogs", "Folder:"))
    dialog.setLabelText(label.FileName, QCoreApplication.translate("dialogs", "File &name:"))
    dialog.setLabelText(label.FileType, QCoreApplication.translate("dialogs", "Kind of file:"))


def _show_columns_whole(dialog: QFileDialog, room: QSize) -> None:
    """Give sizes and dates the width that they need, and names the rest; the desktop's own dialog has no such table."""
    table = dialog.findChild(QTreeView, "treeView")
    if table is None:
        return
    header = table.header()
    header.setResizeContentsPrecision(0)  # only what is seen is measured: folders have thousands of files
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    dialog.resize(QSize(WIDTH, HEIGHT).boundedTo(room))


def shares_locks() -> bool:
    """Return whether the desktop's dialogs run in this process, under locks that any close drops, as GTK's do.

    Those of macOS are another process, and locks of Windows belong to their handles.
    """
    return sys.platform.startswith("linux")
