"""A work as it is at one moment, to be looked at from any thread."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QRect

from singan_studio.ui.canvas.composing import Composing, covered
from singan_studio.ui.canvas.document_state import PARTS, DocumentState, patch_of
from singan_studio.ui.canvas.pixels import opaque_picture
from singan_studio.ui.canvas.raster import Raster


class FrozenView:
    """Hidden paint and objects are left out of its pictures, but not of what it is made of. Once the work has changed
    it is of no more use.
    """

    def __init__(self, composing: Composing, layers: Mapping[str, Raster]) -> None:
        """Of a composed work; `layers` are its rasters by name."""
        self._shown, self._mask = composing.shown.pixels(), composing.mask.pixels()
        self._paint, self._props = composing.layers["paint"], composing.props
        self._layers = {name: (layers[name], layers[name].used_rect()) for name in PARTS}
        self._objects = composing.objects

    def composite(self) -> np.ndarray:
        """(H, W, 3) uint8 sRGB: the picture under the paint under the objects."""
        return opaque_picture(self._shown)

    def coverage(self) -> np.ndarray:
        """(H, W) uint8: where paint or objects lie."""
        height, width = self._mask.shape
        return covered(self._paint, self._objects, self._props, QRect(0, 0, width, height)).copy()

    def mask(self) -> np.ndarray:
        """(H, W) uint8: the area to change; not to be changed itself."""
        return self._mask

    def document_state(self) -> DocumentState:
        """What of it is the work, without what is selected."""
        patches = {name: patch_of(layer, rect) for name, (layer, rect) in self._layers.items()}
        return DocumentState({name: patch for name, patch in patches.items() if patch}, self._objects)
