"""Brings a whole picture into a tool's canvas: a pasted reference, or a result that was sent."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtWidgets import QWidget

from singan_studio.tools.base import ToolSpec
from singan_studio.ui.app.canvas_wiring import CanvasWiring, read_picture
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.canvas_modes import TRANSFORM
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.object_edits import lay_over
from singan_studio.ui.canvas.operations import PASTE
from singan_studio.ui.project.dropped_content import CopiedPiece, Dropped
from singan_studio.ui.widgets import choice_question

SAME_SHAPE = 0.01
"""Ratios of sides that differ by less are the same shape."""
COVERING = ("painting", "edit")
"""Kinds of handwork that a sent result lies over; in the others it is an object."""


class Pasting(QObject):
    """Covers a painting with the picture; in other kinds of canvas it becomes an object at the pointer.

    Everything can still be moved and scaled, and is one step to be undone.
    """

    def __init__(self, studio: Studio, window: QWidget, canvas: CanvasWiring) -> None:
        super().__init__(window)
        self._studio, self._window, self._canvas = studio, window, canvas

    def paste(self, dropped: Dropped, at: QPoint | None) -> None:
        """Bring in what was dropped at a point of the screen, or what was pasted."""
        document = self._studio.canvas_documents.document
        small = isinstance(dropped, CopiedPiece)  # and no picture to paint over
        if document is None or small or self._studio.tool_model.spec.canvas != "painting":
            self._canvas.paste(dropped, at)
            return
        self._studio.project.in_background(
            lambda: read_picture(dropped), lambda picture: self._lay_over(document, picture)
        )

    def send(self, picture: np.ndarray, result: int) -> None:
        """Bring a result, (H, W, 3) uint8, into the chosen tool."""
        spec, document = self._studio.tool_model.spec, self._studio.canvas_documents.document
        if spec.given:
            self._studio.restore_result.give(spec.name, picture, result)
        if document is None:
            return
        if spec.canvas in COVERING:
            self._lay_over(document, picture)
        else:
            self._canvas.commands.paste(picture, QPointF(document.rect.center()))

    def _lay_over(self, document: CanvasDocument, picture: np.ndarray) -> None:
        """Cover the canvas with the picture; ask how to fit it when its shape differs."""

        def place(how: str) -> None:
            tool_state = self._studio.canvas_documents.tool_state
            document.run_job(
                lay_over(document, picture, how), PASTE, lambda _: tool_state.set_tool(TRANSFORM)
            )

        height, width = picture.shape[:2]
        ratio = (width / height) / (document.rect.width() / document.rect.height())
        if abs(ratio - 1) < SAME_SHAPE:
            place("stretch")
        else:
            choice_question.ask_fitting(self._window, width, height, place)


def takes_pictures(spec: ToolSpec) -> bool:
    """Return whether results can be sent to a tool."""
    return bool(spec.given) or spec.canvas in (*COVERING, "objects")
