"""Pictures from strangers cost little, and odd but sound ones are read."""

from __future__ import annotations

import io
import os
import struct
import time
import zlib
from pathlib import Path

import numpy as np
import pytest
from picture_files import png_chunk, png_file, png_start, rgb_profile
from PIL import Image

from singan_studio.core.errors import BadInput
from singan_studio.core.files import ordinary_file
from singan_studio.core.images import decode_picture, decode_png, load_picture, png_texts, training_picture
from singan_studio.export.film import film_texts
from singan_studio.export.stills import still_texts

PIXELS = np.random.default_rng(4).integers(0, 256, (20, 30, 3), dtype=np.uint8)


def codes(data: bytes) -> list[str]:
    return [notice.code for notice in decode_picture(data, "test").notices]


def test_many_packed_texts_take_little_memory() -> None:
    bomb = zlib.compress(bytes(15_000_000), 9)
    chunks = (png_chunk(b"zTXt", f"key {n}".encode() + b"\0\0" + bomb) for n in range(100))
    own = png_chunk(b"tEXt", b"own\0words")
    texts = png_texts(png_file(PIXELS, 2, b"".join(chunks) + own))
    assert texts["own"] == "words"
    assert sum(map(len, texts.values())) <= 16 * 1024 * 1024


def test_packed_texts_take_little_time_to_skip() -> None:
    bomb = png_chunk(b"zTXt", b"key\0\0" + zlib.compress(bytes(20_000_000), 9)) * 200
    began = time.process_time()
    png_texts(png_file(PIXELS, 2, bomb))
    assert time.process_time() - began < 2


@pytest.mark.parametrize("packed", [False, True])
def test_long_texts_do_not_make_a_picture_damaged(packed: bool) -> None:
    workflow = bytes(65 + n % 26 for n in range(3_000_000))
    text = png_chunk(b"zTXt", b"workflow\0\0" + zlib.compress(workflow))
    if not packed:
        text = png_chunk(b"iTXt", b"workflow\0\1\0\0\0" + zlib.compress(workflow)) * 40
    data = png_file(PIXELS, 2, text)
    assert np.array_equal(decode_picture(data, "test").pixels, PIXELS)
    assert np.array_equal(decode_png(data), PIXELS)


def test_a_long_colour_profile_is_read() -> None:
    profile = rgb_profile("bgr")
    long = struct.pack(">I", len(profile) + 2_000_000) + profile[4:] + bytes(2_000_000)
    data = png_file(PIXELS, 2, png_chunk(b"iCCP", b"name\0\0" + zlib.compress(long)))
    picture = decode_picture(data, "test")
    assert picture.notices == ()
    assert np.abs(picture.pixels.astype(int) - PIXELS[..., ::-1]).mean() < 30


def test_a_long_gif_comment_costs_little_time(tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.fromarray(PIXELS).quantize(256).save(file, "GIF")
    gif = bytearray(file.getvalue())
    at = 13 + 3 * 2 ** ((gif[10] & 7) + 1)
    comment = b"\x21\xfe" + (b"\xff" + b"A" * 255) * 80_000 + b"\0"
    path = tmp_path / "long.gif"
    path.write_bytes(b"GIF89a" + bytes(gif[6:at]) + comment + bytes(gif[at:]))
    began = time.process_time()
    assert load_picture(path).pixels.shape == (20, 30, 3)
    assert film_texts(path) == {}
    assert time.process_time() - began < 4


def test_a_picture_larger_than_any_result_is_not_decoded() -> None:
    head = png_chunk(b"IHDR", struct.pack(">IIBBBBB", 13_000, 13_000, 8, 2, 0, 0, 0))
    rows = zlib.compress(bytes((13_000 * 3 + 1) * 100))
    with pytest.raises(BadInput) as caught:
        decode_png(png_start(head + png_chunk(b"IDAT", rows)))
    assert caught.value.code == "picture.too_large"


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("bits", [10, 12])
def test_few_bits_in_a_file_of_sixteen_are_stretched(channels: int, bits: int) -> None:
    top = 2**bits - 1
    values = np.linspace(0, top, 256).round().astype(np.uint16).reshape(16, 16)
    samples = values if channels == 1 else np.stack([values, values[::-1], values], axis=2)
    if channels == 4:
        samples = np.dstack([samples, np.full((16, 16), 65535, np.uint16)])
    data = png_file(samples, {1: 0, 3: 2, 4: 6}[channels])
    assert codes(data) == ["picture.stretched"]
    shown = decode_picture(data, "test").pixels[..., 0]
    assert np.abs(shown.astype(int) - np.arange(256).reshape(16, 16)).max() <= 1


def test_colours_of_a_tiff_with_few_bits_are_stretched(tmp_path: Path) -> None:
    import cv2

    values = np.linspace(0, 4095, 256).round().astype(np.uint16).reshape(16, 16)
    path = tmp_path / "twelve.tiff"
    cv2.imwrite(str(path), np.stack([values, values, values], axis=2))
    picture = load_picture(path)
    assert [notice.code for notice in picture.notices] == ["picture.stretched"]
    assert np.abs(picture.pixels[..., 0].astype(int) - np.arange(256).reshape(16, 16)).max() <= 1


def test_a_picture_that_really_has_sixteen_bits_keeps_its_range() -> None:
    values = np.linspace(0, 65535, 256).astype(np.uint16).reshape(16, 16)
    assert codes(png_file(np.stack([values] * 3, axis=2), 2)) == []
    assert codes(png_file(values // 8, 0)) == []


def test_a_long_strip_is_refused_by_its_own_size() -> None:
    file = io.BytesIO()
    Image.new("L", (20_000, 10)).save(file, "PNG")
    with pytest.raises(BadInput, match="20000x10 px; one side"):
        training_picture(decode_picture(file.getvalue(), "strip"))


@pytest.mark.parametrize("name", ["pipe.png", "pipe.gif", "pipe.mp4", "pipe.webp"])
def test_a_pipe_is_refused_without_waiting(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    os.mkfifo(path)
    for read in (film_texts, load_picture):
        with pytest.raises(BadInput) as caught:
            read(path)
        assert caught.value.code in ("file.special", "picture.kind")
    with pytest.raises(BadInput, match="pipe or a device"), ordinary_file(path):
        pass


def test_a_device_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "zero.png"
    path.symlink_to("/dev/zero")
    with pytest.raises(BadInput, match="pipe or a device"):
        still_texts(path)
