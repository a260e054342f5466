"""Whether results are brought to the photo's full size, and with how much of its detail."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSlider, QWidget

from singan_studio.ui.app.property import bind
from singan_studio.ui.create.finishing import FULL, Finishing
from singan_studio.ui.widgets.fields import pass_wheel


class FullSize(QWidget):
    """A check box and a slider in percent, for `Finishing`."""

    def __init__(self, finishing: Finishing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fullSizeRow")
        self._box = QCheckBox(self.tr("F&ull size"), self)
        self._box.setObjectName("fullSize")
        self._box.setToolTip(
            self.tr(
                "Results get the photo's full size and detail in the background, soon after they are made"
            )
        )
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setObjectName("fullSizeStrength")
        self._slider.setAccessibleName(self.tr("How much of the photo's detail"))
        self._slider.setToolTip(self.tr("How much of the photo's detail results get: 0% only enlarges them"))
        self._slider.setRange(0, FULL)
        self._slider.setPageStep(10)
        pass_wheel(self._slider)
        self._percent = QLabel(self)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100%"))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._box, self._slider, self._percent):
            row.addWidget(widget)
        for widget in (self._box, self._slider):
            widget.setStatusTip(widget.toolTip())
        bind(finishing, "on", self._box.toggled, self._show_on)
        bind(finishing, "strength", self._slider.valueChanged, self._show_strength)
        self._show_on(finishing.on)
        self._show_strength(finishing.strength)

    def _show_on(self, on: bool) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(on)
        self._slider.setEnabled(on)
        self._percent.setEnabled(on)

    def _show_strength(self, percent: int) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(percent)
        self._percent.setText(f"{percent}%")
