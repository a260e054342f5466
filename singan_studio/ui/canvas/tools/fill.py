"""The fill tool, for paint or mask."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.ui.canvas.brush import change_mask, seen_cover
from singan_studio.ui.canvas.filling import change_alike, fill
from singan_studio.ui.canvas.tools.base import CanvasTool, Pointer
from singan_studio.ui.canvas.tools.picker import pick


class FillTool(CanvasTool):
    """Fills an area of similar colour; Alt picks a colour."""

    step = QT_TRANSLATE_NOOP("canvas", "Fill")

    def press(self, pointer: Pointer) -> None:
        if not self.document.rect.contains(pointer.pixel):
            return
        if pointer.alt_or_ctrl and self.mode.paints == "paint":
            pick(self.document, self.tool_state, pointer.at)
            return
        document, adds, colour = self.document, self.tool_state.adds, self.tool_state.colours[0]

        def write(rect: QRect, cover: np.ndarray) -> None:
            if self.mode.paints == "mask":
                change_mask(document, rect, seen_cover(document, cover, rect), adds)
            else:
                fill(document, rect, np.ascontiguousarray(cover), colour)

        document.run_job(change_alike(document, pointer.pixel, self.tool_state.tolerance, write), self.step)
