"""What the mouse or pen does on the canvas: one class per tool, found by its name."""

from __future__ import annotations

from singan_studio.gui.canvas.document import CanvasDocument
from singan_studio.gui.canvas.hand import Hand
from singan_studio.gui.canvas.tools.base import CanvasTool
from singan_studio.gui.canvas.tools.brush import BrushTool, EraserTool
from singan_studio.gui.canvas.tools.fill import FillTool
from singan_studio.gui.canvas.tools.patch import PatchTool
from singan_studio.gui.canvas.tools.picker import PickerTool
from singan_studio.gui.canvas.tools.select import SelectTool
from singan_studio.gui.canvas.tools.transform import TransformTool
from singan_studio.gui.canvas.works import BRUSH, ERASER, FILL, PATCH, PICKER, SELECT, TRANSFORM, Work

_CLASSES: dict[str, type[CanvasTool]] = {
    BRUSH: BrushTool,
    ERASER: EraserTool,
    FILL: FillTool,
    PICKER: PickerTool,
    SELECT: SelectTool,
    PATCH: PatchTool,
    TRANSFORM: TransformTool,
}


def make_tool(name: str, document: CanvasDocument, hand: Hand, work: Work) -> CanvasTool:
    return _CLASSES[name](document, hand, work)
