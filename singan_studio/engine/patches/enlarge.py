"""Enlarge a picture at once, with the sharpness of its own edges (Freedman and Fattal, TOG 2011).

An edge looks alike at two sizes that differ little. So what an enlarged picture lacks is copied from the same place of
the picture itself: where that, blurred as much, looks like the enlarged one. Nothing comes from elsewhere, so nothing
is invented, and no detail makes a place brighter or darker than what surrounds it in the picture, so nothing rings.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from singan_studio.core.cancel import CancelToken

LARGEST_STEP = 1.5
"""Factor of one step at most; edges look alike no farther."""

RADIUS = 2
"""Of the patches that are compared, px."""

REACH = 1
"""How far from its own place a patch is looked for, px."""

NEAR = 2e-6
"""What a distance of one pixel counts, in squared luminance a pixel: of equals the nearest is taken."""

DOUBT = 8.0
"""How much a difference counts against the contrast of a patch."""

CALM = 0.02
"""Contrast below which hardly any detail is added, in luminance 0..1: grain and traces of JPEG stay soft."""

SPREAD = 2.0
"""Twice the variance of the weights with which neighbours' patches are averaged, px²."""

STRIP = 2**14
"""Pixels of an enlarged picture that are looked for at once: what is compared stays in the processor's cache."""

LEAST_ROWS = 16
"""Least rows in a strip; the rows around each strip are searched twice, so thin strips waste time."""


def enlarge(picture: np.ndarray, factor: float, cancel: CancelToken) -> np.ndarray:
    """Return (H, W, 3) uint8 sRGB `factor` times as large, sides rounded. Raises `Cancelled`.

    Shrunk again it is the picture, but for rounding.
    """
    original = picture.astype(np.float32) / 255
    height, width = picture.shape[:2]
    steps = math.ceil(math.log(factor) / math.log(LARGEST_STEP))
    larger = original
    for step in range(1, steps + 1):
        scale = factor ** (step / steps)
        larger = _step(larger, (round(height * scale), round(width * scale)), cancel)
        tint = original - _reduced(larger, (height, width))
        larger += _resized(tint, larger.shape[:2], cv2.INTER_LINEAR)
        np.clip(larger, *_extremes(original, larger.shape[:2]), out=larger)
    return np.rint(larger * 255).astype(np.uint8)


def _step(picture: np.ndarray, size: tuple[int, int], cancel: CancelToken) -> np.ndarray:
    """Return (h, w, 3) float32 of `size`, little larger than the (H, W, 3) picture, as sharp as it is."""
    below = tuple(max(1, round(old * old / new)) for old, new in zip(picture.shape[:2], size, strict=True))
    blurred = _resized(_softly_reduced(picture, below), picture.shape[:2], cv2.INTER_CUBIC)
    detail = picture - blurred
    large = _resized(picture, size, cv2.INTER_CUBIC)
    looked_for = cv2.cvtColor(large, cv2.COLOR_RGB2GRAY)
    looked_in = cv2.cvtColor(blurred, cv2.COLOR_RGB2GRAY)
    rows = max(LEAST_ROWS, STRIP // size[1])
    for top in range(0, size[0], rows):
        cancel.check()
        strip = slice(top, min(top + rows, size[0]))
        large[strip] += _detail_of(strip, looked_for, looked_in, detail)
    return large


def _detail_of(strip: slice, looked_for: np.ndarray, looked_in: np.ndarray, detail: np.ndarray) -> np.ndarray:
    """Return what rows of the enlarged picture lack, (n, w, 3): the mean of what overlapping patches bring."""
    count, width = strip.stop - strip.start, looked_for.shape[1]
    rows, columns, trust = _matches(strip, looked_for, looked_in)
    total, weights = np.zeros((count, width, 3), np.float32), 0.0
    for down, across in _square(RADIUS):
        part = slice(RADIUS + down, RADIUS + down + count), slice(RADIUS + across, RADIUS + across + width)
        weight = math.exp(-(down * down + across * across) / SPREAD)
        brought = _at(detail, rows[part] - down, columns[part] - across)
        total += (weight * trust[part])[..., None] * brought
        weights += weight
    return total / weights


def _matches(
    strip: slice, looked_for: np.ndarray, looked_in: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return for each pixel of some rows, and RADIUS px around them, row, column and trust (0..1) of its match.

    Each is (n + 2 RADIUS, w + 2 RADIUS) float32.
    """
    height, width = looked_for.shape
    patches = _patches_of(strip, looked_for)
    count = strip.stop - strip.start + 2 * RADIUS, width + 2 * RADIUS
    own_rows = _places(strip.start - RADIUS, count[0], looked_in.shape[0] / height, looked_in.shape[0])
    own_columns = _places(-RADIUS, count[1], looked_in.shape[1] / width, looked_in.shape[1])
    own_rows, own_columns = np.meshgrid(own_rows, own_columns, indexing="ij")
    found = {
        offset: _at(looked_in, own_rows + offset[0], own_columns + offset[1])
        for offset in _square(RADIUS + REACH)
    }
    least, difference = np.full(count, np.inf, np.float32), np.empty(count, np.float32)
    down, across = np.zeros(count, np.float32), np.zeros(count, np.float32)
    for y, x in _square(REACH):
        cost = np.full(count, NEAR * len(patches) * (y * y + x * x), np.float32)
        for (v, u), patch in patches.items():
            np.subtract(patch, found[y + v, x + u], out=difference)
            np.multiply(difference, difference, out=difference)
            np.add(cost, difference, out=cost)
        better = cost < least
        least[better], down[better], across[better] = cost[better], y, x
    contrast = np.var(np.stack(list(patches.values())), axis=0)
    trust = contrast / (contrast + DOUBT * least / len(patches) + CALM**2)
    return own_rows + down, own_columns + across, trust


def _patches_of(strip: slice, looked_for: np.ndarray) -> dict[tuple[int, int], np.ndarray]:
    """Return the pixels of every patch of some rows and RADIUS px around them, by their place in the patch."""
    around, reach = 2 * RADIUS, slice(strip.start, strip.stop + 4 * RADIUS)
    padded = cv2.copyMakeBorder(looked_for, around, around, around, around, cv2.BORDER_REFLECT_101)[reach]
    count, width = padded.shape[0] - around, padded.shape[1] - around
    return {
        (v, u): padded[RADIUS + v : RADIUS + v + count, RADIUS + u : RADIUS + u + width]
        for v, u in _square(RADIUS)
    }


def _places(first: int, count: int, ratio: float, length: int) -> np.ndarray:
    """Return the nearest pixel of the smaller picture for each of `count` pixels of the larger one."""
    centres = (np.arange(first, first + count) + 0.5) * ratio - 0.5
    return np.clip(np.rint(centres), 0, length - 1).astype(np.float32)


def _at(picture: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Return the picture's pixels at these places, mirrored beyond its border."""
    return cv2.remap(picture, columns, rows, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT_101)


def _square(radius: int) -> list[tuple[int, int]]:
    """Return the places (down, across) of a square around (0, 0)."""
    along = range(-radius, radius + 1)
    return [(y, x) for y in along for x in along]


def _extremes(picture: np.ndarray, size: Sequence[int]) -> Iterator[np.ndarray]:
    """Yield the darkest and the brightest that is beside each pixel of the picture, at another size."""
    for extreme in (cv2.erode, cv2.dilate):
        yield _resized(extreme(picture, np.ones((3, 3), np.uint8)), size, cv2.INTER_LINEAR)


def _resized(picture: np.ndarray, size: Sequence[int], way: int) -> np.ndarray:
    return cv2.resize(picture, (size[1], size[0]), interpolation=way)


def _reduced(picture: np.ndarray, size: Sequence[int]) -> np.ndarray:
    """Return the picture at a smaller size, each pixel the mean of what it covers."""
    return _resized(picture, size, cv2.INTER_AREA)


def _softly_reduced(picture: np.ndarray, size: Sequence[int]) -> np.ndarray:
    """Return the picture at a size that is little smaller, without aliases."""
    ratio = picture.shape[0] / size[0]
    deviation = 0.5 * math.sqrt(max(ratio * ratio - 1, 0.01)) + 0.15
    return _resized(cv2.GaussianBlur(picture, (0, 0), deviation), size, cv2.INTER_LINEAR)
