"""Material through a real project and renderer, without any training, and with a learned model's stops."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from singan_studio.core.cancel import NEVER
from singan_studio.core.images import encode_png
from singan_studio.core.patch_stops import stops_of
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.engine_process.jobs import Renderer
from singan_studio.project.store import ProjectStore
from singan_studio.tools.material.run import entry

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
SIZE = 200, 200


def sample(name: str) -> np.ndarray:
    with Image.open(SAMPLES / f"{name}.jpg") as image:
        return np.array(image.convert("RGB").resize(SIZE))


@pytest.fixture(scope="module")
def gravel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("material") / "gravel.singan"
    with ProjectStore.create(path, encode_png(sample("gravel")), "gravel.png"):
        return path


@pytest.fixture(scope="module")
def disc() -> np.ndarray:
    """A drawing: a dark disc on white, (h, w, 3)."""
    y, x = np.mgrid[:200, :200] - 100
    return np.where((y**2 + x**2 < 60**2)[..., None], 20, 255).astype(np.uint8).repeat(3, axis=2)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer("cpu", 1)


def drawn(renderer, project, layout, finish=-1, longest=0, seed=0, **params) -> np.ndarray:
    recipe = renderer.complete(project, Recipe("material", PATCHES, seed, 0, params, finish=finish))
    return renderer.picture(project, recipe, NEVER, {"layout_picture": layout}, longest)[0]


def likeness(result: np.ndarray, layout: np.ndarray) -> float:
    """Return how alike two pictures are in 25 px."""
    small = [
        np.array(Image.fromarray(p).convert("L").resize((25, 25)), float).ravel() for p in (result, layout)
    ]
    return float(np.corrcoef(*small)[0, 1])


def test_less_strength_shows_more_of_the_layout(renderer, gravel, disc):
    alike = [
        likeness(drawn(renderer, gravel, disc, strength=strength), disc) for strength in (100.0, 50.0, 0.0)
    ]
    assert alike[0] < alike[1] < alike[2]
    assert alike[1] > 0.5


def test_the_result_is_made_of_the_photo(renderer, gravel, disc):
    result, photo = drawn(renderer, gravel, disc).astype(int), sample("gravel").astype(int)
    grain = [np.abs(np.diff(picture, axis=1)).mean() for picture in (result, photo)]
    assert grain[0] > 0.5 * grain[1]
    assert np.abs(result[..., 0] - result[..., 2]).mean() < np.abs(photo[..., 0] - photo[..., 2]).mean() + 4


def test_colours_need_not_be_matched(renderer, gravel, disc):
    coloured = disc.copy()
    coloured[..., 2] //= 2
    results = [drawn(renderer, gravel, coloured, match_colours=on) for on in (True, False)]
    assert not np.array_equal(*results)


def test_previews_and_full_size_show_the_same_layout(renderer, gravel, disc):
    small = drawn(renderer, gravel, disc, longest=128, strength=30.0)
    assert 64 < max(small.shape[:2]) <= 128
    assert likeness(small, disc) > 0.5
    finished = drawn(renderer, gravel, disc, finish=100, strength=30.0)
    assert finished.shape == (200, 200, 3)
    assert likeness(finished, disc) > 0.5


def test_seeds_repeat(renderer, gravel, disc):
    first, again = (drawn(renderer, gravel, disc, seed=3) for _ in range(2))
    assert np.array_equal(first, again)


@pytest.mark.parametrize(
    "sizes",
    [[stop.size for stop in stops_of((167, 250))], [(25, 38), (33, 50), (45, 67), (60, 90), (80, 120)]],
)
def test_the_layout_enters_at_coarser_stops_with_more_strength(sizes):
    entered = [entry(sizes, strength) for strength in (0.0, 25.0, 50.0, 75.0, 100.0)]
    sides = [min(sizes[stop]) for stop, _ in entered]
    assert sides == sorted(sides, reverse=True)
    assert sides[0] > sides[-1]
    held = [followed for _, followed in entered]
    assert held == pytest.approx([1, 1, 1, 0.6, 0.2])


def test_a_single_stop_is_enough():
    assert entry([(25, 38)], 50.0) == (0, 1.0)
