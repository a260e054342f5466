"""Fill and Extend through a real project and renderer, without any training."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from singan_studio.core.cancel import NEVER
from singan_studio.core.errors import BadInput
from singan_studio.core.images import encode_png
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.engine_process.jobs import Renderer
from singan_studio.project.store import ProjectStore

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
HOLE = slice(90, 150), slice(130, 200)


@pytest.fixture(scope="module")
def photo() -> np.ndarray:
    with Image.open(SAMPLES / "tulips.jpg") as image:
        return np.array(image.convert("RGB").resize((360, 240)))


@pytest.fixture(scope="module")
def project(photo: np.ndarray, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fill") / "tulips.singan"
    with ProjectStore.create(path, encode_png(photo), "tulips.png"):
        return path


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer("cpu", 1)


def drawn(renderer, project, tool: str, seed=0, finish=-1, longest=0, inputs=None, **params) -> np.ndarray:
    recipe = renderer.complete(project, Recipe(tool, PATCHES, seed, 0, params, finish=finish))
    return renderer.picture(project, recipe, NEVER, inputs or {}, longest)[0]


def mask_of(photo: np.ndarray, part: tuple[slice, slice] = HOLE) -> np.ndarray:
    mask = np.zeros(photo.shape[:2], np.uint8)
    mask[part] = 255
    return mask


@pytest.mark.parametrize("finish", [-1, 50, 100])
def test_filling_changes_nothing_outside_the_hole(renderer, project, photo, finish):
    result = drawn(renderer, project, "fill", finish=finish, inputs={"mask": mask_of(photo)})
    outside = mask_of(photo) == 0
    assert result.shape == photo.shape
    assert np.array_equal(result[outside], photo[outside])
    assert np.abs(result[HOLE].astype(int) - photo[HOLE]).mean() > 5


def test_full_size_adds_detail_to_filling(renderer, project, photo):
    inputs = {"mask": mask_of(photo)}
    plain, finished = (drawn(renderer, project, "fill", finish=finish, inputs=inputs) for finish in (-1, 100))
    sharpness = [np.abs(np.diff(part[HOLE].astype(int), axis=1)).mean() for part in (plain, finished)]
    assert sharpness[1] > 1.01 * sharpness[0]


def test_grown_holes_change_more(renderer, project, photo):
    result = drawn(renderer, project, "fill", finish=100, grow=10, inputs={"mask": mask_of(photo)})
    changed = (result != photo).any(axis=2)
    assert changed[80:160, 118:212].mean() > 0.8
    assert not changed[:70].any()


def test_previews_of_fillings_show_what_becomes_of_them(renderer, project, photo):
    inputs = {"mask": mask_of(photo)}
    small = drawn(renderer, project, "fill", 4, longest=128, inputs=inputs)
    assert max(small.shape[:2]) == 128
    whole = drawn(renderer, project, "fill", 4, inputs=inputs)
    finished = drawn(renderer, project, "fill", 4, finish=100, inputs=inputs)
    halves = [
        np.array(Image.fromarray(part[HOLE]).resize((24, 20))).astype(float).ravel()
        for part in (whole, finished)
    ]
    assert np.corrcoef(*halves)[0, 1] > 0.8


def test_filling_without_enough_left_says_so(renderer, project, photo):
    with pytest.raises(BadInput) as refused:
        drawn(renderer, project, "fill", inputs={"mask": np.full(photo.shape[:2], 255, np.uint8)})
    assert refused.value.code == "patches.no_source"


@pytest.mark.parametrize("finish", [-1, 100])
def test_extended_picture_is_larger_and_holds_the_original(renderer, project, photo, finish):
    result = drawn(renderer, project, "extend", finish=finish, left=25.0, bottom=50.0)
    assert result.shape == (360, 450, 3)
    assert np.array_equal(result[:240, 90:], photo)
    beyond = result[240:].astype(int)
    assert np.abs(np.diff(beyond, axis=1)).mean() > 2


def test_extending_by_nothing_returns_the_picture(renderer, project, photo):
    assert np.array_equal(drawn(renderer, project, "extend"), photo)


def test_seeds_extend_differently_and_repeat(renderer, project):
    first, again, other = (drawn(renderer, project, "extend", seed, right=60.0) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.fixture(scope="module")
def framed(photo: np.ndarray, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, np.ndarray]:
    """A photo with a dark line at its top and a bright one at its right."""
    picture = photo.copy()
    picture[:1], picture[:, -2:] = picture[:1] // 3, 255
    path = tmp_path_factory.mktemp("framed") / "tulips.singan"
    with ProjectStore.create(path, encode_png(picture), "tulips.png"):
        return path, picture


@pytest.mark.parametrize("finish", [-1, 100])
def test_the_photos_own_border_is_painted_over_where_it_goes_on(renderer, framed, photo, finish):
    result = drawn(renderer, framed[0], "extend", finish=finish, top=50.0)
    assert np.array_equal(result[121:], framed[1][1:])
    inside = np.abs(result[121].astype(int) - result[122]).mean()
    assert np.abs(result[120].astype(int) - result[121]).mean() < 3 * inside
    beyond = result[:120].astype(int)
    assert not (beyond > 250).all(axis=2).any()  # the bright line at the right is copied from nowhere


def test_previews_paint_over_the_border_of_the_whole_photo(renderer, framed):
    small = drawn(renderer, framed[0], "extend", longest=128, top=50.0).astype(int)
    steps = np.abs(np.diff(small, axis=0)).mean(axis=(1, 2))
    edge = small.shape[0] // 3
    assert steps[edge - 2 : edge + 3].max() < 1.5 * steps[edge + 5 : edge + 25].max()


def test_the_border_stays_on_request(renderer, framed):
    result = drawn(renderer, framed[0], "extend", border=False, top=50.0)
    assert np.array_equal(result[120:], framed[1])
