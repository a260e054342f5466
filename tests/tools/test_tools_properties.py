"""Properties that hold for any input of the tools, on a small trained pyramid."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from singan_studio.core.cancel import NEVER
from singan_studio.core.recipe import Recipe
from singan_studio.engine import masks
from singan_studio.engine.gan.model import LearnedModel
from singan_studio.engine.gan.pyramid import to_pixels
from singan_studio.engine.gan.sampler import Pyramid, load_pyramid
from singan_studio.tools import registry
from singan_studio.tools.base import Job
from singan_studio.tools.values import settled_params
from tests.engine.gan.test_trainer import Memory, tiny

HEIGHT, WIDTH = 90, 130
Y, X = np.mgrid[0:HEIGHT, 0:WIDTH]
ORIGINAL = np.stack([Y * 2, X, 100 + 60 * ((X // 16 + Y // 16) % 2)], axis=2).astype(np.uint8)


def trained(**changes: object) -> Pyramid:
    memory = Memory(ORIGINAL)
    config = tiny("standard", iterations=8, max_size=60, **changes)
    memory.run(config)
    return load_pyramid(config, memory.scales, torch.device("cpu"))


@pytest.fixture(scope="module")
def pyramid() -> Pyramid:
    return trained()


def results(
    pyramid: Pyramid, tool: str, inputs: dict[str, np.ndarray], seed: int = 0, **params: object
) -> list[np.ndarray]:
    spec = registry.tool(tool)
    recipe = Recipe(tool, "model", seed, len(pyramid.scales), settled_params(spec, params, pyramid.sizes))
    return list(registry.load(spec.run)(Job(LearnedModel(pyramid), recipe, ORIGINAL, inputs, NEVER)))


def picture(seed: int, height: int, width: int) -> np.ndarray:
    """Return a picture of coarse coloured blocks."""
    blocks = np.random.default_rng(seed).integers(0, 256, (4, 5, 3), dtype=np.uint8)
    return cv2.resize(blocks, (width, height), interpolation=cv2.INTER_NEAREST)


seeds = st.integers(0, 2**31 - 1)
sides = st.integers(8, 200)


@given(
    seed=seeds,
    tool=st.sampled_from([("edit", "edited"), ("harmonize", "composite")]),
    size=st.tuples(sides, sides),
    corner=st.tuples(st.floats(0, 0.9), st.floats(0, 0.9)),
    extent=st.tuples(st.floats(0, 0.3), st.floats(0, 0.3)),
    grow=st.integers(0, 12),
    feather=st.floats(0, 4),
    how=st.sampled_from(["fit", "stretch"]),
)
@settings(max_examples=40, deadline=None)
def test_pixels_outside_area_never_change(
    pyramid: Pyramid,
    seed: int,
    tool: tuple[str, str],
    size: tuple[int, int],
    corner: tuple[float, float],
    extent: tuple[float, float],
    grow: int,
    feather: float,
    how: str,
) -> None:
    height, width = size
    top, left = int(corner[0] * height), int(corner[1] * width)
    mask = np.zeros((height, width, 3), np.uint8)
    mask[top : top + 1 + int(extent[0] * height), left : left + 1 + int(extent[1] * width)] = 255
    name, parameter = tool
    inputs = {parameter: picture(seed, height, width), "mask": mask}
    start = 1 + seed % (len(pyramid.scales) - 1)
    (result,) = results(pyramid, name, inputs, seed, start_scale=start, grow=grow, feather=feather, fit=how)
    assert result.shape == ORIGINAL.shape
    area = masks.area(mask, (HEIGHT, WIDTH), how)
    learned_px = max(HEIGHT / pyramid.sizes[-1][0], WIDTH / pyramid.sizes[-1][1])
    reach = (grow + int(masks.TRUNCATE * feather + 0.5) + 3) * learned_px * 2**0.5
    distance = cv2.distanceTransform((~area).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    outside = distance > reach
    assert np.array_equal(result[outside], ORIGINAL[outside])
    assert not np.array_equal(result, ORIGINAL)


@given(seed=seeds, size=st.tuples(sides, sides), how=st.sampled_from(["fit", "fill", "stretch"]))
@settings(max_examples=30, deadline=None)
def test_any_painting_gives_picture_of_learned_size(
    pyramid: Pyramid, seed: int, size: tuple[int, int], how: str
) -> None:
    painting = picture(seed, *size)
    start = 1 + seed % (len(pyramid.scales) - 1)
    (result,) = results(pyramid, "paint", {"painting": painting}, seed, start_scale=start, fit=how)
    assert result.shape == (*pyramid.sizes[-1], 3)


@given(seed=seeds, factor=st.floats(1.5, 4))
@settings(max_examples=8, deadline=None)
def test_any_factor_gives_matching_size(pyramid: Pyramid, seed: int, factor: float) -> None:
    (result,) = results(pyramid, "upscale", {}, seed, factor=factor)
    assert result.shape == (round(HEIGHT * factor), round(WIDTH * factor), 3)


@pytest.mark.parametrize("border", ["zero", "noise", "edge"])
def test_animation_uses_border_of_its_model(border: str) -> None:
    frames = results(trained(border=border), "animate", {}, frames=4)
    assert len(frames) == 4
    assert len({frame.shape for frame in frames}) == 1
    assert not np.array_equal(frames[0], frames[3])


@pytest.mark.parametrize("still", [{"motion": [0], "sway": 0}, {"layout": 0, "detail": 0}])
def test_film_without_motion_shows_reconstruction(pyramid: Pyramid, still: dict[str, Any]) -> None:
    copy = to_pixels(pyramid.reconstruction(len(pyramid.scales) - 1))
    for frame in results(pyramid, "animate", {}, frames=3, **still):
        assert np.array_equal(frame, copy)
