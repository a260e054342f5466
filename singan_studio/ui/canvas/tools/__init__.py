"""The tools of the canvas, one class each, by name."""

from __future__ import annotations

from singan_studio.ui.canvas.canvas_modes import (
    ARROW,
    BRUSH,
    ERASER,
    FILL,
    PATCH,
    PICKER,
    SELECT,
    SOURCE,
    TRANSFORM,
    CanvasMode,
)
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.tool_state import ToolState
from singan_studio.ui.canvas.tools.arrow import ArrowTool
from singan_studio.ui.canvas.tools.base import CanvasTool
from singan_studio.ui.canvas.tools.brush import BrushTool, EraserTool, SourceTool
from singan_studio.ui.canvas.tools.fill import FillTool
from singan_studio.ui.canvas.tools.patch import PatchTool
from singan_studio.ui.canvas.tools.picker import PickerTool
from singan_studio.ui.canvas.tools.select import SelectTool
from singan_studio.ui.canvas.tools.transform import TransformTool

_CLASSES: dict[str, type[CanvasTool]] = {
    BRUSH: BrushTool,
    ERASER: EraserTool,
    FILL: FillTool,
    PICKER: PickerTool,
    SELECT: SelectTool,
    PATCH: PatchTool,
    TRANSFORM: TransformTool,
    ARROW: ArrowTool,
    SOURCE: SourceTool,
}


def make_tool(name: str, document: CanvasDocument, tool_state: ToolState, mode: CanvasMode) -> CanvasTool:
    return _CLASSES[name](document, tool_state, mode)
