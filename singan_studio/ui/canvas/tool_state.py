"""The state of the tools: the current tool, its brush, the two colours."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from singan_studio.ui.canvas.arrows import Arrows
from singan_studio.ui.canvas.brush import LARGEST, SMALLEST, Brush
from singan_studio.ui.canvas.canvas_modes import BRUSH, CANVAS_MODES, ERASER, CanvasMode

MOST_TOLERANCE = 255
_BRUSH_SHARE = 1 / 16
"""Initial size of a brush, as a share of the picture's longer side."""
_SMALLEST_TO_BEGIN = 6  # px
_SIZE_STEP = 1.15
_HARDNESS_STEP = 0.1


class SelectBy(Enum):
    RECTANGLE = "rectangle"
    LASSO = "lasso"
    WAND = "wand"


class ToolState(QObject):
    """The tool state shared by all canvases; brush and eraser each have their own size."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode = CANVAS_MODES["painting"]
        self.tool = self.mode.starts_with
        self._tools: dict[CanvasMode, str] = {}  # the tool each mode was left with
        self.select_by = SelectBy.RECTANGLE
        self.tolerance = 32  # 0..255, of fill and wand
        self.default_colours = (QColor(0, 0, 0), QColor(255, 255, 255))
        self.colours = self.default_colours  # the current colour and the other one
        self.adds = True  # whether the brush adds to the mask or removes from it
        self.marks_object = False  # an object is being marked to be cut out: the overlay is hidden
        self.arrows = Arrows(self)
        self.learned_px = 1.0  # canvas px that one px of the learned picture is wide
        self._brushes = {BRUSH: Brush(), ERASER: Brush()}

    @property
    def brush(self) -> Brush:
        return self._brushes.get(self.tool, self._brushes[BRUSH])

    def enter(self, mode: CanvasMode) -> None:
        """Switch to a mode, with the tool it was left with."""
        if mode != self.mode:
            self._tools[self.mode] = self.tool
            self.mode, self.tool = mode, self._tools.get(mode, mode.starts_with)
            self.marks_object = False
            self.changed.emit()

    def set_tool(self, tool: str) -> None:
        """Choose a tool; one that the mode does not have is ignored."""
        if tool != self.tool and tool in self.mode.tools:
            self.tool = tool
            self.changed.emit()

    def set_marks_object(self, marks: bool) -> None:
        if marks != self.marks_object:
            self.marks_object = marks
            self.changed.emit()

    def set_select_by(self, way: SelectBy) -> None:
        self.select_by = way
        self.changed.emit()

    def set_brush(self, brush: Brush) -> None:
        """Set the brush of the current tool; values are clamped."""
        tool = self.tool if self.tool in self._brushes else BRUSH
        self._brushes[tool] = Brush(
            min(max(brush.size, SMALLEST), LARGEST),
            min(max(brush.hardness, 0.0), 1.0),
            min(max(brush.opacity, 0.01), 1.0),
        )
        self.changed.emit()

    def fit_brushes(self, width: int, height: int) -> None:
        """Set the initial brush sizes for a picture of this size in px."""
        size = float(max(round(max(width, height) * _BRUSH_SHARE), _SMALLEST_TO_BEGIN))
        self._brushes = {tool: replace(brush, size=size) for tool, brush in self._brushes.items()}
        self.changed.emit()

    def set_tolerance(self, tolerance: int) -> None:
        self.tolerance = min(max(tolerance, 0), MOST_TOLERANCE)
        self.changed.emit()

    def step_size(self, steps: int) -> None:
        """Make the brush larger, smaller if negative, by at least one px."""
        size = self.brush.size
        wanted = size * _SIZE_STEP**steps
        self.set_brush(
            replace(
                self.brush, size=float(round(max(wanted, size + 1) if steps > 0 else min(wanted, size - 1)))
            )
        )

    def step_hardness(self, steps: int) -> None:
        self.set_brush(replace(self.brush, hardness=round(self.brush.hardness + steps * _HARDNESS_STEP, 2)))

    def set_colour(self, colour: QColor) -> None:
        """Set the current colour."""
        self.colours = (QColor(colour), self.colours[1])
        self.changed.emit()

    def set_default_colours(self, colours: tuple[QColor, QColor]) -> None:
        """Set and apply the default colours, such as the picture's two commonest ones."""
        self.default_colours = colours
        self.reset_colours()

    def swap_colours(self) -> None:
        """Swap the two colours and the two brushes of the mask."""
        self.colours = self.colours[::-1]
        self.adds = not self.adds
        self.changed.emit()

    def reset_colours(self) -> None:
        self.colours, self.adds = self.default_colours, True
        self.changed.emit()
