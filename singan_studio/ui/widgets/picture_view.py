"""One picture that can be zoomed and panned."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from singan_studio.ui.widgets.pixels import as_image, halved
from singan_studio.ui.widgets.zoom_view import ZoomView, smooth_at


class PictureView(ZoomView):
    """Shows one picture on a neutral background."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureView")
        self._levels: list[QImage] = []  # the picture, its half, its quarter ...
        self._times, self._shifted = 1, False  # how the own picture is tiled
        self._covered: list[QImage] | None = None  # the levels of a picture that another one stands in for

    def set_picture(self, pixels: np.ndarray | QImage | list[QImage] | None) -> None:
        """Show (H, W, 3) uint8 sRGB, a QImage, one `with_halves`, or nothing.

        The view stays as it is, so that a sharper picture replaces its preview in place.
        """
        levels: list[QImage] = []
        if isinstance(pixels, list):
            levels = list(pixels)
        elif pixels is not None:
            levels = [as_image(pixels)]
        if self._covered is None:
            self._levels = levels
        else:
            self._covered = levels
        self.update()

    def show_instead(self, pixels: np.ndarray | QImage | None) -> None:
        """Show another picture to compare; None brings back the own one, or what replaced it meanwhile."""
        if self._covered is None:
            self._covered = self._levels
        if pixels is None:
            self._levels, self._covered = self._covered, None
        else:
            self._levels = [as_image(pixels)]
        self.update()

    def set_tiled(self, times: int, shifted: bool) -> None:
        """Show the own picture so often on each axis, smaller, and moved by half if `shifted`; its size stays."""
        self._times, self._shifted = times, shifted
        self.update()

    @property
    def is_covered(self) -> bool:
        """Return whether another picture is shown in its place."""
        return self._covered is not None

    @property
    def shows_picture(self) -> bool:
        return bool(self._levels)

    def picture_size(self) -> QSize:
        return self._levels[0].size() if self._levels else QSize()

    def paint_picture(self, painter: QPainter, zoom: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth_at(zoom))
        times, shifted = (1, False) if self.is_covered else (self._times, self._shifted)
        level = self._level_for(zoom / times)
        painter.setTransform(self.picture_transform(), combine=True)
        whole = QRectF(self._levels[0].rect())
        if shifted:
            painter.setClipRect(whole)
        for place in places(whole, times, shifted):
            painter.drawImage(place, level, QRectF(level.rect()))

    def _level_for(self, zoom: float) -> QImage:
        """Return the picture halved as often as the screen does not show the difference; the halves are kept."""
        index = 0
        while zoom < 0.5 and min(self._levels[index].width(), self._levels[index].height()) > 1:
            if index + 1 == len(self._levels):
                self._levels.append(halved(self._levels[index]))
            index += 1
            zoom *= 2
        return self._levels[index]


def places(whole: QRectF, times: int, shifted: bool) -> list[QRectF]:
    """Return where a picture lies that is repeated so often on each axis of `whole`, and moved by half if `shifted`."""
    width, height = whole.width() / times, whole.height() / times
    first = -0.5 if shifted else 0.0
    starts = [first + number for number in range(times + shifted)]
    return [QRectF(x * width, y * height, width, height) for y in starts for x in starts]
