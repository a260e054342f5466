"""Builds HEIF files, which no library at hand writes, around a picture that x265 has encoded.

`tests/data/colours.hevc` is a still picture of 64x48 px: red on the left, green above blue on the right. It was made by

    ffmpeg -f rawvideo -pix_fmt rgb24 -s 64x48 -i PIXELS -frames:v 1 -vf scale=out_color_matrix=bt601:out_range=full
           -c:v libx265 -pix_fmt yuv420p -profile:v mainstillpicture -x265-params crf=12:info=0:range=full -f hevc FILE
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

WIDTH, HEIGHT = 64, 48
COLOURS = {(16, 24): (220, 40, 30), (48, 12): (20, 160, 60), (48, 36): (30, 60, 200)}
"""Colour by (x, y)."""

_PARAMETERS = (32, 33, 34)  # types of NAL units: video, sequence and picture parameter sets


def heif_file(
    exif: bytes = b"",
    turn: int | None = None,
    size: tuple[int, int] = (WIDTH, HEIGHT),
    brand: bytes = b"heic",
) -> bytes:
    """Return the picture as HEIF (ISO/IEC 23008-12) with an EXIF block and a turn by quarters against the clock.

    `size` is what the file says of its (width, height).
    """
    units = _units((Path(__file__).parents[1] / "data" / "colours.hevc").read_bytes())
    coded = b"".join(_long(unit) for unit in units if _kind(unit) not in _PARAMETERS)
    properties = [_decoder(units), _full(b"ispe", struct.pack(">II", *size))]
    if turn is not None:
        properties.append(_box(b"irot", bytes([turn])))
    items = {1: (b"hvc1", coded)}
    if exif:
        items[2] = (b"Exif", struct.pack(">I", 0) + exif)
    start = _box(b"ftyp", brand + bytes(4) + b"mif1" + brand)
    where = len(start) + len(_meta(items, properties, 0)) + 8
    return (
        start + _meta(items, properties, where) + _box(b"mdat", b"".join(data for _, data in items.values()))
    )


def _meta(items: Mapping[int, tuple[bytes, bytes]], properties: list[bytes], where: int) -> bytes:
    """Return the box that says what is where; the items' data begin at byte `where`."""
    infos = [
        _full(b"infe", struct.pack(">HH4sB", number, 0, kind, 0), 2) for number, (kind, _) in items.items()
    ]
    places = b""
    for number, (_, data) in items.items():
        places += struct.pack(">HHHII", number, 0, 1, where, len(data))
        where += len(data)
    belongs = struct.pack(">IHB", 1, 1, len(properties))
    belongs += bytes(0x80 | at for at in range(1, len(properties) + 1))
    boxes = [
        _full(b"hdlr", bytes(4) + b"pict" + bytes(13)),
        _full(b"pitm", struct.pack(">H", 1)),
        _full(b"iinf", struct.pack(">H", len(infos)) + b"".join(infos)),
        _full(b"iloc", struct.pack(">BBH", 0x44, 0, len(items)) + places),
        _box(b"iprp", _box(b"ipco", b"".join(properties)) + _full(b"ipma", belongs)),
    ]
    if 2 in items:
        boxes.append(_full(b"iref", _box(b"cdsc", struct.pack(">HHH", 2, 1, 1))))
    return _full(b"meta", b"".join(boxes))


def _decoder(units: list[bytes]) -> bytes:
    """Return the decoder's configuration (ISO/IEC 14496-15, 8.3.3)."""
    sets = {kind: next(unit for unit in units if _kind(unit) == kind) for kind in _PARAMETERS}
    level = sets[33][3:15]  # profile, tier and level begin behind the header and a byte of sub-layers
    plain = b"\xf0\0\xfc\xfd\xf8\xf8\0\0\x0f"  # 4:2:0, 8 bits, lengths of 4 bytes
    arrays = b"".join(
        bytes([0x80 | kind]) + struct.pack(">HH", 1, len(unit)) + unit for kind, unit in sets.items()
    )
    return _box(b"hvcC", b"\1" + level + plain + bytes([len(sets)]) + arrays)


def _units(stream: bytes) -> list[bytes]:
    return [unit for unit in stream.replace(b"\0\0\0\1", b"\0\0\1").split(b"\0\0\1") if unit]


def _kind(unit: bytes) -> int:
    return unit[0] >> 1 & 63


def _long(unit: bytes) -> bytes:
    return struct.pack(">I", len(unit)) + unit


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body


def _full(kind: bytes, body: bytes, version: int = 0) -> bytes:
    return _box(kind, struct.pack(">I", version << 24) + body)
