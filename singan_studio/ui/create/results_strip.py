"""A strip of kept results, newest first."""

from __future__ import annotations

import bisect
import contextlib
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QHBoxLayout, QListView, QMenu, QToolButton, QVBoxLayout, QWidget

from singan_studio.ui.create.results_filter import (
    EVERYTHING,
    FACTS,
    UNKNOWN,
    Facts,
    FilterButton,
    FilteredResults,
    ResultFilter,
)
from singan_studio.ui.widgets.icon_engine import icon
from singan_studio.ui.widgets.keys import means
from singan_studio.ui.widgets.pixels import as_image, fitted
from singan_studio.ui.widgets.tiles import STARRED, TileList

_TILE = QSize(128, 76)  # px
_ID = Qt.ItemDataRole.UserRole


class ResultsStrip(QWidget):
    """Shows a tile per result; ids are the project's.

    Keys: arrows choose, Enter shows, Delete deletes, Ctrl+Z restores, unless `set_keys` says otherwise.
    """

    activated = Signal(int)  # clicked, or Enter
    double_clicked = Signal(int)
    selected = Signal(int)  # now the current one
    save_requested = Signal(int)
    delete_requested = Signal(int)
    undo_requested = Signal()
    star_toggled = Signal(int, bool)  # what the user wants
    thumbnail_wanted = Signal(int)  # it came in sight without one; once each
    collapsed_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resultsStrip")
        self.setAccessibleName(self.tr("Results"))
        self._items = QStandardItemModel(self)
        self._shown = FilteredResults(self._items, self)
        self._filtering = False
        self._wanted: int | None = None  # the selected one, be it shown or not
        self._asked: set[int] = set()  # for their thumbnails
        self._in_sight: list[int] = []
        self._asking = QTimer(self, singleShot=True, interval=0)  # not while the list is painted
        self._asking.timeout.connect(self._ask_for_thumbnails)
        self._invitation = self.tr("Pictures you generate are kept here.")
        self._list = self._make_list()
        self._heading = self._make_heading()
        self._filter = FilterButton(self._items, self)
        self._filter.changed.connect(self._apply_filter)
        self._star = self._button("star", "star", self.tr("Star"), self._toggle_star)
        self._save = self._button("save", "save", self.tr("Save"), lambda: self._ask(self.save_requested))
        self._delete = self._button(
            "delete", "trash", self.tr("Delete (Del)"), lambda: self._ask(self.delete_requested)
        )
        self._more = self._button("more", "more", self.tr("More"), self._show_menu_below)
        self._menu: QMenu | None = None
        self._delete_keys, self._undo_keys = QAction(self), QAction(self)
        self._delete_keys.setShortcut(QKeySequence("Del"))
        self._undo_keys.setShortcut(QKeySequence.StandardKey.Undo)
        self._lay_out()
        self._refresh()

    def add(
        self,
        result: int,
        thumbnail: np.ndarray | QImage | None,
        caption: str,
        starred: bool = False,
        tip: str = "",
        facts: Facts = UNKNOWN,
    ) -> None:
        """Add a result in its place, the newest first; `thumbnail` is (H, W, 3) uint8, None for one to be asked for."""
        item = QStandardItem(caption)
        item.setEditable(False)
        item.setData(result, _ID)
        item.setData(starred, STARRED)
        item.setData(facts, FACTS)
        item.setToolTip(tip or caption)
        if thumbnail is not None:
            self._show(item, thumbnail)
        self._items.insertRow(self._row(result), item)
        self._refresh()

    def replace(self, result: int, thumbnail: np.ndarray | QImage | None, tip: str) -> None:
        """Show another picture, (H, W, 3) uint8, and tool tip for a result."""
        self._item(result).setToolTip(tip)
        self.show_thumbnail(result, thumbnail)

    def show_thumbnail(self, result: int, thumbnail: np.ndarray | QImage | None) -> None:
        """Show a thumbnail, (H, W, 3) uint8, or that there is none to be had; nothing for a result that is not here."""
        with contextlib.suppress(KeyError):
            self._show(self._item(result), thumbnail)

    def _show(self, item: QStandardItem, thumbnail: np.ndarray | QImage | None) -> None:
        ratio = self.devicePixelRatioF()
        if thumbnail is None:
            tile = icon("warning", "warning").pixmap(_TILE / 2, ratio)
        else:
            tile = fitted(as_image(thumbnail), _TILE, ratio)
        item.setData(tile, Qt.ItemDataRole.DecorationRole)

    def _want(self, index: QModelIndex) -> None:
        result = index.data(_ID)
        if result not in self._asked:
            self._asked.add(result)
            self._in_sight.append(result)
            self._asking.start()

    def _ask_for_thumbnails(self) -> None:
        in_sight, self._in_sight = self._in_sight, []
        for result in in_sight:
            self.thumbnail_wanted.emit(result)

    def remove(self, result: int) -> None:
        self._items.removeRow(self._item(result).row())
        self._refresh()

    def clear(self) -> None:
        self._items.clear()
        self._filter.reset()
        self._asked.clear()
        self._in_sight.clear()
        self._refresh()

    def set_starred(self, result: int, starred: bool) -> None:
        """Show or hide the star without a signal."""
        self._item(result).setData(starred, STARRED)
        self._refresh()

    def select(self, result: int) -> None:
        """Make a result the current one and scroll to it; one that is filtered out stays hidden."""
        self._wanted = result
        self._list.setCurrentIndex(self._shown.mapFromSource(self._item(result).index()))

    def deselect(self) -> None:
        """Let no result be the current one."""
        self._wanted = None
        self._list.setCurrentIndex(QModelIndex())

    def set_keys(self, delete: QAction, undo: QAction) -> None:
        """Delete and restore by the keys of these commands in place of Delete and Ctrl+Z."""
        self._delete_keys, self._undo_keys = delete, undo

    def set_menu(self, menu: QMenu) -> None:
        """Offer this menu on a right click and behind the last button."""
        self._menu = menu
        self._refresh()

    def selected_result(self) -> int | None:
        index = self._list.currentIndex()
        return index.data(_ID) if index.isValid() else None

    def set_collapsed(self, collapsed: bool) -> None:
        self._heading.setChecked(not collapsed)

    def folds_by(self) -> int:
        """Return by how many px the strip is lower when it is collapsed; 0 when it is."""
        return 0 if self._list.isHidden() else self._list.height()

    # input

    def event(self, event: QEvent) -> bool:
        """Claim the keys that delete and restore: here they mean results, whatever they mean in the window."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._claims(event):
            event.accept()
            return True
        return super().event(event)

    def _claims(self, event: QKeyEvent) -> bool:
        return means(event, self._delete_keys) or means(event, self._undo_keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if means(event, self._undo_keys):
            self.undo_requested.emit()
        elif means(event, self._delete_keys):
            self._ask(self.delete_requested)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._menu and self.selected_result() is not None:
            self._menu.popup(event.globalPos())

    def _show_menu_below(self) -> None:
        if self._menu:
            self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _toggle_star(self) -> None:
        result = self.selected_result()
        if result is not None:
            starred = not self._item(result).data(STARRED)
            self.set_starred(result, starred)
            self.star_toggled.emit(result, starred)

    def _ask(self, signal: SignalInstance) -> None:
        result = self.selected_result()
        if result is not None:
            signal.emit(result)

    def _current_changed(self, index: QModelIndex) -> None:
        if self._filtering:
            return
        self._refresh()
        if index.isValid():
            self._wanted = index.data(_ID)
            self.selected.emit(index.data(_ID))

    def _apply_filter(self, chosen: ResultFilter) -> None:
        """Show what the filter lets through; what is selected stays so, though it may be hidden."""
        self._filtering, wanted = True, self._wanted
        self._shown.set_filter(chosen)
        with contextlib.suppress(KeyError):
            index = QModelIndex() if wanted is None else self._item(wanted).index()
            self._list.setCurrentIndex(self._shown.mapFromSource(index))
        self._filtering = False
        hiding = chosen != EVERYTHING and self._items.rowCount()
        self._list.set_placeholder(self.tr("No result is like that.") if hiding else self._invitation)
        self._refresh()

    # parts

    def _make_list(self) -> TileList:
        tiles = TileList(_TILE, self)
        tiles.setObjectName("resultTiles")
        tiles.setAccessibleName(self.tr("Results"))
        tiles.setModel(self._shown)
        tiles.set_placeholder(self._invitation)
        tiles.setWrapping(False)
        tiles.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tiles.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        bar = tiles.horizontalScrollBar().sizeHint().height()
        tiles.setFixedHeight(tiles.tile_size().height() + bar)
        tiles.picture_missed.connect(self._want)
        tiles.chosen.connect(lambda index: self.activated.emit(index.data(_ID)))
        tiles.doubleClicked.connect(lambda index: self.double_clicked.emit(index.data(_ID)))
        tiles.selectionModel().currentChanged.connect(self._current_changed)
        return tiles

    def _make_heading(self) -> QToolButton:
        heading = QToolButton(self)
        heading.setObjectName("heading")
        heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        heading.setCheckable(True)
        heading.setChecked(True)
        heading.setProperty("flat", True)
        heading.setToolTip(self.tr("Show or hide the results"))
        heading.toggled.connect(self._show_list)
        return heading

    def _button(self, name: str, picture: str, spoken: str, go: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon(picture))
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        button.clicked.connect(go)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._heading)
        head.addStretch(1)
        for button in (self._filter, self._star, self._save, self._delete, self._more):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 2, 6, 2)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._list)

    def _show_list(self, shown: bool) -> None:
        self._list.setVisible(shown)
        self._refresh()
        self.collapsed_changed.emit(not shown)

    def _refresh(self) -> None:
        """Bring heading and buttons up to date."""
        open_, count = self._heading.isChecked(), self._items.rowCount()
        self._heading.setIcon(icon("chevron-down" if open_ else "chevron-right"))
        shown = self._shown.rowCount()
        text = self.tr("Results ({count})") if shown == count else self.tr("Results ({shown} of {count})")
        self._heading.setText(text.format(count=count, shown=shown))
        result = self.selected_result()
        for button in (self._star, self._save, self._delete):
            button.setVisible(open_)
            button.setEnabled(result is not None)
        self._filter.setVisible(open_)
        self._filter.setEnabled(count > 0)
        self._more.setVisible(open_ and self._menu is not None)
        starred = result is not None and self._item(result).data(STARRED)
        self._star.setIcon(icon("star-filled" if starred else "star"))
        spoken = self.tr("Remove the star") if starred else self.tr("Star")
        self._star.setToolTip(spoken)
        self._star.setAccessibleName(spoken)

    def _item(self, result: int) -> QStandardItem:
        """Return the item of a result. Raises KeyError for a result that is not here."""
        row = self._row(result)
        if row == self._items.rowCount() or self._items.item(row).data(_ID) != result:
            raise KeyError(result)
        return self._items.item(row)

    def _row(self, result: int) -> int:
        """Return the row of a result, or where it belongs; the newest is the first."""
        return bisect.bisect_left(
            range(self._items.rowCount()), -result, key=lambda row: -self._items.item(row).data(_ID)
        )
