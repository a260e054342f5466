"""WebP: small, for browsers and messengers; lossless at quality 100."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.export import ffmpeg
from singan_studio.export.formats.base import Format, Reel, comment, speed_in, texts_in

XMP_FLAG = 0x04
"""Bit in the first byte of the VP8X chunk: the file has an "XMP " chunk (WebP container specification)."""


def write(path: Path, reel: Reel) -> None:
    settings = reel.settings
    whole = settings.quality == 100
    picture = ["-lossless", "1"] if whole else ["-lossless", "0", "-quality", str(settings.quality)]
    file = ["-pix_fmt", "bgra" if whole else "yuv420p", "-loop", str(settings.loops), "-f", "webp"]
    ffmpeg.encode(path, reel.frames, reel.fps, ["-c:v", "libwebp_anim", *picture, *file], reel.cancel)
    path.write_bytes(with_xmp(path.read_bytes(), comment(reel.texts).encode()))


def texts(path: Path) -> dict[str, str]:
    for name, body in chunks(path.read_bytes()):
        if name == b"XMP ":
            return texts_in(body.decode("ascii", errors="replace"))
    return {}


def with_xmp(webp: bytes, data: bytes) -> bytes:
    """Return the animation with a metadata chunk at its end, where the specification wants it."""
    flags = 20  # after RIFF, its length, WEBP, VP8X and its length
    padded = data + b"\0" * (len(data) % 2)
    body = webp[8:flags] + bytes([webp[flags] | XMP_FLAG]) + webp[flags + 1 :]
    body += b"XMP " + struct.pack("<I", len(data)) + padded
    return b"RIFF" + struct.pack("<I", len(body)) + body


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (name, body) of every whole chunk of a WebP file; nothing for any other."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return
    at = 12
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        yield name, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


FORMAT = Format(
    "webp",
    QT_TRANSLATE_NOOP("formats", "WebP: small, for browsers"),
    (".webp",),
    write,
    texts,
    speed_in(1000),
)
