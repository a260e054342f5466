"""A field for a seed: the number that determines a random picture."""

from __future__ import annotations

import random

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from singan_studio.ui.widgets.fields import pass_letters, pass_wheel
from singan_studio.ui.widgets.icon_engine import icon

SEED_LIMIT = 2**31 - 1

NARROWEST = 110
"""Least width of the number in px: the longest seeds are cut there."""


class SeedEdit(QWidget):
    """A number, dice that roll another one, and a lock that keeps it."""

    changed = Signal(int)  # by the user
    lock_toggled = Signal(bool)  # by the user

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seedEdit")
        self.setAccessibleName(self.tr("Seed"))
        self._number = self._make_number()
        self._dice = self._button("dice", self.tr("Roll the dice"), self.tr("Roll the dice for another seed"))
        self._dice.clicked.connect(self.roll)
        self._lock = self._button("lock", self.tr("Keep the seed"), "")
        self._lock.setCheckable(True)
        self._lock.toggled.connect(self._show_lock)
        self._lock.toggled.connect(self.lock_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._number, 1)
        row.addWidget(self._dice)
        row.addWidget(self._lock)
        self.setFocusProxy(self._number)
        self._show_lock(False)

    def value(self) -> int:
        """Return the seed, 0..`SEED_LIMIT`."""
        return self._number.value()

    def set_value(self, seed: int) -> None:
        """Show a seed without a signal."""
        with QSignalBlocker(self._number):
            self._number.setValue(seed)

    def locked(self) -> bool:
        """Return whether the seed is locked."""
        return self._lock.isChecked()

    def set_locked(self, locked: bool) -> None:
        """Show whether the seed is kept, without a signal."""
        with QSignalBlocker(self):
            self._lock.setChecked(locked)

    def roll(self) -> None:
        """Choose another random seed, unless it is locked."""
        if not self.locked():
            self._number.setValue(random.randint(0, SEED_LIMIT))

    def _make_number(self) -> QSpinBox:
        number = QSpinBox(self)
        number.setObjectName("number")
        number.setMinimumWidth(NARROWEST)
        number.setAccessibleName(self.tr("Seed"))
        number.setToolTip(self.tr("The same seed and settings make the same picture again (random seed)"))
        number.setRange(0, SEED_LIMIT)
        number.setKeyboardTracking(False)  # a half-typed number is no seed
        number.valueChanged.connect(self.changed)
        pass_letters(number)
        pass_wheel(number)
        return number

    def _button(self, name: str, spoken: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(spoken)
        button.setToolTip(tip)
        button.setIcon(icon(name))
        return button

    def _show_lock(self, locked: bool) -> None:
        self._lock.setIcon(icon("lock" if locked else "unlock"))
        kept, free = self.tr("The seed is kept; press to let it change"), self.tr("Keep this seed")
        self._lock.setToolTip(kept if locked else free)
        self._dice.setEnabled(not locked)
