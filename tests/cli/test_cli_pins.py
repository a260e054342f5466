"""`sample --pin`: parts of the picture at chosen places, and the rest invented around them."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from cli_creating import refused
from cli_program import Run
from PIL import Image

from singan_studio.core.resources import resource


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Return a photo of 320x180 px, larger than what patches work at."""
    with Image.open(resource("samples/mountain-lake.jpg")) as image:
        image.resize((320, 180)).save(tmp_path / "lake.png")
    return tmp_path / "lake.png"


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.array(image)


def test_pinned_parts_are_in_every_result_bit_for_bit_and_it_replays(run: Run, photo: Path) -> None:
    out, before = photo.parent / "out", pixels(photo)
    pins = ("--pin", "96,27,90,60@200,27", "--pin", "0,150,40,30@20,150")
    done = run("sample", photo, "-o", out, "-n", "2", *pins, "--threads", "1")
    assert done.code == 0, done.err
    made = [pixels(out / f"sample-000000000{seed}.png") for seed in range(2)]
    for result in made:
        assert result.shape == before.shape
        assert np.array_equal(result[27:87, 200:290], before[27:87, 96:186])
        assert np.array_equal(result[150:180, 20:60], before[150:180, 0:40])
    assert not np.array_equal(made[0], made[1])
    assert run("replay", out / "sample-0000000001.png", "-o", out / "again.png").code == 0
    assert (out / "again.png").read_bytes() == (out / "sample-0000000001.png").read_bytes()


def test_pin_keeps_its_size_in_a_wider_result(run: Run, photo: Path) -> None:
    out, before = photo.parent / "out", pixels(photo)
    size = ("--size", "375x141")  # half as wide again as the 250x141 px that patches work at
    done = run("sample", photo, "-o", out, *size, "--pin", "96,27,90,60@230,27", "--threads", "1")
    assert done.code == 0, done.err
    wide = pixels(out / "sample-0000000000.png")
    assert wide.shape[1] == 480
    assert np.array_equal(wide[27:87, 390:480], before[27:87, 96:186])


@pytest.mark.parametrize(
    "pin", ["300,0,40,20@0,0", "0,0,0,5@0,0", "a", "1,2,3@4,5", "0,0,9,9@320,0", "0,0,9,9@1"]
)
def test_what_is_no_part_of_the_picture_is_refused(run: Run, photo: Path, pin: str) -> None:
    assert refused(run("sample", photo, "-o", photo.parent / "out", "--pin", pin), "--pin")
    assert not (photo.parent / "out").exists()


def test_what_was_learned_holds_pins_where_it_rearranges(run: Run, hills: Path, tmp_path: Path) -> None:
    project = Path(shutil.copy(hills, tmp_path))
    words = ("sample", project, "--pin", "0,0,40,30@20,20", "--threads", "1", "--model", "learned")
    assert run(*words, "-o", tmp_path / "out").code == 0
    with closing(sqlite3.connect(project)) as file, file:
        file.execute("UPDATE models SET config = json_set(config, '$.layout', 'coarsest')")
    assert refused(run(*words, "-o", tmp_path / "other"), "--model patches")
