"""The content of a document without its history: kept with a result, and restored from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRect

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.ui.canvas.objects import CanvasObject
from singan_studio.ui.canvas.pixels import area
from singan_studio.ui.canvas.raster import Raster

GO_BACK = QT_TRANSLATE_NOOP("canvas", "Go back to a result")

PARTS = {"paint": 4, "added": 1, "removed": 1}
"""Names and channels of the layers that belong to the state; the selection does not."""


@dataclass(frozen=True)
class Patch:
    """The part of a layer that is not zero: uint8 pixels and the position of their upper left corner."""

    left: int
    top: int
    pixels: np.ndarray

    @property
    def rect(self) -> QRect:
        height, width = self.pixels.shape[:2]
        return QRect(self.left, self.top, width, height)


@dataclass(frozen=True)
class DocumentState:
    """The content of all layers: `patches` by name, blank layers left out, and the objects."""

    patches: Mapping[str, Patch]
    objects: tuple[CanvasObject, ...] = ()


def patch_of(layer: Raster, rect: QRect) -> Patch | None:
    """Copy a part of a layer; None for an empty part."""
    if rect.isEmpty():
        return None
    return Patch(rect.left(), rect.top(), layer.pixels[area(rect)].copy())


def state_looking_like(
    base: np.ndarray, composite: np.ndarray | None, mask: np.ndarray | None, automatic_mask: bool
) -> DocumentState:
    """Return a state that looks like `composite`, (H, W, 3) uint8 sRGB, on a base of the same size.

    `mask`, (H, W) uint8, is its area to change. None leaves paint or mask blank. This is slow.
    """
    patches = {}
    covered = np.zeros(base.shape[:2], np.uint8)
    if composite is not None:
        covered[(composite != base).any(axis=2)] = 255
        paint = np.dstack([composite[..., ::-1], covered])
        paint[covered == 0] = 0
        patches["paint"] = Patch(0, 0, paint)
    if mask is not None:
        automatic = covered if automatic_mask else np.zeros_like(covered)
        patches["added"] = Patch(0, 0, np.where(mask > automatic, mask, 0).astype(np.uint8))
        patches["removed"] = Patch(0, 0, np.where(mask < automatic, 255 - mask, 0).astype(np.uint8))
    return DocumentState({name: cropped for name, patch in patches.items() if (cropped := _cropped(patch))})


def _cropped(patch: Patch) -> Patch | None:
    """Cut off the margins of zeros; None if there is nothing else."""
    used = patch.pixels if patch.pixels.ndim == 2 else patch.pixels[..., 3]
    rows, columns = np.flatnonzero(used.any(axis=1)), np.flatnonzero(used.any(axis=0))
    if rows.size == 0:
        return None
    top, left = int(rows[0]), int(columns[0])
    part = patch.pixels[top : rows[-1] + 1, left : columns[-1] + 1]
    return Patch(patch.left + left, patch.top + top, np.ascontiguousarray(part))
