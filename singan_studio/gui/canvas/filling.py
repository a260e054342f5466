"""Areas of alike colour, and what is put where something was taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor

from singan_studio.gui.canvas import brush
from singan_studio.gui.canvas.derived import MOMENT
from singan_studio.gui.canvas.document import CanvasDocument
from singan_studio.gui.canvas.moments import Change
from singan_studio.gui.canvas.pixels import area, bands_of, colour_table

_FILLED_AT = 160
"""Longer side in px at which a hole with what is around it is filled, so that it is done at once."""
_AROUND = 0.35  # of a hole's longer side, how much around it is looked at
_LOOK = 3  # px that the filling looks at


def alike(document: CanvasDocument, at: QPoint, tolerance: int) -> tuple[QRect, np.ndarray]:
    """The area round a px whose colours differ from it by at most `tolerance` (0..255, in each of red, green, blue):
    a rectangle and (h, w) uint8 of it, 0 or 255.
    """
    return alike_in(colours_of(document), at, tolerance)


def colours_of(document: CanvasDocument) -> np.ndarray:
    """(H, W, 3) uint8 blue, green, red of what is seen; a copy."""
    import cv2  # here: the window paints before it is loaded

    return np.asarray(cv2.cvtColor(document.levels().array(0), cv2.COLOR_BGRA2BGR), np.uint8)


def alike_in(seen: np.ndarray, at: QPoint, tolerance: int) -> tuple[QRect, np.ndarray]:
    """The same in (H, W, 3) colours; on any thread."""
    import cv2

    height, width = seen.shape[:2]
    found = np.zeros((height + 2, width + 2), np.uint8)
    flags = 4 | cv2.FLOODFILL_FIXED_RANGE | cv2.FLOODFILL_MASK_ONLY | (255 << 8)
    spread = (tolerance,) * 3
    _, _, _, (left, top, columns, rows) = cv2.floodFill(
        seen, found, (at.x(), at.y()), (0, 0, 0), spread, spread, flags
    )
    return QRect(left, top, columns, rows), found[1 + top : 1 + top + rows, 1 + left : 1 + left + columns]


def fill(document: CanvasDocument, rect: QRect, cover: np.ndarray, colour: QColor) -> None:
    """Paint (h, w) uint8 `cover` of `rect` in a colour, inside the selection; not yet a step."""
    brush.paint(document, rect, brush.seen_cover(document, cover, rect), colour_table(colour))


def change_alike(
    document: CanvasDocument, at: QPoint, tolerance: int, write: Callable[[QRect, np.ndarray], object]
) -> Change:
    """To do something to the area of alike colour round a px: `write(rect, cover)` gets it, (h, w) uint8, in parts."""
    seen = colours_of(document)

    def write_parts(found: tuple[QRect, np.ndarray]) -> Iterator[int]:
        rect, cover = found
        for band in bands_of(rect, MOMENT // 2):
            write(band, cover[area(band.translated(-rect.topLeft()))])
            yield 2 * band.width() * band.height()

    return Change(document.paint.pixels[..., 0].size, lambda: alike_in(seen, at, tolerance), write_parts)


def fill_hole(document: CanvasDocument, rect: QRect, cover: np.ndarray) -> None:
    """Paint over (h, w) uint8 `cover` of `rect` what its surroundings suggest, by OpenCV's inpainting (Telea 2004);
    not yet a step.
    """
    import cv2

    margin = 8 + round(_AROUND * max(rect.width(), rect.height()))
    around = rect.adjusted(-margin, -margin, margin, margin).intersected(document.rect)
    seen = document.levels().array(0)[area(around)]
    hole = np.zeros((around.height(), around.width()), np.uint8)
    hole[area(rect.translated(-around.topLeft()))] = cover
    scale = min(1.0, _FILLED_AT / max(around.width(), around.height()))
    size = max(1, round(around.width() * scale)), max(1, round(around.height() * scale))
    small = cv2.cvtColor(cv2.resize(seen, size, interpolation=cv2.INTER_AREA), cv2.COLOR_BGRA2BGR)
    small_hole = cv2.resize(hole, size, interpolation=cv2.INTER_AREA)
    # Every px with a trace of the hole is filled: it shows what was taken away.
    filled = cv2.inpaint(small, (small_hole > 0).astype(np.uint8), _LOOK, cv2.INPAINT_TELEA)
    large = cv2.resize(filled, (around.width(), around.height()), interpolation=cv2.INTER_CUBIC)
    _lay(document, rect, cover, large[area(rect.translated(-around.topLeft()))])


def fill_from(document: CanvasDocument, rect: QRect, cover: np.ndarray, by: QPoint) -> None:
    """Paint over (h, w) uint8 `cover` of `rect` what is seen `by` px away; beyond the canvas its edge goes on. Not yet
    a step.
    """
    _lay(document, rect, cover, part_at(document.levels().array(0), rect.translated(by))[..., :3])


def part_at(seen: np.ndarray, rect: QRect) -> np.ndarray:
    """(h, w, 4) of `rect` in layer pixels; beyond their edge it goes on."""
    height, width = seen.shape[:2]
    rows = np.clip(np.arange(rect.height()) + rect.top(), 0, height - 1)
    columns = np.clip(np.arange(rect.width()) + rect.left(), 0, width - 1)
    return seen[rows[:, None], columns]


def _lay(document: CanvasDocument, rect: QRect, cover: np.ndarray, colours: np.ndarray) -> None:
    """Put (h, w, 3) blue, green, red uint8 over the paint, by (h, w) uint8 `cover`."""
    document.touch(document.paint, rect)
    pixels = document.paint.pixels[area(rect)].astype(np.uint16)
    share = cover.astype(np.uint16)[..., None]
    opaque = np.concatenate([colours, np.full((*cover.shape, 1), 255, np.uint8)], axis=2)
    document.paint.pixels[area(rect)] = (opaque * share + pixels * (255 - share) + 127) // 255
    document.spoil(rect)
