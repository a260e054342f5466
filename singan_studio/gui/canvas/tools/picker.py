"""Picks a colour: the average of one px of the learned picture."""

from __future__ import annotations

from singan_studio.gui.canvas.picking import pick
from singan_studio.gui.canvas.tools.base import CanvasTool, Pointer


class PickerTool(CanvasTool):
    def press(self, pointer: Pointer) -> None:
        pick(self.document, self.hand, pointer.at)

    def move(self, pointer: Pointer) -> None:
        pick(self.document, self.hand, pointer.at)
