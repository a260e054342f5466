"""Encode and decode PNG, with texts (the recipe) beside the pixels."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

import numpy as np

from singan_studio.core.errors import BadInput
from singan_studio.core.images.stripping import PNG_SIGNATURE, without_words

_SIGNATURE = PNG_SIGNATURE
_END = b"IEND\xaeB`\x82"

MOST_PIXELS = 8192 * 8192
"""Pixels of the largest picture that this program makes."""

_MOST_TEXTS = 1000
_MAX_TEXT = 16 * 1024 * 1024  # bytes of all unpacked texts: a recipe is far smaller, a zip bomb far larger


def encode_png(pixels: np.ndarray, texts: Mapping[str, str] | None = None, exif: bytes = b"") -> bytes:
    """Encode (H, W, 3 or 4) uint8 sRGB pixels; `texts` become UTF-8 iTXt chunks (keys: 1..79 Latin-1 characters).

    `exif` is a block without header, as `Picture.exif`.
    """
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add(b"sRGB", b"\0")
    for key, text in (texts or {}).items():
        info.add_itxt(key, text)
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(file, "PNG", pnginfo=info, exif=exif or None)
    return file.getvalue()


def picture_hash(pixels: np.ndarray) -> str:
    """Return the SHA-256 of a picture's size and pixels, as hexadecimal digits."""
    return hashlib.sha256(repr(pixels.shape).encode() + np.ascontiguousarray(pixels).tobytes()).hexdigest()


def png_size(data: bytes) -> tuple[int, int]:
    """Return the (height, width) that a PNG's header tells. Raises `BadInput` for other bytes."""
    if not data.startswith(_SIGNATURE) or len(data) < 24:
        raise BadInput("picture.damaged", name="PNG", reason="its header is missing")
    width, height = struct.unpack_from(">II", data, 16)
    return height, width


def png_is_transparent(data: bytes) -> bool:
    """Return whether the header of a PNG of this program tells of alpha, which only transparent pictures have."""
    return data[25:26] == b"\6"


def decode_png(data: bytes, keep_alpha: bool = False) -> np.ndarray:
    """Return the (H, W, 3) uint8 pixels of a PNG of this program; (H, W, 4) with `keep_alpha` if it has alpha.

    Raises `BadInput` when it is damaged or larger than this program makes any.
    """
    from PIL import Image

    height, width = png_size(data)
    if width * height > MOST_PIXELS:
        limit = MOST_PIXELS // 1_000_000
        raise BadInput("picture.too_large", name="PNG", width=width, height=height, megapixels=limit)
    try:
        with Image.open(without_words(io.BytesIO(data)), formats=("PNG",)) as image:
            return np.array(image.convert("RGBA" if keep_alpha and image.mode == "RGBA" else "RGB"))
    except Exception as error:  # a decoder of foreign bytes may raise anything
        raise BadInput("picture.damaged", name="PNG", reason=str(error)) from error


def with_texts(data: bytes, texts: Mapping[str, str]) -> bytes:
    """Return a PNG with `texts` as UTF-8 iTXt chunks before its pixels; all other chunks stay as they are.

    A new text replaces one with the same key. Raises `BadInput` for bytes that are no whole PNG.
    """
    added = b"".join(_chunk(b"iTXt", _itxt_body(key, text)) for key, text in texts.items())

    def replaced(kind: bytes, body: bytes) -> bool:
        return kind in _READERS and body.split(b"\0", 1)[0].decode("latin-1") in texts

    return _with_chunks(data, added, replaced)


def with_exif(data: bytes, exif: bytes) -> bytes:
    """Return a PNG with this EXIF block in place of its own. Raises `BadInput` for bytes that are no whole PNG."""
    return _with_chunks(data, _chunk(b"eXIf", exif), lambda kind, _: kind == b"eXIf")


def png_exif(data: bytes) -> bytes:
    """Return the EXIF block of a PNG of this program; empty where there is none."""
    return next((whole[8:-4] for kind, whole, _ in _all_chunks(data) if kind == b"eXIf"), b"")


def _with_chunks(data: bytes, added: bytes, replaced: Callable[[bytes, bytes], bool]) -> bytes:
    """Return a PNG with chunks before its pixels; those of which `replaced(type, body)` holds are left out."""
    parts = [_SIGNATURE]
    for kind, whole, body in _all_chunks(data):
        if replaced(kind, body):
            continue
        if kind in (b"IDAT", b"IEND") and added:
            parts.append(added)
            added = b""
        parts.append(whole)
    if added or not parts[-1].endswith(_END):
        raise BadInput("picture.damaged", name="PNG", reason="it is cut off")
    return b"".join(parts)


def png_texts(png: bytes | BinaryIO) -> dict[str, str]:
    """Return the texts of a PNG by key, without reading its pixels. Empty for bytes that are no PNG.

    Damaged texts are left out, and those above a limit for all of them together; reading ends where the file does.
    """
    file = io.BytesIO(png) if isinstance(png, bytes) else png
    texts: dict[str, str] = {}
    room = _Room(_MAX_TEXT)
    for kind, body in _text_chunks(file):
        try:
            key, text = _READERS[kind](body, room)
        except (ValueError, IndexError, zlib.error):
            continue
        texts[key] = text
        if len(texts) == _MOST_TEXTS:
            break
    return texts


class _Room:
    """The bytes that may still be unpacked; a text that does not fit into them uses them up, too."""

    def __init__(self, size: int) -> None:
        self._left = size

    def unpacked(self, data: bytes) -> bytes:
        if self._left == 0:
            raise ValueError("the texts are too long")
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(data, self._left)
        self._left -= len(text)
        if not unpacker.eof:
            raise ValueError("a text is too long or cut off")
        return text


def _text_chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Yield (type, body) of each whole text chunk of a moderate length whose checksum is right."""
    file.seek(0)
    if file.read(len(_SIGNATURE)) != _SIGNATURE:
        return
    while len(head := file.read(8)) == 8:
        length, kind = struct.unpack(">I4s", head)
        if kind not in _READERS or length > _MAX_TEXT:
            file.seek(length + 4, io.SEEK_CUR)
            continue
        body, checksum = file.read(length), file.read(4)
        if zlib.crc32(kind + body) == int.from_bytes(checksum, "big"):
            yield kind, body


def _all_chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield (type, whole chunk, body) of each chunk that is not cut off; the body of a chunk of pixels is empty."""
    if not data.startswith(_SIGNATURE):
        return
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        if end + 4 > len(data):
            return
        yield kind, data[at : end + 4], data[at + 8 : end] if kind in _READERS else b""
        at = end + 4


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _itxt_body(key: str, text: str) -> bytes:
    return key.encode("latin-1") + b"\0\0\0\0\0" + text.encode()


def _itxt(body: bytes, room: _Room) -> tuple[str, str]:
    key, rest = body.split(b"\0", 1)
    packed = rest[0] == 1
    _language, _translated, text = rest[2:].split(b"\0", 2)
    return key.decode("latin-1"), (room.unpacked(text) if packed else text).decode("utf-8")


def _text(body: bytes, room: _Room) -> tuple[str, str]:
    key, text = body.split(b"\0", 1)
    return key.decode("latin-1"), text.decode("latin-1")


def _ztxt(body: bytes, room: _Room) -> tuple[str, str]:
    key, rest = body.split(b"\0", 1)
    return key.decode("latin-1"), room.unpacked(rest[1:]).decode("latin-1")


_READERS = {b"iTXt": _itxt, b"tEXt": _text, b"zTXt": _ztxt}
