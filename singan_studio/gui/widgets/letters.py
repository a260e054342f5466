"""Letters are keys of tools (B takes the brush up), also while a number field has the focus: no number needs them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox

_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def pass_letters(box: QAbstractSpinBox) -> None:
    """Leave letters and brackets to the window's shortcuts; a field that has the focus would take them for itself."""
    box.installEventFilter(_Letters(box))


class _Letters(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() not in _PLAIN or not _is_letter(event.text()):
            return False
        event.ignore()
        return True


def _is_letter(text: str) -> bool:
    return text.isalpha() or text in ("[", "]", "{", "}")
