"""Pictures as the program takes them in, and the conditions for learning one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from singan_studio.core.errors import BadInput
from singan_studio.core.images.transparency import on_white
from singan_studio.core.messages import english

MIN_SIDE = 16
"""px; the coarsest scale is 3/4 of the shortest side at most and no smaller than 12 px."""

MAX_RATIO = 30
"""longest to shortest side; a thinner strip has no structure a pyramid of scales could learn."""


@dataclass(frozen=True)
class Notice:
    """A change to a picture that the user should know of; `code` is a key of core.messages.TEXTS."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return english(self.code, self.params)


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture: `pixels` (H, W, 3) uint8 sRGB, `alpha` (H, W) uint8 or None when every pixel is opaque."""

    pixels: np.ndarray
    alpha: np.ndarray | None = None
    notices: tuple[Notice, ...] = ()
    original: tuple[int, int] | None = None  # (height, width) in px of the file, where it was shrunk
    exif: bytes = b""  # what `exif.kept_exif` keeps of the camera's notes


def flattened(picture: Picture) -> np.ndarray:
    """Return the picture on white, (H, W, 3) uint8 sRGB."""
    if picture.alpha is None:
        return picture.pixels
    return on_white(np.dstack([picture.pixels, picture.alpha]))


def with_alpha(picture: Picture) -> np.ndarray:
    """Return (H, W, 4) uint8 where the picture has transparency, else its (H, W, 3) pixels."""
    if picture.alpha is None:
        return picture.pixels
    return np.concatenate([picture.pixels, picture.alpha[:, :, None]], axis=2)


def training_picture(picture: Picture) -> Picture:
    """Return the picture to learn: on white, with a notice, and with its alpha beside it.

    Raises `BadInput` when a side is below `MIN_SIDE` px or one side is over `MAX_RATIO` times the other.
    """
    height, width = picture.original or picture.pixels.shape[:2]
    short, long = sorted((height, width))
    if long > MAX_RATIO * short:
        raise BadInput("picture.narrow", width=width, height=height, ratio=MAX_RATIO)
    if short < MIN_SIDE:
        raise BadInput("picture.small", width=width, height=height, low=MIN_SIDE)
    if picture.alpha is None:
        return picture
    notices = (*picture.notices, Notice("picture.transparent"))
    return Picture(flattened(picture), picture.alpha, notices, exif=picture.exif)
