"""Picks a colour: the average of one px of the learned picture."""

from __future__ import annotations

from singan_studio.ui.canvas.picking import pick
from singan_studio.ui.canvas.tools.base import CanvasTool, Pointer


class PickerTool(CanvasTool):
    def press(self, pointer: Pointer) -> None:
        pick(self.document, self.tool_state, pointer.at)

    def move(self, pointer: Pointer) -> None:
        pick(self.document, self.tool_state, pointer.at)
