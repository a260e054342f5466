"""The arrows of Flow by numbers: each can be added, chosen, changed and removed without a mouse."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QHBoxLayout, QPushButton, QWidget

from singan_studio.ui.canvas.arrows import USUAL_SHARE, Arrows, Line, length
from singan_studio.ui.widgets.fields import pass_letters, pass_wheel
from singan_studio.ui.widgets.forms import field_label

_FARTHEST = 8192  # px, more than a picture has


class ArrowFields(QWidget):
    """A list of the arrows, the selected one's place, direction and length, and buttons."""

    def __init__(self, arrows: Arrows, size: Callable[[], tuple[int, int]], parent: QWidget) -> None:
        """`size()` returns (width, height) of the picture in px."""
        super().__init__(parent)
        self.setObjectName("arrowFields")
        self._arrows, self._size = arrows, size
        self._list = QComboBox(self)
        self._x = self._number("arrowX", self.tr("From the left"), self.tr(" px"), 0, _FARTHEST)
        self._y = self._number("arrowY", self.tr("From the top"), self.tr(" px"), 0, _FARTHEST)
        self._angle = self._number("arrowDirection", self.tr("Direction"), "°", 0, 359.9)
        self._angle.setWrapping(True)
        self._length = self._number("arrowLength", self.tr("Length"), self.tr(" px"), 1, _FARTHEST)
        self._add = self._button("addArrow", self.tr("Add arrow"), self.tr("Put an arrow into the middle"))
        self._remove = self._button(
            "removeArrow", self.tr("Remove"), self.tr("Remove the chosen arrow; this can be undone")
        )
        self._clear = self._button(
            "removeArrows", self.tr("Remove all"), self.tr("Remove all arrows; this can be undone")
        )
        self._lay_out()
        self._connect()
        self._show()

    # --- building ----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._list.setObjectName("arrowList")
        self._list.setAccessibleName(self.tr("Arrows"))
        pass_wheel(self._list)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(field_label(self.tr("Arrows"), self._list), self._list)
        for field in (self._x, self._y, self._angle, self._length):
            form.addRow(field_label(field.accessibleName(), field), field)
        row = QHBoxLayout()
        for button in (self._add, self._remove, self._clear):
            row.addWidget(button)
        form.addRow(row)

    def _number(self, name: str, text: str, unit: str, low: float, high: float) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setObjectName(name)
        field.setAccessibleName(text)
        field.setRange(low, high)
        field.setDecimals(0)
        field.setSuffix(unit)
        field.setKeyboardTracking(False)
        pass_letters(field)
        pass_wheel(field)
        field.valueChanged.connect(self._changed)
        return field

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setStatusTip(tip)
        return button

    def _connect(self) -> None:
        self._arrows.changed.connect(self._show)
        self._list.activated.connect(self._arrows.select)
        self._add.clicked.connect(self._put)
        self._remove.clicked.connect(self._arrows.remove_selected)
        self._clear.clicked.connect(self._arrows.remove_all)

    # --- showing and changing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        arrows = self._arrows
        chosen = arrows.selected is not None and arrows.selected < len(arrows.items)
        with QSignalBlocker(self._list):
            self._list.clear()
            self._list.addItems(
                [self.tr("Arrow {number}").format(number=n) for n in range(1, len(arrows.items) + 1)]
            )
            self._list.setCurrentIndex(arrows.selected if chosen and arrows.selected is not None else -1)
        self._list.setEnabled(bool(arrows.items))
        for widget in (self._x, self._y, self._angle, self._length, self._remove):
            widget.setEnabled(chosen)
        self._clear.setEnabled(bool(arrows.items))
        if chosen and arrows.selected is not None:
            self._show_numbers(arrows.draft or arrows.items[arrows.selected])

    def _show_numbers(self, line: Line) -> None:
        x, y, dx, dy = line
        values = (x, y, math.degrees(math.atan2(-dy, dx)) % 360, length(line))
        for field, value in zip((self._x, self._y, self._angle, self._length), values, strict=True):
            with QSignalBlocker(field):
                field.setValue(value)

    def _changed(self) -> None:
        if self._arrows.selected is None:
            return
        turn, far = math.radians(self._angle.value()), self._length.value()
        way = far * math.cos(turn), -far * math.sin(turn)
        self._arrows.replace(self._arrows.selected, (self._x.value(), self._y.value(), *way))

    def _put(self) -> None:
        width, height = self._size()
        far = USUAL_SHARE * width
        self._arrows.add(((width - far) / 2, height / 2, far, 0.0))
