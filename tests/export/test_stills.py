"""Formats of still pictures: each takes a result's PNG and gives back its texts."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from singan_studio.core.errors import BadInput
from singan_studio.core.images import decode_picture, encode_png
from singan_studio.export.stills import PROPOSED, STILLS, still_file, still_format_for, still_texts
from singan_studio.export.stills.settings import USUAL, StillSettings

PIXELS = np.random.default_rng(0).integers(0, 256, (20, 30, 3), dtype=np.uint8)
TEXTS = {"singan-recipe": '{"seed": 5, "note": "ü"}'}
every_still = pytest.mark.parametrize("still", list(STILLS.values()), ids=list(STILLS))


def photo_exif() -> Image.Exif:
    """Return what a phone writes: lying on its side, with a thumbnail's worth of maker's notes, date and place."""
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "Phone"
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2024:05:01 10:00:00"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.MakerNote] = bytes(5000)
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    return exif


def photo(kind: str = "JPEG") -> bytes:
    file = io.BytesIO()
    Image.fromarray(PIXELS).save(file, kind, exif=photo_exif())
    return file.getvalue()


@every_still
def test_a_still_keeps_size_and_texts_of_its_png(tmp_path, still):
    path = tmp_path / f"picture{still.endings[0].upper()}"
    path.write_bytes(still_file(still_format_for(path), encode_png(PIXELS, TEXTS), USUAL))
    assert decode_picture(path.read_bytes(), "picture").pixels.shape == PIXELS.shape
    assert still_texts(path) == TEXTS


@every_still
def test_texts_longer_than_a_segment_come_back(tmp_path, still):
    path, texts = tmp_path / f"picture{still.endings[0]}", {"singan-recipe": "ü" * 100_000}
    path.write_bytes(still_file(still, encode_png(PIXELS, texts), USUAL))
    assert still_texts(path) == texts
    assert decode_picture(path.read_bytes(), "picture").pixels.shape == PIXELS.shape


@every_still
def test_unusual_settings_are_in_the_file_and_make_it_again(tmp_path, still):
    settings, png = StillSettings(quality=40, keep_exif=True), encode_png(PIXELS, TEXTS)
    exif = decode_picture(photo(), "photo").exif
    path = tmp_path / f"picture{still.endings[0]}"
    path.write_bytes(still_file(still, png, settings, exif))
    again = StillSettings.from_json(still_texts(path)["singan-export"])
    assert again == settings
    assert still_file(still, png, again, exif) == path.read_bytes()


@every_still
def test_exif_is_kept_on_request_alone_and_stands_upright(still):
    exif = decode_picture(photo(), "photo").exif
    png = encode_png(PIXELS, TEXTS)
    with Image.open(io.BytesIO(still_file(still, png, USUAL, exif))) as plain:
        assert not plain.getexif()
    with Image.open(io.BytesIO(still_file(still, png, StillSettings(keep_exif=True), exif))) as kept:
        found = kept.getexif()
        assert kept.size == (30, 20)
    assert found[ExifTags.Base.Model] == "Phone"
    assert found[ExifTags.Base.Orientation] == 1
    assert found.get_ifd(ExifTags.IFD.Exif) == {ExifTags.Base.DateTimeOriginal: "2024:05:01 10:00:00"}
    assert found.get_ifd(ExifTags.IFD.GPSInfo) == {ExifTags.GPS.GPSLatitudeRef: "N"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_what_the_camera_noted_is_read_from_every_kind_that_has_it(kind):
    assert decode_picture(photo(kind), "photo").exif == decode_picture(photo(), "photo").exif


def test_damaged_notes_of_a_camera_do_not_keep_a_photo_from_being_read():
    data = photo().replace(b"Exif\0\0MM\0*", b"Exif\0\0MM\0*\xff\xff")
    assert decode_picture(data, "photo").pixels.shape == (20, 30, 3)


@pytest.mark.parametrize("name", ["jpeg", "webp"])
def test_a_better_quality_is_nearer_and_larger(name):
    png = encode_png(PIXELS)
    files = [still_file(STILLS[name], png, StillSettings(quality=quality)) for quality in (10, 92, 100)]
    errors = [np.abs(decode_picture(data, "x").pixels - PIXELS.astype(int)).mean() for data in files]
    assert errors == sorted(errors, reverse=True)
    assert sorted(map(len, files[:2])) == [len(files[0]), len(files[1])]


def test_webp_of_the_best_quality_is_lossless():
    data = still_file(STILLS["webp"], encode_png(PIXELS), StillSettings(quality=100))
    assert np.array_equal(decode_picture(data, "x").pixels, PIXELS)


def test_transparency_stays_where_the_format_has_it_and_is_white_in_a_jpeg():
    clear = np.dstack([PIXELS, np.full(PIXELS.shape[:2], 255, np.uint8)])
    clear[:, :16] = 0
    png = encode_png(clear)
    for name in ("png", "webp"):
        alpha = decode_picture(still_file(STILLS[name], png, USUAL), "x").alpha
        assert alpha is not None
        assert np.array_equal(alpha, clear[..., 3])
    jpeg = decode_picture(still_file(STILLS["jpeg"], png, USUAL), "x").pixels
    assert (jpeg[:, :8] > 250).all()


@pytest.mark.parametrize("values", [{"quality": 0}, {"quality": 101}, {"quality": 9.5}, {"keep_exif": 1}])
def test_settings_outside_their_limits_are_refused(values):
    with pytest.raises(BadInput):
        StillSettings(**values)


def test_png_is_proposed_and_written_unchanged():
    png = encode_png(PIXELS, TEXTS)
    assert PROPOSED.endings[0] == ".png"
    assert still_file(PROPOSED, png, USUAL) == png


@pytest.mark.parametrize("name", ["picture.tif", "picture", "picture.png.bak"])
def test_another_ending_is_refused_by_name(name):
    with pytest.raises(BadInput) as caught:
        still_format_for(Path(name))
    assert str(caught.value) == f"{name} does not end in .png | .jpg | .webp; the result is a picture."


@pytest.mark.parametrize(
    "junk", [b"no picture", b"\xff\xd8\xff\xfe\0\0", b"\xff\xd8\xff\xfe\xff\xffsing", b"RIFF"]
)
def test_other_files_have_no_texts(tmp_path, junk):
    (tmp_path / "photo.jpg").write_bytes(junk)
    (tmp_path / "folder.png").mkdir()
    assert still_texts(tmp_path / "photo.jpg") == {}
    assert still_texts(tmp_path / "folder.png") == {}
