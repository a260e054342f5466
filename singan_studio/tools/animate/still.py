"""The parts of a film that stand still: the original's pixels, bit for bit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import cv2
import numpy as np

from singan_studio.core.soft_edge import soft_inside
from singan_studio.engine import masks
from singan_studio.engine.fitting import resized


class StillParts:
    """The original around the area that moves."""

    def __init__(
        self, source: np.ndarray, mask: np.ndarray, params: Mapping[str, Any], learned: tuple[int, int]
    ) -> None:
        """Find the area that moves.

        `source` is (H, W, 3) uint8; `mask` any picture, bright or opaque where it moves; `learned` is (height, width).
        With a `size` in `params` the original is resized to it. Raises `BadInput` for a mask that marks nothing.
        """
        moving = masks.area(mask, source.shape[:2], params["fit"])
        if params["size"] is not None:
            width, height = params["size"]
            source = resized(source, (height, width), mixed=True)
            moving = masks.resized(moving, (height, width))
        self._source = source
        feather = params["feather"] * max(source.shape[:2]) / max(learned)
        share = soft_inside(moving, feather)
        rows, columns = np.flatnonzero(share.any(axis=1)), np.flatnonzero(share.any(axis=0))
        self._part = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
        self._share = share[self._part][:, :, None]

    def around(self, moving: np.ndarray) -> np.ndarray:
        """Return `moving`, (h, w, 3) uint8, at the original's size with the original around it: (H, W, 3) uint8."""
        height, width = self._source.shape[:2]
        frame = self._source.copy()
        enlarged = cv2.resize(moving, (width, height), interpolation=cv2.INTER_CUBIC)[self._part]
        original = frame[self._part]
        mixed = original + (enlarged.astype(np.float32) - original) * self._share
        frame[self._part] = np.where(self._share > 0, np.rint(mixed).astype(np.uint8), original)
        return frame
