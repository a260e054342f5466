"""Leave out what a picture file says in words, before its pixels are decoded.

A decoder reads every word: with a few megabytes of packed texts it takes gigabytes, with long comments it takes hours,
and long texts make it refuse sound pictures.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import BinaryIO

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
PNG_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
PNG_PROFILE = b"iCCP"

GIF_HEADER = 13
"""Bytes of signature and logical screen descriptor."""

GIF_COMMENT = b"\x21\xfe"

Part = tuple[int, int, bool]
"""Where a part of a file begins and ends in bytes, and whether it is kept."""


def without_words(file: BinaryIO) -> BinaryIO:
    """Return a PNG without texts and a GIF without comments, at their beginning; any other file as it is."""
    start = file.read(GIF_HEADER)
    if start.startswith(PNG_SIGNATURE):
        parts = list(_png_parts(file))
    elif start.startswith((b"GIF87a", b"GIF89a")) and len(start) == GIF_HEADER:
        parts = list(_gif_parts(file, start))
    else:
        parts = []
    file.seek(0)
    if all(kept for _, _, kept in parts):
        return file
    return io.BytesIO(b"".join(_read(file, begin, end) for begin, end, kept in parts if kept))


def _read(file: BinaryIO, begin: int, end: int) -> bytes:
    file.seek(begin)
    return file.read(end - begin)


def _png_parts(file: BinaryIO) -> Iterator[Part]:
    """Yield the signature and every chunk; of several colour profiles the first is kept."""
    size, at, profiles = file.seek(0, io.SEEK_END), len(PNG_SIGNATURE), 0
    yield 0, at, True
    while at < size:
        file.seek(at)
        head = file.read(8)
        length, kind = struct.unpack(">I4s", head) if len(head) == 8 else (size, b"")
        profiles += kind == PNG_PROFILE
        end = min(at + 12 + length, size)
        yield at, end, kind not in PNG_TEXTS and not (kind == PNG_PROFILE and profiles > 1)
        at = end


def _gif_parts(file: BinaryIO, start: bytes) -> Iterator[Part]:
    """Yield everything up to a comment, and every comment (GIF89a specification, sections 15 to 27)."""
    size, kept_from = file.seek(0, io.SEEK_END), 0
    at = GIF_HEADER + gif_colours(start[10])
    while at < size:
        file.seek(at)
        kind = file.read(2)
        if kind[:1] == b"\x21":
            end = _after_blocks(file, at + 2)
        elif kind[:1] == b"\x2c":
            file.seek(at + 9)
            flags = (file.read(1) or b"\0")[0]
            end = _after_blocks(file, at + 11 + gif_colours(flags))
        else:
            break  # the end, or nothing that a GIF may hold
        if kind == GIF_COMMENT:
            yield kept_from, at, True
            yield at, end, False
            kept_from = end
        at = end
    yield kept_from, size, True


def _after_blocks(file: BinaryIO, at: int) -> int:
    """Return where a series of blocks, each behind its length, ends."""
    file.seek(at)
    while length := (file.read(1) or b"\0")[0]:
        file.seek(length, io.SEEK_CUR)
    return file.tell()


def gif_colours(flags: int) -> int:
    """Return the bytes of the colour table that these flags of a GIF announce."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0
