"""JPEG: small, for photos; its texts are comments (COM segments), which hold at most 64 KB each."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import BinaryIO

from singan_studio.core.images import Picture, decode_png, flattened, png_texts
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.export.formats.base import LONGEST_COMMENT, comment, texts_in
from singan_studio.export.stills.base import StillFormat

START, COMMENT, SCAN = b"\xff\xd8", b"\xff\xfe", b"\xff\xda"
APP = 0xE0  # to 0xEF: segments of applications, EXIF among them
_MOST = 65533  # bytes of a segment besides its length


def from_png(png: bytes, quality: int, exif: bytes) -> bytes:
    from PIL import Image

    pixels = decode_png(png, keep_alpha=True)
    if pixels.shape[2] == 4:
        pixels = flattened(Picture(pixels[..., :3], pixels[..., 3]))
    file = io.BytesIO()
    notes = b"Exif\0\0" + exif if exif else b""
    Image.fromarray(pixels).save(file, "JPEG", quality=quality, subsampling="4:4:4", exif=notes)
    texts = png_texts(png)
    return with_comment(file.getvalue(), comment(texts).encode()) if texts else file.getvalue()


def texts(file: BinaryIO) -> dict[str, str]:
    return texts_in(b"".join(comments(file)).decode("ascii", errors="replace"))


def with_comment(jpeg: bytes, text: bytes) -> bytes:
    """Return the JPEG with a comment before its pixels, in as many segments as it takes."""
    parts = [text[at : at + _MOST] for at in range(0, len(text), _MOST)]
    added = b"".join(COMMENT + struct.pack(">H", len(part) + 2) + part for part in parts)
    at = len(START)
    while jpeg[at + 1] & 0xF0 == APP:  # readers want these at the beginning
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return jpeg[:at] + added + jpeg[at:]


def comments(file: BinaryIO) -> Iterator[bytes]:
    """Yield the comments of a JPEG in order, up to its pixels or to more than is ever written."""
    if file.read(len(START)) != START:
        return
    room = LONGEST_COMMENT
    while len(head := file.read(4)) == 4 and head[:1] == b"\xff" and head[:2] != SCAN:
        length = int.from_bytes(head[2:], "big") - 2
        if length < 0:
            return
        body = file.read(length)
        if head[:2] == COMMENT:
            room -= length
            if room < 0:
                return
            yield body


STILL = StillFormat(
    "jpeg", QT_TRANSLATE_NOOP("formats", "JPEG: small, for photos"), (".jpg", ".jpeg"), from_png, texts
)
