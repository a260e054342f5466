"""Estimate how large a film's file will be, by encoding a few of its frames."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.export.film import write_film
from singan_studio.export.formats import FORMATS
from singan_studio.export.settings import ExportSettings

FEW = 8
"""Frames that are encoded: the first ones cost more than the following ones, which cost about the same."""


def estimated_bytes(
    frames: Sequence[np.ndarray],
    count: int,
    fps: float,
    settings: ExportSettings,
    cancel: CancelToken = NEVER,
) -> int:
    """Estimate the bytes of a film of `count` frames from its first (H, W, 3) uint8 frames, at least two.

    Takes about as long as exporting eight frames. Raises as `write_film` does, `ValueError` for fewer than two.
    """
    few = list(frames[:FEW])
    if len(few) < 2:
        raise ValueError("an estimate needs two frames")
    half = len(few) // 2  # the first frames that refer to others are dearer than those to come
    once = settings.but(loops=1)  # what is repeated is reckoned below
    with tempfile.TemporaryDirectory() as folder:
        some, several = (
            write_film(Path(folder) / f"{len(part)}", part, len(part), fps, once, {}, cancel).bytes
            for part in (few[:half], few)
        )
    each = max(0.0, (several - some) / (len(few) - half))
    repeats = 1 if FORMATS[settings.format].loop_flag else settings.repeats(count, fps)
    return round(several + each * (count * repeats - len(few)))
