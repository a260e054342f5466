"""Bitmaps in the clipboard, with their transparency."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from singan_studio.ui.canvas.objects import Bitmap
from singan_studio.ui.canvas.pixels import shared

PIECE = "application/x-singan-studio-piece"
"""MIME type that marks a bitmap copied from a canvas, which is pasted at its own size."""


def image_of(bitmap: Bitmap) -> QImage:
    """Return a bitmap for the clipboard; other programs see a picture with transparency."""
    return shared(bitmap.pixels).copy()


def put(image: QImage) -> None:
    """Put the image of a bitmap into the clipboard."""
    mime = QMimeData()
    mime.setImageData(image)
    mime.setData(PIECE, b"1")
    QGuiApplication.clipboard().setMimeData(mime)


def let_go() -> None:
    """Replace a copied bitmap with a plain image before the program ends, when Qt must hold no Python object."""
    board = QGuiApplication.clipboard()
    mime: QMimeData | None = board.mimeData()  # None where nothing was ever copied
    if mime is not None and mime.hasFormat(PIECE):
        board.setImage(board.image())


def picture_of(image: QImage) -> np.ndarray:
    """Return an image as (h, w, 4) uint8 sRGB with straight alpha."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    width, height, stride = plain.width(), plain.height(), plain.bytesPerLine()
    rows = np.frombuffer(plain.constBits(), np.uint8, height * stride).reshape(height, stride)
    return rows[:, : 4 * width].reshape(height, width, 4).copy()
