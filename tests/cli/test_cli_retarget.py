"""Retarget by its command."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from cli_program import Run
from PIL import Image

from singan_studio.core.images import png_texts
from singan_studio.core.recipe import PATCHES, PNG_KEY, Recipe
from singan_studio.core.resources import resource


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    with Image.open(resource("samples/city-skyline.jpg")) as image:
        image.resize((320, 214)).save(tmp_path / "city.png")
    return tmp_path / "city.png"


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.array(image)


def test_retarget_takes_percent_and_pixels_and_replays_to_the_same_bytes(run: Run, photo: Path) -> None:
    out = photo.parent / "out.png"
    done = run("retarget", photo, "--width", "60%", "--height", "250", "-o", out, "--threads", "1")
    assert done.code == 0, done.err
    assert pixels(out).shape == (250, 192, 3)
    assert Recipe.from_json(png_texts(out.read_bytes())[PNG_KEY]).model_id == PATCHES
    assert run("replay", out, "-o", photo.parent / "again.png").code == 0
    assert (photo.parent / "again.png").read_bytes() == out.read_bytes()


def test_what_is_protected_changes_the_result(run: Run, photo: Path) -> None:
    mask = Image.new("L", (320, 214))
    mask.paste(255, (0, 0, 80, 214))
    mask.save(photo.parent / "mask.png")
    plain, kept = photo.parent / "plain.png", photo.parent / "kept.png"
    assert run("retarget", photo, "--width", "60%", "-o", plain).code == 0
    done = run("retarget", photo, "--width", "60%", "--protect", photo.parent / "mask.png", "-o", kept)
    assert done.code == 0, done.err
    lost = [np.abs(pixels(path)[:, :70].astype(int) - pixels(photo)[:, :70]).mean() for path in (plain, kept)]
    assert lost[1] < 0.7 * lost[0]


@pytest.mark.parametrize("wish", ["0", "10%", "300%", "wide"])
def test_sides_out_of_range_are_refused(run: Run, photo: Path, wish: str) -> None:
    refused = run("retarget", photo, f"--width={wish}", "-o", photo.parent / "out.png")
    assert refused.code == 2
    assert "width" in refused.err
    assert not (photo.parent / "out.png").exists()
