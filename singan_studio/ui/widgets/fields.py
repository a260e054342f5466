"""Fields for a window whose letters are tools' shortcuts, and for panels that scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QWidget

_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


Key = QKeySequence.StandardKey


def pass_letters(box: QAbstractSpinBox) -> None:
    """Leave to the window's shortcuts what a focused number field would take and has no use for.

    These are letters and brackets; pasting what is no number; copying, undoing and redoing where there is nothing to.
    """
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
        plain = event.modifiers() in _PLAIN and _is_letter(event.text())
        if not plain and not (isinstance(watched, QAbstractSpinBox) and _is_useless(event, watched)):
            return False
        event.ignore()
        return True


def _is_useless(event: QKeyEvent, box: QAbstractSpinBox) -> bool:
    """Return whether the field takes this key for itself though it would change nothing."""
    edit = box.findChild(QLineEdit)
    assert edit is not None  # of every number field
    if event.matches(Key.Paste):
        text = QGuiApplication.clipboard().text().strip()
        state = box.validate(text, len(text))
        return not text or (state[0] if isinstance(state, tuple) else state) == QValidator.State.Invalid
    if event.matches(Key.Copy) or event.matches(Key.Cut):
        return not edit.hasSelectedText()
    if event.matches(Key.Undo):
        return not edit.isUndoAvailable()
    return event.matches(Key.Redo) and not edit.isRedoAvailable()


def _is_letter(text: str) -> bool:
    return text.isalpha() or text in ("[", "]", "{", "}")
