"""The base layer under the paint, the palette of the picture, and cutting out: image work in the background."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QImage

from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.canvas_documents import CanvasDocuments
from singan_studio.ui.canvas.cut_out import auto_cut, defringed
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.palette import Palette, in_colours, palette_of
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.widgets.pixels import as_image

SWATCHES = 8
FEW, PICTURE, ONE = "few", "picture", "one"
"""Grounds to paint on: the picture in few colours, the picture, its commonest colour."""
BASE = "base"
"""Under which a tool's session keeps its ground."""


class BaseLayer(QObject):
    """Finds the palette of a picture when it is first painted on, and lays the chosen base under the paint."""

    palette_changed = Signal(object)  # Palette | None, of the painting that is worked on
    base_changed = Signal(str)  # the ground that was chosen
    cut_found = Signal(object, int, object)  # CanvasDocument, id of the object, its (h, w) uint8 alpha

    def __init__(
        self,
        image_worker: BackgroundWorker,
        tool_model: ToolModel,
        canvas_documents: CanvasDocuments,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._image_worker = image_worker
        self._tool_model, self._canvas_documents = tool_model, canvas_documents
        self._painting: CanvasDocument | None = None
        self.palette: Palette | None = None
        canvas_documents.document_changed.connect(self._take)

    @property
    def base(self) -> str:
        """Return the base that the chosen tool paints on: `FEW`, `PICTURE` or `ONE`."""
        return self._tool_model.session.extras.get(BASE, FEW)

    def set_base(self, base: str) -> None:
        self._tool_model.set_extra(BASE, base)
        self._lay()
        self.base_changed.emit(base)

    def cut_out(self, document: CanvasDocument, id: int) -> None:
        """Find the object in the middle of a pasted picture; `cut_found` follows."""
        item = document.object(id)
        if item is not None:
            pixels = item.piece.pixels
            self._image_worker.submit(
                lambda: defringed(auto_cut(np.ascontiguousarray(pixels[..., 2::-1]))),
                lambda alpha: self.cut_found.emit(document, id, alpha),
            )

    def _take(self, document: CanvasDocument | None) -> None:
        if document is None or document is self._painting or self._tool_model.spec.canvas != "painting":
            return
        self._painting, self.palette = document, None
        self.palette_changed.emit(None)
        picture = document.picture

        def found(palette: Palette) -> None:
            if self._is_painted_on(document):
                self.palette = palette
                colours = [QColor(*colour) for colour in palette.swatches]
                self._canvas_documents.tool_state.set_default_colours((colours[0], colours[1 % len(colours)]))
                self.palette_changed.emit(palette)
                self._lay()

        self._image_worker.submit(lambda: palette_of(picture, SWATCHES), found)

    def _lay(self) -> None:
        document, palette, base = self._painting, self.palette, self.base
        if document is None or palette is None:
            return
        picture, swatches = document.picture, palette.swatches

        def lay(ground: QImage) -> None:
            if self._is_painted_on(document):
                document.set_base(ground)

        if base == FEW:
            self._image_worker.submit(lambda: as_image(in_colours(picture, swatches)), lay)
        elif base == PICTURE:
            lay(document.image)
        else:
            self._image_worker.submit(lambda: _in_one_colour(document.size, QColor(*swatches[0])), lay)

    def _is_painted_on(self, document: CanvasDocument) -> bool:
        """Return whether the document is still open: its project may have been closed while the palette was found."""
        there = any(document is other for other in self._canvas_documents.documents.values())
        return there and document is self._painting


def _in_one_colour(size: QSize, colour: QColor) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image
