"""Brush strokes: stamps along a path, of which the strongest counts, so that a stroke is evenly opaque."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter

from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.pixels import area, colour_table, painting, shared

SMALLEST, LARGEST = 1, 1000  # px across
LIGHTEST_TOUCH = 0.1
"""Smallest size under light pen pressure, as a share of the brush size."""
_SPACING = 0.05  # of the size, between stamps
_FINE_BELOW = 24.0  # px across, below which stamps are placed to a quarter of a px


@dataclass(frozen=True)
class Brush:
    size: float = 40.0  # canvas px across
    hardness: float = 0.8  # 0 (soft from the middle on) .. 1 (a sharp edge)
    opacity: float = 1.0  # 0..1, of the whole stroke


@lru_cache(maxsize=128)
def stamp(size: float, hardness: float, shift_x: float = 0.0, shift_y: float = 0.0) -> np.ndarray:
    """Return the coverage of a brush as (n, n) uint8, n odd, read-only.

    Its middle is shifted by -0.5..0.5 px from that of the middle px.
    """
    radius = size / 2
    reach = math.ceil(radius) + 1
    steps = np.arange(-reach, reach + 1, dtype=np.float32)
    distance = np.hypot(steps[None, :] - np.float32(shift_x), steps[:, None] - np.float32(shift_y))
    soft = max(radius * (1 - hardness), 1.0)  # px over which it fades; one for a smooth edge
    share = np.clip((radius + 0.5 - distance) / soft, 0, 1)
    if soft > 1:
        share = share * share * (3 - 2 * share)
    return np.rint(share * min(1.0, size) * 255).astype(np.uint8)


class Coverage:
    """The coverage of each canvas px by a stroke so far."""

    def __init__(self, height: int, width: int, brush: Brush) -> None:
        self.pixels = np.zeros((height, width), np.uint8)
        self._brush = brush
        self._last: tuple[QPointF, float] | None = None
        self._to_next = 0.0  # px of the path until the next stamp

    def line_to(self, point: QPointF, pressure: float = 1.0) -> QRect:
        """Extend the stroke to a point in canvas px with a pressure of 0..1; return the rectangle that changed."""
        if self._last is None:
            self._last, self._to_next = (point, pressure), self._spacing(pressure)
            return self._put(point, pressure)
        start, start_pressure = self._last
        way = point - start
        length = math.hypot(way.x(), way.y())
        at, changed = self._to_next, QRect()
        while at <= length:
            share = at / length
            now = start_pressure + (pressure - start_pressure) * share
            changed = changed.united(self._put(start + way * share, now))
            at += self._spacing(now)
        self._to_next = at - length
        self._last = (point, pressure)
        return changed

    def _spacing(self, pressure: float) -> float:
        return max(0.5, self._brush.size * _felt(pressure) * _SPACING)

    def _put(self, point: QPointF, pressure: float) -> QRect:
        size = max(self._brush.size * _felt(pressure), SMALLEST)
        size = round(size, 1) if size < _FINE_BELOW else float(round(size))
        x, y, shift_x, shift_y = _split(point, size < _FINE_BELOW)
        dab = stamp(size, self._brush.hardness, shift_x, shift_y)
        reach = dab.shape[0] // 2
        height, width = self.pixels.shape
        place = QRect(x - reach, y - reach, dab.shape[0], dab.shape[0])
        inside = place.intersected(QRect(0, 0, width, height))
        if not inside.isEmpty():
            part = self.pixels[area(inside)]
            np.maximum(part, dab[area(inside.translated(-place.topLeft()))], out=part)
        return inside


class Stroke:
    """A stroke on a document's paint, in a colour, or erasing if that is None. The caller commits it."""

    def __init__(self, document: CanvasDocument, brush: Brush, colour: QColor | None) -> None:
        height, width = document.picture.shape[:2]
        self._document, self._brush = document, brush
        self._coverage = Coverage(height, width, brush)
        self._table = colour_table(colour or QColor(0, 0, 0))
        self._mode = QPainter.CompositionMode.CompositionMode_SourceOver
        if colour is None:
            self._mode = QPainter.CompositionMode.CompositionMode_DestinationOut

    def line_to(self, point: QPointF, pressure: float = 1.0) -> None:
        rect = self._coverage.line_to(point, pressure)
        if rect.isEmpty():
            return
        cover = seen_cover(self._document, self._coverage.pixels[area(rect)], rect, self._brush.opacity)
        paint(self._document, rect, cover, self._table, self._mode)


class MaskStroke:
    """A stroke that adds to the mask, or removes from it. The caller commits it."""

    def __init__(self, document: CanvasDocument, brush: Brush, adds: bool) -> None:
        height, width = document.picture.shape[:2]
        self._document, self._brush, self._adds = document, brush, adds
        self._coverage = Coverage(height, width, brush)

    def line_to(self, point: QPointF, pressure: float = 1.0) -> None:
        rect = self._coverage.line_to(point, pressure)
        if not rect.isEmpty():
            pixels = self._coverage.pixels[area(rect)]
            cover = seen_cover(self._document, pixels, rect, self._brush.opacity)
            change_mask(self._document, rect, cover, self._adds)


def seen_cover(document: CanvasDocument, cover: np.ndarray, rect: QRect, opacity: float = 1.0) -> np.ndarray:
    """Return `cover`, (h, w) uint8, limited to the selection, if there is one, and multiplied by `opacity`."""
    if document.has_selection:
        selected = document.selection.pixels[area(rect)].astype(np.uint16)
        cover = ((cover * selected + 127) // 255).astype(np.uint8)
    if opacity < 1:
        table = np.rint(np.arange(256) * opacity).astype(np.uint8)
        cover = table[cover]
    return cover


def paint(
    document: CanvasDocument,
    rect: QRect,
    cover: np.ndarray,
    table: np.ndarray,
    mode: QPainter.CompositionMode = QPainter.CompositionMode.CompositionMode_SourceOver,
) -> None:
    """Put a colour, given by its `colour_table`, on the paint as it was before the current edit.

    `cover` is (h, w) uint8 of `rect`, for the whole edit so far.
    """
    document.touch(document.paint, rect)
    colour = table[cover].view(np.uint8).reshape(*cover.shape, 4)
    with painting(document.paint.pixels) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(rect.topLeft(), shared(document.paint.before), rect)
        painter.setCompositionMode(mode)
        painter.drawImage(rect.topLeft(), shared(colour))
    document.invalidate(rect)


def change_mask(document: CanvasDocument, rect: QRect, cover: np.ndarray, adds: bool) -> None:
    """Add `cover`, (h, w) uint8 of `rect`, to the mask or remove it; like `paint`, for the whole edit so far."""
    import cv2  # here: the window paints before it is loaded

    grows, shrinks = (document.added, document.removed) if adds else (document.removed, document.added)
    document.touch(grows, rect)
    before = grows.before[area(rect)]
    grows.pixels[area(rect)] = before + cv2.multiply(255 - before, cover, scale=1 / 255)
    if shrinks.is_used(rect):
        document.touch(shrinks, rect)
        shrinks.pixels[area(rect)] = cv2.multiply(shrinks.before[area(rect)], 255 - cover, scale=1 / 255)
    document.invalidate(rect)


def _felt(pressure: float) -> float:
    return LIGHTEST_TOUCH + (1 - LIGHTEST_TOUCH) * pressure


def _split(point: QPointF, fine: bool) -> tuple[int, int, float, float]:
    """Return the px of a point and its offset from the px's middle, in quarters if `fine`, else 0."""
    x, y = math.floor(point.x()), math.floor(point.y())
    if not fine:
        return x, y, 0.0, 0.0
    return x, y, _quarter(point.x() - x), _quarter(point.y() - y)


def _quarter(share: float) -> float:
    return math.floor(share * 4) / 4 + 0.125 - 0.5
