"""Flood fill, and filling of holes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor

from singan_studio.ui.canvas import brush
from singan_studio.ui.canvas.derived import MOMENT
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.incremental_jobs import JobSteps, Offload
from singan_studio.ui.canvas.pixels import area, bands_of, colour_table, pixels_of

_FILLED_AT = 160
"""Longer side in px at which a hole and its surroundings are filled, so that it is quick."""
_AROUND = 0.35  # of a hole's longer side, how much around it is looked at
_LOOK = 3  # px that the filling looks at


def alike(document: CanvasDocument, at: QPoint, tolerance: int) -> JobSteps:
    """Return a part of a job that finds the area around a px of similar colour.

    Colours differ by at most `tolerance`, 0..255, in each of red, green and blue. The job returns a rectangle and
    (h, w) uint8 of it, 0 or 255.
    """
    seen = yield from document.made()
    return (yield Offload(pixels_of(document.rect), lambda: _alike(seen, at, tolerance)))


def _alike(seen: np.ndarray, at: QPoint, tolerance: int) -> tuple[QRect, np.ndarray]:
    """Find the area in (H, W, 4) layer pixels."""
    import cv2  # here: the window paints before it is loaded

    height, width = seen.shape[:2]
    found = np.zeros((height + 2, width + 2), np.uint8)
    flags = 4 | cv2.FLOODFILL_FIXED_RANGE | cv2.FLOODFILL_MASK_ONLY | (255 << 8)
    spread = (tolerance,) * 3
    colours = cv2.cvtColor(seen, cv2.COLOR_BGRA2BGR)
    _, _, _, (left, top, columns, rows) = cv2.floodFill(
        colours, found, (at.x(), at.y()), (0, 0, 0), spread, spread, flags
    )
    return QRect(left, top, columns, rows), found[1 + top : 1 + top + rows, 1 + left : 1 + left + columns]


def change_alike(
    document: CanvasDocument, at: QPoint, tolerance: int, write: Callable[[QRect, np.ndarray], object]
) -> JobSteps:
    """Return a job that calls `write(rect, cover)` for parts of the area of similar colour, (h, w) uint8."""
    rect, cover = yield from alike(document, at, tolerance)
    for band in bands_of(rect, MOMENT // 8):
        write(band, cover[area(band.translated(-rect.topLeft()))])
        yield 2 * pixels_of(band)


def fill(document: CanvasDocument, rect: QRect, cover: np.ndarray, colour: QColor) -> None:
    """Paint `cover`, (h, w) uint8 of `rect`, in a colour, inside the selection. The caller commits it."""
    brush.paint(document, rect, brush.seen_cover(document, cover, rect), colour_table(colour))


def fill_hole(document: CanvasDocument, rect: QRect, cover: np.ndarray) -> JobSteps:
    """Return a job that fills `cover`, (h, w) uint8 of `rect`, from its surroundings, by OpenCV's inpainting (Telea
    2004).
    """
    seen = yield from document.made()
    margin = 8 + round(_AROUND * max(rect.width(), rect.height()))
    around = rect.adjusted(-margin, -margin, margin, margin).intersected(document.rect)
    place = rect.translated(-around.topLeft())
    colours = yield Offload(
        pixels_of(around), lambda: _suggested(seen[area(around)], place, cover)[area(place)]
    )
    yield from _lay(document, rect, cover, lambda band: colours[area(band.translated(-rect.topLeft()))])


def _suggested(seen: np.ndarray, rect: QRect, cover: np.ndarray) -> np.ndarray:
    """Return (h, w, 3) BGR uint8 of the size of `seen`, (h, w, 4), with the hole `cover` of `rect` filled."""
    import cv2

    height, width = seen.shape[:2]
    hole = np.zeros((height, width), np.uint8)
    hole[area(rect)] = cover
    scale = min(1.0, _FILLED_AT / max(width, height))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.cvtColor(cv2.resize(seen, size, interpolation=cv2.INTER_AREA), cv2.COLOR_BGRA2BGR)
    small_hole = cv2.resize(hole, size, interpolation=cv2.INTER_AREA)
    # Every px with a trace of the hole is filled, because it still shows what was removed.
    filled = cv2.inpaint(small, (small_hole > 0).astype(np.uint8), _LOOK, cv2.INPAINT_TELEA)
    return np.asarray(cv2.resize(filled, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)


def fill_from(document: CanvasDocument, rect: QRect, cover: np.ndarray, by: QPoint) -> JobSteps:
    """Return a job that fills `cover`, (h, w) uint8 of `rect`, with the picture `by` px away; the canvas's edge is
    repeated beyond it.
    """
    seen = yield from document.made()
    yield from _lay(document, rect, cover, lambda band: part_at(seen, band.translated(by))[..., :3])


def part_at(seen: np.ndarray, rect: QRect) -> np.ndarray:
    """Return (h, w, 4) of `rect` in layer pixels, repeating their edge beyond it."""
    height, width = seen.shape[:2]
    rows = np.clip(np.arange(rect.height()) + rect.top(), 0, height - 1)
    columns = np.clip(np.arange(rect.width()) + rect.left(), 0, width - 1)
    return seen[rows[:, None], columns]


def _lay(
    document: CanvasDocument, rect: QRect, cover: np.ndarray, colours: Callable[[QRect], np.ndarray]
) -> JobSteps:
    """Return a job that blends `colours(part)`, (h, w, 3) BGR uint8, over the paint by (h, w) uint8 `cover`."""

    def laid() -> np.ndarray:
        found = document.paint.pixels[area(rect)].copy()
        for band in bands_of(rect, MOMENT // 8):
            place = area(band.translated(-rect.topLeft()))
            _blend(found[place], colours(band), cover[place])
        return found

    found = yield Offload(pixels_of(rect), laid)
    for band in bands_of(rect, MOMENT // 8):
        document.touch(document.paint, band)
        document.paint.pixels[area(band)] = found[area(band.translated(-rect.topLeft()))]
        document.invalidate(band)
        yield 2 * pixels_of(band)


def _blend(pixels: np.ndarray, colours: np.ndarray, cover: np.ndarray) -> None:
    """Blend (h, w, 3) opaque colours over (h, w, 4) layer pixels in place, by (h, w) uint8 `cover`."""
    import cv2

    share = cv2.merge([cover] * 4)
    opaque = cv2.cvtColor(np.ascontiguousarray(colours), cv2.COLOR_BGR2BGRA)
    pixels[...] = cv2.add(
        cv2.multiply(opaque, share, scale=1 / 255), cv2.multiply(pixels, 255 - share, scale=1 / 255)
    )
