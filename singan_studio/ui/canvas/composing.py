"""The composite of a document and its mask: the picture under the paint under the objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from singan_studio.ui.canvas.derived import MOMENT, Derived
from singan_studio.ui.canvas.incremental_jobs import JobSteps
from singan_studio.ui.canvas.levels import Levels
from singan_studio.ui.canvas.objects import CanvasObject, alpha_of
from singan_studio.ui.canvas.pixels import area, painting, pixels_in, shared
from singan_studio.ui.canvas.raster import Raster

PICTURE, PAINT, MASK = "picture", "paint", "mask"
"""Names of the layers with properties, beside the objects."""
UNSEEN_ONLY = frozenset((PICTURE, MASK))
"""Layers that are hidden from view only: results are still made with them."""


@dataclass(frozen=True)
class LayerProps:
    """How a layer enters the composite. `opacity` (0..1) counts for paint and objects."""

    visible: bool = True
    opacity: float = 1.0


AllProps = Mapping[str, LayerProps]
"""By the name of the layer; one that is missing has the defaults."""
_DEFAULT = LayerProps()


def props_of(all_props: AllProps, layer: str) -> LayerProps:
    """Return the properties of a layer."""
    return all_props.get(layer, _DEFAULT)


def object_layer(id: int) -> str:
    """Return the layer name of an object."""
    return f"object/{id}"


class Composing:
    """Composes the visible layers, on request and only where they have changed."""

    def __init__(
        self, base: QImage, paint: Raster, added: Raster, removed: Raster, automatic_mask: bool
    ) -> None:
        """With `automatic_mask` the mask is where paint and objects lie, plus `added` and minus `removed`."""
        self.base = base
        self.objects: tuple[CanvasObject, ...] = ()
        self.layers = {layer.name: layer for layer in (paint, added, removed)}
        self.props: AllProps = {}  # replaced and never changed, so that another thread may look at it
        self._automatic_mask = automatic_mask
        height, width = paint.pixels.shape[:2]
        self.shown = Derived((height, width, 4), self._draw)
        self.overlay = Derived((height, width, 4), self._draw_overlay, opaque=False)
        self.mask = Derived((height, width), self._draw_mask)

    @property
    def visible_objects(self) -> list[CanvasObject]:
        return [item for item in self.objects if props_of(self.props, object_layer(item.id)).visible]

    def invalidate(self, rect: QRect) -> None:
        """Mark a rectangle in which layers or objects have changed."""
        for derived in (self.shown, self.overlay, self.mask):
            derived.invalidate(rect)

    def release(self) -> None:
        """Free memory that can be computed again."""
        for derived in (self.shown, self.overlay, self.mask):
            derived.release()

    def made(self) -> JobSteps:
        """Return a part of a job that composes everything and returns (H, W, 4) layer pixels, read-only."""
        yield from _made(self.shown)
        return self.shown.pixels()

    def all_made(self) -> JobSteps:
        """Return a part of a job that composes everything, the mask included."""
        yield from _made(self.shown)
        yield from _made(self.mask)

    def _draw(self, rect: QRect, pixels: np.ndarray) -> None:
        with painting(pixels, opaque=True) as painter:
            painter.setClipRect(rect)
            painter.drawImage(rect.topLeft(), self.base, rect)
            self._paint_overlay(painter, rect)

    def _draw_overlay(self, rect: QRect, pixels: np.ndarray) -> None:
        """Compose paint and objects without the picture."""
        pixels[area(rect)] = 0
        with painting(pixels) as painter:
            painter.setClipRect(rect)
            self._paint_overlay(painter, rect)

    def _paint_overlay(self, painter: QPainter, rect: QRect) -> None:
        paint, props = self.layers["paint"], props_of(self.props, PAINT)
        if props.visible and paint.is_used(rect):
            painter.setOpacity(props.opacity)
            painter.drawImage(rect.topLeft(), shared(paint.pixels), rect)
        for item in self.visible_objects:
            if item.rect.intersects(rect):
                painter.setOpacity(props_of(self.props, object_layer(item.id)).opacity)
                item.paint(painter)

    def _draw_mask(self, rect: QRect, pixels: np.ndarray) -> None:
        added, removed = self.layers["added"], self.layers["removed"]
        mask: np.ndarray | int = 0
        if self._automatic_mask:
            mask = covered(self.layers["paint"], self.objects, self.props, rect)
        if added.is_used(rect):
            mask = np.maximum(mask, added.pixels[area(rect)])
        if removed.is_used(rect):
            mask = np.minimum(mask, 255 - removed.pixels[area(rect)])
        pixels[area(rect)] = mask


def covered(paint: Raster, objects: Sequence[CanvasObject], all_props: AllProps, rect: QRect) -> np.ndarray:
    """Return (h, w) uint8: how much visible paint or objects cover. It may share memory with the layer."""
    cover, props = np.zeros((rect.height(), rect.width()), np.uint8), props_of(all_props, PAINT)
    if props.visible:
        cover = paint.pixels[area(rect)][..., 3]
        if props.opacity < 1:
            cover = np.rint(cover * props.opacity).astype(np.uint8)
    seen = []
    for item in objects:
        props = props_of(all_props, object_layer(item.id))
        if props.visible and item.rect.intersects(rect):
            seen.append((item, props.opacity))
    return np.maximum(cover, alpha_of(seen, rect)) if seen else cover


def _made(derived: Derived) -> JobSteps:
    while stale := pixels_in(derived.stale):
        derived.levels(MOMENT // 4)
        yield min(stale, MOMENT // 4)


def reduced(levels: Levels, width: int, height: int) -> np.ndarray:
    """Return a reduced picture, (height, width[, 4]) uint8, from the smallest level that is large enough."""
    import cv2  # here: the window paints before it is loaded

    whole = levels.array(0).shape[1]
    level = levels.array(levels.index_for(width / whole))
    method = cv2.INTER_AREA if width < level.shape[1] else cv2.INTER_CUBIC
    return cv2.resize(level, (width, height), interpolation=method)
