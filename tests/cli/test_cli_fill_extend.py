"""Fill and Extend by their commands: on a plain photo and on a project in which something was learned."""

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
    with Image.open(resource("samples/tea-hills.jpg")) as image:
        image.resize((320, 214)).save(tmp_path / "hills.png")
    return tmp_path / "hills.png"


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.array(image)


def marked(path: Path, size: tuple[int, int], box: tuple[int, int, int, int]) -> Path:
    mask = Image.new("L", size)
    mask.paste(255, box)
    mask.save(path)
    return path


def test_fill_leaves_the_rest_of_the_photo_and_takes_only_from_sources(run: Run, photo: Path) -> None:
    mask = marked(photo.parent / "mask.png", (320, 214), (100, 60, 160, 110))
    sources = marked(photo.parent / "sources.png", (320, 214), (0, 100, 320, 214))
    out, near = photo.parent / "out.png", photo.parent / "near.png"
    assert run("fill", photo, "--mask", mask, "-o", out, "--threads", "1").code == 0
    done = run("fill", photo, "--mask", mask, "--sources", sources, "-o", near, "--threads", "1")
    assert done.code == 0, done.err
    before, after = pixels(photo), pixels(out)
    outside = pixels(mask) == 0
    assert np.array_equal(after[outside], before[outside])
    assert not np.array_equal(after, before)
    assert not np.array_equal(after, pixels(near))


def test_fill_without_mask_is_refused(run: Run, photo: Path) -> None:
    refused = run("fill", photo, "-o", photo.parent / "out.png")
    assert refused.code == 2
    assert "--mask" in refused.err


def test_extend_takes_pixels_and_percent_and_replays_to_the_same_bytes(run: Run, photo: Path) -> None:
    out = photo.parent / "wide.png"
    done = run("extend", photo, "--left", "100", "--bottom", "50%", "-o", out, "--threads", "1")
    assert done.code == 0, done.err
    wide = pixels(out)
    assert wide.shape == (214 + 107, 320 + 100, 3)
    assert np.array_equal(wide[:214, 100:], pixels(photo))
    recipe = Recipe.from_json(png_texts(out.read_bytes())[PNG_KEY])
    assert (recipe.model_id, recipe.params["left"]) == (PATCHES, 31.25)
    assert run("replay", out, "-o", photo.parent / "again.png").code == 0
    assert (photo.parent / "again.png").read_bytes() == out.read_bytes()


@pytest.mark.parametrize("wish", ["-5", "2.5", "wide", "101%", "400"])
def test_lengths_that_are_none_or_too_long_are_refused(run: Run, photo: Path, wish: str) -> None:
    refused = run("extend", photo, f"--left={wish}", "-o", photo.parent / "out.png")
    assert refused.code == 2
    assert "left" in refused.err
    assert not (photo.parent / "out.png").exists()


def test_what_was_learned_is_left_alone(run: Run, hills: Path, tmp_path: Path) -> None:
    mask = marked(tmp_path / "mask.png", (120, 80), (40, 30, 60, 50))
    out = tmp_path / "out.png"
    done = run("fill", hills, "--mask", mask, "-o", out, "--threads", "1")
    assert done.code == 0, done.err
    assert Recipe.from_json(png_texts(out.read_bytes())[PNG_KEY]).model_id == PATCHES
    again = tmp_path / "again.png"
    assert run("replay", out, "-o", again, "--project", hills).code == 0
    assert np.array_equal(pixels(again), pixels(out))
