"""Opening a picture onto the canvas of the chosen tool, as one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QWidget

from singan_studio.ui.app import dialogs, folders
from singan_studio.ui.app.canvas_wiring import read_picture
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.canvas_modes import TRANSFORM
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.incremental_jobs import JobSteps
from singan_studio.ui.canvas.operations import PASTE
from singan_studio.ui.project.dropped_content import DroppedFile


def ask_picture(
    widget: QWidget, studio: Studio, lay: Callable[[CanvasDocument, np.ndarray], JobSteps]
) -> None:
    """Ask for a picture and run `lay(document, picture)` with it, (h, w, 3 or 4) uint8; then it can be moved."""

    def chosen(path: Path) -> None:
        folders.remember(studio.settings, path)
        document = studio.canvas_documents.document
        if document is not None:
            studio.project.in_background(
                lambda: read_picture(DroppedFile(path)), lambda read: put(document, read)
            )

    def put(document: CanvasDocument, picture: np.ndarray) -> None:
        tool_state = studio.canvas_documents.tool_state
        document.run_job(lay(document, picture), PASTE, lambda _: tool_state.set_tool(TRANSFORM))

    dialogs.ask_open(widget.window(), folders.last_used(studio.settings), chosen, pictures_only=True)
