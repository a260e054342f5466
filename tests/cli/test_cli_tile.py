"""Tile by its command."""

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
    with Image.open(resource("samples/gravel.jpg")) as image:
        image.resize((320, 214)).save(tmp_path / "gravel.png")
    return tmp_path / "gravel.png"


def size(path: Path) -> tuple[int, int]:
    with Image.open(path) as image:
        return image.size


def test_tile_of_region_has_wanted_size_and_replays_to_the_same_bytes(run: Run, photo: Path) -> None:
    out = photo.parent / "tile.png"
    done = run(
        "tile",
        photo,
        "--size",
        "200x144",
        "--region",
        "20,10,150,150",
        "-o",
        out,
        "--seed",
        5,
        "--threads",
        1,
    )
    assert done.code == 0, done.err
    assert size(out) == (200, 144)
    recipe = Recipe.from_json(png_texts(out.read_bytes())[PNG_KEY])
    assert (recipe.model_id, recipe.params["region"]) == (PATCHES, [20, 10, 150, 150])
    assert run("replay", out, "-o", photo.parent / "again.png").code == 0
    assert (photo.parent / "again.png").read_bytes() == out.read_bytes()


def test_seeds_and_full_size_make_other_tiles(run: Run, photo: Path) -> None:
    made = []
    for words in (["--seed", "1"], ["--seed", "2"], ["--seed", "1", "--no-full-size"]):
        out = photo.parent / f"{'-'.join(words)}.png"
        done = run("tile", photo, "--size", "200x144", "-o", out, *words)
        assert done.code == 0, done.err
        with Image.open(out) as image:
            made.append(np.array(image).astype(int))
    assert np.abs(made[0] - made[1]).mean() > 5
    assert 0 < np.abs(made[0] - made[2]).mean() < np.abs(made[0] - made[1]).mean()


@pytest.mark.parametrize("region", ["0,0,8,8", "200,0,200,100", "0,0,100", "a,b,c,d", "-5,0,50,50"])
def test_regions_that_are_none_are_refused(run: Run, photo: Path, region: str) -> None:
    refused = run("tile", photo, f"--region={region}", "-o", photo.parent / "out.png")
    assert refused.code == 2
    assert "region" in refused.err
    assert not (photo.parent / "out.png").exists()


@pytest.mark.parametrize("wish", ["10x10", "5000x100", "wide"])
def test_sizes_out_of_range_are_refused(run: Run, photo: Path, wish: str) -> None:
    refused = run("tile", photo, f"--size={wish}", "-o", photo.parent / "out.png")
    assert refused.code == 2
    assert "size" in refused.err
