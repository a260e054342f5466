"""Edits of objects: lifting the selection, pasting, duplicating, removing, reordering."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRect

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.ui.canvas.brush import change_mask
from singan_studio.ui.canvas.derived import MOMENT
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.filling import fill_hole
from singan_studio.ui.canvas.incremental_jobs import JobSteps, Offload
from singan_studio.ui.canvas.objects import LARGEST_SHARE, Bitmap, CanvasObject, Placement, landing
from singan_studio.ui.canvas.pixels import area, bands_of, layer_of, pixels_of
from singan_studio.ui.canvas.selection import deselect, selected_rect

DELETE = QT_TRANSLATE_NOOP("canvas", "Delete")
ORDER = QT_TRANSLATE_NOOP("canvas", "Order")


def selected_bitmap(document: CanvasDocument) -> JobSteps:
    """Return a part of a job that returns the selected pixels as (Bitmap, QRect), None when nothing is selected."""
    seen = yield from document.made()

    def found() -> tuple[Bitmap, QRect] | None:
        rect = selected_rect(document)
        return (
            None if rect.isEmpty() else (_cut(seen[area(rect)], document.selection.pixels[area(rect)]), rect)
        )

    return (yield Offload(pixels_of(document.selection.used_rect()), found))


def selected_cover(document: CanvasDocument) -> JobSteps:
    """Return a part of a job that returns what is selected as (QRect, (h, w) uint8), None when nothing is."""

    def found() -> tuple[QRect, np.ndarray] | None:
        rect = selected_rect(document)
        return None if rect.isEmpty() else (rect, document.selection.pixels[area(rect)].copy())

    return (yield Offload(pixels_of(document.selection.used_rect()), found))


def mark(document: CanvasDocument, rect: QRect, cover: np.ndarray) -> JobSteps:
    """Return a job that adds `cover`, (h, w) uint8 of `rect`, to the mask."""
    for band in bands_of(rect, MOMENT // 8):
        change_mask(document, band, cover[area(band.translated(-rect.topLeft()))], True)
        yield 2 * band.width() * band.height()


def _cut(seen: np.ndarray, cover: np.ndarray) -> Bitmap:
    """Cut (h, w, 4) opaque layer pixels out by (h, w) uint8 `cover`."""
    import cv2  # here: the window paints before it is loaded

    pixels = np.empty_like(seen)
    height, width = cover.shape
    for band in bands_of(QRect(0, 0, width, height), MOMENT // 8):
        part = seen[area(band)].copy()
        part[..., 3] = 255
        pixels[area(band)] = cv2.multiply(part, cv2.merge([cover[area(band)]] * 4), scale=1 / 255)
    return Bitmap(pixels)


def lift(document: CanvasDocument, leaves_hole: bool) -> JobSteps:
    """Return a job that makes the selection an object on top, and fills the hole if it leaves one.

    It returns the CanvasObject, or None when nothing is selected.
    """
    found = yield from selected_bitmap(document)
    if found is None:
        return None
    bitmap, rect = found
    if leaves_hole:
        yield from fill_hole(document, rect, document.selection.pixels[area(rect)])
    middle = QPointF(rect.left() + rect.width() / 2, rect.top() + rect.height() / 2)
    item = CanvasObject(document.new_id(), bitmap, Placement(middle.x(), middle.y()))
    yield from deselect(document)
    document.place(item)
    document.set_active(item.id)
    return item


def remove(document: CanvasDocument, leaves_hole: bool = True) -> JobSteps:
    """Return a job that removes the selection and fills the hole, or else the active object.

    Where only a mask is painted the selection becomes a part of it, and where nothing leaves a hole it is given up.
    It returns whether there was anything to remove.
    """
    rect = yield Offload(pixels_of(document.selection.used_rect()), lambda: selected_rect(document))
    if not rect.isEmpty() and not leaves_hole:
        yield from deselect(document)
    elif not rect.isEmpty() and not document.automatic_mask:
        yield from mark(document, rect, document.selection.pixels[area(rect)])
        yield from deselect(document)
    elif not rect.isEmpty():
        yield from fill_hole(document, rect, document.selection.pixels[area(rect)])
        yield from deselect(document)
    elif document.active is not None:
        document.set_objects(item for item in document.objects if item.id != document.active)
    else:
        return False
    return True


def duplicate(document: CanvasDocument, item: CanvasObject) -> CanvasObject:
    """Add a copy of an object in the same place and return it. The caller commits it."""
    copy = item.copied(document.new_id())
    document.place(copy)
    document.set_active(copy.id)
    return copy


def reorder(document: CanvasDocument, id: int, by: int) -> None:
    """Move an object up in the order by `by` places, down if negative. The caller commits it."""
    objects = list(document.objects)
    place = next(index for index, item in enumerate(objects) if item.id == id)
    item = objects.pop(place)
    objects.insert(min(max(place + by, 0), len(objects)), item)
    document.set_objects(objects)


def duplicate_beside(document: CanvasDocument) -> JobSteps:
    """Return a job that duplicates the selection, or else the active object.

    The copy lies half its size to the right and down, or to the left and up where that is beyond the canvas. The job
    returns the CanvasObject, or None when there is neither.
    """
    item = yield from lift(document, leaves_hole=False)
    active = document.object(document.active)
    item = item or (active and duplicate(document, active))
    if item is None:
        return None
    size, middle = item.outline.boundingRect().size() / 2, item.outline.boundingRect().center()
    across = size.width() if middle.x() + size.width() < document.rect.width() else -size.width()
    down = size.height() if middle.y() + size.height() < document.rect.height() else -size.height()
    item = item.placed(item.placement.moved(QPointF(QPointF(across, down).toPoint())))
    document.place(item)
    return item


def lay_over(document: CanvasDocument, picture: np.ndarray, how: str) -> JobSteps:
    """Return a job that lays a picture, (h, w, 3 or 4) uint8 sRGB, over the canvas as an object, and returns that.

    `how` is "stretch" to the canvas, "fill" it and hang over, or "fit" inside it.
    """

    def placement(bitmap: Bitmap) -> Placement:
        canvas = document.rect
        across, down = canvas.width() / bitmap.width, canvas.height() / bitmap.height
        if how != "stretch":
            across = down = max(across, down) if how == "fill" else min(across, down)
        return Placement(canvas.width() / 2, canvas.height() / 2, across, down)

    return (yield from _add(document, picture, placement))


def paste(document: CanvasDocument, picture: np.ndarray, at: QPointF, as_it_is: bool = False) -> JobSteps:
    """Return a job that pastes a picture, (h, w, 3 or 4) uint8 sRGB, around a point in canvas px as an object.

    It becomes at most a third of the canvas's shorter side, unless `as_it_is`. The job returns the CanvasObject.
    """

    def placement(bitmap: Bitmap) -> Placement:
        place = landing(bitmap, at, document.rect.size(), None if as_it_is else LARGEST_SHARE)
        if not as_it_is:
            return place
        # On whole px it stays sharp.
        left, top = round(place.x - bitmap.width / 2), round(place.y - bitmap.height / 2)
        return Placement(left + bitmap.width / 2, top + bitmap.height / 2)

    return (yield from _add(document, picture, placement))


def _add(document: CanvasDocument, picture: np.ndarray, placement: Callable[[Bitmap], Placement]) -> JobSteps:
    def made() -> CanvasObject:
        bitmap = Bitmap(layer_of(picture))
        item = CanvasObject(document.new_id(), bitmap, placement(bitmap))
        item.prepare()
        return item

    item = yield Offload(picture.shape[0] * picture.shape[1], made)
    document.place(item)
    document.set_active(item.id)
    return item
