import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reference_arrays import geometry_cases

from singan_studio.core.config import TrainConfig, preset
from singan_studio.core.geometry import RECEPTIVE_FIELD, pyramid_geometry
from singan_studio.core.images import MAX_RATIO
from singan_studio.engine.gan.pyramid import build_pyramid, geometry_of, to_pixels, to_tensor

DELIBERATELY_OTHER = ([30, 30], [100, 300], [40, 400])


@pytest.mark.parametrize(
    "case",
    [c for c in geometry_cases() if c["input"] not in DELIBERATELY_OTHER],
    ids=lambda c: str(c["input"]),
)
def test_sizes_equal_the_public_implementation(case):
    got = pyramid_geometry(*case["input"], case["min_size"], case["max_size"])
    assert len(got.sizes) == case["scales"]
    assert got.factor == pytest.approx(case["factor"], abs=1e-12)
    for ours, theirs in zip(got.sizes, case["sizes"], strict=True):
        assert abs(ours[0] - theirs[0]) <= 1
        assert abs(ours[1] - theirs[1]) <= 1


@given(st.integers(17, 6000), st.integers(17, 6000))
@settings(max_examples=300, deadline=None)
def test_any_shape_gives_growing_scales(height, width):
    assume(max(height, width) <= MAX_RATIO * min(height, width))
    geometry = pyramid_geometry(height, width)
    assert len(geometry.sizes) >= 2
    assert 0 < geometry.factor <= 1
    for below, above in zip(geometry.sizes, geometry.sizes[1:], strict=False):
        assert below[0] <= above[0]
        assert below[1] <= above[1]
    assert max(geometry.sizes[-1]) <= max(height, width)
    assert max(height, width) <= 250 or geometry.sizes[0] != geometry.sizes[-1]


@given(st.integers(16, 3000), st.integers(16, 3000), st.integers(32, 300))
@settings(max_examples=300, deadline=None)
def test_every_scale_is_larger_than_the_receptive_field(height, width, max_size):
    assume(max(height, width) <= MAX_RATIO * min(height, width))
    geometry = pyramid_geometry(height, width, min(25, max_size), max_size)
    assert min(geometry.sizes[0]) > RECEPTIVE_FIELD
    assert geometry.factor < 1


def test_a_panorama_keeps_its_area_instead_of_its_long_side():
    geometry = pyramid_geometry(200, 2000)
    assert geometry.sizes[-1][0] * geometry.sizes[-1][1] == pytest.approx(0.75 * 250**2, rel=0.03)
    assert geometry.sizes[0] != geometry.sizes[1]


def test_levels_have_the_planned_sizes_and_stay_in_range():
    pixels = np.random.default_rng(0).integers(0, 256, (90, 130, 3), dtype=np.uint8)
    config = preset("faithful", max_size=64)
    geometry = geometry_of(pixels, config)
    levels = build_pyramid(pixels, geometry, torch.device("cpu"))
    assert [tuple(level.shape[2:]) for level in levels] == list(geometry.sizes)
    assert all(level.abs().max() <= 1 for level in levels)


def test_a_small_picture_is_its_own_top_level():
    pixels = np.random.default_rng(0).integers(0, 256, (40, 50, 3), dtype=np.uint8)
    levels = build_pyramid(pixels, geometry_of(pixels, TrainConfig()), torch.device("cpu"))
    assert np.array_equal(to_pixels(levels[-1]), pixels)


def test_a_read_only_picture_becomes_a_tensor():
    pixels = np.frombuffer(bytes(range(48)), np.uint8).reshape(4, 4, 3)
    assert np.array_equal(to_pixels(to_tensor(pixels[::-1], torch.device("cpu"))), pixels[::-1])


def test_pixels_survive_conversion_to_a_tensor_and_back():
    pixels = np.arange(256, dtype=np.uint8).repeat(3).reshape(16, 16, 3)
    assert np.array_equal(to_pixels(to_tensor(pixels, torch.device("cpu"))), pixels)
