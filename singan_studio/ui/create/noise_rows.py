"""Rows for the noise of Layout, Detail and Grain, with a slider, dice and a lock each; and a row per scale."""

from __future__ import annotations

import random

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QToolButton, QWidget

from singan_studio.ui.app.theme import icon
from singan_studio.ui.create.noise import AMOUNTS, SEEDS, USUAL, changed, groups, per_scale
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.create.tool_session import SEEDS as SEED_COUNT
from singan_studio.ui.widgets.fields import pass_wheel

MOST = 200  # percent


class NoiseRow(QWidget):
    """Holds the cells of one row in a grid: name, slider, percent, dice, lock."""

    amount_changed = Signal(float)
    seed_changed = Signal(int)  # -1: that of the picture

    def __init__(self, name: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()  # its cells are in the grid
        self.setObjectName(f"noise-{name}")
        self.label = QLabel(text, parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, parent)
        pass_wheel(self.slider)
        self.slider.setObjectName(f"noiseAmount-{name}")
        self.slider.setAccessibleName(self.tr("Noise of {name}").format(name=text))
        self.slider.setToolTip(self.tr("How far chance goes here: 0% keeps the picture's own, 100% is usual"))
        self.slider.setRange(0, MOST)
        self.slider.setPageStep(10)
        self.percent = QLabel(parent)
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("200%"))
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.dice = self._button(f"noiseDice-{name}", "dice", self.tr("Another seed for {name} alone"), text)
        self.lock = self._button(f"noiseLock-{name}", "unlock", self.tr("Keep {name} as it is"), text)
        self.lock.setCheckable(True)
        self.slider.valueChanged.connect(self._slid)
        self.dice.clicked.connect(lambda: self.seed_changed.emit(random.randrange(SEED_COUNT)))

    @property
    def cells(self) -> tuple[QWidget, ...]:
        return self.label, self.slider, self.percent, self.dice, self.lock

    def show_values(self, amount: float, seed: int, works: bool) -> None:
        """Show the values without a signal; `works` unless the scales lie below the start scale."""
        with QSignalBlocker(self.slider), QSignalBlocker(self.lock):
            self.slider.setValue(round(100 * amount))
            self.lock.setChecked(seed != USUAL[SEEDS])
        self.percent.setText(f"{round(100 * amount)}%")
        self.lock.setIcon(icon("lock" if self.lock.isChecked() else "unlock"))
        for cell in self.cells:
            cell.setEnabled(works)

    def _slid(self, value: int) -> None:
        self.percent.setText(f"{value}%")
        self.amount_changed.emit(value / 100)

    def _button(self, name: str, picture: str, tip: str, text: str) -> QToolButton:
        button = QToolButton(self.parentWidget())
        button.setObjectName(name)
        button.setIcon(icon(picture))
        button.setToolTip(tip.format(name=text))
        button.setAccessibleName(button.toolTip())
        return button


class NoiseRows(QWidget):
    """Shows a row per group of scales, or per scale with `by_scale`."""

    def __init__(self, tool_model: ToolModel, by_scale: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noiseByScale" if by_scale else "noiseRows")
        self._tool_model, self._by_scale = tool_model, by_scale
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._rows: list[NoiseRow] = []
        self._spans: list[range] = []
        self._sizes: list[tuple[int, int]] = []

    def refresh(self) -> None:
        """Show the noise of the chosen tool."""
        sizes = [(stop.width, stop.height) for stop in self._tool_model.maker.stops]
        count = len(sizes)
        if sizes != self._sizes:
            self._sizes = sizes
            self._spans = [range(k, k + 1) for k in range(count)] if self._by_scale else groups(count)
            self._build()
        start = self._tool_model.start_scale or 0
        amounts = per_scale(self._tool_model.params, AMOUNTS, count)
        seeds = per_scale(self._tool_model.params, SEEDS, count)
        for row, span in zip(self._rows, self._spans, strict=True):
            if span:
                row.show_values(amounts[span[-1]], int(seeds[span[-1]]), span[-1] >= start)

    def _build(self) -> None:
        for row in self._rows:
            for cell in (*row.cells, row):
                cell.deleteLater()
        self._rows = [self._row(index, span) for index, span in enumerate(self._spans)]

    def _row(self, index: int, span: range) -> NoiseRow:
        names = (self.tr("Layout"), self.tr("Detail"), self.tr("Grain"))
        text = "{}×{}".format(*self._sizes[index]) if self._by_scale else names[index]
        row = NoiseRow(
            f"scale{index}" if self._by_scale else ("layout", "detail", "grain")[index], text, self
        )
        for column, cell in enumerate(row.cells):
            self._grid.addWidget(cell, index, column)
            cell.setVisible(bool(span))
        row.amount_changed.connect(lambda amount: self._set(AMOUNTS, span, amount))
        row.seed_changed.connect(lambda seed: self._set(SEEDS, span, seed))
        row.lock.toggled.connect(lambda on: self._set(SEEDS, span, self._tool_model.seed if on else -1))
        return row

    def _set(self, name: str, span: range, value: float) -> None:
        count = len(self._tool_model.maker.stops)
        self._tool_model.set_param(name, changed(self._tool_model.params, name, count, span, value))
