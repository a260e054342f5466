"""All commands with their keys, to read or to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPagedPaintDevice, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.ui.preferences.commands import Command

_SIZE = 560, 620  # px
POINTER = (
    (
        QT_TRANSLATE_NOOP("shortcutList", "Move the picture"),
        QT_TRANSLATE_NOOP("shortcutList", "Space or middle button, and drag"),
    ),
    (QT_TRANSLATE_NOOP("shortcutList", "Zoom"), QT_TRANSLATE_NOOP("shortcutList", "Wheel; + and −")),
    (
        QT_TRANSLATE_NOOP("shortcutList", "Take a colour with the brush"),
        QT_TRANSLATE_NOOP("shortcutList", "Alt or Ctrl, and click"),
    ),
    (
        QT_TRANSLATE_NOOP("shortcutList", "Paint a straight line"),
        QT_TRANSLATE_NOOP("shortcutList", "Shift, and click"),
    ),
    (
        QT_TRANSLATE_NOOP("shortcutList", "Apply or give up a transform"),
        QT_TRANSLATE_NOOP("shortcutList", "Enter or Esc"),
    ),
)
"""What keys do together with the pointer, which no command has: what, and how."""


class ShortcutList(QDialog):
    """Shows the list as the commands have their keys now."""

    def __init__(self, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutList")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(*_SIZE)
        self._text = QTextBrowser(self)
        self._text.setObjectName("shortcutTable")
        self._text.setAccessibleName(self.windowTitle())
        self._html = as_html([command for command in commands if command.keys])
        self._text.setHtml(self._html)
        print_button = QPushButton(self.tr("&Print…"), self)
        print_button.setObjectName("printShortcuts")
        print_button.setAutoDefault(False)
        print_button.clicked.connect(self._ask_to_print)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("closeShortcuts")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(print_button)
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text, 1)
        layout.addLayout(row)
        self.finished.connect(self.deleteLater)

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Print the list in black on white, whatever the theme."""
        document = QTextDocument()
        document.setDefaultStyleSheet("body { color: black; }")
        document.setHtml(self._html)
        document.print_(device)

    def _ask_to_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loads the system's printing

        printer = QPrinter()
        printer.setDocName("SinGAN Studio")
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("printDialog")
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own asks for a slot


def as_html(commands: Iterable[Command]) -> str:
    """Return a page with a table of commands and keys for each menu, and one for keys with the pointer."""
    translate = QCoreApplication.translate
    parts = [
        _table(group, [(command.text, command.keys) for command in members])
        for group, members in groupby(commands, key=lambda command: command.group)
    ]
    gestures = [(translate("shortcutList", what), translate("shortcutList", how)) for what, how in POINTER]
    parts.append(_table(translate("shortcutList", "On the picture"), gestures))
    return f"<html><body>{''.join(parts)}</body></html>"


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = (
        f'<tr valign="middle"><td width="62%">{escape(what)}</td><td width="38%">{escape(how)}</td></tr>'
        for what, how in rows
    )
    return f'<h3>{escape(title)}</h3><table width="100%" cellpadding="2">{"".join(lines)}</table>'
