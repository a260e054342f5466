"""Arrays that Qt paints into and reads without a copy.

Layers are blue, green, red, alpha with premultiplied colours, the format that Qt's raster engine is fastest with.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

_FORMATS = {1: QImage.Format.Format_Indexed8, 4: QImage.Format.Format_ARGB32_Premultiplied}


def shared(pixels: np.ndarray, opaque: bool = False) -> QImage:
    """Return a QImage over the memory of contiguous (H, W, 4) or (H, W) uint8; `pixels` must outlive it."""
    height, width = pixels.shape[:2]
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    form = QImage.Format.Format_RGB32 if opaque else _FORMATS[channels]
    return QImage(pixels.data, width, height, width * channels, form)


@contextlib.contextmanager
def painting(pixels: np.ndarray, opaque: bool = False) -> Iterator[QPainter]:
    """Yield a painter on the memory of `pixels`."""
    image = shared(pixels, opaque)  # must not go before the painter
    painter = QPainter(image)
    try:
        yield painter
    finally:
        painter.end()


def rects_of(region: QRegion, most: int) -> list[QRect]:
    """Return the rectangles of a region, or its bounding rectangle if there are more than `most`."""
    if region.rectCount() > most:
        return [region.boundingRect()]
    return list(region)  # pyright: ignore[reportArgumentType] - it is iterable, its type hints do not say so


def pixels_in(region: QRegion) -> int:
    return sum(rect.width() * rect.height() for rect in rects_of(region, region.rectCount()))


def pixels_of(rect: QRect) -> int:
    return rect.width() * rect.height()


def bands_of(rect: QRect, most: int) -> Iterator[QRect]:
    """Yield a rectangle from top to bottom in parts of about `most` px; none when it is empty."""
    if rect.isEmpty():
        return
    rows = max(most // max(rect.width(), 1), 1)
    for top in range(rect.top(), rect.top() + rect.height(), rows):
        yield QRect(rect.left(), top, rect.width(), min(rows, rect.top() + rect.height() - top))


def area(rect: QRect) -> tuple[slice, slice]:
    """Return the slices of a rectangle's rows and columns."""
    return slice(rect.top(), rect.top() + rect.height()), slice(rect.left(), rect.left() + rect.width())


def opaque_layer(picture: np.ndarray) -> np.ndarray:
    """Return an (H, W, 3) uint8 sRGB picture as (H, W, 4) layer pixels."""
    import cv2  # here: the window paints before it is loaded

    return np.asarray(cv2.cvtColor(np.ascontiguousarray(picture), cv2.COLOR_RGB2BGRA), np.uint8)


def opaque_picture(layer: np.ndarray) -> np.ndarray:
    """Return opaque layer pixels as (H, W, 3) uint8 sRGB."""
    import cv2

    return np.asarray(cv2.cvtColor(layer, cv2.COLOR_BGRA2RGB), np.uint8)


def layer_of(picture: np.ndarray) -> np.ndarray:
    """Return an (H, W, 3 or 4) uint8 sRGB picture, with straight alpha, as (H, W, 4) layer pixels."""
    if picture.shape[2] == 3:
        return opaque_layer(picture)
    alpha = picture[..., 3:].astype(np.uint16)
    layer = np.empty_like(picture)
    layer[..., :3] = (picture[..., 2::-1] * alpha + 127) // 255
    layer[..., 3] = picture[..., 3]
    return layer


def picture_of(layer: np.ndarray) -> np.ndarray:
    """Return layer pixels as (H, W, 4) uint8 sRGB with straight alpha."""
    alpha = layer[..., 3:].astype(np.uint16)
    picture = np.empty_like(layer)
    picture[..., :3] = np.minimum((layer[..., 2::-1] * 255 + alpha // 2) // np.maximum(alpha, 1), 255)
    picture[..., 3] = layer[..., 3]
    return picture


def colour_table(colour: QColor) -> np.ndarray:
    """Return (256,) uint32: the layer pixel for each coverage 0..255 by an opaque colour."""
    cover = np.arange(256, dtype=np.uint32)
    parts = [(cover * part + 127) // 255 for part in (colour.red(), colour.green(), colour.blue())]
    return (cover << 24) | (parts[0] << 16) | (parts[1] << 8) | parts[2]


def veil_image(cover: np.ndarray, colour: QColor) -> QImage:
    """Return a QImage over (H, W) uint8 coverage that shows it in a translucent colour."""
    image = shared(cover)
    image.setColorTable(list(_veil_colours(colour.rgba())))
    return image


@lru_cache(maxsize=4)
def _veil_colours(rgba: int) -> tuple[int, ...]:
    opaque, alpha = rgba & 0xFFFFFF, rgba >> 24
    return tuple((cover * alpha + 127) // 255 << 24 | opaque for cover in range(256))
