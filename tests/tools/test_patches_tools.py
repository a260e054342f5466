"""Tools with the patch model of a photo, without any training, through a real project and renderer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from singan_studio.core.cancel import NEVER
from singan_studio.core.errors import BadInput
from singan_studio.core.images import encode_png
from singan_studio.core.patch_stops import stops_of, working_size
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.engine_process.jobs import Renderer
from singan_studio.engine_process.picture_models import start_stops
from singan_studio.project.store import ProjectStore

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.fixture(scope="module")
def photo() -> np.ndarray:
    with Image.open(SAMPLES / "tulips.jpg") as image:
        return np.array(image.convert("RGB").resize((360, 240)))


@pytest.fixture(scope="module")
def project(photo: np.ndarray, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("patches") / "tulips.singan"
    with ProjectStore.create(path, encode_png(photo), "tulips.png"):
        return path


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer("cpu", 1)  # two threads wait for each other beside another test process


def drawn(
    renderer: Renderer,
    project: Path,
    tool: str,
    seed: int = 0,
    finish: int = -1,
    longest: int = 0,
    **params: object,
) -> np.ndarray:
    pictures = {name: value for name, value in params.items() if isinstance(value, np.ndarray)}
    others = {name: value for name, value in params.items() if name not in pictures}
    recipe = renderer.complete(project, Recipe(tool, PATCHES, seed, 0, others, finish=finish))
    return renderer.picture(project, recipe, NEVER, pictures, longest)[0]


def test_project_without_learned_model_draws_variations(renderer, project, photo):
    first, again, other = (drawn(renderer, project, "sample", seed) for seed in (1, 1, 2))
    assert first.shape[:2] == working_size(*photo.shape[:2])
    assert np.array_equal(first, again)
    assert np.abs(first.astype(int) - other).mean() > 5


def test_stops_are_known_without_loading_engine(project, photo):
    with ProjectStore.open(project, read_only=True) as store:
        sizes = [stop.size for stop in start_stops(store, PATCHES)]
    assert sizes == [stop.size for stop in stops_of(working_size(*photo.shape[:2]))]
    assert sizes[-1] == working_size(*photo.shape[:2])


def test_finished_result_has_full_size_and_detail_of_photo(renderer, project, photo):
    plain = drawn(renderer, project, "sample", 3, finish=0)
    finished = drawn(renderer, project, "sample", 3, finish=100)
    assert plain.shape == finished.shape == photo.shape
    edges = [np.abs(np.diff(picture.astype(int), axis=1)).mean() for picture in (plain, finished, photo)]
    assert edges[0] < edges[1] <= edges[2] * 1.1


def test_previews_are_small_and_arranged_like_result(renderer, project):
    small = drawn(renderer, project, "sample", 4, longest=128)
    large = drawn(renderer, project, "sample", 4)
    assert max(small.shape[:2]) <= 129
    shrunk = np.array(Image.fromarray(large).resize(small.shape[1::-1], Image.Resampling.BOX)).astype(float)
    correlation = np.corrcoef(shrunk.ravel(), small.astype(float).ravel())[0, 1]
    assert correlation > 0.7


def test_edits_change_nothing_outside_area(renderer, project, photo):
    edited = photo.copy()
    edited[60:120, 80:160] = photo[120:180, 200:280]
    mask = np.zeros(photo.shape[:2], np.uint8)
    mask[60:120, 80:160] = 255
    for finish in (-1, 100):
        result = drawn(
            renderer, project, "edit", finish=finish, edited=edited, mask=mask, grow=0, feather=0.0
        )
        assert np.array_equal(result[:40], photo[:40])
        assert result.shape == photo.shape


def test_paintings_gain_texture_of_photo(renderer, project, photo):
    painting = np.full_like(photo, photo.reshape(-1, 3).mean(0).astype(np.uint8))
    painting[120:] = photo[180:, :].reshape(-1, 3).mean(0).astype(np.uint8)
    result = drawn(renderer, project, "paint", painting=painting)
    flat = np.abs(np.diff(painting.astype(int), axis=1)).mean()
    assert np.abs(np.diff(result.astype(int), axis=1)).mean() > flat + 1


def test_harmonizing_moves_object_colours_towards_surroundings(renderer, project, photo):
    pasted, mask = photo.copy(), np.zeros(photo.shape[:2], np.uint8)
    pasted[90:150, 140:220] = (20, 60, 250)
    mask[90:150, 140:220] = 255
    inside = slice(95, 145), slice(145, 215)
    around = photo[60:180, 110:250].reshape(-1, 3).mean(0)
    result = drawn(renderer, project, "harmonize", composite=pasted, mask=mask, adapt=100.0)
    before, after = (
        np.linalg.norm(picture[inside].reshape(-1, 3).mean(0) - around) for picture in (pasted, result)
    )
    assert after < before * 0.6


def test_harmonized_object_keeps_its_own_fine_detail(renderer, project, photo):
    pasted, mask = photo.copy(), np.zeros(photo.shape[:2], np.uint8)
    pasted[90:150, 140:220] = np.where(np.arange(80) % 4 < 2, 40, 200)[None, :, None]
    mask[90:150, 140:220] = 255

    def sharpness(picture: np.ndarray) -> float:
        return float(np.abs(np.diff(picture[100:140, 150:210].astype(int), axis=1)).mean())

    soft, usual = (
        drawn(renderer, project, "harmonize", composite=pasted, mask=mask, finish=100, own_detail=detail)
        for detail in (0.0, 75.0)
    )
    assert sharpness(usual) > sharpness(soft) + 0.3 * sharpness(pasted)
    assert sharpness(usual) < 1.1 * sharpness(pasted)
    assert np.array_equal(usual[:60], photo[:60])


@pytest.mark.parametrize("tool", ["animate"])
def test_tools_that_patches_cannot_serve_are_refused(renderer, project, tool):
    with pytest.raises(BadInput) as refused:
        drawn(renderer, project, tool)
    assert "learned" in str(refused.value)
