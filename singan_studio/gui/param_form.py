"""Widgets for a tool's parameters, made from its spec."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from singan_studio.tools.base import Param

INT_LIMIT = 2**31 - 1


class ParamForm(QWidget):
    """One row per parameter except pictures; texts come from the spec (translation context "tools")."""

    changed = Signal(str, object)  # name and value, by the person

    def __init__(self, params: tuple[Param, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paramForm")
        self._fields: dict[str, _Field] = {}
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for param in params:
            if param.kind in MAKERS:
                self._add(layout, param)

    def set_value(self, name: str, value: Any) -> None:
        """Show a value; nothing is emitted."""
        self._fields[name].show_value(value)

    def set_scales(self, count: int) -> None:
        """How many scales can be started from."""
        for field in self._fields.values():
            if isinstance(field, ScaleField):
                field.set_scales(count)

    def set_learned_size(self, width: int, height: int) -> None:
        """What a size is when it is not chosen, px."""
        for field in self._fields.values():
            if isinstance(field, SizeField):
                field.set_learned_size(width, height)

    def _add(self, layout: QFormLayout, param: Param) -> None:
        label = QLabel(QCoreApplication.translate("tools", param.label), self)
        field = MAKERS[param.kind](param)
        field.setObjectName(f"param-{param.name}")
        field.setAccessibleName(label.text())
        field.setToolTip(QCoreApplication.translate("tools", param.help))
        field.setStatusTip(field.toolTip())
        field.changed.connect(lambda value, name=param.name: self.changed.emit(name, value))
        label.setBuddy(field)
        label.setToolTip(field.toolTip())
        layout.addRow(label, field)
        self._fields[param.name] = field


class _Field(QWidget):
    """A parameter's widget."""

    changed = Signal(object)

    def __init__(self, param: Param) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def show_value(self, value: Any) -> None:
        raise NotImplementedError


class ScaleField(_Field):
    """A slider from New layout (0) to Texture only (the finest scale)."""

    def __init__(self, param: Param) -> None:
        super().__init__(param)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setObjectName("scale")
        self._slider.setAccessibleName(QCoreApplication.translate("tools", param.label))
        self._slider.setPageStep(1)
        self._slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.setFocusProxy(self._slider)
        words = QHBoxLayout()
        words.addWidget(quiet_label(self.tr("New layout"), self))
        words.addStretch(1)
        words.addWidget(quiet_label(self.tr("Texture only"), self))
        self._layout.addWidget(self._slider)
        self._layout.addLayout(words)
        self.set_scales(1)
        self._slider.valueChanged.connect(self.changed.emit)

    def set_scales(self, count: int) -> None:
        self._slider.setMaximum(max(count - 1, 0))
        self._slider.setEnabled(count > 1)

    def show_value(self, value: int) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(value)


class SizeField(_Field):
    """The learned size, or a width and a height in px."""

    def __init__(self, param: Param) -> None:
        super().__init__(param)
        self._own = QCheckBox(self.tr("Own size"), self)
        self._own.setObjectName("ownSize")
        low, high = int(param.low or 1), int(param.high or INT_LIMIT)
        self._width = self._side("width", self.tr("Width"), low, high)
        self._height = self._side("height", self.tr("Height"), low, high)
        self.setFocusProxy(self._own)
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


def quiet_label(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("quiet", True)
    return label


MAKERS: dict[str, Callable[[Param], _Field]] = {"size": SizeField, "scale": ScaleField}
"""By `Param.kind`; a tool with another kind of parameter adds its field here."""
