"""The selection, (H, W) uint8, 255 for fully selected: rectangles, lassos, the wand, and edits of it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPolygonF

from singan_studio.ui.canvas.derived import MOMENT
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.incremental_jobs import JobSteps, Offload
from singan_studio.ui.canvas.pixels import area, bands_of, pixels_of

MOST_PX = 500
"""Limit of growing, shrinking and feathering."""
_OUTLINED_FINELY = 10**6  # px


class Combine(Enum):
    """How a new selection is combined with the present one."""

    REPLACE = "replace"
    ADD = "add"
    SUBTRACT = "subtract"
    INTERSECT = "intersect"


def cover_of(path: QPainterPath, rect: QRect) -> np.ndarray:
    """Return (h, w) uint8: how much of each px in `rect` lies inside a path in canvas px."""
    stride = (rect.width() + 3) // 4 * 4  # Qt wants rows of whole 32 bits
    cover = np.zeros((rect.height(), stride), np.uint8)
    image = QImage(cover.data, rect.width(), rect.height(), stride, QImage.Format.Format_Grayscale8)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-rect.topLeft())
    painter.fillPath(path, Qt.GlobalColor.white)
    painter.end()
    return cover[:, : rect.width()]


def select(document: CanvasDocument, rect: QRect, cover: np.ndarray, how: Combine) -> JobSteps:
    """Return a job that selects `cover`, (h, w) uint8 of `rect`."""
    layer, inside = document.selection, rect.intersected(document.rect)
    only = how in (Combine.REPLACE, Combine.INTERSECT)
    for band in bands_of(inside.united(layer.used_rect()) if only else inside, MOMENT // 4):
        document.touch(layer, band)
        common = band.intersected(inside)
        new, kept = cover[area(common.translated(-rect.topLeft()))], layer.pixels[area(common)]
        match how:
            case Combine.ADD:
                np.maximum(kept, new, out=kept)
            case Combine.SUBTRACT:
                np.minimum(kept, 255 - new, out=kept)
            case _:
                new = np.minimum(kept, new) if how is Combine.INTERSECT else new
                layer.pixels[area(band)] = 0
                kept[...] = new
        yield 2 * band.width() * band.height()
    if only and inside.isEmpty():
        layer.note_blank()
    document.selection_changed.emit()


def select_rect(document: CanvasDocument, rect: QRect, how: Combine) -> JobSteps:
    return select(document, rect, np.broadcast_to(np.uint8(255), (rect.height(), rect.width())), how)


def select_polygon(document: CanvasDocument, polygon: QPolygonF, how: Combine) -> JobSteps:
    rect = polygon.boundingRect().toAlignedRect().intersected(document.rect)
    path = QPainterPath()
    path.addPolygon(polygon)
    path.setFillRule(Qt.FillRule.WindingFill)
    path.closeSubpath()
    cover = yield Offload(pixels_of(rect), lambda: cover_of(path, rect))
    yield from select(document, rect, cover, how)


def select_all(document: CanvasDocument) -> JobSteps:
    return select_rect(document, document.rect, Combine.REPLACE)


def deselect(document: CanvasDocument) -> JobSteps:
    return select(document, QRect(), np.zeros((0, 0), np.uint8), Combine.REPLACE)


def invert(document: CanvasDocument) -> JobSteps:
    cover = yield Offload(document.selection.pixels.size, lambda: 255 - document.selection.pixels)
    yield from select(document, document.rect, cover, Combine.REPLACE)


def grown(document: CanvasDocument, px: int) -> JobSteps:
    """Return a job that grows the selection by `px` canvas px, or shrinks it if negative."""
    import cv2  # here: the window paints before it is loaded

    def change(cover: np.ndarray) -> np.ndarray:
        inside = cover >= 128 if px < 0 else cover < 128
        distance = cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
        share = np.clip(px + 1 - distance if px > 0 else distance + px, 0, 1)
        return np.rint(share * 255).astype(np.uint8)

    return _reshaped(document, max(px, 0) + 2, change)


def feathered(document: CanvasDocument, px: int) -> JobSteps:
    """Return a job that feathers the selection's edge over about `px` canvas px to both sides."""
    import cv2

    return _reshaped(document, 2 * px, lambda cover: cv2.stackBlur(cover, (2 * px + 1, 2 * px + 1)))


def _reshaped(document: CanvasDocument, margin: int, change: Callable[[np.ndarray], np.ndarray]) -> JobSteps:
    """Return a job that applies `change` to the selection with a margin, repeated beyond the canvas's border."""

    def work_out() -> tuple[QRect, np.ndarray]:
        import cv2

        old = selected_rect(document)
        wide = old.adjusted(-margin, -margin, margin, margin)
        inside = wide.intersected(document.rect)
        cover = cv2.copyMakeBorder(
            document.selection.pixels[area(inside)],
            inside.top() - wide.top(),
            wide.bottom() - inside.bottom(),
            inside.left() - wide.left(),
            wide.right() - inside.right(),
            cv2.BORDER_REPLICATE,
        )
        return wide, change(cover)

    if document.has_selection:
        wide, cover = yield Offload(pixels_of(document.selection.used_rect()), work_out)
        yield from select(document, wide, cover, Combine.REPLACE)


def selected_rect(document: CanvasDocument) -> QRect:
    """Return the bounding rectangle of the selection; empty when nothing is selected."""
    around = document.selection.used_rect()
    if around.isEmpty():
        return around
    part = document.selection.pixels[area(around)]
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if rows.size == 0:
        return QRect()
    found = QRect(columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1)
    return found.translated(around.topLeft())


def outlined(document: CanvasDocument) -> JobSteps:
    """Return a part of a job that returns the `outline`."""
    return (yield Offload(pixels_of(document.selection.used_rect()), lambda: outline(document)))


def outline(document: CanvasDocument) -> QPainterPath:
    """Return the outline of everything selected by half or more, in canvas px."""
    import cv2

    path = QPainterPath()
    rect = selected_rect(document)
    if rect.isEmpty():
        return path
    inside = (document.selection.pixels[area(rect)] >= 128).astype(np.uint8)
    fine = (
        2 if inside.size < _OUTLINED_FINELY else 1
    )  # doubled, the outline runs closer to the edges of pixels
    if fine > 1:
        inside = inside.repeat(fine, axis=0).repeat(fine, axis=1)
    inside = cv2.copyMakeBorder(inside, 1, 1, 1, 1, cv2.BORDER_CONSTANT)
    contours, _ = cv2.findContours(inside, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        points = (contour[:, 0, :] - 0.5) / fine + (rect.left(), rect.top())
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        path.closeSubpath()
    return path
