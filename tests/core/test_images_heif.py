"""HEIC and AVIF, the photos of phones, are read like any other kind, and hostile ones are refused."""

from __future__ import annotations

import io
import multiprocessing
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest
from forked_engines import forking
from heif_files import COLOURS, HEIGHT, WIDTH, heif_file
from PIL import ExifTags, Image

from singan_studio.core.errors import BadInput
from singan_studio.core.images import MAX_SIDE, decode_picture, load_picture


def phone_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "Phone"
    exif[ExifTags.Base.Orientation] = orientation
    return exif


def near(pixels: np.ndarray, x: int, y: int, colour: tuple[int, int, int]) -> bool:
    return bool(np.abs(pixels[y, x].astype(int) - colour).max() <= 6)


@pytest.mark.parametrize("brand", [b"heic", b"mif1"])
@pytest.mark.parametrize("ending", [".heic", ".HEIF", ".jpg"])
def test_heic_is_read_whatever_its_name(tmp_path: Path, ending: str, brand: bytes) -> None:
    path = tmp_path / f"photo{ending}"
    path.write_bytes(heif_file(brand=brand))
    picture = load_picture(path)
    assert picture.pixels.shape == (HEIGHT, WIDTH, 3)
    assert picture.notices == ()
    assert all(near(picture.pixels, x, y, colour) for (x, y), colour in COLOURS.items())


def test_a_heic_is_turned_upright_once_whatever_its_exif_says_too() -> None:
    exif = b"Exif\0\0" + phone_exif(6).tobytes().removeprefix(b"Exif\0\0")
    picture = decode_picture(heif_file(exif[6:], turn=3), "photo.heic")  # a quarter with the clock
    assert picture.pixels.shape == (WIDTH, HEIGHT, 3)
    for (x, y), colour in COLOURS.items():
        assert near(picture.pixels, HEIGHT - 1 - y, x, colour)
    kept = Image.Exif()
    kept.load(picture.exif)
    assert (kept[ExifTags.Base.Model], kept[ExifTags.Base.Orientation]) == ("Phone", 1)


def test_a_heic_of_which_a_part_is_missing_is_damaged() -> None:
    whole = heif_file()
    for length in (20, 100, 300, len(whole) - 40):
        with pytest.raises(BadInput) as caught:
            decode_picture(whole[:length], "photo.heic")
        assert caught.value.code == "picture.damaged", length
        assert "photo.heic" in str(caught.value)
        assert "\n" not in str(caught.value)


def test_a_heic_that_is_too_large_is_refused_by_its_header() -> None:
    with pytest.raises(BadInput) as caught:
        decode_picture(heif_file(size=(20_000, 20_000)), "photo.heic")
    assert caught.value.code == "picture.too_large"


@pytest.mark.parametrize("size", [(1, 1), (10_000, 9_000)])
def test_a_heic_that_lies_about_its_size_costs_little(size: tuple[int, int]) -> None:
    pytest.importorskip("resource")
    code = (
        "import resource, sys\n"
        "from singan_studio.core.errors import BadInput\n"
        "from singan_studio.core.images import decode_picture\n"
        "if __name__ == '__main__':\n"
        "    try:\n"
        "        decode_picture(sys.stdin.buffer.read(), 'photo.heic')\n"
        "    except BadInput as error:\n"
        "        print(error.code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code], input=heif_file(size=size), capture_output=True, check=True, timeout=60
    )
    said, kilobytes = done.stdout.split()
    assert said == b"picture.damaged"
    assert int(kilobytes) < 600_000
    assert time.monotonic() - began < 20


def test_flipped_bytes_of_a_heic_give_a_picture_or_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    forks = forking()  # forty starts of Python would take most of the time
    monkeypatch.setattr(multiprocessing, "get_context", lambda _: forks)
    rng, whole = np.random.default_rng(5), heif_file(phone_exif().tobytes().removeprefix(b"Exif\0\0"))
    for _ in range(40):
        data = bytearray(whole)
        for place in rng.integers(12, len(data), 3):
            data[place] = rng.integers(256)
        try:
            decode_picture(bytes(data), "flipped")
        except BadInput as refused:
            assert "\n" not in str(refused)  # noqa: PT017 - both outcomes are right


def avif(image: Image.Image, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, "AVIF", quality=95, **options)
    return file.getvalue()


def test_avif_is_read_upright_with_its_transparency() -> None:
    half = Image.new("RGBA", (60, 40), (200, 30, 40, 255))
    half.paste((0, 0, 0, 0), (0, 0, 30, 40))
    picture = decode_picture(avif(half, exif=phone_exif(6)), "photo.avif")
    assert picture.pixels.shape == (60, 40, 3)
    assert picture.alpha is not None
    assert (picture.alpha[:28] < 5).all()  # the left is on top
    assert (picture.alpha[32:] > 250).all()
    assert near(picture.pixels, 20, 50, (200, 30, 40))


def test_a_large_avif_is_shrunk_and_a_cut_one_refused() -> None:
    data = avif(Image.new("RGB", (MAX_SIDE + 400, 64), (9, 90, 180)), speed=10)
    picture = decode_picture(data, "photo.avif")
    assert picture.pixels.shape[1] == MAX_SIDE
    assert [notice.code for notice in picture.notices] == ["picture.shrunk"]
    with pytest.raises(BadInput):
        decode_picture(data[: len(data) // 2], "photo.avif")


def test_a_heic_that_crashes_its_decoder_is_refused() -> None:
    data = heif_file(phone_exif().tobytes().removeprefix(b"Exif\0\0")).replace(b"Exif\0", b"Ex\xd2f\0", 1)
    with pytest.raises(BadInput) as caught:
        decode_picture(data, "photo.heic")
    assert caught.value.code == "picture.damaged"
    assert "crashed" in str(caught.value)


def decoded_size(data: bytes, answer: Connection) -> None:
    answer.send(decode_picture(data, "photo.heic").pixels.shape)


def test_a_heic_is_read_in_a_process_that_may_have_no_children() -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=decoded_size, args=(heif_file(), theirs), daemon=True)
    child.start()
    theirs.close()
    assert ours.poll(60)
    assert ours.recv() == (HEIGHT, WIDTH, 3)
    child.join()
