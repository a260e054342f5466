"""How dragging a handle changes the placement of an object."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from singan_studio.ui.canvas.objects import CanvasObject, Placement

LEAST_SIDE = 2.0  # canvas px, smallest side of an object
ANGLE_STEP = 15.0  # degrees, with Shift

SIDES = [(x, y) for y in (-1, 0, 1) for x in (-1, 0, 1) if (x, y) != (0, 0)]
"""The handles: -1 is left or top, 1 is right or bottom of the unrotated object."""


def handle_point(item: CanvasObject, side: tuple[int, int]) -> QPointF:
    """Return a handle in canvas px."""
    width, height = item.bitmap.width, item.bitmap.height
    return item.transform.map(QPointF(width * (1 + side[0]) / 2, height * (1 + side[1]) / 2))


def scaled(
    item: CanvasObject, side: tuple[int, int], to: QPointF, free: bool = False, around_middle: bool = False
) -> Placement:
    """Return the placement after dragging the handle at `side` to a point in canvas px.

    The opposite handle stays, or the middle if `around_middle`. Corners keep the proportions unless `free`. Dragging
    past the fixed point mirrors.
    """
    place = item.placement
    middle = QPointF(place.x, place.y)
    still = middle if around_middle else handle_point(item, (-side[0], -side[1]))
    start = _turned(handle_point(item, side) - still, -place.angle)
    end = _turned(to - still, -place.angle)
    across, down = _factor(start.x(), end.x(), side[0]), _factor(start.y(), end.y(), side[1])
    if all(side) and not free:
        share = QPointF.dotProduct(start, end) / max(QPointF.dotProduct(start, start), 1e-9)
        across = down = share
    scale_x = _at_least(place.scale_x * across, item.bitmap.width)
    scale_y = _at_least(place.scale_y * down, item.bitmap.height)
    moved = _turned(middle - still, -place.angle)
    moved = QPointF(moved.x() * scale_x / place.scale_x, moved.y() * scale_y / place.scale_y)
    new_middle = still + _turned(moved, place.angle)
    return replace(place, x=new_middle.x(), y=new_middle.y(), scale_x=scale_x, scale_y=scale_y)


def turned(item: CanvasObject, start: QPointF, to: QPointF, in_steps: bool = False) -> Placement:
    """Return the placement after turning by a drag from one point to another in canvas px."""
    place = item.placement
    middle = QPointF(place.x, place.y)
    angle = place.angle + _direction(to - middle) - _direction(start - middle)
    if in_steps:
        angle = round(angle / ANGLE_STEP) * ANGLE_STEP
    return replace(place, angle=(angle + 180) % 360 - 180)


def flipped(place: Placement, across: bool) -> Placement:
    """Return the placement mirrored on screen, left to right if `across`, else top to bottom."""
    if across:
        return replace(place, scale_x=-place.scale_x, angle=-place.angle)
    return replace(place, scale_y=-place.scale_y, angle=-place.angle)


def _factor(start: float, end: float, side: int) -> float:
    return end / start if side and abs(start) > 1e-9 else 1.0


def _at_least(scale: float, length: int) -> float:
    least = LEAST_SIDE / length
    return math.copysign(max(abs(scale), least), scale)


def _turned(vector: QPointF, angle: float) -> QPointF:
    return QTransform().rotate(angle).map(vector)


def _direction(vector: QPointF) -> float:
    return math.degrees(math.atan2(vector.y(), vector.x()))
