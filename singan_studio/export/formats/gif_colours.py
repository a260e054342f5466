"""The palette of a GIF: k-means of the film's colours in Lab, in which rare ones count more than their area.

Colours that fill large areas would else take nearly all of the palette, and a small pink bud turn grey.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

BITS = 6
"""Bits of each channel by which colours are told apart while they are counted."""

COUNTS = 0.7
"""Exponent on how often a colour occurs."""

SAMPLES = 2**14
"""Colours that the palette is found for."""

SEEN = 128
"""Alpha from which a pixel of a transparent film is seen, as in ffmpeg's paletteuse."""

STEPS = 8
"""Steps of k-means."""


class ColourCounts:
    """Counts the colours of frames that pass by."""

    def __init__(self) -> None:
        bins = 1 << 3 * BITS
        self._counts = np.zeros(bins)
        self._sums = np.zeros((3, bins))

    def of(self, frames: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        """Hand on frames (H, W, 3 or 4) uint8, counted where they are seen."""
        for frame in frames:
            self._add(frame)
            yield frame

    def palette(self, most: int) -> np.ndarray:
        """(n, 3) uint8: the best colours for what was seen, at most `most`. Needs a frame."""
        import cv2  # which takes time, and the window knows all formats from the start

        (seen,) = self._counts.nonzero()
        counts = self._counts[seen]
        colours = (self._sums[:, seen] / counts).T
        if len(colours) <= most:
            return colours.round().astype(np.uint8)
        ends = np.cumsum(counts**COUNTS)
        chosen = np.searchsorted(ends, (np.arange(SAMPLES) + 0.5) / SAMPLES * ends[-1])
        lab = cv2.cvtColor((colours[None] / 255).astype(np.float32), cv2.COLOR_RGB2Lab)[0, chosen]
        cv2.setRNGSeed(0)
        criteria = (cv2.TERM_CRITERIA_COUNT, STEPS, 0)
        start = np.zeros((SAMPLES, 1), np.int32)
        _, _, centres = cv2.kmeans(lab, most, start, criteria, 1, cv2.KMEANS_PP_CENTERS)
        return (255 * cv2.cvtColor(centres[None], cv2.COLOR_Lab2RGB)[0]).round().clip(0, 255).astype(np.uint8)

    def _add(self, frame: np.ndarray) -> None:
        pixels = frame.reshape(-1, 3) if frame.shape[2] == 3 else frame[frame[..., 3] >= SEEN][:, :3]
        red, green, blue = (pixels >> (8 - BITS)).astype(np.intp).T
        index = (red << 2 * BITS) | (green << BITS) | blue
        self._counts += np.bincount(index, minlength=len(self._counts))
        for sums, channel in zip(self._sums, pixels.T, strict=True):
            sums += np.bincount(index, channel, len(sums))


def palette_picture(colours: np.ndarray, transparent: bool = False) -> np.ndarray:
    """(16, 16, 3 or 4) uint8: a palette (n, 3) as ffmpeg reads it; what is left over repeats the last colour.

    In that of a `transparent` film, with a colour less, the very last one is transparent: ffmpeg wants just one.
    """
    if transparent:
        seen = colours if len(colours) else np.zeros((1, 3), np.uint8)
        opaque = np.dstack([palette_picture(seen), np.full((16, 16), 255, np.uint8)])
        opaque[-1, -1] = 0
        return opaque
    filled = np.concatenate([colours, np.repeat(colours[-1:], 256 - len(colours), 0)])
    return filled.reshape(16, 16, 3)
