"""Small things that several widgets paint."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle

from singan_studio.ui.widgets.theme_colours import colours_of

_CHIP_GROUND = QColor(0, 0, 0, 176)
_CHIP_TEXT = QColor("#ffffff")
_HATCH_STEP = 7  # px between two lines
_CHECK = 8  # px of a square


def draw_chip(painter: QPainter, room: QRect, align: Qt.AlignmentFlag, text: str) -> None:
    """Draw a short text on a dark pill in a corner of `room`, readable on any picture; too long a text is elided."""
    metrics = painter.fontMetrics()
    pad = metrics.height() // 3
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 4 * pad)
    size = metrics.size(0, shown)
    size.setWidth(size.width() + 3 * pad)
    size.setHeight(size.height() + pad)
    chip = QStyle.alignedRect(painter.layoutDirection(), align, size, room)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_CHIP_GROUND)
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
    painter.setPen(_CHIP_TEXT)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


def draw_hatched(painter: QPainter, rect: QRectF, ground: str, lines: str) -> None:
    """Draw slanting lines for a place that is not available yet, as fine at every scaling of the screen."""
    painter.save()
    painter.fillRect(rect, QColor(ground))
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(lines), 1))
    path = QPainterPath()
    # Anchored at whole steps of the widget, so that neighbouring places continue one pattern.
    start = int((rect.left() - rect.bottom()) // _HATCH_STEP) * _HATCH_STEP
    for shift in range(start, int(rect.right() - rect.top()) + _HATCH_STEP, _HATCH_STEP):
        path.moveTo(shift + rect.top(), rect.top())
        path.lineTo(shift + rect.bottom(), rect.bottom())
    painter.drawPath(path)
    painter.restore()


def draw_checks(painter: QPainter, rect: QRectF, palette: QPalette) -> None:
    """Draw a checkerboard for transparency, with squares of the same size at every zoom."""
    colours = colours_of(palette)
    tile = QPixmap(2 * _CHECK, 2 * _CHECK)
    tile.fill(QColor(colours.surround))
    pen = QPainter(tile)
    pen.fillRect(0, 0, _CHECK, _CHECK, QColor(colours.hatch))
    pen.fillRect(_CHECK, _CHECK, _CHECK, _CHECK, QColor(colours.hatch))
    pen.end()
    painter.drawTiledPixmap(rect, tile)


def resized(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return a font `factor` times as large, whether it is given in points or in pixels."""
    other = QFont(font)
    if font.pixelSize() > 0:
        other.setPixelSize(round(font.pixelSize() * factor))
    else:
        other.setPointSizeF(font.pointSizeF() * factor)
    other.setBold(bold)
    return other
