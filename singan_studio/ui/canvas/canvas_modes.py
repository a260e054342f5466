"""The canvas modes: what the brush of a SinGAN tool paints, and which canvas tools it offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.ui.widgets.theme_colours import Colours

BRUSH, ERASER, FILL, PICKER = "brush", "eraser", "fill", "picker"
SELECT, PATCH, TRANSFORM, ARROW = "select", "patch", "transform", "arrow"
SOURCE = "source"


@dataclass(frozen=True)
class CanvasMode:
    """How the canvas works for a tool: `tools` in the order of the tool bar, and the one it starts with.

    `brushes` names the two brushes of a mask by what they do (English, translation context "canvas").
    """

    paints: Literal["paint", "mask"]
    tools: tuple[str, ...]
    starts_with: str
    automatic_mask: bool  # the mask is where paint and objects lie
    shows_mask: bool
    takes_objects: bool  # pictures can be pasted and dropped
    brushes: tuple[str, str] = ("", "")
    pins: bool = False  # objects are pieces of the picture that leave no hole where they were
    stays: bool = False  # what is marked is left alone, rather than changed

    def veil(self, colours: Colours) -> str:
        """Return the colour over what is marked, "#aarrggbb"."""
        return colours.stays if self.stays else colours.changes_here


_CHANGE = QT_TRANSLATE_NOOP("canvas", "Change"), QT_TRANSLATE_NOOP("canvas", "Keep")
_FILL = QT_TRANSLATE_NOOP("canvas", "Fill"), QT_TRANSLATE_NOOP("canvas", "Keep")
_PROTECT = QT_TRANSLATE_NOOP("canvas", "Protect"), QT_TRANSLATE_NOOP("canvas", "Release")
_MOVE = QT_TRANSLATE_NOOP("canvas", "Moves"), QT_TRANSLATE_NOOP("canvas", "Stays")
_HOLD = QT_TRANSLATE_NOOP("canvas", "Holds still"), QT_TRANSLATE_NOOP("canvas", "Flows")

CANVAS_MODES: dict[str, CanvasMode] = {
    "painting": CanvasMode(
        "paint",
        (BRUSH, ERASER, FILL, PICKER, SELECT, TRANSFORM),
        BRUSH,
        True,
        shows_mask=False,
        takes_objects=True,
    ),
    "edit": CanvasMode(
        "mask", (BRUSH, ERASER, FILL, SELECT, PATCH, TRANSFORM), SELECT, True, True, True, _CHANGE
    ),
    "objects": CanvasMode(
        "mask", (BRUSH, ERASER, FILL, SELECT, TRANSFORM), TRANSFORM, True, True, True, _CHANGE
    ),
    "arrangement": CanvasMode("mask", (SELECT, TRANSFORM), SELECT, True, False, False, pins=True),
    "hole": CanvasMode("mask", (BRUSH, ERASER, FILL, SELECT, SOURCE), SELECT, False, True, False, _FILL),
    "protected": CanvasMode(
        "mask", (BRUSH, ERASER, FILL, SELECT), BRUSH, False, True, False, _PROTECT, stays=True
    ),
    "region": CanvasMode("mask", (SELECT,), SELECT, False, shows_mask=False, takes_objects=False),
    "moves": CanvasMode("mask", (BRUSH, ERASER, FILL, SELECT), BRUSH, False, True, False, _MOVE),
    "pins": CanvasMode(
        "mask", (ARROW, BRUSH, ERASER, FILL, SELECT), ARROW, False, True, False, _HOLD, stays=True
    ),
}
"""Modes by `ToolSpec.canvas`."""
