"""Pinned parts stay bit for bit, and what is around them goes on from them."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image

from singan_studio.core.cancel import NEVER
from singan_studio.core.resources import resource
from singan_studio.engine.model import DrawRequest
from singan_studio.engine.patches.finished_model import FinishedModel
from singan_studio.engine.patches.model import PatchesModel
from singan_studio.engine.patches.pins import pins_of

CPU = torch.device("cpu")


def photo_of(name: str, size: tuple[int, int]) -> np.ndarray:
    with Image.open(resource(f"samples/{name}.jpg")) as image:
        return np.array(image.convert("RGB").resize(size))


def pinned_in(photo: np.ndarray, *pins: tuple[int, int, int, int, int, int]) -> np.ndarray:
    pinned = np.zeros((*photo.shape[:2], 4), np.uint8)
    for x, y, width, height, left, top in pins:
        there = pinned[top : top + height, left : left + width]
        there[:, :, :3], there[:, :, 3] = photo[y : y + height, x : x + width], 255
    return pinned


def steps(picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean absolute differences between neighbours, downwards and to the right."""
    values = picture.astype(np.int16)
    return np.abs(np.diff(values, axis=0)).mean(2), np.abs(np.diff(values, axis=1)).mean(2)


@pytest.mark.parametrize("name", ["mountain-lake", "tulips"])
def test_pin_stays_bit_for_bit_and_its_edge_is_no_edge(name: str) -> None:
    photo = photo_of(name, (250, 250) if name == "tulips" else (250, 141))
    height, width = photo.shape[:2]
    x, y, w, h = round(0.3 * width), round(0.2 * height), round(0.3 * width), round(0.35 * height)
    left = round(0.6 * width)
    pinned = pinned_in(photo, (x, y, w, h, left, y))
    model = PatchesModel.of(photo, CPU)
    ordinary = [np.percentile(np.concatenate([part.ravel() for part in steps(photo)]), 95)]
    for seed in range(2):
        drawn = model.draw(DrawRequest(seed, pinned=pinned), NEVER)
        held = pinned[:, :, 3] == 255
        assert np.array_equal(drawn[held], pinned[held][:, :3])
        assert np.abs(drawn.astype(int) - photo)[~held].mean() > 4  # the rest is another picture
        down, right = steps(drawn)
        edges = [down[y - 1, left : left + w], down[y + h - 1, left : left + w]]
        edges += [right[y : y + h, left - 1], right[y : y + h, left + w - 1]]
        assert np.concatenate(edges).mean() <= ordinary[0]


def test_several_pins_stay_at_full_size() -> None:
    photo = photo_of("mountain-lake", (400, 225))
    pinned = pinned_in(photo, (120, 34, 110, 70, 250, 34), (0, 180, 60, 45, 30, 180))
    model = FinishedModel(PatchesModel.of(photo, CPU), photo, 100, CPU)
    drawn = model.draw(DrawRequest(3, pinned=pinned), NEVER)
    held = pinned[:, :, 3] == 255
    assert drawn.shape == photo.shape
    assert np.array_equal(drawn[held], pinned[held][:, :3])


def test_surroundings_of_a_piece_are_those_of_the_photo_and_of_a_foreign_one_none() -> None:
    photo = photo_of("mountain-lake", (250, 141))
    pinned = pinned_in(photo, (75, 21, 75, 49, 150, 30))
    around = pins_of(pinned, photo, (141, 250), CPU).around
    beside = (slice(None), slice(None), slice(40, 60), slice(145, 150))
    there = torch.from_numpy(photo[31:51, 70:75].copy()).permute(2, 0, 1)[None] / 127.5 - 1
    assert torch.allclose(around.known[beside], there, atol=1e-4)
    assert float(around.free[beside].max()) < 0.25
    pinned[:, :, :3] = 255 - pinned[:, :, :3]
    assert float(pins_of(pinned, photo, (141, 250), CPU).around.free[beside].min()) == 1
