"""A document at one moment, readable from any thread."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QRect

from singan_studio.ui.canvas.composing import Composing, covered
from singan_studio.ui.canvas.document_state import PARTS, DocumentState, patch_of
from singan_studio.ui.canvas.pixels import opaque_picture
from singan_studio.ui.canvas.raster import Raster


class FrozenView:
    """A view of a composed document, valid until the document changes.

    Hidden paint and objects are left out of its pictures, but not of its state.
    """

    def __init__(self, composing: Composing, layers: Mapping[str, Raster]) -> None:
        """Take over a composed document; `layers` are its rasters by name."""
        self._shown, self._mask = composing.shown.pixels(), composing.mask.pixels()
        self._paint, self._props = composing.layers["paint"], composing.props
        self._layers = {name: (layers[name], layers[name].used_rect()) for name in PARTS}
        self._objects = composing.objects

    def composite(self) -> np.ndarray:
        """Return the picture under the paint under the objects, (H, W, 3) uint8 sRGB."""
        return opaque_picture(self._shown)

    def coverage(self) -> np.ndarray:
        """Return where paint or objects lie, (H, W) uint8."""
        height, width = self._mask.shape
        return covered(self._paint, self._objects, self._props, QRect(0, 0, width, height)).copy()

    def mask(self) -> np.ndarray:
        """Return the area to change, (H, W) uint8, read-only."""
        return self._mask

    def document_state(self) -> DocumentState:
        """Return the content of the document, without the selection."""
        patches = {name: patch_of(layer, rect) for name, (layer, rect) in self._layers.items()}
        return DocumentState({name: patch for name, patch in patches.items() if patch}, self._objects)
