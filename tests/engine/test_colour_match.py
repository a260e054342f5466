"""Giving a whole picture the colours, or only the brightness, of a photo."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from singan_studio.core.resources import resource
from singan_studio.engine.colour_match import in_brightness_of, in_colours_of


def sample(name: str) -> np.ndarray:
    with Image.open(resource("samples") / f"{name}.jpg") as image:
        return np.array(image.convert("RGB").resize((90, 60)))


def grey(picture: np.ndarray) -> np.ndarray:
    return picture.astype(float) @ (0.2126, 0.7152, 0.0722)


@pytest.mark.parametrize("match", [in_colours_of, in_brightness_of])
def test_picture_becomes_as_bright_as_the_photo(match):
    photo = sample("ocean-waves")
    before, after = sample("dandelions"), match(sample("dandelions"), photo)
    shares = np.linspace(10, 90, 9)
    wanted = np.percentile(grey(photo), shares)
    assert np.abs(np.percentile(grey(before), shares) - wanted).mean() > 30
    assert np.abs(np.percentile(grey(after), shares) - wanted).mean() < 12
    assert np.corrcoef(grey(after).ravel(), grey(before).ravel())[0, 1] > 0.8


def test_only_matched_colours_have_the_photos_hue():
    photo, picture = sample("ocean-waves"), sample("dandelions")

    def blueness(pixels: np.ndarray) -> float:
        return float((pixels[..., 2].astype(float) - pixels[..., 0]).mean())

    assert blueness(picture) < -10
    assert blueness(in_brightness_of(picture, photo)) < 0
    assert blueness(in_colours_of(picture, photo)) > 0.5 * blueness(photo) > 20


@pytest.mark.parametrize("match", [in_colours_of, in_brightness_of])
def test_flat_areas_of_a_drawing_stay_flat(match):
    drawing = np.full((60, 90, 3), 255, np.uint8)
    drawing[20:40, 30:60] = 0
    after = match(drawing, sample("tulips"))
    assert len(np.unique(after.reshape(-1, 3), axis=0)) == 2
    assert grey(after)[0, 0] > grey(after)[30, 45] + 20


@pytest.mark.parametrize("match", [in_colours_of, in_brightness_of])
def test_one_coloured_pictures_are_matched_too(match):
    flat = np.full((20, 30, 3), 120, np.uint8)
    assert match(flat, sample("tulips")).shape == flat.shape
    assert len(np.unique(match(sample("tulips"), flat).reshape(-1, 3), axis=0)) >= 1
