"""Commands that write pictures write JPEG and WebP too, and these can be made again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from cli_program import Run
from PIL import ExifTags, Image

from singan_studio.cli.learning import picture_to_learn
from singan_studio.project.store import ProjectStore

PATCHES = ["--no-full-size", "--threads", "1"]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Return a photo of 96x64 px of a camera that noted where it was."""
    sample = Path(__file__).parents[2] / "resources" / "samples" / "tea-hills.jpg"
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "Camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    with Image.open(sample) as image:
        image.resize((96, 64)).save(tmp_path / "hills.jpg", exif=exif, quality=95)
    return tmp_path / "hills.jpg"


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.array(image.convert("RGB")).astype(int)


def exif_of(path: Path) -> Image.Exif:
    with Image.open(path) as image:
        return image.getexif()


@pytest.mark.parametrize(("name", "ending"), [("jpeg", ".jpg"), ("webp", ".webp")])
def test_variations_in_a_lossy_format_replay_to_the_same_bytes(
    run: Run, photo: Path, name: str, ending: str
) -> None:
    out = photo.parent / "out"
    words = ["--format", name, "--quality", "60", "--keep-exif"]
    assert run("sample", photo, "-o", out, "-n", "2", *words, *PATCHES).code == 0
    first, second = sorted(out.iterdir())
    assert (first.name, second.name) == (f"sample-0000000000{ending}", f"sample-0000000001{ending}")
    assert exif_of(first)[ExifTags.Base.Model] == "Camera"
    assert exif_of(first).get_ifd(ExifTags.IFD.GPSInfo)
    again, exact = out / f"again{ending}", out / "exact.png"
    assert run("replay", first, "-o", again, "--threads", "1").code == 0
    assert again.read_bytes() == first.read_bytes()
    assert run("replay", first, "-o", exact, "--no-keep-exif", "--threads", "1").code == 0
    assert np.abs(pixels(exact) - pixels(first)).mean() < 8
    assert not exif_of(exact)


def test_a_picture_takes_the_format_of_its_name_and_no_exif_unasked(run: Run, photo: Path) -> None:
    result = photo.parent / "wide.jpg"
    done = run("retarget", photo, "--width", "150%", "-o", result, *PATCHES)
    assert done.code == 0, done.err
    with Image.open(result) as image:
        assert (image.format, image.width) == ("JPEG", 144)
        assert not image.getexif()
    finished = photo.parent / "finished.webp"
    done = run("finish", result, "--photo", photo, "-o", finished, "--keep-exif", "--threads", "1")
    assert done.code == 0, done.err
    assert exif_of(finished)[ExifTags.Base.Model] == "Camera"


def test_a_project_keeps_what_the_camera_noted(run: Run, photo: Path) -> None:
    project, out = photo.parent / "hills.singan", photo.parent / "out"
    with ProjectStore.create(project, picture_to_learn(photo, None), photo.name):
        pass
    photo.unlink()
    assert run("sample", project, "-o", out, "--format", "jpeg", "--keep-exif", *PATCHES).code == 0
    assert exif_of(out / "sample-0000000000.jpg")[ExifTags.Base.Model] == "Camera"


def test_nothing_to_keep_is_said_once(run: Run, photo: Path) -> None:
    plain, out = photo.with_name("plain.png"), photo.parent / "out"
    with Image.open(photo) as image:
        image.convert("RGB").save(plain, exif=b"")
    done = run("sample", plain, "-o", out, "-n", "2", "--keep-exif", *PATCHES)
    assert done.code == 0
    assert done.err.count("noted nothing") == 1


@pytest.mark.parametrize("quality", ["0", "101", "fine"])
def test_a_quality_out_of_range_is_refused(run: Run, photo: Path, quality: str) -> None:
    done = run("sample", photo, "-o", photo.parent / "out", "--quality", quality)
    assert done.code == 2
    assert "--quality" in done.err
