"""Fields for how far the noise of each scale moves, the coarsest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QSlider, QVBoxLayout, QWidget

from singan_studio.ui.widgets.fields import pass_letters, pass_wheel

_PER_UNIT = 20  # steps of a slider


class ScaleAmounts(QWidget):
    """Edits a list of numbers; the last one counts for all finer scales."""

    changed = Signal(list)  # one number per scale, changed by the user

    def __init__(self, highest: float, parent: QWidget | None = None) -> None:
        """Create an empty list; `highest` limits the numbers, sliders end at the useful range."""
        super().__init__(parent)
        self.setObjectName("scaleAmounts")
        self.setAccessibleName(self.tr("Motion per scale"))
        self._highest = highest
        self._boxes: list[QDoubleSpinBox] = []
        self._sliders: list[QSlider] = []
        self._rows = QWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(self.accessibleName(), self))
        layout.addWidget(self._rows)

    def set_scales(self, sizes: Sequence[tuple[int, int]]) -> None:
        """Show a row for each (width, height)."""
        layout = self.layout()
        assert layout is not None
        layout.removeWidget(self._rows)
        self._rows.deleteLater()
        self._rows = QWidget(self)
        self._rows.setObjectName("scaleRows")
        self._boxes, self._sliders = [], []
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for number, (width, height) in enumerate(sizes):
            text = self.tr("{width}×{height}").format(width=width, height=height)
            grid.addWidget(QLabel(text, self._rows), number, 0)
            grid.addWidget(self._slider(number, text), number, 1)
            grid.addWidget(self._box(number, text), number, 2)
        layout.addWidget(self._rows)

    def set_amounts(self, amounts: Sequence[float]) -> None:
        """Show these numbers without emitting `changed`."""
        for number, (box, slider) in enumerate(zip(self._boxes, self._sliders, strict=True)):
            amount = amounts[min(number, len(amounts) - 1)]
            with QSignalBlocker(box), QSignalBlocker(slider):
                box.setValue(amount)
                slider.setValue(round(amount * _PER_UNIT))

    def amounts(self) -> list[float]:
        return [round(box.value(), 2) for box in self._boxes]

    def _slider(self, number: int, text: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self._rows)
        pass_wheel(slider)
        slider.setObjectName(f"slider-{number}")
        slider.setAccessibleName(text)
        slider.setRange(0, round(self._highest / 4 * _PER_UNIT))
        slider.valueChanged.connect(lambda value: self._boxes[number].setValue(value / _PER_UNIT))
        self._sliders.append(slider)
        return slider

    def _box(self, number: int, text: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self._rows)
        box.setObjectName(f"amount-{number}")
        box.setAccessibleName(text)
        box.setRange(0, self._highest)
        box.setSingleStep(0.1)
        box.setKeyboardTracking(False)
        pass_letters(box)
        pass_wheel(box)
        box.valueChanged.connect(lambda value: self._changed(number, value))
        self._boxes.append(box)
        return box

    def _changed(self, number: int, value: float) -> None:
        with QSignalBlocker(self._sliders[number]):
            self._sliders[number].setValue(round(value * _PER_UNIT))
        self.changed.emit(self.amounts())
