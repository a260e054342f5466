"""APNG: a lossless animation; viewers that do not know it show the first frame."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

from singan_studio.core.files import ordinary_file
from singan_studio.core.images import png_texts
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.export import ffmpeg
from singan_studio.export.formats.base import Format, Reel, any_speed

AFTER_HEADER = 33
"""Bytes of signature and IHDR."""


def write(path: Path, reel: Reel) -> None:
    options = ["-f", "apng", "-pred", "mixed", "-plays", str(reel.settings.loops), *ffmpeg.THREADS]
    ffmpeg.encode(path, reel.frames, reel.fps, options, reel.cancel)
    path.write_bytes(with_texts(path.read_bytes(), reel.texts))


def with_texts(png: bytes, texts: Mapping[str, str]) -> bytes:
    """Return the PNG with UTF-8 iTXt chunks after its header."""
    added = b"".join(
        _chunk(b"iTXt", key.encode() + b"\0\0\0\0\0" + text.encode()) for key, text in texts.items()
    )
    return png[:AFTER_HEADER] + added + png[AFTER_HEADER:]


def texts(path: Path) -> dict[str, str]:
    with ordinary_file(path) as file:
        return png_texts(file)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


FORMAT = Format(
    "apng",
    QT_TRANSLATE_NOOP("formats", "APNG: without loss, for browsers"),
    (".apng", ".png"),
    write,
    texts,
    any_speed,
    lossless=True,
)
