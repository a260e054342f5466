"""A list of layers with an eye before each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from singan_studio.ui.canvas.composing import LayerProps

_MOST_ROWS = 5  # more are scrolled
_ICON = 20  # px
_ROW = 26  # px, at least
_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class LayerRow:
    """A row; `key` identifies `icon`, `removable` rows can be deleted and reordered."""

    name: str
    text: str
    tip: str
    icon: QIcon
    key: int
    props: LayerProps
    removable: bool = False

    @property
    def looks(self) -> tuple[object, ...]:
        return self.name, self.text, self.tip, self.key, self.props, self.removable


class LayerList(QListWidget):
    """Shows or hides by a click on an eye or Space, selects by a click beside it or arrow keys, removes by Delete."""

    shown_changed = Signal(str, bool)
    chosen = Signal(str)
    removed = Signal(str)
    moved = Signal(str, int)  # by so many places up, down if negative

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layerList")
        self.setAccessibleName(self.tr("Layers"))
        self.setIconSize(QSize(_ICON, _ICON))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self._rows: dict[str, LayerRow] = {}
        self._eye_pressed = False
        self.itemChanged.connect(self._changed)
        self.currentItemChanged.connect(self._current_changed)

    def set_rows(self, rows: Sequence[LayerRow], current: str) -> None:
        """Show rows from the topmost on; `current` is the name of the selected one, empty for none."""
        blocked = self.blockSignals(True)
        before, self._rows = self._rows, {row.name: row for row in rows}
        chosen = self._name_of(self.currentItem())
        if list(before) != list(self._rows):
            self.clear()
            self.addItems([""] * len(rows))
            self._fit_height()
            before = {}
        for index, row in enumerate(rows):
            if row.name not in before or row.looks != before[row.name].looks:
                self._fill(self.item(index), row)
        keeps = chosen in self._rows and not self._rows[chosen].removable
        self._choose(current or (chosen if keeps else ""))
        self.blockSignals(blocked)

    # --- input -----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self._eye_at(event.position().toPoint())
        self._eye_pressed = item is not None
        if item is None:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._toggle(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._eye_pressed:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._eye_pressed:
            super().mouseReleaseEvent(event)
        self._eye_pressed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item and event.key() == Qt.Key.Key_Space:
            self._toggle(item)
        elif item and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self._current.removable:
                self.removed.emit(self._current.name)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = (
            self.itemAt(event.pos())
            if event.reason() == QContextMenuEvent.Reason.Mouse
            else self.currentItem()
        )
        row = self._rows.get(self._name_of(item))
        if row is None or not row.removable:
            return
        menu = QMenu(self)
        menu.setObjectName("layerMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Bring &forward"), lambda: self.moved.emit(row.name, 1))
        menu.addAction(self.tr("Send &backward"), lambda: self.moved.emit(row.name, -1))
        menu.addSeparator()
        menu.addAction(self.tr("&Delete"), lambda: self.removed.emit(row.name))
        menu.popup(event.globalPos())

    # --- inside ------------------------------------------------------------------------------------------------

    @property
    def _current(self) -> LayerRow:
        return self._rows[self._name_of(self.currentItem())]

    def _fill(self, item: QListWidgetItem, row: LayerRow) -> None:
        item.setIcon(row.icon)
        item.setText(row.text)
        item.setData(_NAME, row.name)
        item.setToolTip(row.tip)
        item.setStatusTip(row.tip)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags)
        item.setCheckState(Qt.CheckState.Checked if row.props.visible else Qt.CheckState.Unchecked)
        item.setSizeHint(QSize(0, self._row_height()))

    def _row_height(self) -> int:
        return max(_ROW, self.fontMetrics().height() + 8)

    def _fit_height(self) -> None:
        rows = min(max(self.count(), 1), _MOST_ROWS)
        self.setFixedHeight(rows * self._row_height() + 2 * self.frameWidth())

    def _choose(self, name: str) -> None:
        row = next((index for index in range(self.count()) if self._name_of(self.item(index)) == name), -1)
        if row != self.currentRow():
            self.setCurrentRow(row)
        if row < 0:
            self.clearSelection()

    def _toggle(self, item: QListWidgetItem) -> None:
        shown = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if shown else Qt.CheckState.Checked)

    def _changed(self, item: QListWidgetItem) -> None:
        self.shown_changed.emit(self._name_of(item), item.checkState() == Qt.CheckState.Checked)

    def _current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self._name_of(item))

    def _eye_at(self, at: QPoint) -> QListWidgetItem | None:
        """Return the row whose eye is at a point."""
        item = self.itemAt(at)
        if item is None:
            return None
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualItemRect(item)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        eye = self.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, self)
        eye.setLeft(option.rect.left())  # up to the edge of the list, which is easy to hit
        return item if eye.adjusted(0, -option.rect.height(), 3, option.rect.height()).contains(at) else None

    def _name_of(self, item: QListWidgetItem | None) -> str:
        return str(item.data(_NAME)) if item else ""
