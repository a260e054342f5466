"""PNG with texts: exact pixels, recipes in any script, read back without decoding."""

from __future__ import annotations

import io
import time
import zlib

import numpy as np
import pytest
from picture_files import png_chunk, png_file
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from singan_studio.core.errors import BadInput
from singan_studio.core.images import decode_png, encode_png, png_texts, with_texts

RECIPE = '{"tool": "sample", "name": "Кошка 猫 🐈 \\n", "seed": 7}'


@pytest.fixture
def noise() -> np.ndarray:
    return np.random.default_rng(4).integers(0, 256, (20, 30, 3), dtype=np.uint8)


def test_pixels_and_texts_come_back_exactly(noise):
    data = encode_png(noise, {"singan-recipe": RECIPE, "singan-project": "../фото.singan"})
    assert np.array_equal(decode_png(data), noise)
    assert png_texts(data) == {"singan-recipe": RECIPE, "singan-project": "../фото.singan"}


def test_other_programs_read_the_texts_and_the_colour_space(noise):
    with Image.open(io.BytesIO(encode_png(noise, {"singan-recipe": RECIPE}))) as image:
        assert image.info["singan-recipe"] == RECIPE
        assert image.info["srgb"] == 0


def test_non_contiguous_views_are_written_correctly(noise):
    assert np.array_equal(decode_png(encode_png(noise[::-1, ::2])), noise[::-1, ::2])


def test_equal_pictures_give_equal_bytes(noise):
    assert encode_png(noise, {"a": "b"}) == encode_png(noise.copy(), {"a": "b"})


def test_texts_of_other_programs_are_read(noise):
    info = PngInfo()
    info.add_text("plain", "Zürich")
    info.add_text("packed", "z" * 3000, zip=True)
    info.add_itxt("packed too", "猫" * 3000, zip=True)
    file = io.BytesIO()
    Image.fromarray(noise).save(file, "PNG", pnginfo=info)
    assert png_texts(file.getvalue()) == {"plain": "Zürich", "packed": "z" * 3000, "packed too": "猫" * 3000}


def test_texts_behind_the_pixels_are_found_quickly_without_decoding():
    big = np.zeros((4000, 4000, 3), np.uint8)
    data = encode_png(big)[:-12] + png_chunk(b"tEXt", b"late\0yes") + png_chunk(b"IEND", b"")
    start = time.perf_counter()
    assert png_texts(data) == {"late": "yes"}
    assert time.perf_counter() - start < 0.05


def test_damaged_texts_are_skipped(noise):
    bad = [
        png_chunk(b"iTXt", b"no end of key"),
        png_chunk(b"iTXt", b"k\0"),
        png_chunk(b"iTXt", b"k\0\0\0\0\0\xff\xfe"),
        png_chunk(b"zTXt", b"k\0\0junk"),
        png_chunk(b"tEXt", b"flipped\0text")[:-1] + b"?",
        png_chunk(b"tEXt", b"good\0kept"),
    ]
    data = png_file(noise, 2, b"".join(bad))
    assert png_texts(data) == {"good": "kept"}
    assert all(png_texts(data[:end]) in ({}, {"good": "kept"}) for end in range(0, len(data), 7))


def test_a_text_that_unpacks_to_a_bomb_is_skipped(noise):
    bomb = png_chunk(b"iTXt", b"bomb\0\x01\0\0\0" + zlib.compress(bytes(20 * 1024 * 1024)))
    assert png_texts(png_file(noise, 2, bomb)) == {}


@pytest.mark.parametrize("data", [b"", b"words", b"\xff\xd8\xff\xe0"])
def test_bytes_that_are_no_png_have_no_texts(data):
    assert png_texts(data) == {}


def test_damaged_png_is_refused(noise):
    with pytest.raises(BadInput, match="PNG is damaged"):
        decode_png(encode_png(noise)[:-300])


def test_added_texts_give_the_bytes_that_encoding_with_them_gives(noise):
    png = encode_png(noise, {"recipe": "{}", "other": "ä"})
    added = with_texts(png, {"project": "../häuser.singan"})
    assert added == encode_png(noise, {"recipe": "{}", "other": "ä", "project": "../häuser.singan"})
    assert with_texts(png, {}) == png


def test_an_added_text_replaces_one_with_its_key(noise):
    png = encode_png(noise, {"recipe": "old", "other": "x"})
    assert png_texts(with_texts(png, {"recipe": "new"})) == {"other": "x", "recipe": "new"}


def test_texts_are_not_added_to_bytes_that_are_no_whole_png(noise):
    png = encode_png(noise)
    for data in (b"", b"GIF89a", png[:8], png[:100], png[:-1]):
        with pytest.raises(BadInput):
            with_texts(data, {"recipe": "{}"})
