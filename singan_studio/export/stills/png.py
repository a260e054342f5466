"""PNG: lossless, with texts beside the pixels."""

from __future__ import annotations

from singan_studio.core.images import png_texts, with_exif
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.export.stills.base import StillFormat


def from_png(png: bytes, quality: int, exif: bytes) -> bytes:
    """Return the PNG: it is the file, but for the EXIF."""
    return with_exif(png, exif) if exif else png


STILL = StillFormat("png", QT_TRANSLATE_NOOP("formats", "PNG"), (".png",), from_png, png_texts, lossless=True)
