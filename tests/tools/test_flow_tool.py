"""Flow as a tool: what it takes, its sizes, and the learned shimmer on top."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import torch

from singan_studio.core.cancel import NEVER
from singan_studio.core.errors import BadInput
from singan_studio.core.recipe import Recipe
from singan_studio.engine.gan.model import LearnedModel
from singan_studio.engine.gan.sampler import load_pyramid
from singan_studio.engine.patches.model import PatchesModel
from singan_studio.tools import registry
from singan_studio.tools.arrows import MOST_ARROWS, checked_arrows
from singan_studio.tools.base import Job
from singan_studio.tools.flow.size import film_size
from singan_studio.tools.values import checked_params
from tests.engine.gan.test_trainer import Memory, tiny

HEIGHT, WIDTH = 90, 130
Y, X = np.mgrid[0:HEIGHT, 0:WIDTH]
PHOTO = np.stack([Y * 2, X, 100 + 60 * ((X // 16 + Y // 16) % 2)], axis=2).astype(np.uint8)
PIN = np.where(Y < 30, 255, 0).astype(np.uint8)


@pytest.fixture(scope="module")
def learned() -> LearnedModel:
    memory = Memory(PHOTO)
    config = tiny("standard", iterations=8, max_size=90)  # fine scales, too: those of the layout stand still
    memory.run(config)
    return LearnedModel(load_pyramid(config, memory.scales, torch.device("cpu")))


def film(model: object, **params: object) -> Iterator[np.ndarray]:
    spec = registry.tool("flow")
    given = {"arrow": [[40, 60, 30, 0]], "frames": 5, **params}
    recipe = Recipe("flow", "model", 0, 1, checked_params(spec, given))
    job = Job(model, recipe, PHOTO, {"pin": PIN}, NEVER)  # type: ignore[arg-type]
    return registry.load(spec.run)(job)


def test_learned_shimmer_changes_everything_but_the_pins(learned: LearnedModel) -> None:
    plain, shimmering = list(film(learned)), list(film(learned, shimmer=100.0))
    assert len(plain) == len(shimmering) == 5
    for one, other in zip(plain, shimmering, strict=True):
        assert np.array_equal(one[:30], PHOTO[:30])
        assert np.array_equal(other[:30], PHOTO[:30])
        assert not np.array_equal(one[40:], other[40:])


def test_patches_cannot_shimmer() -> None:
    model = PatchesModel.of(PHOTO, torch.device("cpu"))
    assert next(film(model)).shape == PHOTO.shape
    with pytest.raises(BadInput):
        next(film(model, shimmer=100.0))


def test_arrows_and_pins_are_meant_in_pixels_of_the_photo_at_any_size(learned: LearnedModel) -> None:
    frames = list(film(learned, size=[65, 45]))
    assert frames[0].shape == (45, 65, 3)
    assert np.array_equal(frames[0][:15], frames[2][:15])
    assert not np.array_equal(frames[0][20:], frames[2][20:])


def test_size_is_the_photos_up_to_a_limit() -> None:
    assert film_size((288, 512), None) == (288, 512)
    assert film_size((3000, 4000), None) == (960, 1280)
    assert film_size((3000, 4000), [100, 50]) == (50, 100)


@pytest.mark.parametrize(
    "arrows",
    [
        3,
        "abc",
        [[1, 2, 3]],
        [[1, 2, 0, 0]],
        [[1, 2, True, 4]],
        [[1, 2, float("inf"), 4]],
        [[0, 0, 1, 1]] * 101,
    ],
)
def test_what_is_no_arrow_is_refused(arrows: object) -> None:
    assert MOST_ARROWS == 100
    with pytest.raises(BadInput, match="arrow"):
        checked_arrows(arrows)
