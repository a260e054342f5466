"""Content that is dropped or pasted: files, or a picture itself."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget

from singan_studio.core.errors import BadInput
from singan_studio.core.recipe import PNG_KEY, Recipe
from singan_studio.export.stills import still_texts, texts_of
from singan_studio.ui.canvas.clipboard import PIECE

ENCODED_FORMATS = (
    "image/png",
    "image/jpeg",
    "image/webp",
    "image/heic",
    "image/heif",
    "image/avif",
    "image/bmp",
    "image/tiff",
)


@dataclass(frozen=True)
class DroppedFile:
    path: Path
    others: tuple[Path, ...] = ()  # dropped with it


@dataclass(frozen=True)
class DroppedPicture:
    """An encoded picture: PNG, JPEG or any other kind `core.images` reads."""

    data: bytes


@dataclass(frozen=True)
class CopiedPiece:
    """A bitmap that was copied on a canvas."""

    image: QImage


Dropped = DroppedFile | DroppedPicture | CopiedPiece


def can_take(mime: QMimeData) -> bool:
    return (
        bool(_local_files(mime)) or mime.hasImage() or any(mime.hasFormat(name) for name in ENCODED_FORMATS)
    )


def taken(mime: QMimeData | None) -> Dropped | None:
    """Return a bitmap of a canvas, the first file, or else the picture; None when there is none of them, as in an
    empty clipboard.
    """
    if mime is None:
        return None
    if mime.hasFormat(PIECE) and mime.hasImage():
        return CopiedPiece(QImage(mime.imageData()))
    files = _local_files(mime)
    if files:
        return DroppedFile(files[0], tuple(files[1:]))
    for name in ENCODED_FORMATS:
        if mime.hasFormat(name):
            return DroppedPicture(bytes(mime.data(name).data()))
    if mime.hasImage():
        return DroppedPicture(as_png(QImage(mime.imageData())))
    return None


def recipe_in(dropped: Dropped) -> Recipe | None:
    """Return the recipe in a picture of this program, None when there is none that can be read."""
    with contextlib.suppress(BadInput):
        match dropped:
            case DroppedPicture(data=data):
                text = texts_of(io.BytesIO(data)).get(PNG_KEY)
            case DroppedFile(path=path):
                text = still_texts(path).get(PNG_KEY)
            case _:
                return None
        return Recipe.from_json(text) if text else None
    return None


def _local_files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - Qt takes any device
    return bytes(buffer.data().data())


class DropTarget(QObject):
    """Lets a widget accept drops; installs itself as its event filter."""

    entered = Signal(object)  # QMimeData that can be taken is dragged over it
    left = Signal()
    dropped = Signal(object)  # Dropped

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: object) -> bool:
        match event:
            case QDropEvent() if not isinstance(event, QDragMoveEvent):
                return self._drop(event)
            case QDragEnterEvent():
                taken = self._drag(event)
                if taken:
                    self.entered.emit(event.mimeData())
                return taken
            case QDragMoveEvent():
                return self._drag(event)
            case QDragLeaveEvent():
                self.left.emit()
        return False

    def _drag(self, event: QDragMoveEvent) -> bool:
        if not can_take(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        dropped = taken(event.mimeData())
        if dropped is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(dropped)
        return True
