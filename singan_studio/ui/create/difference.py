"""Where two pictures differ, as a picture. It takes time and may run on any thread."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from singan_studio.core.images.resizing import shrunk, stretched

STRONGEST = 40.0
"""Difference in Lab from which on the heat grows no more."""

SEEN = 5.0
"""Difference in Lab that is seen at once when pictures lie side by side."""

SIDE = 1600
"""Longer side in px at which pictures are compared."""

_RAMP = np.array([[0, 0, 0], [88, 22, 110], [205, 62, 78], [250, 150, 30], [252, 250, 165]], np.float32)
"""Colours from no difference to the strongest; brighter is more, so they can be told apart without their hues."""

_GROUND = 0.3  # how bright the picture stays where nothing differs


@dataclass(frozen=True)
class Difference:
    """`heat` is (H, W, 3) uint8: the first picture dark and grey, over it the heat; `share` is what differs, 0..1."""

    heat: np.ndarray
    share: float


def difference(first: np.ndarray, other: np.ndarray) -> Difference:
    """Compare (H, W, 3) uint8 sRGB by the absolute difference in Lab; another size is stretched to the first's."""
    import cv2  # here: the window paints before it is loaded

    a = shrunk(first, SIDE)
    b = stretched(other, a.shape[:2])
    lab = [cv2.cvtColor(each.astype(np.float32) / 255, cv2.COLOR_RGB2Lab) for each in (a, b)]
    distance = np.linalg.norm(lab[0] - lab[1], axis=2)
    ground = np.repeat(lab[0][..., :1] * (2.55 * _GROUND), 3, axis=2)
    heat = np.clip(distance / STRONGEST, 0, 1)[..., None]
    colours = ramp(heat[..., 0])
    mixed = ground * (1 - heat) + np.maximum(colours, ground * (1 - heat)) * heat
    return Difference(mixed.round().astype(np.uint8), float((distance > SEEN).mean()))


def ramp(heat: np.ndarray) -> np.ndarray:
    """Return the colours of heat 0..1 (...), (..., 3) float of 0..255."""
    places = np.linspace(0, 1, len(_RAMP))
    return np.stack([np.interp(heat, places, _RAMP[:, channel]) for channel in range(3)], axis=-1)
