"""A photo's own border: thin lines at its edges that do not belong to the picture, as scans and crops leave them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom in px."""

LEAST, SHARE = 4, 0.015
"""How many lines may be a border: the least, and a share of the shorter side."""

PIECES = 24
"""Pieces into which an edge is divided; their mean colours are compared, so that texture counts little."""


@dataclass(frozen=True)
class _Evidence:
    """What makes lines at an edge a border.

    The step at its end is `factor` times as strong as any between the next lines, and stronger than these in a `share`
    of the pieces: what ends straight in one place is no border. `most` is how many lines may be one, None: as many as
    the photo's size allows.
    """

    factor: float
    share: float
    most: int | None


ALONE, AMONG_OTHERS = _Evidence(1.5, 0.5, None), _Evidence(1.0, 0.25, 1)
"""What is needed at a first edge, and what is enough for one line at the others then: borders run round."""

NOISE = 1.0
"""Steps that count as none, in levels of 255: smooth photos have next to no steps."""


def photo_border(photo: np.ndarray) -> Margins:
    """Return how many lines at each edge of a photo (H, W, 3 or more) uint8 are a border, mostly none."""
    colours = photo[:, :, :3]
    across = colours.transpose(1, 0, 2)
    edges = across, colours, across[::-1], colours[::-1]
    sure = [_lines(edge, ALONE) for edge in edges]
    if not any(sure):
        return 0, 0, 0, 0
    left, top, right, bottom = (
        lines or _lines(edge, AMONG_OTHERS) for edge, lines in zip(edges, sure, strict=True)
    )
    return left, top, right, bottom


def _lines(picture: np.ndarray, needed: _Evidence) -> int:
    """Return how many of the first rows of (H, W, 3) are a border.

    Steps from one row to the next are compared with those between the rows where no border would be.
    """
    height, width = picture.shape[:2]
    most = max(LEAST, round(SHARE * min(height, width)))
    if height < 6 * most or width < PIECES:
        return 0
    length = width // PIECES
    rows = picture[: 3 * most + 1, : PIECES * length].astype(np.float32)
    means = rows.reshape(len(rows), PIECES, length, 3).mean(2)
    steps = np.abs(np.diff(means, axis=0)).mean(2)  # (rows, pieces)
    first, next_ones = steps[: needed.most or most], steps[most:]
    strong = first.mean(1) > needed.factor * (next_ones.mean(1).max() + NOISE)
    along = (first > next_ones.max(0) + NOISE).mean(1) > needed.share
    return int(strong.nonzero()[0][-1]) + 1 if (strong & along).any() else 0
