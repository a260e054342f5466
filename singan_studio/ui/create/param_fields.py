"""One widget per kind of parameter; each shows a value of the recipe and reports what the user makes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from singan_studio.tools.base import Param
from singan_studio.ui.widgets.fields import pass_letters, pass_wheel
from singan_studio.ui.widgets.words import significant

INT_LIMIT = 2**31 - 1
SLIDER_STEPS = 200


class Field(QWidget):
    """Base of the widgets that show and change one parameter."""

    changed = Signal(object)  # by the user

    def __init__(self, param: Param) -> None:
        super().__init__()
        self.param = param
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def show_value(self, value: Any) -> None:
        """Show a value without emitting anything."""
        raise NotImplementedError

    def label(self) -> str:
        return QCoreApplication.translate("tools", self.param.label)

    def unit(self) -> str:
        """Return the unit with a blank before it, or an empty text."""
        return f" {QCoreApplication.translate('tools', self.param.unit)}" if self.param.unit else ""


class NumberField(Field):
    """Edits a whole or decimal number: a box, and a slider where both limits are known."""

    def __init__(self, param: Param) -> None:
        super().__init__(param)
        self._value: float = param.default if param.default is not None else param.low or 0
        self._learned_px = 1.0
        self._box = self._make_box()
        self._set_range()
        self._box.setObjectName("value")
        self._box.setAccessibleName(self.label())
        self._box.setSuffix(self.unit())
        self._box.setKeyboardTracking(False)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        pass_wheel(self._slider)
        self._slider.setObjectName("slider")
        self._slider.setAccessibleName(self.label())
        self._slider.setRange(0, SLIDER_STEPS)
        self._slider.setVisible(param.low is not None and param.high is not None)
        self.setFocusProxy(self._box)
        row = QHBoxLayout()
        row.addWidget(
            self._slider, 1
        )  # halves, so that the boxes of neighbouring fields are as wide as each other
        row.addWidget(self._box, 1)
        self._layout.addLayout(row)
        if param.default is not None:
            self.show_value(param.default)
        self._box.valueChanged.connect(self._typed)
        self._slider.valueChanged.connect(self._slid)

    def show_value(self, value: float) -> None:
        self._value = value
        with QSignalBlocker(self._box):
            self._box.setValue(value * self._learned_px)
        self._show_on_slider(value)
        self._tell_learned()

    def set_learned_px(self, learned_px: float) -> None:
        """Show lengths in canvas px, one px of the drawn picture being `learned_px` of them wide."""
        if self.param.unit == "px" and learned_px != self._learned_px:
            self._learned_px = learned_px
            with QSignalBlocker(self._box):
                self._set_range()
                self._box.setSingleStep(max(learned_px, 1.0) if self.param.kind == "int" else 0.5)
            self.show_value(self._value)

    def _make_box(self) -> QDoubleSpinBox:
        box, high = QDoubleSpinBox(self), self.param.high
        whole = self.param.kind == "int"
        box.setDecimals(0 if whole else 2 if high is not None and high <= 10 else 1)
        box.setSingleStep(1.0 if whole else 0.05 if high is not None and high <= 2 else 0.5)
        if self.param.lowest:
            box.setSpecialValueText(QCoreApplication.translate("tools", self.param.lowest))
        pass_letters(box)
        pass_wheel(box)
        return box

    def _set_range(self) -> None:
        low, high = self.param.low, self.param.high
        self._box.setRange(
            -INT_LIMIT if low is None else low * self._learned_px,
            INT_LIMIT if high is None else high * self._learned_px,
        )

    def _typed(self, shown: float) -> None:
        value = shown / self._learned_px
        self._value = round(value) if self.param.kind == "int" else value
        self._show_on_slider(self._value)
        self._tell_learned()
        self.changed.emit(self._value)

    def _slid(self, step: int) -> None:
        low, high = float(self.param.low or 0), float(self.param.high or 0)
        value = low + (high - low) * (step / SLIDER_STEPS) ** self._curve()
        self._box.setValue((round(value) if self.param.kind == "int" else value) * self._learned_px)

    def _tell_learned(self) -> None:
        """Say in the tool tip how long the length is in the picture that is drawn."""
        if self._learned_px != 1.0:
            self._box.setToolTip(
                self.tr("{px} px at the size that is drawn").format(px=significant(self._value, 3))
            )

    def _show_on_slider(self, value: float) -> None:
        low, high = float(self.param.low or 0), float(self.param.high or 0)
        if high > low:
            share = max((value - low) / (high - low), 0.0)
            with QSignalBlocker(self._slider):
                self._slider.setValue(round(SLIDER_STEPS * share ** (1 / self._curve())))

    def _curve(self) -> float:
        """Return the exponent of the slider: long ranges are finer at their beginning, percentages even."""
        wide = (self.param.high or 0) - (self.param.low or 0) > 50
        return 2.0 if wide and self.param.unit != "%" else 1.0


class FlagField(Field):
    """A check box with the label beside it."""

    def __init__(self, param: Param) -> None:
        super().__init__(param)
        self._box = QCheckBox(self.label(), self)
        self._box.setObjectName("value")
        self.setFocusProxy(self._box)
        self._layout.addWidget(self._box)
        self.show_value(bool(param.default))
        self._box.toggled.connect(self.changed.emit)

    def show_value(self, value: bool) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(value)


class ChoiceField(Field):
    """Chooses one of a few words; "Automatic" stands for None where that is the default."""

    def __init__(self, param: Param) -> None:
        super().__init__(param)
        self._box = QComboBox(self)
        pass_wheel(self._box)
        self._box.setObjectName("value")
        self._box.setAccessibleName(self.label())
        self.setFocusProxy(self._box)
        if param.default is None:
            self._box.addItem(self.tr("Automatic"), None)
        for word, label in zip(param.choices, param.labels or param.choices, strict=True):
            self._box.addItem(QCoreApplication.translate("tools", label), word)
        self._layout.addWidget(self._box)
        self.show_value(param.default)
        self._box.activated.connect(lambda _: self.changed.emit(self._box.currentData()))

    def show_value(self, value: str | None) -> None:
        self._box.setCurrentIndex(self._box.findData(value))


class SizeField(Field):
    """Chooses the learned size, or a width and a height in px; without a choice where another size is the default."""

    def __init__(self, param: Param) -> None:
        super().__init__(param)
        self._own = QCheckBox(self.tr("Own size"), self)
        self._own.setObjectName("ownSize")
        self._own.setVisible(param.default is None)
        low, high = int(param.low or 1), int(param.high or INT_LIMIT)
        self._width = self._side("width", self.tr("Width"), low, high)
        self._height = self._side("height", self.tr("Height"), low, high)
        self.setFocusProxy(self._own if param.default is None else self._width)
        sides = QHBoxLayout()
        for widget in (self._width, QLabel("×", self), self._height):
            sides.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
        self._layout.addWidget(self._own)
        self._layout.addLayout(sides)
        self.show_value(param.default)
        self._own.toggled.connect(self._chosen)

    def set_learned_size(self, width: int, height: int) -> None:
        if not self._own.isChecked():
            self._show_sides(width, height)

    def show_value(self, value: list[int] | None) -> None:
        with QSignalBlocker(self._own):
            self._own.setChecked(value is not None)
        if value is not None:
            self._show_sides(*value)
        self._enable()

    def _side(self, name: str, text: str, low: int, high: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setAccessibleName(text)
        box.setRange(low, high)
        box.setKeyboardTracking(False)
        box.setSuffix(self.tr(" px"))
        box.valueChanged.connect(self._chosen)
        pass_letters(box)
        pass_wheel(box)
        return box

    def _chosen(self) -> None:
        self._enable()
        self.changed.emit([self._width.value(), self._height.value()] if self._own.isChecked() else None)

    def _enable(self) -> None:
        for box in (self._width, self._height):
            box.setEnabled(self._own.isChecked())

    def _show_sides(self, width: int, height: int) -> None:
        for box, value in ((self._width, width), (self._height, height)):
            with QSignalBlocker(box):
                box.setValue(value)


MAKERS: dict[str, Callable[[Param], Field]] = {
    "int": NumberField,
    "float": NumberField,
    "flag": FlagField,
    "choice": ChoiceField,
    "size": SizeField,
}
"""By `Param.kind`. The start strip shows start scales, and pictures come from the canvas."""
