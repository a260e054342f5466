"""A photo's own border: it is found where there is one, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from singan_studio.core.photo_border import photo_border

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
NONE = 0, 0, 0, 0


def photo(name: str) -> np.ndarray:
    with Image.open(SAMPLES / f"{name}.jpg") as image:
        return np.array(image.convert("RGB"))


def framed(name: str, lines: tuple[int, int, int, int], by: int) -> np.ndarray:
    """Return a photo that is darker or brighter at its edges."""
    picture = photo(name).astype(int)
    left, top, right, bottom = lines
    height, width = picture.shape[:2]
    edge = np.ones((height, width), bool)
    edge[top : height - bottom, left : width - right] = False
    picture[edge] += by
    return picture.clip(0, 255).astype(np.uint8)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.jpg")), ids=lambda path: path.stem)
def test_bundled_photos_have_no_border_but_for_the_last_line_of_the_citrus_slices(path: Path):
    assert photo_border(photo(path.stem)) == ((0, 0, 0, 1) if path.stem == "citrus" else NONE)


@pytest.mark.parametrize("name", ["tulips", "tea-hills", "gravel"])
@pytest.mark.parametrize("lines", [(0, 1, 0, 0), (2, 0, 3, 0), (3, 3, 3, 3)])
def test_lines_at_the_edges_are_a_border(name: str, lines: tuple[int, int, int, int]):
    assert photo_border(framed(name, lines, -60)) == lines


def test_bright_lines_and_pictures_with_transparency_count_too():
    picture = np.dstack([framed("desert-dune", (0, 2, 0, 0), 50), np.full((341, 512), 255, np.uint8)])
    assert photo_border(picture) == (0, 2, 0, 0)


def test_what_ends_straight_in_one_place_is_no_border():
    picture = photo("desert-dune")
    picture[:2, 100:250] = 0
    assert photo_border(picture) == NONE


def test_gradients_noise_and_tiny_pictures_have_no_border():
    y = np.linspace(0, 255, 200)[:, None, None] ** 2 / 255
    assert photo_border(np.broadcast_to(y, (200, 300, 3)).astype(np.uint8)) == NONE
    random = np.random.default_rng(0)
    assert photo_border(random.integers(0, 256, (200, 300, 3)).astype(np.uint8)) == NONE
    assert photo_border(np.zeros((3, 3, 3), np.uint8)) == NONE
