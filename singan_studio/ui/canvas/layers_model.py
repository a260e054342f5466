"""The layers of the chosen tool's document, from the topmost on, with their properties and thumbnails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.canvas_documents import CanvasDocuments
from singan_studio.ui.canvas.canvas_modes import TRANSFORM, CanvasMode
from singan_studio.ui.canvas.composing import MASK, PAINT, PICTURE, LayerProps, object_layer
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.object_edits import DELETE, ORDER, reorder
from singan_studio.ui.canvas.objects import Bitmap
from singan_studio.ui.canvas.tools.transform import TRANSFORM as TRANSFORM_STEP

THUMBNAIL = 64
"""Longer side in px of an object's thumbnail."""


@dataclass(frozen=True)
class Layer:
    """`name` is `PICTURE`, `PAINT`, `MASK` or the `object_layer` of the object with this id."""

    name: str
    props: LayerProps
    id: int | None = None
    thumbnail: QImage | None = None  # of an object, once it is made


class LayersModel(QObject):
    """Lists and edits the layers of the chosen tool's document; edits wait for a running one."""

    changed = Signal()  # the layers, their properties, the active object, or a thumbnail

    def __init__(
        self, canvas_documents: CanvasDocuments, pixels: BackgroundWorker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._canvas_documents, self._pixels = canvas_documents, pixels
        self._document: CanvasDocument | None = None
        self._thumbnails: dict[str, QImage | None] = {}  # by the bitmap's key; None until it is made
        canvas_documents.document_changed.connect(self._follow)

    @property
    def mode(self) -> CanvasMode | None:
        """The canvas mode of the chosen tool."""
        return self._canvas_documents.mode

    @property
    def layers(self) -> list[Layer]:
        """All layers from the topmost on; empty for a tool without a canvas."""
        document, mode = self._document, self._canvas_documents.mode
        if document is None or mode is None:
            return []
        found = [Layer(MASK, document.layer_props(MASK))] if mode.shows_mask else []
        for item in reversed(document.objects):
            name = object_layer(item.id)
            found.append(
                Layer(name, document.layer_props(name), item.id, self._thumbnails.get(item.bitmap.key))
            )
        return [*found, *(Layer(name, document.layer_props(name)) for name in (PAINT, PICTURE))]

    @property
    def active(self) -> int | None:
        """The id of the active object."""
        return self._document.active if self._document else None

    @property
    def leaves_out(self) -> bool:
        """Whether a hidden layer is left out of results."""
        return any(not layer.props.visible for layer in self.layers if layer.name not in (MASK, PICTURE))

    def show(self, name: str, shown: bool) -> None:
        """Show or hide a layer."""
        self._when_free(lambda document: document.show_layer(name, shown))

    def choose(self, id: int | None) -> None:
        """Make an object the active one and show its handles; None for no object."""

        def take_up(document: CanvasDocument) -> None:
            if id != document.active:
                self._settle(document)
                document.set_active(id)
            mode = self._canvas_documents.mode
            if id is not None and mode and TRANSFORM in mode.tools:
                self._canvas_documents.tool_state.set_tool(TRANSFORM)

        self._when_free(take_up)

    def remove(self, id: int) -> None:
        """Remove an object, as one step."""

        def take_away(document: CanvasDocument) -> None:
            self._settle(document)
            document.set_objects(item for item in document.objects if item.id != id)
            document.commit(DELETE)

        self._when_free(take_away)

    def reorder(self, id: int, by: int) -> None:
        """Move an object `by` places up in the order, down if negative, as one step."""

        def lay(document: CanvasDocument) -> None:
            self._settle(document)
            reorder(document, id, by)
            document.commit(ORDER)

        self._when_free(lay)

    def _settle(self, document: CanvasDocument) -> None:
        """Make a transform in progress a step of its own."""
        if document.pending:
            document.commit(TRANSFORM_STEP)
            document.finish()

    def _when_free(self, do: Callable[[CanvasDocument], None]) -> None:
        document = self._document
        if document is not None:
            document.runner.when_free(lambda: do(document) if document is self._document else None)

    def _follow(self, document: CanvasDocument | None) -> None:
        if self._document is not None:
            self._document.objects_changed.disconnect(self._show)
            self._document.layer_props_changed.disconnect(self._show)
        self._document = document
        if document is not None:
            document.objects_changed.connect(self._show)
            document.layer_props_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        bitmaps = [item.bitmap for item in self._document.objects] if self._document else []
        known = self._thumbnails
        self._thumbnails = {bitmap.key: known.get(bitmap.key) for bitmap in bitmaps}
        for bitmap in bitmaps:
            if bitmap.key not in known:
                self._make_thumbnail(bitmap)
        self.changed.emit()

    def _make_thumbnail(self, bitmap: Bitmap) -> None:
        def made(image: QImage) -> None:
            if bitmap.key in self._thumbnails:
                self._thumbnails[bitmap.key] = image
                self.changed.emit()

        self._pixels.submit(lambda: _thumbnail(bitmap), made)


def _thumbnail(bitmap: Bitmap) -> QImage:
    """Return the thumbnail of a bitmap; callable on any thread."""
    image = bitmap.image(THUMBNAIL / max(bitmap.width, bitmap.height))
    box = QSize(THUMBNAIL, THUMBNAIL).boundedTo(image.size())
    return image.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
