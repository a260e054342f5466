"""A field for a number of things, named as one or as several: "1 frame", "12 frames"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSpinBox, QWidget


class CountBox(QSpinBox):
    """Shows a count in words: `words(n)` says n things in the window's language."""

    def __init__(self, words: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._show_unit)
        self._show_unit()

    def setValue(self, val: int) -> None:
        super().setValue(val)
        self._show_unit()  # signals may be blocked

    def _show_unit(self) -> None:
        before, _, after = self._words(self.value()).partition(str(self.value()))
        self.setPrefix(before)
        self.setSuffix(after)
