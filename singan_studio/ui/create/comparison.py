"""A large view that compares results with each other and with the picture."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.comparison_stage import MOST, ComparisonStage
from singan_studio.ui.create.difference import Difference, difference
from singan_studio.ui.create.stop_words import result_name
from singan_studio.ui.widgets.pixels import as_image, fitted
from singan_studio.ui.widgets.tiles import TileList

PICTURE = 0
"""Stands for the open picture among the numbers of results, which begin at 1."""

_ID = Qt.ItemDataRole.UserRole
_TILE = QSize(96, 64)  # px
_SHARE = 0.94  # of the window
_CHOOSE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Strip(TileList):
    """Chooses by clicks, and by Space or Enter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSE and self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.Toggle)
        else:
            super().keyPressEvent(event)


class Comparison(QDialog):
    """Shows what is chosen in its strip: up to four pictures, the first of which the others are compared with."""

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setWindowTitle(self.tr("Compare results"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._studio = studio
        self._chosen: list[int] = []  # in the order in which they were chosen
        self._pixels: dict[int, np.ndarray] = {}  # of those that are chosen
        self._turn = self._heat_turn = 0  # count what was asked for, so that late answers are told apart
        self.stage = ComparisonStage(self)
        self._items = QStandardItemModel(self)
        self.strip = self._make_strip()
        self._beside = self._mode("compareBeside", self.tr("&Side by side"), False)
        self._wipe = self._mode("compareWipe", self.tr("S&lider"), True)
        self._group = QButtonGroup(self)
        for button in (self._beside, self._wipe):
            self._group.addButton(button)
        self._beside.setChecked(True)
        self._heat = QCheckBox(self.tr("Where they &differ"), self)
        self._heat.setObjectName("compareHeat")
        self._heat.setToolTip(
            self.tr(
                "Colours from dark to bright show how far each picture is from the first (distance in Lab)"
            )
        )
        self._heat.toggled.connect(self._show_heat)
        self._hint = QLabel(
            self.tr("Choose two to four below; the others are compared with the first."), self
        )
        self._hint.setObjectName("compareHint")
        self._hint.setProperty("quiet", True)
        self._lay_out()
        self._fill()
        self.resize(parent.window().size() * _SHARE)
        studio.project.thumbnail_read.connect(self._show_thumbnail)
        self.finished.connect(self.deleteLater)
        self._choose_first()

    # --- building ----------------------------------------------------------------------------------------------

    def _make_strip(self) -> TileList:
        strip = _Strip(_TILE, self)
        strip.setObjectName("comparisonStrip")
        strip.setAccessibleName(self.tr("Pictures to compare"))
        strip.setModel(self._items)
        strip.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        strip.setFlow(TileList.Flow.LeftToRight)
        strip.setWrapping(False)
        strip.setFixedHeight(strip.tile_size().height() + strip.horizontalScrollBar().sizeHint().height() + 6)
        strip.selectionModel().selectionChanged.connect(self._selection_changed)
        return strip

    def _mode(self, name: str, text: str, wipes: bool) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._set_wipes(wipes))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (self._beside, self._wipe):
            row.addWidget(widget)
        row.addSpacing(12)
        row.addWidget(self._heat)
        row.addSpacing(12)
        row.addWidget(self._hint, 1)
        for name, text, go in (
            ("compareFit", self.tr("&Fit"), self.stage.fit),
            ("compareHundred", self.tr("&100%"), self.stage.show_hundred),
            ("compareClose", self.tr("&Close"), self.reject),
        ):
            button = QPushButton(text, self)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(go)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.addLayout(row)
        column.addWidget(self.stage, 1)
        column.addWidget(self.strip)

    def _fill(self) -> None:
        project = self._studio.project
        assert project.current is not None  # the command is not offered without a picture
        self._add(PICTURE, self.title(PICTURE), project.current.small)
        for number, result in sorted(project.results.items(), reverse=True):
            if result.problem:
                continue
            self._add(number, self.title(number), result.thumbnail)
            if result.thumbnail is None:
                project.read_thumbnail(number)

    def _add(self, number: int, caption: str, thumbnail: np.ndarray | None) -> None:
        item = QStandardItem(caption)
        item.setEditable(False)
        item.setData(number, _ID)
        self._items.appendRow(item)
        if thumbnail is not None:
            self._show_thumbnail(number, thumbnail)

    def _show_thumbnail(self, number: int, thumbnail: np.ndarray | None) -> None:
        for row in range(self._items.rowCount()):
            if self._items.item(row).data(_ID) == number and thumbnail is not None:
                tile = fitted(as_image(thumbnail), _TILE, self.devicePixelRatioF())
                self._items.item(row).setData(tile, Qt.ItemDataRole.DecorationRole)

    def title(self, number: int) -> str:
        """Return what a picture is called."""
        if number == PICTURE:
            return self.tr("Picture")
        return result_name(number, self._studio.project.results[number].recipe, self._studio.picture_maker)

    # --- choosing ----------------------------------------------------------------------------------------------

    def _choose_first(self) -> None:
        """Choose the result that is shown and the one before it, else the picture."""
        numbers = [self._items.item(row).data(_ID) for row in range(self._items.rowCount())]
        shown = self._studio.results.selected
        newest = [shown, *numbers[1:]] if shown in numbers else numbers[1:]
        chosen = list(dict.fromkeys([*newest[:2], PICTURE]))[:2]
        for number in chosen:
            index = self._items.item(numbers.index(number)).index()
            self.strip.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
            if number == chosen[0]:
                self.strip.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.strip.setFocus()

    def _selection_changed(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        gone = {index.data(_ID) for index in deselected.indexes()}
        added = [index.data(_ID) for index in selected.indexes()]
        self._chosen = [number for number in [*self._chosen, *added] if number not in gone]
        if len(self._chosen) > MOST:
            self._deselect(self._chosen[-MOST - 1])
            return
        self._turn += 1
        self._pixels = {number: self._pixels[number] for number in self._chosen if number in self._pixels}
        for number in self._chosen:
            self._read(number)

    def _deselect(self, number: int) -> None:
        """Give up what was chosen longest ago."""
        for row in range(self._items.rowCount()):
            index: QModelIndex = self._items.item(row).index()
            if index.data(_ID) == number:
                self.strip.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Deselect)

    def _read(self, number: int) -> None:
        project, turn = self._studio.project, self._turn

        def read(picture: np.ndarray) -> None:
            if turn == self._turn and isValid(self):
                self._pixels[number] = picture
                if len(self._pixels) == len(self._chosen):
                    self._show()

        if number in self._pixels:
            read(self._pixels[number])
        elif number == PICTURE:
            assert project.current is not None
            read(project.current.picture)
        else:
            project.read_result(number, read)

    # --- showing -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self.stage.show_pictures([(self.title(number), self._pixels[number]) for number in self._chosen])
        several = len(self._chosen) > 1
        for widget in (self._wipe, self._heat):
            widget.setEnabled(several)
        self._show_heat()

    def _set_wipes(self, wipes: bool) -> None:
        self.stage.set_wipes(wipes)
        if wipes:
            self.stage.focus_line()

    def _show_heat(self) -> None:
        """Ask for the differences from the first picture, or show the pictures themselves."""
        self._heat_turn += 1
        if len(self._pixels) < len(self._chosen):
            return  # it is shown when all of them are read
        for place in range(1, len(self._chosen)):
            if not self._heat.isChecked():
                self.stage.cover(place, None)
                self.stage.set_words(place, "")
                continue
            first, other = self._pixels[self._chosen[0]], self._pixels[self._chosen[place]]
            self._studio.image_worker.submit(
                partial(difference, first, other), partial(self._take_heat, self._heat_turn, place)
            )

    def _take_heat(self, turn: int, place: int, found: Difference) -> None:
        if turn == self._heat_turn and isValid(self):
            self.stage.cover(place, found.heat)
            self.stage.set_words(
                place, self.tr("{percent}% differs").format(percent=round(100 * found.share))
            )
