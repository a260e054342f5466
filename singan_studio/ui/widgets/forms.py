"""Labels beside fields."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


def field_label(text: str, field: QWidget) -> QLabel:
    """Return a label whose mnemonic focuses the field, centred on the field's height."""
    label = QLabel(text)
    label.setBuddy(field)
    label.setMinimumHeight(field.sizeHint().height())
    return label
