"""The galleries of bundled pictures and of bundled projects."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImageReader, QPixmap, QResizeEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QSizePolicy, QWidget

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.core.resources import resource
from singan_studio.ui.widgets.tiles import TileList

_TILE, _COLUMNS = QSize(138, 92), 4  # px, and how many beside each other if they fit
_LARGE, _LARGE_COLUMNS = QSize(286, 191), 2  # of projects that are ready
_SPARE = 4  # px that the list keeps for itself
_PATH = Qt.ItemDataRole.UserRole
_PICTURE = _PATH + 2  # the role between marks a star

_TITLES = {
    "autumn-mountain": QT_TRANSLATE_NOOP("samples", "Autumn mountain"),
    "blue-flowers": QT_TRANSLATE_NOOP("samples", "Blue flowers"),
    "citrus": QT_TRANSLATE_NOOP("samples", "Citrus fruits"),
    "city-skyline": QT_TRANSLATE_NOOP("samples", "City skyline"),
    "dandelions": QT_TRANSLATE_NOOP("samples", "Dandelions"),
    "desert-dune": QT_TRANSLATE_NOOP("samples", "Desert dune"),
    "galaxies": QT_TRANSLATE_NOOP("samples", "Galaxies"),
    "gravel": QT_TRANSLATE_NOOP("samples", "Gravel"),
    "mountain-lake": QT_TRANSLATE_NOOP("samples", "Mountain lake"),
    "ocean-waves": QT_TRANSLATE_NOOP("samples", "Ocean waves"),
    "tea-hills": QT_TRANSLATE_NOOP("samples", "Tea hills"),
    "tulips": QT_TRANSLATE_NOOP("samples", "Tulips"),
}


_LEARNED = "-learned"
"""End of the names of projects in resources/examples, before which the name of their photo stands."""


class Gallery(QWidget):
    """A grid whose height follows its width; a click, Enter or Space chooses a picture.

    The pictures are read one by one after the gallery is shown, so that the window's first paint does not wait.
    """

    activated = Signal(Path)

    def __init__(
        self, name: str, items: list[QStandardItem], tile: QSize, columns: int, parent: QWidget | None = None
    ) -> None:
        """Show `items` with their picture's path in `_PICTURE`, as many as `columns` beside each other.

        `name` begins the object names of the gallery and of its tiles.
        """
        super().__init__(parent)
        self.setObjectName(f"{name}Gallery")
        self._tile, self._columns = tile, columns
        self._items = QStandardItemModel(self)
        for item in items:
            self._items.appendRow(item)
        self._tiles = self._make_tiles()
        self._tiles.setObjectName(f"{name}Tiles")
        self.setFocusProxy(self._tiles)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_next)
        self._read = 0  # pictures read so far

    def sizeHint(self) -> QSize:
        return self._size_for(self._columns)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._size_for(1).width(), self._tiles.tile_size().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - self._scroll_bar_width()
        return self._size_for(max(room // self._tiles.tile_size().width(), 1)).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A layout would replace `heightForWidth` by its own height.
        self._tiles.setGeometry(self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        self._reading.start()
        super().showEvent(event)

    def _name(self, spoken: str) -> None:
        """Give the gallery, and its tiles, which have the focus, a name."""
        self.setAccessibleName(spoken)
        self._tiles.setAccessibleName(spoken)

    def _make_tiles(self) -> TileList:
        tiles = TileList(self._tile, self)
        tiles.setModel(self._items)
        tiles.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        tiles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tiles.chosen.connect(lambda index: self.activated.emit(index.data(_PATH)))
        return tiles

    def _size_for(self, columns: int) -> QSize:
        tile = self._tiles.tile_size()
        rows = -(-self._items.rowCount() // columns)
        return QSize(columns * tile.width() + self._scroll_bar_width(), rows * tile.height() + _SPARE)

    def _scroll_bar_width(self) -> int:
        return self._tiles.verticalScrollBar().sizeHint().width() + _SPARE

    def _read_next(self) -> None:
        if self._read == self._items.rowCount():
            self._reading.stop()
            return
        item = self._items.item(self._read)
        self._read += 1
        picture = _thumbnail(item.data(_PICTURE), self._tile, self.devicePixelRatioF())
        item.setData(picture, Qt.ItemDataRole.DecorationRole)


class SampleGallery(Gallery):
    """The bundled pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        photos = sorted(resource("samples").glob("*.jpg"))
        items = [_item(path, path, _title(path.stem)) for path in photos]
        super().__init__("sample", items, _TILE, _COLUMNS, parent)
        self._name(self.tr("Bundled pictures"))


class ExampleGallery(Gallery):
    """The bundled projects, which are learned already; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        items = []
        for path in sorted(resource("examples").glob("*.singan")):
            photo = path.stem.removesuffix(_LEARNED)
            items.append(_item(path, resource(f"samples/{photo}.jpg"), _title(photo)))
        super().__init__("example", items, _LARGE, _LARGE_COLUMNS, parent)
        self._name(self.tr("Examples that are ready"))
        self.setVisible(bool(items))

    @property
    def empty(self) -> bool:
        return self._items.rowCount() == 0


def _title(photo: str) -> str:
    return QCoreApplication.translate("samples", _TITLES.get(photo, photo))


def _item(path: Path, picture: Path, title: str) -> QStandardItem:
    item = QStandardItem(title)
    item.setEditable(False)
    item.setData(path, _PATH)
    item.setData(picture, _PICTURE)
    item.setToolTip(title)
    return item


def _thumbnail(path: Path, tile: QSize, ratio: float) -> QPixmap:
    """Return the middle of a picture, cut to the tile; the JPEG decoder shrinks while it reads, which is fast."""
    reader = QImageReader(str(path))
    wanted = tile * ratio
    reader.setScaledSize(reader.size().scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    cut = QRect(QPoint(0, 0), wanted)
    cut.moveCenter(image.rect().center())
    pixmap = QPixmap.fromImage(image.copy(cut))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
