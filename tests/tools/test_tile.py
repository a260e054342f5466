"""Tile through a real project and renderer: regions, previews and full size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from singan_studio.core.cancel import NEVER
from singan_studio.core.errors import BadInput
from singan_studio.core.images import encode_png
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.core.resources import resource
from singan_studio.engine_process.jobs import Renderer
from singan_studio.project.store import ProjectStore
from singan_studio.tools.region import part_of
from singan_studio.tools.registry import tool
from singan_studio.tools.values import checked_params


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a photo that is dark at its left and gravel at its right."""
    with Image.open(resource("samples/gravel.jpg")) as image:
        photo = np.array(image.convert("RGB").resize((700, 400)))
    photo[:, :500] //= 8
    path = tmp_path_factory.mktemp("tile") / "gravel.singan"
    with ProjectStore.create(path, encode_png(photo), "gravel.png"):
        return path


def drawn(project: Path, longest: int = 0, finish: int = -1, **params: object) -> np.ndarray:
    renderer = Renderer("cpu", 1)
    recipe = renderer.complete(project, Recipe("tile", PATCHES, 0, 0, params, finish=finish))
    return renderer.picture(project, recipe, NEVER, {}, longest)[0]


def test_previews_are_made_of_the_region_and_show_the_result(project: Path) -> None:
    wish = {"region": [520, 40, 150, 150], "size": [240, 200]}
    preview, sharp, whole = (
        drawn(project, 128, **wish),
        drawn(project, **wish),
        drawn(project, finish=100, **wish),
    )
    assert preview.shape == sharp.shape == whole.shape == (200, 240, 3)
    assert preview.mean() > 60  # nothing of the dark part
    coarse = [np.array(Image.fromarray(each).resize((24, 20))).astype(int) for each in (sharp, whole)]
    moved = [np.abs(coarse[0] - np.roll(coarse[1], by, axis)).mean() for by in (-2, 2) for axis in (0, 1)]
    assert np.abs(coarse[0] - coarse[1]).mean() < 0.4 * min(moved)
    steps = [np.abs(np.diff(each.astype(int), axis=1)).mean() for each in (preview, whole)]
    assert steps[1] > steps[0]


def test_larger_region_is_reduced_and_smaller_one_goes_on(project: Path) -> None:
    small = drawn(project, region=[500, 0, 200, 400], size=[64, 64])
    large = drawn(project, region=[520, 40, 60, 60], size=[200, 90])
    assert small.shape == (64, 64, 3)
    assert large.shape == (90, 200, 3)
    assert large.std() > 15


@pytest.mark.parametrize("region", [[0, 0, 701, 400], [650, 0, 100, 100]])
def test_region_beyond_the_picture_is_refused(project: Path, region: list[int]) -> None:
    with pytest.raises(BadInput) as refused:
        drawn(project, region=region, size=[64, 64])
    assert refused.value.code == "config.range"


@pytest.mark.parametrize("region", [[0, 0, 100], [0, 0, 15, 100], [-1, 0, 50, 50], [0, 0, 50.5, 50], "all"])
def test_what_is_no_region_is_refused(region: object) -> None:
    with pytest.raises(BadInput):
        checked_params(tool("tile"), {"region": region})


def test_whole_picture_is_the_usual_region() -> None:
    assert checked_params(tool("tile"), {}) == {"region": None, "size": [512, 512]}
    assert part_of((40, 60), None) == (slice(0, 40), slice(0, 60))
    assert part_of((40, 60), [10, 5, 50, 35]) == (slice(5, 40), slice(10, 60))
