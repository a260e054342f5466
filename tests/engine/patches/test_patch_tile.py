"""Tiles: the wrap is not seen, most of the material is the photo's own, and every size is alike."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest
import torch
from PIL import Image

from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput, Cancelled
from singan_studio.core.resources import resource
from singan_studio.engine.model import TileRequest
from singan_studio.engine.patches.finished_model import FinishedModel
from singan_studio.engine.patches.model import PatchesModel
from singan_studio.engine.patches.pieces import chosen_pieces
from singan_studio.engine.patches.tile_beginning import resized_round

CPU = torch.device("cpu")
MOST = 1.05  # the goal for the gradient across the wrap, over the one inside


def photo_of(name: str, width: int, height: int) -> np.ndarray:
    with Image.open(resource(f"samples/{name}.jpg")) as image:
        return np.array(image.convert("RGB").resize((width, height)))


def across_and_inside(tile: np.ndarray, axis: int) -> float:
    """Return the mean difference across the wrap over that between neighbouring lines inside."""
    lines = np.moveaxis(tile.astype(float), axis, 0)
    return float(np.abs(lines[0] - lines[-1]).mean() / np.abs(np.diff(lines, axis=0)).mean())


def made(photo: np.ndarray, size: tuple[int, int], seed: int = 0, finish: bool = False) -> np.ndarray:
    model = PatchesModel.of(photo, CPU)
    drawn = FinishedModel(model, photo, 100, CPU) if finish else model
    return drawn.tile(TileRequest(seed, photo, size), CancelToken())


@pytest.mark.parametrize("name", ["gravel", "tulips", "blue-flowers", "citrus"])
@pytest.mark.parametrize("size", [(100, 100), (220, 130)])
def test_wrap_is_no_steeper_than_inside(name: str, size: tuple[int, int]) -> None:
    tile = made(photo_of(name, 180, 120), size)
    assert tile.shape == (size[1], size[0], 3)
    assert across_and_inside(tile, 0) <= MOST
    assert across_and_inside(tile, 1) <= MOST


@pytest.mark.parametrize("size", [(117, 150), (97, 131), (31, 23)])
def test_resized_tile_goes_on_as_exactly_as_inside(size: tuple[int, int]) -> None:
    def waves(height: int, width: int) -> np.ndarray:
        y, x = (2 * np.pi * 3 * (np.arange(length) + 0.5) / length for length in (height, width))
        return np.repeat(np.sin(y)[:, None, None] * 60 + np.sin(x)[None, :, None] * 60 + 128, 3, 2)

    off = np.abs(resized_round(waves(40, 52).round().astype(np.uint8), size) - waves(*size))
    if size[0] > 40:
        assert off.max() < 6
    for edge in (off[:2], off[-2:], off[:, :2], off[:, -2:]):
        assert edge.mean() < 1.5 * off.mean() + 0.5


def test_places_where_pieces_met_are_no_steeper_than_the_photo_anywhere() -> None:
    photo = photo_of("gravel", 180, 120)
    tile = made(photo, (100, 100)).astype(float)
    lines = np.abs(np.diff(photo.astype(float), axis=0)).mean((1, 2))
    assert np.abs(tile[0] - tile[-1]).mean() < lines.max()
    unfilled = np.abs(photo[:100, 0].astype(float) - photo[:100, 99]).mean()
    assert np.abs(tile[:, 0] - tile[:, -1]).mean() < 0.8 * unfilled


def test_full_size_goes_on_at_the_other_sides_and_shows_the_preview() -> None:
    photo = photo_of("tulips", 500, 333)
    small = made(photo, (300, 240))
    full = made(photo, (300, 240), finish=True)
    assert full.shape == (240, 300, 3)
    assert small.shape[0] < 240
    for axis in (0, 1):
        assert across_and_inside(full, axis) <= MOST
    shown = np.array(Image.fromarray(full).resize(small.shape[1::-1]))
    assert np.abs(shown.astype(int) - small).mean() < 12


def test_pieces_follow_seed_and_are_counted_by_size() -> None:
    texture = torch.rand(1, 3, 60, 80, generator=torch.Generator().manual_seed(1)) * 2 - 1
    assert chosen_pieces(texture, (60, 80), 0).count == (1, 1)
    assert chosen_pieces(texture, (40, 170), 0).count == (1, 3)
    assert chosen_pieces(texture, (40, 50), 0) == chosen_pieces(texture, (40, 50), 0)
    assert chosen_pieces(texture, (40, 50), 0) != chosen_pieces(texture, (40, 50), 1)


def test_texture_without_enough_patches_is_refused() -> None:
    photo = photo_of("gravel", 180, 120)
    with pytest.raises(BadInput) as refused:
        PatchesModel.of(photo, CPU).tile(TileRequest(0, photo[:10, :10], (40, 40)), CancelToken())
    assert refused.value.code == "patches.no_source"


def test_cancelled_tile_ends() -> None:
    photo, over = photo_of("gravel", 180, 120), Event()
    over.set()
    with pytest.raises(Cancelled):
        PatchesModel.of(photo, CPU).tile(TileRequest(0, photo, (100, 100)), CancelToken(over))
