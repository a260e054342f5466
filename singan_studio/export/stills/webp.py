"""WebP: smaller than JPEG, with transparency; lossless at quality 100. Its texts are where those of films are."""

from __future__ import annotations

import io
from typing import BinaryIO

from singan_studio.core.images import decode_png, png_texts
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.export.formats.base import comment, texts_in
from singan_studio.export.formats.webp import xmp_in
from singan_studio.export.stills.base import StillFormat


def from_png(png: bytes, quality: int, exif: bytes) -> bytes:
    from PIL import Image

    file, found = io.BytesIO(), png_texts(png)
    Image.fromarray(decode_png(png, keep_alpha=True)).save(
        file,
        "WEBP",
        quality=quality,
        lossless=quality == 100,
        exif=b"Exif\0\0" + exif if exif else b"",
        xmp=comment(found).encode() if found else b"",
    )
    return file.getvalue()


def texts(file: BinaryIO) -> dict[str, str]:
    return texts_in(xmp_in(file).decode("ascii", errors="replace"))


STILL = StillFormat(
    "webp", QT_TRANSLATE_NOOP("formats", "WebP: small, for browsers"), (".webp",), from_png, texts
)
