"""Objects made of what is selected, pasted or dropped."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRect

from singan_studio.core.messages import QT_TRANSLATE_NOOP
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
    """Part of a change: what is seen where something is selected and where that is, or None when nothing is."""
    seen = yield from document.made()

    def found() -> tuple[Bitmap, QRect] | None:
        rect = selected_rect(document)
        return (
            None if rect.isEmpty() else (_cut(seen[area(rect)], document.selection.pixels[area(rect)]), rect)
        )

    return (yield Offload(pixels_of(document.selection.used_rect()), found))


def _cut(seen: np.ndarray, cover: np.ndarray) -> Bitmap:
    """As much of (h, w, 4) opaque layer pixels as (h, w) uint8 covers."""
    import cv2  # here: the window paints before it is loaded

    pixels = np.empty_like(seen)
    height, width = cover.shape
    for band in bands_of(QRect(0, 0, width, height), MOMENT // 8):
        part = seen[area(band)].copy()
        part[..., 3] = 255
        pixels[area(band)] = cv2.multiply(part, cv2.merge([cover[area(band)]] * 4), scale=1 / 255)
    return Bitmap(pixels)


def lift(document: CanvasDocument, leaves_hole: bool) -> JobSteps:
    """A change: make what is selected an object on top, and fill the hole if it leaves one; returns the CanvasObject,
    or None when nothing is selected.
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


def remove(document: CanvasDocument) -> JobSteps:
    """A change: take away what is selected and fill the hole, else the object in hand; returns whether anything was
    there.
    """
    rect = yield Offload(pixels_of(document.selection.used_rect()), lambda: selected_rect(document))
    if not rect.isEmpty():
        yield from fill_hole(document, rect, document.selection.pixels[area(rect)])
        yield from deselect(document)
    elif document.active is not None:
        document.set_objects(item for item in document.objects if item.id != document.active)
    else:
        return False
    return True


def duplicate(document: CanvasDocument, item: CanvasObject) -> CanvasObject:
    """Another object like it in the same place; not yet a step."""
    copy = item.copied(document.new_id())
    document.place(copy)
    document.set_active(copy.id)
    return copy


def reorder(document: CanvasDocument, id: int, by: int) -> None:
    """Lay an object `by` places higher among the others, lower if negative, as far as it goes; not yet a step."""
    objects = list(document.objects)
    place = next(index for index, item in enumerate(objects) if item.id == id)
    item = objects.pop(place)
    objects.insert(min(max(place + by, 0), len(objects)), item)
    document.set_objects(objects)


def duplicate_beside(document: CanvasDocument) -> JobSteps:
    """A change: a copy of what is selected, else of the object in hand, half of its size to the right and down, or to
    the left and up where that is beyond the canvas; returns the CanvasObject, or None when there is neither.
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
    """A change: lay a picture, (h, w, 3 or 4) uint8 sRGB, over the whole canvas as an object, and return that.

    "stretch" meets both sides, "fill" covers and hangs over, "fit" shows all of it.
    """

    def placement(bitmap: Bitmap) -> Placement:
        canvas = document.rect
        across, down = canvas.width() / bitmap.width, canvas.height() / bitmap.height
        if how != "stretch":
            across = down = max(across, down) if how == "fill" else min(across, down)
        return Placement(canvas.width() / 2, canvas.height() / 2, across, down)

    return (yield from _add(document, picture, placement))


def paste(document: CanvasDocument, picture: np.ndarray, at: QPointF, as_it_is: bool = False) -> JobSteps:
    """A change: lay a picture, (h, w, 3 or 4) uint8 sRGB, round a point in canvas px as an object, at most a third of
    the canvas's short side or in its own pixels, and return that.
    """

    def placement(bitmap: Bitmap) -> Placement:
        place = landing(bitmap, at, document.rect.size(), None if as_it_is else LARGEST_SHARE)
        if not as_it_is:
            return place
        # On whole px it stays as sharp as it is.
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
