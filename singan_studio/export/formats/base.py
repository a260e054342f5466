"""The interface of a film format. Each format is one small module; `formats.FORMATS` lists them."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from singan_studio.core.cancel import CancelToken
from singan_studio.core.json_reader import json_texts

if TYPE_CHECKING:
    from singan_studio.export.settings import ExportSettings  # which knows the names of all formats

MARK = "singan:"
"""Begins the comment that carries a film's texts, as base64 of JSON (containers disagree on what else is safe)."""

LONGEST_COMMENT = 16 * 1024 * 1024
"""Bytes; a recipe with all its keyframes is far shorter."""

FINEST_FPS = 1001
"""Largest denominator of a speed that is written as a fraction."""


@dataclass(frozen=True)
class Reel:
    """Everything a format needs to write one film."""

    frames: Iterator[np.ndarray]  # (H, W, 3) uint8 of one size, one at a time; (H, W, 4) if `transparent`
    count: int  # frames that will come, as far as is known before
    fps: Fraction  # one that the format can hold
    settings: ExportSettings
    texts: Mapping[str, str]  # recipe and the like
    cancel: CancelToken
    transparent: bool = False


Transparency = Literal["none", "hard", "soft"]
"""What becomes of transparent frames: they are on white, have pixels that are seen or not, or are as they were."""

LOSSES: Mapping[Transparency, str] = {"none": "export.on_white", "hard": "export.hard_edges"}
"""Codes of what the user should know of it."""


@dataclass(frozen=True)
class Format:
    """One format of films.

    `write(path, reel)` writes a file (`folder`: into an empty folder) that is renamed afterwards. `texts(path)` returns
    the texts that `write` put there, none for a file of another program. `speed(fps)` returns the nearest speed that a
    file can hold. `label` is "name: what it is good for", marked for translation in the context "formats".
    """

    name: str  # as in ExportSettings.format
    label: str
    endings: tuple[str, ...]  # of files, lower case; none for a folder
    write: Callable[[Path, Reel], None]
    texts: Callable[[Path], dict[str, str]]
    speed: Callable[[float], Fraction]
    loop_flag: bool = True  # a file says how often it is played; otherwise the film is repeated in it
    transparency: Transparency = "soft"
    lossless: bool = False  # the quality setting has no effect
    even: bool = (
        False  # sides of the file's pictures are whole multiples of 2 px; the last row or column is repeated
    )

    def written_size(self, width: int, height: int) -> tuple[int, int]:
        """Return the (width, height) in px that the file of frames of that size has."""
        return (width + width % 2, height + height % 2) if self.even else (width, height)

    @property
    def folder(self) -> bool:
        return not self.endings


def any_speed(fps: float) -> Fraction:
    return Fraction(fps).limit_denominator(FINEST_FPS)


def speed_in(ticks: int, fewest: int = 1) -> Callable[[float], Fraction]:
    """Return the speed function of a format whose frames last whole multiples of 1/`ticks` s, at least `fewest`."""

    def speed(fps: float) -> Fraction:
        return Fraction(ticks, max(fewest, round(ticks / fps)))

    return speed


def comment(texts: Mapping[str, str]) -> str:
    """Encode texts as one ASCII word."""
    return MARK + base64.b64encode(json.dumps(dict(texts)).encode()).decode()


def texts_in(found: str) -> dict[str, str]:
    """Return the texts of a `comment`; empty for any other."""
    if not found.startswith(MARK):
        return {}
    try:
        return json_texts(base64.b64decode(found.removeprefix(MARK), validate=True))
    except ValueError:
        return {}


def share(quality: int, worst: float, best: float) -> int:
    """Interpolate between the number of quality 0 and that of quality 100, rounded."""
    return round(worst + (best - worst) * quality / 100)
