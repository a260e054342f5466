"""The colours of a picture: its palette, the picture in few colours, the nearest colour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Colour = tuple[int, int, int]
"""Red, green, blue, 0..255 sRGB."""

LOOKED_AT = 128
"""Longer side in px of the reduced picture that the colours are taken from."""
_STEPS, _ATTEMPTS = 24, 2
_BITS = 5  # of each channel, by which a pixel's colour is looked up
_FOREIGN = 26.0
"""Distance in CIE Lab above which a colour counts as one that a picture never had."""


@dataclass(frozen=True)
class Palette:
    """The commonest colours, most frequent first, and roughly all colours `seen`, (n, 3) uint8."""

    swatches: tuple[Colour, ...]
    seen: np.ndarray

    def nearest(self, colour: Colour) -> tuple[Colour, bool]:
        """Return the picture's nearest colour, and whether `colour` is foreign to the picture."""
        lab = _lab(np.array([colour], np.uint8))
        distance = np.linalg.norm(_lab(self.seen) - lab, axis=1)
        best = int(distance.argmin())
        red, green, blue = (int(part) for part in self.seen[best])
        return (red, green, blue), bool(distance[best] > _FOREIGN)


def palette_of(picture: np.ndarray, count: int) -> Palette:
    """Return the `count` commonest colours of an (H, W, 3) uint8 picture, by k-means in CIE Lab, deterministically."""
    import cv2  # here: the window paints before it is loaded

    height, width = picture.shape[:2]
    ratio = min(1.0, LOOKED_AT / max(height, width))
    size = max(1, round(width * ratio)), max(1, round(height * ratio))
    pixels = cv2.resize(picture, size, interpolation=cv2.INTER_AREA).reshape(-1, 3)
    count = min(count, len(np.unique(pixels, axis=0)))
    cv2.setRNGSeed(1)
    stop = (cv2.TERM_CRITERIA_MAX_ITER | cv2.TERM_CRITERIA_EPS, _STEPS, 0.5)
    start = np.zeros((len(pixels), 1), np.int32)
    _, labels, _ = cv2.kmeans(_lab(pixels), count, start, stop, _ATTEMPTS, cv2.KMEANS_PP_CENTERS)
    labels = labels[:, 0]
    order = np.argsort(-np.bincount(labels, minlength=count), kind="stable")
    means = [np.rint(pixels[labels == k].mean(axis=0)) for k in order if (labels == k).any()]
    seen = np.unique(np.asarray(pixels, np.uint8) & 0xFC, axis=0)
    return Palette(tuple((int(r), int(g), int(b)) for r, g, b in means), seen)


def in_colours(picture: np.ndarray, swatches: tuple[Colour, ...]) -> np.ndarray:
    """Return (H, W, 3) uint8 with every pixel in the nearest of a few colours, without specks."""
    import cv2

    levels = np.arange(1 << _BITS, dtype=np.uint8) << (8 - _BITS)
    grid = np.stack(np.meshgrid(levels, levels, levels, indexing="ij"), axis=-1).reshape(-1, 3)
    distances = np.linalg.norm(
        _lab(grid)[:, None] - _lab(np.array(swatches, np.uint8))[None], axis=2
    )  # (32768, n)
    table = np.array(swatches, np.uint8)[distances.argmin(axis=1)]
    smooth = cv2.medianBlur(np.ascontiguousarray(picture), 5)
    parts = np.asarray(smooth, np.uint16) >> (8 - _BITS)
    return table[(parts[..., 0] << (2 * _BITS)) | (parts[..., 1] << _BITS) | parts[..., 2]]


def _lab(colours: np.ndarray) -> np.ndarray:
    """Convert (n, 3) uint8 sRGB to (n, 3) float32 CIE Lab."""
    import cv2

    return cv2.cvtColor(colours[None].astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[0]
