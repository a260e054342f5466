"""Fills an area of alike colour, or the mask there."""

from __future__ import annotations

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.gui.canvas.brush import change_mask, seen_cover
from singan_studio.gui.canvas.filling import alike, fill
from singan_studio.gui.canvas.picking import pick
from singan_studio.gui.canvas.tools.base import CanvasTool, Pointer


class FillTool(CanvasTool):
    """With Alt it picks a colour."""

    step = QT_TRANSLATE_NOOP("canvas", "Fill")

    def press(self, pointer: Pointer) -> None:
        if not self.document.rect.contains(pointer.pixel):
            return
        if pointer.alt and self.work.paints == "paint":
            pick(self.document, self.hand, pointer.at)
            return
        rect, cover = alike(self.document, pointer.pixel, self.hand.tolerance)
        if self.work.paints == "mask":
            change_mask(self.document, rect, seen_cover(self.document, cover, rect), self.hand.adds)
        else:
            fill(self.document, rect, cover, self.hand.colours[0])
        self.document.commit(self.step)
