"""Enlarging at once: the size, the sharpness, and that nothing is invented."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.core.images import flattened, load_picture
from singan_studio.engine.patches.enlarge import enlarge

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"


def part(name: str, side: int = 128) -> np.ndarray:
    """Return the middle of a bundled photo."""
    photo = flattened(load_picture(SAMPLES / f"{name}.jpg"))
    top, left = (photo.shape[0] - side) // 2, (photo.shape[1] - side) // 2
    return photo[top : top + side, left : left + side]


def reduced(picture: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    return cv2.resize(picture, size[::-1], interpolation=cv2.INTER_AREA)


def lanczos(picture: np.ndarray, factor: float) -> np.ndarray:
    return cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_LANCZOS4)


def sharpness(picture: np.ndarray) -> float:
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return float(np.hypot(cv2.Sobel(grey, -1, 1, 0), cv2.Sobel(grey, -1, 0, 1)).mean())


@pytest.mark.parametrize("factor", [1.5, 2.0, 3.7, 8.0])
def test_sides_are_multiplied_and_the_picture_stays_itself(factor: float) -> None:
    picture = part("citrus", 61)[:40]
    large = enlarge(picture, factor, NEVER)
    assert large.shape == (round(40 * factor), round(61 * factor), 3)
    difference = np.abs(reduced(large, picture.shape[:2]).astype(int) - picture)
    assert difference.mean() < 2


@pytest.mark.parametrize("name", ["citrus", "city-skyline", "tulips", "autumn-mountain"])
def test_it_is_sharper_than_lanczos_and_nearer_to_the_truth(name: str) -> None:
    truth = part(name, 256)
    small = reduced(truth, (128, 128))
    large, plain = enlarge(small, 2.0, NEVER), lanczos(small, 2.0)
    assert sharpness(large) > 1.02 * sharpness(plain)
    assert np.abs(large.astype(int) - truth).mean() < 1.1 * np.abs(plain.astype(int) - truth).mean()


def test_an_edge_neither_rings_nor_bends() -> None:
    edge = np.full((40, 40, 3), 60, np.uint8)
    edge[:, 20:] = 190
    large = enlarge(edge, 4.0, NEVER).astype(int)
    assert large.min() >= 60 - 3
    assert large.max() <= 190 + 3
    assert np.abs(large - large[80]).max() <= 1, "every row is alike"
    between = ((large[80, :, 0] > 70) & (large[80, :, 0] < 180)).sum()
    assert between < ((lanczos(edge, 4.0)[80, :, 0] > 70) & (lanczos(edge, 4.0)[80, :, 0] < 180)).sum()


def test_flat_and_tiny_pictures_are_enlarged() -> None:
    assert (enlarge(np.full((16, 16, 3), 77, np.uint8), 3.0, NEVER) == 77).all()
    assert enlarge(np.zeros((2, 3, 3), np.uint8), 8.0, NEVER).shape == (16, 24, 3)


def test_strips_leave_no_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = part("citrus", 60)
    whole = enlarge(picture, 2.0, NEVER)
    monkeypatch.setattr("singan_studio.engine.patches.enlarge.STRIP", 1)
    assert np.array_equal(enlarge(picture, 2.0, NEVER), whole)


def test_it_can_be_cancelled() -> None:
    source = CancelSource()
    source.cancel()
    with pytest.raises(Cancelled):
        enlarge(part("citrus", 60), 2.0, source.token)
