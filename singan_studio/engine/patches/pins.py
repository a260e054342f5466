"""What a result must hold at its place: parts that the user pinned there, most of them pieces of the photo."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import torch

from singan_studio.core.schedule import Size
from singan_studio.engine.gan.pyramid import to_tensor
from singan_studio.engine.patches.hole import smoothly_filled
from singan_studio.engine.patches.layout import Constraint

REACH = 0.25
"""How far around a pin the layout is drawn to what is around its piece of the photo, in shorter sides."""

SAME = 12.0
"""Root mean square difference, of 255, up to which a pin is a piece of the photo."""


@dataclass(frozen=True)
class Pins:
    """What must be `held`, and what lies `around` its pieces in the photo, the freer the farther from them."""

    held: Constraint
    around: Constraint


def pins_of(pinned: np.ndarray, photo: np.ndarray, size: Size, device: torch.device) -> Pins:
    """Return the pins of (h, w, 4) uint8 for a result of (height, width) from a photo (H, W, 3) uint8."""
    fitted = _fitted(pinned, size)
    return Pins(held_at(fitted, size, device), _around(fitted, photo, device))


def held_at(pinned: np.ndarray, size: Size, device: torch.device) -> Constraint:
    """Return what (h, w, 4) uint8 holds where it is opaque, at this (height, width).

    Around it the colours go on smoothly, so that a smaller size has a pin's colours alone at its edge.
    """
    fitted = _fitted(pinned, size)
    known = to_tensor(np.ascontiguousarray(fitted[:, :, :3]), device)
    covered = torch.from_numpy(np.ascontiguousarray(fitted[:, :, 3])).to(known) / 255
    return Constraint(smoothly_filled(known, covered < 1), 1 - covered[None, None])


def _fitted(pinned: np.ndarray, size: Size) -> np.ndarray:
    if size == pinned.shape[:2]:
        return pinned
    smaller = size[0] < pinned.shape[0]
    weighted = pinned.astype(np.float32)
    weighted[:, :, :3] *= (
        weighted[:, :, 3:] / 255
    )  # or the colours of what is not pinned would show at the edge
    way = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    weighted = cv2.resize(weighted, size[::-1], interpolation=way)
    weighted[:, :, :3] *= 255 / np.maximum(weighted[:, :, 3:], 1)
    return np.clip(np.rint(weighted), 0, 255).astype(np.uint8)


def _around(pinned: np.ndarray, photo: np.ndarray, device: torch.device) -> Constraint:
    known, most = pinned[:, :, :3].copy(), (pinned[:, :, 3] == 255).astype(np.float32)
    count, numbers, boxes, _ = cv2.connectedComponentsWithStats((pinned[:, :, 3] == 255).astype(np.uint8))
    for number in range(1, count):
        piece = numbers == number
        found = _place_in(photo, pinned, piece, boxes[number])
        if found is None:
            continue
        apart = cv2.distanceTransform((~piece).astype(np.uint8), cv2.DIST_L2, 5) / (
            REACH * min(photo.shape[:2])
        )
        move = np.array([[1, 0, found[0]], [0, 1, found[1]]], np.float32)
        shifted = cv2.warpAffine(photo, move, piece.shape[::-1], flags=cv2.INTER_NEAREST)
        there = cv2.warpAffine(
            np.ones(photo.shape[:2], np.uint8), move, piece.shape[::-1], flags=cv2.INTER_NEAREST
        )
        weight = np.clip(1 - apart, 0, 1) * there
        nearer = weight > most
        known[nearer], most[nearer] = shifted[nearer], weight[nearer]
    free = torch.from_numpy(1 - most)[None, None].to(device)
    return Constraint(to_tensor(known, device), free)


def _place_in(
    photo: np.ndarray, pinned: np.ndarray, piece: np.ndarray, box: np.ndarray
) -> tuple[int, int] | None:
    """Return by how many px right and down a piece lies from its place in the photo; None where it has none."""
    left, top, width, height, pixels = (int(value) for value in box)
    if width > photo.shape[1] or height > photo.shape[0]:
        return None
    inside = np.s_[top : top + height, left : left + width]
    squares = cv2.matchTemplate(
        photo,
        np.ascontiguousarray(pinned[inside][:, :, :3]),
        cv2.TM_SQDIFF,
        mask=piece[inside].astype(np.uint8),
    )
    least, _, at, _ = cv2.minMaxLoc(squares)
    same = max(least, 0) <= SAME**2 * 3 * pixels
    return (left - at[0], top - at[1]) if same else None
