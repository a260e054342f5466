"""Encode and decode PNG, with texts (the recipe) beside the pixels."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Iterator, Mapping

import numpy as np

from singan_studio.core.errors import BadInput

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END = b"IEND\xaeB`\x82"
MOST_PIXELS = 8192 * 8192
"""Pixels of the largest result that this program makes."""

_MAX_TEXT = 16 * 1024 * 1024  # bytes of one unpacked text: a recipe is far smaller, a zip bomb far larger


def encode_png(pixels: np.ndarray, texts: Mapping[str, str] | None = None) -> bytes:
    """Encode (H, W, 3 or 4) uint8 sRGB pixels; `texts` become UTF-8 iTXt chunks (keys: 1..79 Latin-1 characters)."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add(b"sRGB", b"\0")
    for key, text in (texts or {}).items():
        info.add_itxt(key, text)
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(file, "PNG", pnginfo=info)
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


def decode_png(data: bytes, keep_alpha: bool = False) -> np.ndarray:
    """Return the (H, W, 3) uint8 pixels of a PNG of this program; (H, W, 4) with `keep_alpha` if it has alpha.

    Raises `BadInput` when it is damaged, or larger than this program makes any.
    """
    from PIL import Image

    height, width = png_size(data)
    if height * width > MOST_PIXELS:
        limit = MOST_PIXELS // 10**6
        raise BadInput("picture.too_large", name="PNG", width=width, height=height, megapixels=limit)
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            return np.array(image.convert("RGBA" if keep_alpha and image.mode == "RGBA" else "RGB"))
    except Exception as error:  # a decoder of foreign bytes may raise anything
        raise BadInput("picture.damaged", name="PNG", reason=str(error)) from error


def with_texts(data: bytes, texts: Mapping[str, str]) -> bytes:
    """Return a PNG with `texts` as UTF-8 iTXt chunks before its pixels; all other chunks stay as they are.

    A new text replaces one with the same key. Raises `BadInput` for bytes that are no whole PNG.
    """
    added = b"".join(_chunk(b"iTXt", _itxt_body(key, text)) for key, text in texts.items())
    parts = [_SIGNATURE]
    for kind, whole, body in _all_chunks(data):
        if kind in _READERS and body.split(b"\0", 1)[0].decode("latin-1") in texts:
            continue
        if kind in (b"IDAT", b"IEND") and added:
            parts.append(added)
            added = b""
        parts.append(whole)
    if added or not parts[-1].endswith(_END):
        raise BadInput("picture.damaged", name="PNG", reason="it is cut off")
    return b"".join(parts)


def png_texts(data: bytes) -> dict[str, str]:
    """Return the texts of a PNG by key, without decoding its pixels. Empty for bytes that are no PNG.

    Damaged texts are left out; reading ends where the file does.
    """
    texts: dict[str, str] = {}
    for kind, body in _text_chunks(data):
        try:
            key, text = _READERS[kind](body)
        except (ValueError, IndexError, zlib.error):
            continue
        texts[key] = text
    return texts


def _text_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (type, body) of each whole text chunk whose checksum is right."""
    for kind, whole, body in _all_chunks(data):
        if kind in _READERS and zlib.crc32(kind + body) == int.from_bytes(whole[-4:], "big"):
            yield kind, bytes(body)


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


def _itxt(body: bytes) -> tuple[str, str]:
    key, rest = body.split(b"\0", 1)
    packed = rest[0] == 1
    _language, _translated, text = rest[2:].split(b"\0", 2)
    return key.decode("latin-1"), (_unpacked(text) if packed else text).decode("utf-8")


def _text(body: bytes) -> tuple[str, str]:
    key, text = body.split(b"\0", 1)
    return key.decode("latin-1"), text.decode("latin-1")


def _ztxt(body: bytes) -> tuple[str, str]:
    key, rest = body.split(b"\0", 1)
    return key.decode("latin-1"), _unpacked(rest[1:]).decode("latin-1")


def _unpacked(data: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(data, _MAX_TEXT)
    if not unpacker.eof:
        raise ValueError("text is too long or cut off")
    return text


_READERS = {b"iTXt": _itxt, b"tEXt": _text, b"zTXt": _ztxt}
