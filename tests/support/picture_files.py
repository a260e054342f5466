"""Builders of rare picture files for tests: PNG chunks and small ICC profiles."""

from __future__ import annotations

import struct
import zlib

import numpy as np

_XYZ_OF_SRGB = {  # D50-adapted primaries of sRGB
    "r": (0.43607, 0.22249, 0.01392),
    "g": (0.38515, 0.71687, 0.09708),
    "b": (0.14307, 0.06061, 0.71410),
}


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_file(samples: np.ndarray, colour_type: int, extra: bytes = b"") -> bytes:
    """Return a PNG of (H, W) or (H, W, C) uint8 or uint16 samples; `extra` chunks come before the pixels."""
    height, width = samples.shape[:2]
    depth = samples.dtype.itemsize * 8
    rows = b"".join(b"\0" + row.astype(samples.dtype.newbyteorder(">")).tobytes() for row in samples)
    head = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0))
    return png_start(head + extra + png_chunk(b"IDAT", zlib.compress(rows)))


def png_start(chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunks + png_chunk(b"IEND", b"")


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(v * 65536)) for v in values)


def _curve(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"


def _text(text: str) -> bytes:
    body = text.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(body)) + body + bytes(79)


def _profile(device: bytes, space: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    tags = {b"desc": _text("test"), b"wtpt": b"XYZ \0\0\0\0" + _fixed(0.9642, 1.0, 0.8249), **tags}
    table, data, start = b"", b"", 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        body += bytes(-len(body) % 4)
        table += struct.pack(">4sII", name, start + len(data), len(body))
        data += body
    head = struct.pack(">II", start + len(data), 0) + bytes((2, 0x40, 0, 0)) + device + space + connection
    head = head.ljust(36, b"\0") + b"acsp"
    head = head.ljust(68, b"\0") + _fixed(0.9642, 1.0, 0.8249)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + data


def rgb_profile(order: str = "rgb", gamma: float = 2.2) -> bytes:
    """Return a profile with sRGB's primaries in the given order: "bgr" makes red of what is written as blue."""
    tags = {}
    for channel, primary in zip("rgb", order, strict=True):
        tags[f"{channel}XYZ".encode()] = b"XYZ \0\0\0\0" + _fixed(*_XYZ_OF_SRGB[primary])
        tags[f"{channel}TRC".encode()] = _curve(gamma)
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def grey_profile(gamma: float) -> bytes:
    return _profile(b"mntr", b"GRAY", b"XYZ ", {b"kTRC": _curve(gamma)})


def cmyk_profile() -> bytes:
    """Return the profile of an odd printer: only cyan ink makes colour (Lab 50 60 0, strong pink), else all white."""
    ramp = bytes(range(256))
    white, pink = bytes((255, 128, 128)), bytes((128, 188, 128))
    grid = white * 8 + pink * 8  # first channel (cyan) varies slowest
    body = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + _fixed(1, 0, 0, 0, 1, 0, 0, 0, 1)
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": body + ramp * 4 + grid + ramp * 3})
