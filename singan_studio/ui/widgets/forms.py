"""Labels beside fields."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


def field_label(text: str, field: QWidget) -> QLabel:
    """A label whose mnemonic goes to the field, on the field's middle."""
    label = QLabel(text)
    label.setBuddy(field)
    label.setMinimumHeight(field.sizeHint().height())
    return label
