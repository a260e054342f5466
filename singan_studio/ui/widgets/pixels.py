"""Conversions between arrays and Qt's images."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from singan_studio.core.images import on_white


def as_image(picture: np.ndarray | QImage) -> QImage:
    """Return a copy in RGB32, the format that paints fastest; `picture` is (H, W, 3) uint8 sRGB or a QImage.

    One with transparency, (H, W, 4), is shown on white.

    Raises ValueError for an array of another shape or type.
    """
    if isinstance(picture, QImage):
        return picture.convertToFormat(QImage.Format.Format_RGB32)
    if picture.ndim == 3 and picture.shape[2] == 4:
        picture = on_white(picture)
    if picture.ndim != 3 or picture.shape[2] != 3 or picture.dtype != np.uint8 or picture.size == 0:
        raise ValueError(f"a picture is (H, W, 3) uint8, not {picture.shape} {picture.dtype}")
    height, width, _ = picture.shape
    pixels = np.ascontiguousarray(picture)
    view = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return view.convertToFormat(QImage.Format.Format_RGB32)


def halved(image: QImage) -> QImage:
    """Return the image with half its width and height, at least one px."""
    half = (image.size() / 2).expandedTo(QSize(1, 1))
    return image.scaled(half, mode=Qt.TransformationMode.SmoothTransformation)


def with_halves(picture: np.ndarray) -> list[QImage]:
    """Return (H, W, 3) uint8 sRGB as images for painting: it, its half, its quarter and so on.

    A large one takes time; any thread may do it.
    """
    image = as_image(picture)
    half = halved(image)
    return [image, half, halved(half)]


def as_array(image: QImage) -> np.ndarray:
    """Return an opaque image as (H, W, 3) uint8 sRGB."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4)[:, :, 2::-1].copy()


def fitted(image: QImage, box: QSize, ratio: float) -> QPixmap:
    """Return the picture scaled into `box` (device-independent px) for a screen of `ratio` device pixels per px.

    Pixels stay visible squares when a picture is enlarged more than twice; otherwise it is smoothed.
    """
    wanted = image.size().scaled(box * ratio, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    enlarged = wanted.width() > 2 * image.width()
    mode = (
        Qt.TransformationMode.FastTransformation if enlarged else Qt.TransformationMode.SmoothTransformation
    )
    pixmap = QPixmap.fromImage(image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
