"""A closed film in which parts of a picture flow steadily for ever.

A picture that is carried along tears sooner or later, so it starts over again and again: two copies, half a cycle
apart, are carried along the lines of flow, and each fades away before it starts over. Two devices keep the fading from
being seen: it comes at other times in other places (as in A. Vlachos, Water Flow in Portal 2, 2010), and the contrast
that copies lose where they do not agree is given back.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import cv2
import numpy as np

from singan_studio.core.cancel import CancelToken
from singan_studio.engine.animation.flow_field import grid_size

FARTHEST = 0.1
"""Way that a copy is carried before it starts over, as a share of the longer side; a longer one tears it."""

SHORTEST = 0.8
"""Shortest cycle in seconds: what starts over more often flickers."""

PARTS = 3
"""Parts of the longer side that fade independently of each other."""

SUBSTEPS = 4
"""Steps along a line of flow from a pixel to where it came from."""

WINDOW = 0.03
"""Side of the window in which contrast is compared, as a share of the longer side."""

QUICK = 1.5
"""How much quicker than over the whole cycle copies change: two at once show everything twice."""

MOST_CONTRAST = 1.42
"""Factor on the contrast of mixed copies: the root of two is what copies lose that have nothing in common."""


class Flow:
    """The film of one picture and one field."""

    def __init__(self, field: np.ndarray, pinned: np.ndarray, seed: int) -> None:
        """`field` is (rows, columns, 2) float32 in px of the picture per second, `pinned` (H, W) bool."""
        self._field, self._pinned = field, pinned
        size = pinned.shape
        rows, columns = grid_size(size)
        self._to_cells = np.float32(columns / size[1]), np.float32(rows / size[0])
        y, x = np.mgrid[:rows, :columns].astype(np.float32)
        self._cells = np.dstack([x, y])
        y, x = np.mgrid[: size[0], : size[1]].astype(np.float32)
        self._places = np.dstack([x, y])
        self._stagger = _stagger((rows, columns), seed)

    def frames(
        self, pictures: Iterator[np.ndarray], count: int, seconds: float, cancel: CancelToken
    ) -> Iterator[np.ndarray]:
        """Yield `count` frames (H, W, 3) uint8 that last `seconds` and close.

        Each carries the next of `pictures` along, which have the same size.
        """
        cycles = self._cycles(seconds)
        first = next(pictures)
        start = self._start(first) + cycles / (2 * count)
        for number, picture in zip(range(count), itertools.chain([first], pictures), strict=False):
            cancel.check()
            yield self._frame(picture, start + number / count * cycles, seconds / cycles)

    def _cycles(self, seconds: float) -> float:
        """Return how often a copy starts over during the film: halves of a cycle close, too, for copies are alike."""
        fastest = float(np.sqrt((self._field**2).sum(axis=2).max()))
        wanted = fastest * seconds / (FARTHEST * max(self._pinned.shape))
        return max(1, min(math.ceil(2 * wanted), int(2 * seconds / SHORTEST))) / 2

    def _start(self, picture: np.ndarray) -> float:
        """Return a time, in cycles, when neither most nor least of what is seen to flow fades.

        The film closes around it, so that its last step is like the others. What fades comes back twice a cycle.
        """
        rows, columns = self._stagger.shape
        grey = _grey(picture)
        slopes = np.dstack([cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)])
        change = np.abs((slopes * cv2.resize(self._field, grey.shape[::-1])).sum(axis=2))
        change = cv2.resize(change, (columns, rows), interpolation=cv2.INTER_AREA)
        fading = np.angle((change * np.exp(4j * np.pi * self._stagger)).sum())
        return float((np.pi / 2 - fading) / (4 * np.pi))

    def _frame(self, picture: np.ndarray, cycle: float, duration: float) -> np.ndarray:
        """Return the frame at `cycle`, counted in cycles of `duration` seconds."""
        phase = self._stagger + np.float32(cycle)
        one = self._copy(picture, np.mod(phase, 1), duration)
        other = self._copy(picture, np.mod(phase + np.float32(0.5), 1), duration)
        share = _share(np.mod(phase, 1))
        share = cv2.resize(share, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR)
        mixed = _mixed(one, other, share)
        return np.where(self._pinned[:, :, None], picture, mixed)

    def _copy(self, picture: np.ndarray, phase: np.ndarray, duration: float) -> np.ndarray:
        """Return the picture carried for `phase`, (rows, columns) in 0..1, of a cycle; at one half it is itself."""
        way = self._way((phase - np.float32(0.5)) * np.float32(duration))
        way = cv2.resize(way, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR)
        return _sampled(picture, self._places - way, cv2.INTER_CUBIC, cv2.BORDER_REFLECT_101)

    def _way(self, seconds: np.ndarray) -> np.ndarray:
        """Return how far each cell has come in these seconds, (rows, columns, 2) in px, along the lines of flow."""
        way = np.zeros_like(self._field)
        step = (seconds / SUBSTEPS)[:, :, None]
        for _ in range(SUBSTEPS):
            middle = way + self._velocity(way) * (step / 2)
            way += self._velocity(middle) * step
        return way

    def _velocity(self, way: np.ndarray) -> np.ndarray:
        """Return the velocity where each cell was `way` px ago."""
        return _sampled(
            self._field, self._cells - way * self._to_cells, cv2.INTER_LINEAR, cv2.BORDER_REPLICATE
        )


def _sampled(values: np.ndarray, places: np.ndarray, interpolation: int, border: int) -> np.ndarray:
    """Return (H, W, ...) values at `places`, (h, w, 2) float32: x, then y."""
    return cv2.remap(values, places, np.empty(0, np.float32), interpolation, borderMode=border)


def _stagger(size: tuple[int, int], seed: int) -> np.ndarray:
    """Return the part of a cycle by which each cell is ahead, (rows, columns) float32, smooth."""
    longer = max(size)
    coarse = [max(2, round(PARTS * side / longer) + 1) for side in size]
    random = np.random.default_rng(seed).random(coarse, np.float32)
    return cv2.resize(random, size[::-1], interpolation=cv2.INTER_CUBIC)


def _share(phase: np.ndarray) -> np.ndarray:
    """Return the share of the copy at `phase`: 1 at one half, 0 where it starts over."""
    near = (QUICK * (0.5 - np.abs(2 * phase - 1)) + 0.5).clip(0, 1)
    return near * near * (3 - 2 * near)


def _mixed(one: np.ndarray, other: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Return `share` of one copy and the rest of the other, (H, W, 3) uint8, as rich in contrast as they are."""
    weight = share[:, :, None]
    mixed = other + (one.astype(np.float32) - other) * weight
    side = max(round(WINDOW * max(share.shape)), 3)
    energies = [_energy(copy, side) for copy in (one, other, mixed)]
    wanted = energies[1] + (energies[0] - energies[1]) * share
    gain = np.sqrt((wanted + 1) / (energies[2] + 1)).clip(1, MOST_CONTRAST) - 1
    mixed += (mixed - cv2.blur(mixed, (side, side))) * gain[:, :, None]
    return np.rint(mixed.clip(0, 255)).astype(np.uint8)


def _grey(picture: np.ndarray) -> np.ndarray:
    """Return the brightness of (H, W, 3 or 4), of whatever type it is."""
    return cv2.cvtColor(np.ascontiguousarray(picture[:, :, :3]), cv2.COLOR_RGB2GRAY)


def _energy(picture: np.ndarray, side: int) -> np.ndarray:
    """Return the variance of a picture's brightness in the window around each pixel, (H, W) float32."""
    grey = _grey(picture).astype(np.float32)
    mean = cv2.blur(grey, (side, side))
    return cv2.blur(grey * grey, (side, side)) - mean * mean
