"""A GIF keeps the colours of small things."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from singan_studio.core.cancel import NEVER
from singan_studio.core.resources import resource
from singan_studio.export.film import write_film
from singan_studio.export.settings import ExportSettings


def written(folder: Path, frame: np.ndarray) -> np.ndarray:
    """Return the first frame of a GIF made of three equal ones."""
    path = folder / "film.gif"
    write_film(path, [frame] * 3, 3, 10.0, ExportSettings("gif"), {}, NEVER, False)
    with Image.open(path) as film:
        return np.array(film.convert("RGB"))


@pytest.mark.parametrize("accent", [(225, 95, 150), (250, 120, 20)])
def test_a_small_bud_in_a_photo_keeps_its_colour(tmp_path: Path, accent: tuple[int, int, int]):
    with Image.open(resource("samples/city-skyline.jpg")) as photo:
        frame = np.array(photo.convert("RGB").resize((300, 200), Image.Resampling.BOX))
    bud = (slice(90, 97), slice(150, 157))
    frame[bud] = accent
    seen = written(tmp_path, frame)[bud].reshape(-1, 3).mean(0)
    assert np.abs(seen - accent).max() < 16


@pytest.mark.parametrize("name", ["tulips", "city-skyline", "dandelions"])
def test_the_worst_colour_of_a_photo_is_near(tmp_path: Path, name: str):
    with Image.open(resource(f"samples/{name}.jpg")) as photo:
        frame = np.array(photo.convert("RGB").resize((300, 200), Image.Resampling.BOX))
    assert worst_colour(frame, written(tmp_path, frame)) < 9


def test_few_colours_are_kept_as_they_are(tmp_path: Path):
    frame = np.zeros((40, 60, 3), np.uint8)
    frame[10:20] = (12, 200, 33)
    frame[30, 5] = (250, 3, 99)
    assert np.array_equal(written(tmp_path, frame), frame)


def worst_colour(wanted: np.ndarray, found: np.ndarray) -> float:
    """Return the largest mean difference in Lab of any colour of some area, seen from where dithering blends."""
    seen = [cv2.GaussianBlur(frame, (0, 0), 1.5).astype(np.float32) for frame in (wanted, found)]
    lab = [cv2.cvtColor(frame / 255, cv2.COLOR_RGB2Lab) for frame in seen]
    difference = np.linalg.norm(lab[0] - lab[1], axis=2).ravel()
    red, green, blue = (seen[0].reshape(-1, 3).astype(int) >> 4).T
    index = (red << 8) | (green << 4) | blue
    counts = np.bincount(index)
    means = np.bincount(index, difference) / counts.clip(1)
    return means[counts >= 20].max()
