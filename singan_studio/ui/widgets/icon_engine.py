"""Monochrome SVG icons in the colours of the theme, crisp at every size and scaling."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPixmap

from singan_studio.core.resources import resource
from singan_studio.ui.widgets.theme_colours import colours_of


def icon(name: str, colour: str = "text") -> QIcon:
    """Return the icon resources/icons/`name`.svg in the colour of the theme at the time it is drawn.

    `colour` is a field of `Colours`, such as "text" or "warning". Raises FileNotFoundError without such an icon.
    """
    return QIcon(_SvgIconEngine(_svg(name), colour))


@cache
def _svg(name: str) -> str:
    return (resource("icons") / f"{name}.svg").read_text(encoding="utf-8")


class _SvgIconEngine(QIconEngine):
    def __init__(self, svg: str, colour: str) -> None:
        super().__init__()
        self._svg = svg
        self._colour = colour
        self._drawn: dict[tuple[int, int, str], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _SvgIconEngine(self._svg, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Return the icon in `size` px on a screen of `scale` device pixels per px."""
        colour = self._shown_colour(mode)
        pixels = size * scale
        if pixels.isEmpty():  # a button that is squeezed away
            return QPixmap()
        key = (pixels.width(), pixels.height(), colour)
        if key not in self._drawn:
            self._drawn[key] = _draw(self._svg.replace("currentColor", colour), pixels)
        pixmap = QPixmap(self._drawn[key])
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def _shown_colour(self, mode: QIcon.Mode) -> str:
        colours = colours_of(QGuiApplication.palette())
        if mode == QIcon.Mode.Disabled:
            return colours.disabled_text
        return colours.accent_text if mode == QIcon.Mode.Selected else getattr(colours, self._colour)


def _draw(svg: str, size: QSize) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # lazily: loading it takes time before the first window

    renderer = QSvgRenderer(QByteArray(svg.encode()))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    side = min(size.width(), size.height())
    corner = QPoint((size.width() - side) // 2, (size.height() - side) // 2)
    renderer.render(painter, QRectF(corner.x(), corner.y(), side, side))
    painter.end()
    return QPixmap.fromImage(image)
