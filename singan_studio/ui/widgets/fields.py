"""Fields for a window whose letters are tools' shortcuts, and for panels that scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def pass_letters(box: QAbstractSpinBox) -> None:
    """Leave letters and brackets to the window's shortcuts, which a focused field would take."""
    box.installEventFilter(_Letters(box))


def pass_wheel(field: QWidget) -> None:
    """Leave the wheel to the scrolling panel unless the field has the focus, so that passing by changes nothing."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_Wheel(field))


class _Wheel(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or (isinstance(watched, QWidget) and watched.hasFocus()):
            return False
        event.ignore()
        return True


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
