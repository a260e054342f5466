"""Objects made of what is selected, pasted or dropped."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect

from singan_studio.gui.canvas.document import CanvasDocument
from singan_studio.gui.canvas.filling import fill_hole
from singan_studio.gui.canvas.objects import LARGEST_SHARE, CanvasObject, Piece, Placement, landing
from singan_studio.gui.canvas.pixels import area, layer_of
from singan_studio.gui.canvas.selection import deselect, selected_rect


def selected_piece(document: CanvasDocument) -> tuple[Piece, QRect] | None:
    """What is seen where something is selected, and where that is; None when nothing is."""
    rect = selected_rect(document)
    if rect.isEmpty():
        return None
    cover = document.selection.pixels[area(rect)].astype(np.uint16)[..., None]
    seen = document.levels().array(0)[area(rect)].copy()
    seen[..., 3] = 255
    return Piece(((seen * cover + 127) // 255).astype(np.uint8)), rect


def lift(document: CanvasDocument, leaves_hole: bool) -> CanvasObject | None:
    """Make what is selected an object on top, and fill the hole if it leaves one; not yet a step."""
    found = selected_piece(document)
    if found is None:
        return None
    piece, rect = found
    if leaves_hole:
        fill_hole(document, rect, document.selection.pixels[area(rect)])
    middle = QPointF(rect.left() + rect.width() / 2, rect.top() + rect.height() / 2)
    item = CanvasObject(document.new_id(), piece, Placement(middle.x(), middle.y()))
    deselect(document)
    document.place(item)
    document.set_active(item.id)
    return item


def remove_selected(document: CanvasDocument) -> bool:
    """Take away what is selected and fill the hole; not yet a step."""
    rect = selected_rect(document)
    if rect.isEmpty():
        return False
    fill_hole(document, rect, document.selection.pixels[area(rect)])
    deselect(document)
    return True


def duplicate(document: CanvasDocument, item: CanvasObject) -> CanvasObject:
    """Another object like it in the same place; not yet a step."""
    copy = CanvasObject(document.new_id(), item.piece, item.placement)
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


def duplicate_beside(document: CanvasDocument) -> CanvasObject | None:
    """A copy of what is selected, else of the object in hand, half of its size to the right and down, or to the left
    and up where that is beyond the canvas; None when there is neither. Not yet a step.
    """
    active = document.object(document.active)
    item = lift(document, leaves_hole=False) or (active and duplicate(document, active))
    if item is None:
        return None
    size, middle = item.outline.boundingRect().size() / 2, item.outline.boundingRect().center()
    across = size.width() if middle.x() + size.width() < document.rect.width() else -size.width()
    down = size.height() if middle.y() + size.height() < document.rect.height() else -size.height()
    item = item.placed(item.placement.moved(QPointF(QPointF(across, down).toPoint())))
    document.place(item)
    return item


def lay_over(document: CanvasDocument, picture: np.ndarray, how: str) -> CanvasObject:
    """Lay a picture, (h, w, 3 or 4) uint8 sRGB, over the whole canvas as an object; not yet a step.

    "stretch" meets both sides, "fill" covers and hangs over, "fit" shows all of it.
    """
    piece, canvas = Piece(layer_of(picture)), document.rect
    across, down = canvas.width() / piece.width, canvas.height() / piece.height
    if how != "stretch":
        across = down = max(across, down) if how == "fill" else min(across, down)
    placement = Placement(canvas.width() / 2, canvas.height() / 2, across, down)
    item = CanvasObject(document.new_id(), piece, placement)
    document.place(item)
    document.set_active(item.id)
    return item


def paste(document: CanvasDocument, picture: np.ndarray, at: QPointF, as_it_is: bool = False) -> CanvasObject:
    """Lay a picture, (h, w, 3 or 4) uint8 sRGB, round a point in canvas px as an object, at most a third of the
    canvas's short side or in its own pixels; not yet a step.
    """
    piece = Piece(layer_of(picture))
    most = None if as_it_is else LARGEST_SHARE
    placement = landing(piece, at, document.rect.size(), most)
    if as_it_is:  # on whole px it stays as sharp as it is
        left, top = round(placement.x - piece.width / 2), round(placement.y - piece.height / 2)
        placement = Placement(left + piece.width / 2, top + piece.height / 2)
    item = CanvasObject(document.new_id(), piece, placement)
    document.place(item)
    document.set_active(item.id)
    return item
