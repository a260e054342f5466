"""A dialog that shows what the present work becomes from every start scale."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import size_text
from singan_studio.ui.create.rendering import Drawn
from singan_studio.ui.widgets.pixels import as_image, fitted
from singan_studio.ui.widgets.tiles import TileList

WIDTH, LOWEST, HIGHEST = 200, 90, 200  # px, of a tile
ACROSS = 4

_SCALE = Qt.ItemDataRole.UserRole


class ContactSheet(QDialog):
    """Shows a tile per stop, filled as the pictures arrive; a click or Enter chooses one."""

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("contactSheet")
        self.setWindowTitle(self.tr("Contact sheet"))
        self._studio, self._tool_model = studio, studio.tool_model
        self._tile = self._tile_size()
        self._items = QStandardItemModel(self)
        self._tiles = self._make_tiles()
        words = QLabel(self.tr("The same seed from every start. Click one to go on with it."), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(self._tiles, 1)
        column.addWidget(buttons)
        self._fill()
        self._ask()
        self.resize(
            self.sizeHint().boundedTo(parent.window().size())
        )  # Qt would take two thirds of the screen
        self._over = False  # pictures that are still to come are not shown any more
        self.finished.connect(self._end)

    def sizeHint(self) -> QSize:
        tile, scroll = self._tiles.tile_size(), self._tiles.verticalScrollBar().sizeHint().width()
        rows = -(-self._items.rowCount() // ACROSS)
        width, height = ACROSS * (tile.width() + 6) + scroll, min(max(rows, 1), 3) * (tile.height() + 6)
        return QSize(width + 40, height + 110)

    def _tile_size(self) -> QSize:
        """Return a tile size of the shape that the pictures will have, px."""
        usual = self._tool_model.maker.size
        assert usual is not None  # the command is not offered before something can be drawn
        size = next(
            (self._tool_model.params[p.name] for p in self._tool_model.spec.params if p.kind == "size"), None
        )
        width, height = size or usual
        return QSize(WIDTH, min(max(round(WIDTH * height / width), LOWEST), HIGHEST))

    @property
    def scales(self) -> range:
        """Return the scales that the chosen tool can start from now."""
        start = self._tool_model.session.start
        return range(int((start.low if start else 0) or 0), self._tool_model.maker.available)

    def _fill(self) -> None:
        stops = self._tool_model.maker.stops
        for scale in self.scales:
            size = stops[scale]
            item = QStandardItem(f"{scale}  {size_text(size.width, size.height)}")
            item.setEditable(False)
            item.setData(scale, _SCALE)
            self._items.appendRow(item)
            if scale == self._tool_model.start_scale:
                self._tiles.setCurrentIndex(item.index())

    def _ask(self) -> None:
        """Request all pictures as results are requested: in order, so that none replaces another."""
        start = self._tool_model.session.start
        assert start is not None  # the command is not offered for tools that start nowhere
        recipe = self._tool_model.recipe()
        for row in range(self._items.rowCount()):
            scale = self._items.item(row).data(_SCALE)
            chosen = replace(recipe, params=recipe.params | {start.name: scale})
            self._studio.rendering.render(chosen, partial(self._show, row))

    def _show(self, row: int, drawn: Drawn) -> None:
        if self._over or not isValid(self):  # it may have gone with its window
            return
        tile = fitted(as_image(drawn.picture), self._tile, self.devicePixelRatioF())
        self._items.item(row).setData(tile, Qt.ItemDataRole.DecorationRole)

    def _end(self) -> None:
        self._over = True
        self.deleteLater()

    def _choose(self, index: QModelIndex) -> None:
        self._tool_model.set_start(index.data(_SCALE))
        self.accept()

    def _make_tiles(self) -> TileList:
        tiles = TileList(self._tile, self)
        tiles.setObjectName("startTiles")
        tiles.setAccessibleName(self.windowTitle())
        tiles.setModel(self._items)
        tiles.chosen.connect(self._choose)
        return tiles
