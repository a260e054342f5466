"""What the repository returns, as plain values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from singan_studio.core.config import TrainConfig
from singan_studio.core.events import ScaleFinished
from singan_studio.core.images import encode_png, on_white
from singan_studio.core.images.resizing import shrunk
from singan_studio.core.recipe import PNG_KEY, Recipe
from singan_studio.project.canvas_codec import CanvasData

if TYPE_CHECKING:
    from singan_studio.project.scale_pictures import ScalePictures

THUMBNAIL_SIDE = 160
"""Longer side of a result's thumbnail in px."""

TOOLS_KEY = "tools"
"""Key of the meta value with the choices made for every tool, JSON."""

MAKER_KEY, FINISH_KEY, FIRST_KEY = "maker", "finish", "first variations"
"""Keys of the meta values with what makes the pictures, how results are finished, and that variations were made by
themselves, each a JSON object."""

VIEW_KEY = "view"
"""Key of the meta value with pan, zoom and arrangement of the panes, JSON."""


@dataclass(frozen=True)
class Model:
    """A model of the project and how far its training is."""

    id: str
    config: TrainConfig
    sizes: list[tuple[int, int]]  # (height, width) of all planned scales, coarsest first
    scales: list[ScaleFinished]  # the finished ones
    reals: list[np.ndarray]  # the picture at each planned scale, (H, W, 3) uint8
    pictures: dict[int, ScalePictures]  # by scale, where they were shown while it was learned

    @property
    def finished(self) -> bool:
        """Whether all scales are learned."""
        return len(self.scales) >= len(self.sizes)


@dataclass(frozen=True)
class Extra:
    """A model beside the base model."""

    id: str
    finished: bool
    seconds: float  # its training has taken so far
    share: float = 0.0  # of its training that is over, 0..1


@dataclass(frozen=True)
class Uncropped:
    """The picture as it was opened, (H, W, 3 or 4) uint8 on white, and the part in use: left, top, width, height."""

    picture: np.ndarray
    frame: tuple[int, int, int, int]


@dataclass(frozen=True)
class KeptResult:
    """A result in the project file; `thumbnail` is (H, W, 3) uint8, None until it is read.

    `problem` says why what is kept about it cannot be read; its recipe is empty then, and its bytes stay as they are.
    """

    id: int
    recipe: Recipe
    width: int
    height: int
    starred: bool
    thumbnail: np.ndarray | None = None
    problem: str = ""
    created: str = ""  # ISO 8601, UTC


@dataclass(frozen=True)
class KeptCanvas:
    """The canvas of one tool; `data` is None where it cannot be used, and `problem` says why if it is damaged."""

    data: CanvasData | None
    names: frozenset[str]  # of all its rows in the file
    problem: str = ""


def film_key(model_id: str) -> str:
    """Return the key of a meta value: a JSON list of SHA-256."""
    return f"film/{model_id}"


def sources_key(inputs: Mapping[str, str]) -> str:
    """Return the key of a meta value: what the inputs with these SHA-256 were made from, JSON."""
    name = hashlib.sha256(json.dumps(dict(inputs), sort_keys=True).encode()).hexdigest()
    return f"made from/{name}"


def result_png(recipe: Recipe, picture: np.ndarray) -> bytes:
    """Return a result, (H, W, 3 or 4) uint8, as PNG with its recipe."""
    return encode_png(picture, {PNG_KEY: recipe.to_json()})


def kept_result(number: int, recipe: Recipe, picture: np.ndarray, starred: bool, created: str) -> KeptResult:
    """Return what is known of a result whose picture, (H, W, 3 or 4) uint8, is at hand."""
    height, width = picture.shape[:2]
    thumbnail = shrunk(on_white(picture), THUMBNAIL_SIDE)
    return KeptResult(number, recipe, width, height, starred, thumbnail, created=created)


def frame_inside(picture: np.ndarray, frame: object) -> tuple[int, int, int, int]:
    """Return a part of a picture: left, top, width, height in px. Raises `ValueError` for anything else."""
    match frame:
        case [int(left), int(top), int(width), int(height)]:
            bottom, right = picture.shape[:2]
            if 0 <= left < left + width <= right and 0 <= top < top + height <= bottom:
                return left, top, width, height
    raise ValueError("no part of the picture")
