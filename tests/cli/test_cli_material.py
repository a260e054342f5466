"""Material by its command."""

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
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A photo, and a layout of another shape."""
    for name, size in (("ocean-waves", (240, 160)), ("dandelions", (150, 150))):
        with Image.open(resource(f"samples/{name}.jpg")) as image:
            image.resize(size).save(tmp_path / f"{name}.png")
    return tmp_path / "ocean-waves.png", tmp_path / "dandelions.png"


def test_material_writes_a_picture_of_the_photos_size(run: Run, pair: tuple[Path, Path]) -> None:
    photo, layout = pair
    out = photo.parent / "out.png"
    words = ["--strength", "40", "--no-match-colours", "--threads", "1"]
    done = run("material", photo, layout, "-o", out, *words)
    assert done.code == 0, done.err
    recipe = Recipe.from_json(png_texts(out.read_bytes())[PNG_KEY])
    assert recipe.model_id == PATCHES
    assert (recipe.params["strength"], recipe.params["match_colours"]) == (40, False)
    with Image.open(out) as image:
        assert image.size == (240, 160)
    matched = photo.parent / "matched.png"
    assert run("material", photo, layout, "-o", matched, "--strength", "40", "--threads", "1").code == 0
    with Image.open(out) as first, Image.open(matched) as second:
        assert not np.array_equal(np.array(first), np.array(second))


def test_what_was_learned_makes_the_layout_too(run: Run, hills: Path, pair: tuple[Path, Path]) -> None:
    out = pair[0].parent / "out.png"
    done = run("material", hills, pair[1], "-o", out, "--threads", "1")
    assert done.code == 0, done.err
    assert Recipe.from_json(png_texts(out.read_bytes())[PNG_KEY]).model_id != PATCHES
    again = out.with_name("again.png")
    assert run("replay", out, "-o", again, "--project", hills).code == 0
    assert again.read_bytes() == out.read_bytes()


@pytest.mark.parametrize("wish", ["-1", "101", "much"])
def test_strengths_that_are_none_are_refused(run: Run, pair: tuple[Path, Path], wish: str) -> None:
    photo, layout = pair
    refused = run("material", photo, layout, f"--strength={wish}", "-o", photo.parent / "out.png")
    assert refused.code == 2
    assert "strength" in refused.err


def test_material_without_a_layout_is_refused(run: Run, pair: tuple[Path, Path]) -> None:
    refused = run("material", pair[0], "-o", pair[0].parent / "out.png")
    assert refused.code == 2
    assert "LAYOUT" in refused.err
