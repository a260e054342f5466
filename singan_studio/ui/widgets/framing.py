"""Geometry of a rectangle that is changed by its handles, with or without a fixed shape."""

from __future__ import annotations

from enum import Flag

from PySide6.QtCore import QPointF, QRectF


class Grip(Flag):
    """The sides that a handle moves; all four of them move the whole."""

    LEFT = 1
    TOP = 2
    RIGHT = 4
    BOTTOM = 8
    ALL = 15


CORNERS = (Grip.LEFT | Grip.TOP, Grip.RIGHT | Grip.TOP, Grip.RIGHT | Grip.BOTTOM, Grip.LEFT | Grip.BOTTOM)
SIDES = (Grip.LEFT, Grip.TOP, Grip.RIGHT, Grip.BOTTOM)


def grip_point(rect: QRectF, grip: Grip) -> QPointF:
    """Return where a handle is."""
    x = rect.left() if Grip.LEFT in grip else rect.right() if Grip.RIGHT in grip else rect.center().x()
    y = rect.top() if Grip.TOP in grip else rect.bottom() if Grip.BOTTOM in grip else rect.center().y()
    return QPointF(x, y)


def grip_at(rect: QRectF, at: QPointF, reach: float) -> Grip | None:
    """Return the handle within `reach` of a point, corners first.

    All sides are returned inside the rectangle, None outside.
    """
    for grip in (*CORNERS, *SIDES):
        away = grip_point(rect, grip) - at
        if max(abs(away.x()), abs(away.y())) <= reach:
            return grip
    return Grip.ALL if rect.contains(at) else None


def dragged(
    rect: QRectF, grip: Grip, by: QPointF, room: QRectF, smallest: float, ratio: float | None = None
) -> QRectF:
    """Return the rectangle after its handle was dragged; inside `room`, no side below `smallest`.

    `ratio` is width to height; the side or corner that is not dragged stays.
    """
    if grip == Grip.ALL:
        x = min(max(rect.left() + by.x(), room.left()), room.right() - rect.width())
        y = min(max(rect.top() + by.y(), room.top()), room.bottom() - rect.height())
        return QRectF(x, y, rect.width(), rect.height())
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    if Grip.LEFT in grip:
        left = min(max(left + by.x(), room.left()), right - smallest)
    if Grip.RIGHT in grip:
        right = max(min(right + by.x(), room.right()), left + smallest)
    if Grip.TOP in grip:
        top = min(max(top + by.y(), room.top()), bottom - smallest)
    if Grip.BOTTOM in grip:
        bottom = max(min(bottom + by.y(), room.bottom()), top + smallest)
    free = QRectF(QPointF(left, top), QPointF(right, bottom))
    return free if ratio is None else _shaped(free, grip, room, smallest, ratio)


def shaped(rect: QRectF, room: QRectF, ratio: float) -> QRectF:
    """Return the largest rectangle of a shape around the same centre, not larger than before and inside `room`."""
    width = min(rect.width(), rect.height() * ratio)
    size = QRectF(0, 0, width, width / ratio)
    size.moveCenter(rect.center())
    return size.intersected(room)


def _shaped(rect: QRectF, grip: Grip, room: QRectF, smallest: float, ratio: float) -> QRectF:
    """Return a dragged rectangle brought to its shape; what was not dragged stays where it is."""
    by_height = grip in (Grip.TOP, Grip.BOTTOM)
    width = rect.height() * ratio if by_height else rect.width()
    most_across = (rect.right() - room.left()) if Grip.LEFT in grip else (room.right() - rect.left())
    most_down = (rect.bottom() - room.top()) if Grip.TOP in grip else (room.bottom() - rect.top())
    width = max(min(width, most_across, most_down * ratio), smallest * max(1.0, ratio))
    height = width / ratio
    left = rect.right() - width if Grip.LEFT in grip else rect.left()
    top = rect.bottom() - height if Grip.TOP in grip else rect.top()
    return QRectF(left, top, width, height)
