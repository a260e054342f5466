"""The learned model behind the interface that tools draw through."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from singan_studio.core.abilities import Ability
from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.errors import BadInput, Cancelled
from singan_studio.engine.gan.model import LearnedModel
from singan_studio.engine.gan.sampler import load_pyramid
from singan_studio.engine.model import DrawRequest, PictureModel
from tests.engine.gan.test_trainer import Memory, tiny

Y, X = np.mgrid[0:60, 0:90]
PHOTO = np.stack([Y * 4, X * 2, 100 + 60 * ((X // 16 + Y // 16) % 2)], axis=2).astype(np.uint8)


@pytest.fixture(scope="module")
def model() -> PictureModel:
    memory = Memory(PHOTO)
    config = tiny("standard", iterations=4, max_size=60)
    memory.run(config)
    return LearnedModel(load_pyramid(config, memory.scales, torch.device("cpu")))


def test_stops_are_the_scales_and_the_last_is_the_learned_size(model: PictureModel) -> None:
    picture = model.draw(DrawRequest(1), NEVER)
    assert picture.shape[:2] == model.sizes[-1]
    assert model.sizes == sorted(model.sizes)


def test_a_model_stopped_early_draws_at_the_size_of_its_last_stop(model: PictureModel) -> None:
    shorter = model.first(2)
    assert shorter.sizes == model.sizes[:2]
    assert shorter.draw(DrawRequest(1), NEVER).shape[:2] == model.sizes[1]


def test_same_request_same_bits_and_another_seed_another_picture(model: PictureModel) -> None:
    first, again, other = (model.draw(DrawRequest(seed), NEVER) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_guide_of_any_size_gives_a_picture_of_the_learned_size(model: PictureModel) -> None:
    guide = np.full((31, 200, 3), 90, np.uint8)
    picture = model.draw(DrawRequest(1, start=1, guide=guide), NEVER)
    assert picture.shape == (*model.sizes[-1], 3)


def test_later_starts_stay_closer_to_the_learned_picture(model: PictureModel) -> None:
    calm = model.draw(DrawRequest(1, noise=[0.0]), NEVER).astype(float)
    changes = [
        np.abs(model.draw(DrawRequest(5, start=start), NEVER) - calm).mean()
        for start in (0, len(model.sizes) - 1)
    ]
    assert changes[1] < changes[0]


def test_few_colours_need_a_model_that_was_trained_on_them(model: PictureModel) -> None:
    assert Ability.FEW_COLOURS not in model.abilities
    assert {Ability.MOVE, Ability.ENLARGE} <= model.abilities


def test_impossible_sizes_and_cancelling_are_told(model: PictureModel) -> None:
    with pytest.raises(BadInput):
        model.draw(DrawRequest(1, size=(5, 5)), NEVER)
    source = CancelSource()
    source.cancel()
    with pytest.raises(Cancelled):
        model.draw(DrawRequest(1), source.token)
