"""WebP: small, for browsers and messengers; lossless at quality 100."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import BinaryIO

from singan_studio.core.files import ordinary_file
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.export import ffmpeg
from singan_studio.export.formats.base import LONGEST_COMMENT, Format, Reel, comment, speed_in, texts_in

XMP_FLAG = 0x04
"""Bit in the first byte of the VP8X chunk: the file has an "XMP " chunk (WebP container specification)."""

FRAME_FLAGS, NOT_BLENDED = 23, 0x02
"""Place of a frame's flags in its ANMF chunk, and the bit that says that it is not blended with the frame before."""


def write(path: Path, reel: Reel) -> None:
    settings = reel.settings
    whole = settings.quality == 100
    picture = ["-lossless", "1"] if whole else ["-lossless", "0", "-quality", str(settings.quality)]
    lossy = "yuva420p" if reel.transparent else "yuv420p"
    file = ["-pix_fmt", "bgra" if whole else lossy, "-loop", str(settings.loops), "-f", "webp"]
    # The animation encoder merges frames that are nearly equal; only a single frame needs it, for its header.
    encoder = "libwebp_anim" if reel.count == 1 else "libwebp"
    ffmpeg.encode(path, reel.frames, reel.fps, ["-c:v", encoder, *picture, *file], reel.cancel)
    film = path.read_bytes()
    path.write_bytes(with_xmp(unblended(film) if reel.transparent else film, comment(reel.texts).encode()))


def texts(path: Path) -> dict[str, str]:
    with ordinary_file(path) as file:
        return texts_in(xmp_in(file).decode("ascii", errors="replace"))


def unblended(webp: bytes) -> bytes:
    """Return the animation with frames that replace those before; ffmpeg writes ones that are laid over them."""
    film, at = bytearray(webp), 12
    while at + 8 <= len(film):
        name, length = struct.unpack_from("<4sI", film, at)
        if name == b"ANMF":
            film[at + FRAME_FLAGS] |= NOT_BLENDED
        at += 8 + length + length % 2
    return bytes(film)


def with_xmp(webp: bytes, data: bytes) -> bytes:
    """Return the animation with a metadata chunk at its end, where the specification wants it."""
    flags = 20  # after RIFF, its length, WEBP, VP8X and its length
    padded = data + b"\0" * (len(data) % 2)
    body = webp[8:flags] + bytes([webp[flags] | XMP_FLAG]) + webp[flags + 1 :]
    body += b"XMP " + struct.pack("<I", len(data)) + padded
    return b"RIFF" + struct.pack("<I", len(body)) + body


def xmp_in(file: BinaryIO) -> bytes:
    """Return the metadata chunk of a WebP file; empty where there is none, or a longer one than is ever written."""
    start = file.read(12)
    if start[:4] != b"RIFF" or start[8:] != b"WEBP":
        return b""
    while len(head := file.read(8)) == 8:
        name, length = struct.unpack("<4sI", head)
        if name == b"XMP ":
            return file.read(length) if length <= LONGEST_COMMENT else b""
        file.seek(length + length % 2, io.SEEK_CUR)
    return b""


FORMAT = Format(
    "webp",
    QT_TRANSLATE_NOOP("formats", "WebP: small, for browsers"),
    (".webp",),
    write,
    texts,
    speed_in(1000),
)
