"""How large a film's file will be, from encoding a few of its frames: no rule of thumb knows every picture."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from singan_studio.core.cancel import CancelToken
from singan_studio.export.film import write_film
from singan_studio.export.formats import FORMATS
from singan_studio.export.settings import ExportSettings

FRAMES = 6
"""So many neighbouring frames are encoded: the first costs more than those that follow it."""

SIDE_EXPONENT = 0.9
"""Files grow a little less than the number of their pixels: larger pictures are smoother."""


@dataclass(frozen=True)
class Trial:
    """What is known of a film before it is drawn.

    `frames` are a few neighbouring (H, W, 3) uint8 ones as the preview has them, `pixels` how many pixels a frame of
    the file will have, enlarged or not, `count` its frames, `fps` its speed.
    """

    frames: Sequence[np.ndarray]
    pixels: int
    count: int
    fps: float
    settings: ExportSettings


def estimated_bytes(trial: Trial, cancel: CancelToken) -> int:
    """About the file's size; takes some tenths of a second. Raises as `write_film` does, and `Cancelled`."""
    one, some = _encoded(trial, 1, cancel), _encoded(trial, len(trial.frames), cancel)
    following = max(some - one, 0) / max(len(trial.frames) - 1, 1)
    height, width = trial.frames[0].shape[:2]
    larger = (trial.pixels / (height * width)) ** SIDE_EXPONENT
    repeats = (
        1 if FORMATS[trial.settings.format].loop_flag else trial.settings.repeats(trial.count, trial.fps)
    )
    if FORMATS[trial.settings.format].folder:
        repeats = 1
    return round((one + following * (trial.count * repeats - 1)) * larger)


def _encoded(trial: Trial, count: int, cancel: CancelToken) -> int:
    """Bytes of the first `count` frames in a file of their own."""
    format_ = FORMATS[trial.settings.format]
    settings = trial.settings.but(enlarge=1, loops=1, at_least=0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"trial{format_.endings[0] if format_.endings else ''}"
        return write_film(path, trial.frames[:count], count, trial.fps, settings, {}, cancel).bytes
