"""PNG: lossless, with texts beside the pixels."""

from __future__ import annotations

from singan_studio.core.images import png_texts
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.export.stills.base import StillFormat


def unchanged(png: bytes) -> bytes:
    """Return the PNG: it is the file."""
    return png


STILL = StillFormat("png", QT_TRANSLATE_NOOP("formats", "PNG"), (".png",), unchanged, png_texts)
