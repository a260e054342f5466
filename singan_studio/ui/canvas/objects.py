"""Objects: bitmaps on the picture that can be moved, scaled, turned and mirrored at any time."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF, QTransform

from singan_studio.ui.canvas.pixels import area, painting, shared

LARGEST_SHARE = 1 / 3
"""Limit of a pasted object's longer side, as a share of the canvas's shorter one."""


@dataclass(frozen=True)
class Placement:
    """The place of an object: its middle in canvas px, scale (negative mirrors), and angle in degrees clockwise."""

    x: float
    y: float
    scale_x: float = 1.0
    scale_y: float = 1.0
    angle: float = 0.0

    def transform(self, width: int, height: int) -> QTransform:
        """Return the transform from the bitmap's px to canvas px."""
        around = QTransform.fromTranslate(self.x, self.y)
        around.rotate(self.angle)
        around.scale(self.scale_x, self.scale_y)
        return around.translate(-width / 2, -height / 2)

    def moved(self, by: QPointF) -> Placement:
        return replace(self, x=self.x + by.x(), y=self.y + by.y())


@dataclass(frozen=True, eq=False)
class Bitmap:
    """The pixels of an object, (h, w, 4) uint8 in layer order; immutable and shared between steps."""

    pixels: np.ndarray
    key: str = field(default_factory=lambda: uuid.uuid4().hex)  # name of the pixels in the project file
    _images: dict[int, QImage] = field(default_factory=dict, repr=False)  # by number of halvings

    @property
    def width(self) -> int:
        return self.pixels.shape[1]

    @property
    def height(self) -> int:
        return self.pixels.shape[0]

    def image(self, scale: float) -> QImage:
        """Return the image, halved as often as `scale` allows without losing detail."""
        image, index = self._images.setdefault(0, shared(self.pixels)), 0
        while scale < 0.5 and min(image.width(), image.height()) > 1:
            index, scale = index + 1, scale * 2
            if index not in self._images:  # two threads may make it, which does no harm
                half = (image.size() / 2).expandedTo(QSize(1, 1))
                self._images[index] = image.scaled(half, mode=Qt.TransformationMode.SmoothTransformation)
            image = self._images[index]
        return image


@dataclass(frozen=True)
class CanvasObject:
    id: int
    bitmap: Bitmap
    placement: Placement

    @property
    def transform(self) -> QTransform:
        return self.placement.transform(self.bitmap.width, self.bitmap.height)

    @property
    def outline(self) -> QPolygonF:
        """The four corners in canvas px, starting at the upper left one."""
        return self.transform.map(QPolygonF(QRectF(0, 0, self.bitmap.width, self.bitmap.height)))

    @property
    def rect(self) -> QRect:
        """The canvas px that the object may cover."""
        return self.outline.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1)

    def placed(self, placement: Placement) -> CanvasObject:
        """Return the object with another placement."""
        return replace(self, placement=placement)

    def with_bitmap(self, bitmap: Bitmap) -> CanvasObject:
        """Return the object made of other pixels."""
        return replace(self, bitmap=bitmap)

    def copied(self, id: int) -> CanvasObject:
        """Return a copy in the same place, with an id of its own."""
        return replace(self, id=id)

    def trimmed(self) -> CanvasObject:
        """Return the object without its transparent margins, except for one px, in the same place."""
        filled = self.bitmap.pixels[..., 3] > 0
        (top, bottom), (left, right) = (_extent(np.asarray(filled.any(axis))) for axis in (1, 0))
        middle = self.transform.map(QPointF((left + right) / 2, (top + bottom) / 2))
        bitmap = Bitmap(np.ascontiguousarray(self.bitmap.pixels[top:bottom, left:right]))
        return replace(self, bitmap=bitmap, placement=replace(self.placement, x=middle.x(), y=middle.y()))

    def prepare(self) -> None:
        """Compute on any thread what the first painting needs."""
        self.bitmap.image(max(abs(self.placement.scale_x), abs(self.placement.scale_y)))

    def paint(self, painter: QPainter, zoom: float = 1.0) -> None:
        """Paint the object in canvas px; `zoom` is the number of device px per canvas px."""
        scale = max(abs(self.placement.scale_x), abs(self.placement.scale_y)) * zoom
        image = self.bitmap.image(scale)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self._keeps_pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.placement.angle % 90 != 0)
        painter.setTransform(self.transform, combine=True)
        painter.drawImage(QRectF(0, 0, self.bitmap.width, self.bitmap.height), image, image.rect().toRectF())
        painter.restore()

    @property
    def _keeps_pixels(self) -> bool:
        """Whether it is at most moved, mirrored and turned by right angles, which keeps every px."""
        place = self.placement
        return abs(place.scale_x) == abs(place.scale_y) == 1 and place.angle % 90 == 0

    def flattened(self) -> Bitmap:
        """Return the object as transformed, in canvas px."""
        rect = self.rect
        pixels = np.zeros((rect.height(), rect.width(), 4), np.uint8)
        with painting(pixels) as painter:
            painter.translate(-rect.topLeft())
            self.paint(painter)
        return Bitmap(pixels)

    def is_solid_at(self, point: QPointF) -> bool:
        """Return whether the object is visible at a point in canvas px."""
        inverse, invertible = self.transform.inverted()
        inside = inverse.map(point)
        x, y = int(np.floor(inside.x())), int(np.floor(inside.y()))
        if not invertible or not (0 <= x < self.bitmap.width and 0 <= y < self.bitmap.height):
            return False
        return bool(self.bitmap.pixels[y, x, 3] > 8)


def _extent(filled: np.ndarray) -> tuple[int, int]:
    """Return the range of true values in (n,) bool, one wider on either side where possible."""
    places = np.flatnonzero(filled)
    if not len(places):
        return 0, len(filled)
    return max(0, int(places[0]) - 1), min(len(filled), int(places[-1]) + 2)


def alpha_of(objects: Sequence[tuple[CanvasObject, float]], rect: QRect) -> np.ndarray:
    """Return (h, w) uint8: how much of each canvas px in `rect` the objects cover with their opacity (0..1), the most
    of any.
    """
    most = np.zeros((rect.height(), rect.width()), np.uint8)
    for item, opacity in objects:
        common = item.rect.intersected(rect)
        if common.isEmpty():
            continue
        drawn = np.zeros((common.height(), common.width(), 4), np.uint8)
        with painting(drawn) as painter:
            painter.setOpacity(opacity)
            painter.translate(-common.topLeft())
            item.paint(painter)
        place = common.translated(-rect.topLeft())
        part = most[area(place)]
        np.maximum(part, drawn[..., 3], out=part)
    return most


def landing(bitmap: Bitmap, at: QPointF, canvas: QSize, most: float | None) -> Placement:
    """Return the placement of a pasted bitmap around `at`, inside the canvas as far as it fits.

    Its longer side is at most the share `most` of the canvas's shorter one, unless that is None.
    """
    scale = 1.0
    if most is not None:
        scale = min(1.0, most * min(canvas.width(), canvas.height()) / max(bitmap.width, bitmap.height))
    half_width, half_height = bitmap.width * scale / 2, bitmap.height * scale / 2
    x = max(min(at.x(), canvas.width() - half_width), half_width)
    y = max(min(at.y(), canvas.height() - half_height), half_height)
    return Placement(x, y, scale, scale)
