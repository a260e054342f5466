"""What the window knows of an open project, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtGui import QImage

from singan_studio.core.config import TrainConfig
from singan_studio.core.events import ScaleFinished
from singan_studio.core.recipe import Recipe
from singan_studio.ui.project.saved_canvases import SavedCanvas

if TYPE_CHECKING:
    from singan_studio.core.images import Notice


@dataclass(frozen=True)
class ScalePictures:
    """What a scale had learned when it was last seen; (H, W, 3) uint8."""

    reconstruction: np.ndarray
    sample: np.ndarray


@dataclass(frozen=True)
class Model:
    """A model of the project and how far it has come."""

    id: str
    config: TrainConfig
    sizes: list[tuple[int, int]]  # (height, width) of all planned scales, coarsest first
    scales: list[ScaleFinished]  # the finished ones
    reals: list[np.ndarray]  # the picture at each planned scale, (H, W, 3) uint8
    pictures: dict[int, ScalePictures]  # by scale, of those that were watched while they were learned

    @property
    def finished(self) -> bool:
        return len(self.scales) >= len(self.sizes)


@dataclass(frozen=True)
class Extra:
    """A model beside the base model."""

    id: str
    finished: bool
    seconds: float  # its training has taken so far


@dataclass(frozen=True)
class Uncropped:
    """The picture as it was opened, (H, W, 3) uint8, and the part in use: left, top, width, height in px."""

    picture: np.ndarray
    frame: tuple[int, int, int, int]


@dataclass(frozen=True)
class KeptResult:
    """A result in the project file; `thumbnail` is (H, W, 3) uint8, at most `THUMBNAIL_SIDE` px."""

    id: int
    recipe: Recipe
    width: int
    height: int
    starred: bool
    thumbnail: np.ndarray


@dataclass(frozen=True)
class ProjectData:
    """What the window needs of a project that was just opened or made."""

    path: Path
    name: str  # of the picture, as it was given
    picture: np.ndarray  # (H, W, 3) uint8, at most SHOWN_SIDE px
    height: int  # of the picture in the project, px
    width: int
    model: Model | None
    results: list[KeptResult]
    notices: tuple[Notice, ...] = ()
    tools: dict[str, Any] = field(default_factory=dict)  # what was chosen for every tool
    works: dict[str, SavedCanvas] = field(default_factory=dict)  # what was made by hand, by tool
    view: dict[str, Any] = field(default_factory=dict)  # what of the picture was seen, and how
    image: QImage = field(default_factory=QImage)  # the picture as it is painted
