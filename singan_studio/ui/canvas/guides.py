"""Guides over the picture that are visible on any colour."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

DARK, LIGHT = QColor(0, 0, 0, 200), QColor(255, 255, 255, 230)
HANDLE = 9.0  # px, side of a handle
_DASH = 4.0  # px
_HEAD, _BARB = 13.0, 28.0  # px and degrees of an arrow's head


def draw_line_of_selection(painter: QPainter, path: QPainterPath) -> None:
    """Draw white dashes on black along a path in px of the widget."""
    _stroke(painter, path, QPen(DARK, 1))
    dashed = QPen(LIGHT, 1)
    dashed.setDashPattern([_DASH, _DASH])
    _stroke(painter, path, dashed)


def draw_outline(painter: QPainter, circle: QRectF) -> None:
    """Draw the brush's outline: a light line inside a dark one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(DARK, 1))
    painter.drawEllipse(circle)
    painter.setPen(QPen(LIGHT, 1))
    painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
    painter.restore()


def draw_frame(painter: QPainter, corners: QPolygonF, handles: list[QPointF], accent: QColor) -> None:
    """Draw the frame around an object with its handles."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(DARK, 3))
    painter.drawPolygon(corners)
    painter.setPen(QPen(accent, 1.4))
    painter.drawPolygon(corners)
    painter.setBrush(QColor(255, 255, 255))
    for point in handles:
        painter.drawRect(QRectF(point.x() - HANDLE / 2, point.y() - HANDLE / 2, HANDLE, HANDLE))
    painter.restore()


def draw_arrow(painter: QPainter, tail: QPointF, tip: QPointF, accent: QColor | None) -> None:
    """Draw an arrow in px of the widget; `accent` is the colour of the selected one, which has handles."""
    line = QLineF(tail, tip)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((DARK, 4.5), (accent or LIGHT, 2.2)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(line)
        for turn in (-_BARB, _BARB):
            barb = QLineF(tip, tail)
            barb.setLength(min(_HEAD, line.length()))
            barb.setAngle(barb.angle() + turn)
            painter.drawLine(barb)
    if accent is not None:
        painter.setPen(QPen(DARK, 1))
        painter.setBrush(LIGHT)
        for end in (tail, tip):
            painter.drawEllipse(end, HANDLE / 2, HANDLE / 2)
    painter.restore()


def _stroke(painter: QPainter, path: QPainterPath, pen: QPen) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    pen.setCosmetic(True)
    painter.strokePath(path, pen)
    painter.restore()
