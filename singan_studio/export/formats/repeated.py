"""Repeat a film inside its file, for formats without a loop flag."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from singan_studio.export import ffmpeg
from singan_studio.export.formats.base import Reel


def colours(pixels: str = "yuv420p") -> list[str]:
    """Return options that state the colours in the file, because players otherwise guess by the size."""
    return [
        "-vf",
        f"scale=out_color_matrix=bt709:out_range=limited,format={pixels},"
        "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv",
    ]


def write_repeated(path: Path, reel: Reel, frames: Iterator[np.ndarray], options: list[str]) -> None:
    """Encode the frames with these options, as often as the settings ask for."""
    repeats = reel.settings.repeats(reel.count, float(reel.fps))
    if repeats == 1:
        ffmpeg.encode(path, frames, reel.fps, options, reel.cancel)
        return
    with ffmpeg.lossless(path.parent, frames, reel.fps, reel.transparent, reel.cancel) as whole:
        again = ["-stream_loop", str(repeats - 1), "-r", str(reel.fps), "-i", str(whole), "-an"]
        ffmpeg.convert([*again, *options, str(path)], reel.cancel)
