"""The velocity of everything in a picture, from a few arrows and from pinned parts that hold still.

Every arrow spreads from its line by diffusion that pins absorb, so nothing flows through a pinned part, and what lies
behind one is reached only around it. The influences are blended where they meet and fade where no arrow is near.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from singan_studio.core.schedule import Size

GRID = 256
"""Longer side of the field in cells: what flows does so smoothly."""

STEPS = 16
"""Steps of the diffusion; between two of them a pin absorbs what reached it."""

PLATEAU = 2.0
"""Influence counts in full from 1 / PLATEAU on, so that things around an arrow are as fast as the arrow says."""

EDGE = 0.02
"""Way from a pinned part within which things come to rest, as a share of the longer side."""


@dataclass(frozen=True)
class Arrow:
    """What lies at (x, y) flows by (dx, dy); px of the picture, y down."""

    x: float
    y: float
    dx: float
    dy: float


def grid_size(size: Size) -> Size:
    """Return the (rows, columns) of the field of a picture of (h, w)."""
    ratio = min(GRID / max(size), 1)
    return max(round(size[0] * ratio), 1), max(round(size[1] * ratio), 1)


def flow_field(arrows: Sequence[Arrow], pinned: np.ndarray, reach: float) -> np.ndarray:
    """Return what every cell flows by while things flow along the arrows: (rows, columns, 2) float32, x then y, in px.

    `pinned` is (H, W) bool in px of the picture; `reach` is how far around an arrow things flow, as a share of the
    longer side.
    """
    rows, columns = grid_size(pinned.shape)
    share = cv2.resize(pinned.astype(np.float32), (columns, rows), interpolation=cv2.INTER_AREA)
    free = share == 0
    still = np.ones((rows, columns), np.float32)
    total = np.zeros((rows, columns), np.float32)
    path = np.zeros((rows, columns, 2), np.float32)
    _, parts = cv2.connectedComponents(free.astype(np.uint8), connectivity=4)
    ratio = np.array([columns / pinned.shape[1], rows / pinned.shape[0]])
    for arrow in arrows:
        influence = _influence(arrow, parts, ratio, reach * max(rows, columns))
        still *= 1 - influence
        total += influence**2
        path += (influence**2)[:, :, None] * np.array([arrow.dx, arrow.dy], np.float32)
    strength = _smooth(np.clip(PLATEAU * (1 - still), 0, 1)) * _rest(free)
    return path / np.maximum(total, 1e-12)[:, :, None] * strength[:, :, None]


def _influence(arrow: Arrow, parts: np.ndarray, ratio: np.ndarray, reach: float) -> np.ndarray:
    """Return how much every cell follows an arrow, (rows, columns) float32 in 0..1; `reach` in cells.

    `parts` numbers the parts into which pins, which are 0, divide the cells.
    """
    rows, columns = parts.shape
    begin = np.array([arrow.x, arrow.y]) * ratio
    along = np.array([arrow.dx, arrow.dy]) * ratio
    count = 2 * int(np.ceil(np.linalg.norm(along))) + 1
    cells = np.floor(begin + np.linspace(0, 1, count)[:, None] * along).astype(int)
    cells = cells[(cells >= 0).all(axis=1) & (cells < (columns, rows)).all(axis=1)]
    spread = np.zeros((rows, columns), np.float32)
    touched = parts[cells[:, 1], cells[:, 0]]
    free = np.isin(parts, touched[touched > 0])
    spread[cells[:, 1], cells[:, 0]] = 1
    spread *= free
    sigma = max(reach / np.sqrt(STEPS), 0.5)
    for _ in range(STEPS):
        spread = cv2.GaussianBlur(spread, (0, 0), sigma, borderType=cv2.BORDER_REFLECT) * free
    peak = spread.max()
    return spread / peak if peak > 0 else spread


def _rest(free: np.ndarray) -> np.ndarray:
    """Return (rows, columns) float32: 0 where pinned, rising to 1 within `EDGE` of it."""
    if free.all():
        return np.ones(free.shape, np.float32)
    way = cv2.distanceTransform(free.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return _smooth(np.clip(way / (EDGE * max(free.shape) + 1), 0, 1))


def _smooth(share: np.ndarray) -> np.ndarray:
    return share * share * (3 - 2 * share)
