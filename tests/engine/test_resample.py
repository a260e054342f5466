import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_arrays import arrays, tensor

from singan_studio.engine import resample
from singan_studio.engine.resample import resize, resize_to

REFERENCE = arrays("imresize")


@pytest.mark.parametrize("case", range(7))
def test_resize_equals_the_reference(case):
    x = tensor(REFERENCE[f"in{case}"]).permute(2, 0, 1)[None]
    expected = tensor(REFERENCE[f"out{case}"]).permute(2, 0, 1)[None]
    got = resize(x, float(REFERENCE[f"scale{case}"]))
    assert got.shape == expected.shape
    assert (got - expected).abs().max() < 1e-10


@given(st.integers(1, 40), st.integers(1, 40), st.floats(0.05, 4), st.floats(-1, 1))
@settings(max_examples=50, deadline=None)
def test_a_flat_picture_stays_flat_at_any_scale(height, width, scale, level):
    x = torch.full((1, 3, height, width), level, dtype=torch.float64)
    assert torch.allclose(resize(x, scale), torch.tensor(level, dtype=torch.float64), atol=1e-12)


def test_a_given_size_crops_or_extends_the_same_picture():
    x = torch.rand(1, 3, 20, 30, dtype=torch.float64)
    whole = resize(x, 1.3)
    cut = resize(x, 1.3, (whole.shape[2] - 1, whole.shape[3] - 2))
    assert torch.allclose(cut, whole[:, :, :-1, :-2], atol=1e-12)
    assert resize(x, 1.3, (30, 45)).shape == (1, 3, 30, 45)


@pytest.mark.parametrize("scale", [0.13, 0.7, 1.0, 2.6])
@pytest.mark.parametrize("wrap", [False, True])
def test_a_large_picture_is_resized_as_exactly_without_a_large_matrix(scale, wrap, monkeypatch):
    x = torch.rand(1, 3, 61, 84, dtype=torch.float64)
    small_way = resize(x, scale, wrap=wrap)
    monkeypatch.setattr(resample, "DENSE", 0)
    monkeypatch.setattr(resample, "_weights", None)
    assert (resize(x, scale, wrap=wrap) - small_way).abs().max() < 1e-12


def test_resize_to_meets_any_size_exactly():
    assert resize_to(torch.rand(1, 3, 20, 30), (17, 63)).shape == (1, 3, 17, 63)


def test_resizing_is_symmetric():
    x = torch.rand(1, 3, 21, 34, dtype=torch.float64)
    assert torch.allclose(resize(x.flip(3), 0.5).flip(3), resize(x, 0.5), atol=1e-12)
