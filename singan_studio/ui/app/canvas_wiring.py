"""Connects the canvas's commands with the window: menus, tool bar, and what is dropped or pasted on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from singan_studio.ui.app.studio import Problem, Studio, WayOn
from singan_studio.ui.app.workspace import Workspace
from singan_studio.ui.canvas.actions import CanvasActions
from singan_studio.ui.canvas.clipboard import picture_of
from singan_studio.ui.canvas.object_edits import DELETE, mark
from singan_studio.ui.canvas.operations import CanvasOperations
from singan_studio.ui.canvas.tool_bar import CanvasToolBar
from singan_studio.ui.project.dropped_content import CopiedPiece, Dropped, DroppedFile, DroppedPicture


class CanvasWiring(QObject):
    """Puts the tool bar above the workspace and routes the commands to the canvas of the chosen tool."""

    takes_pictures_changed = Signal(bool)  # whether a picture can be pasted on the canvas

    def __init__(self, window: QMainWindow, studio: Studio, workspace: Workspace, pin: QAction) -> None:
        super().__init__(window)
        self._studio, self._project, self._view = studio, studio.project, workspace.panes.pair.left
        self._hole: tuple[QRect, np.ndarray] | None = None  # what was deleted last
        self._stage = workspace.animate.stage.view
        tool_state = studio.canvas_documents.tool_state
        self.actions = CanvasActions(window)
        self.tool_bar = CanvasToolBar(self.actions, tool_state, workspace)
        self.commands = CanvasOperations(self.actions, self._view, tool_state, pin, self)
        self.commands.removed.connect(self._offer_fill)
        self._stage.addAction(self.actions.delete)
        self.actions.add_menus(window.menuBar(), pin)
        workspace.set_tool_bar(self.tool_bar)
        self._view.document_changed.connect(self._follow)
        studio.tool_model.tool_changed.connect(self._follow)
        self._follow()

    def escape(self) -> bool:
        """Give up what is going on at the canvas; False when nothing is."""
        return self._view.escape() or self._stage.escape()

    def settle(self) -> None:
        """Finish a transform that is going on as a step, before the project is closed."""
        self._view.settle()

    def paste(self, dropped: Dropped, at: QPoint | None = None) -> None:
        """Lay a dropped or pasted picture on the canvas: around a point of the screen, else at the pointer."""
        point = None if at is None else self._view.canvas_point(QPointF(self._view.mapFromGlobal(at)))
        self._project.in_background(
            lambda: read_picture(dropped),
            lambda picture: self.commands.paste(picture, point, isinstance(dropped, CopiedPiece)),
        )

    def mark_hole(self) -> None:
        """Let what was deleted last be filled by the chosen tool."""
        document = self._studio.canvas_documents.document
        if document is not None and self._hole is not None:
            document.run_job(mark(document, *self._hole), DELETE)
        self._hole = None

    def _offer_fill(self, rect: QRect, cover: np.ndarray) -> None:
        """Offer to fill what was deleted where a hole was filled only roughly."""
        if self._studio.tool_model.spec.canvas == "edit":
            self._hole = rect, cover
            self._studio.problem.emit(Problem("info", "window.hole", way_on=WayOn.FILL))

    def _follow(self) -> None:
        self.tool_bar.set_usable(self._view.document() is not None)
        self.takes_pictures_changed.emit(self.commands.takes_pictures)


def read_picture(dropped: Dropped) -> np.ndarray:
    """Read a dropped picture as (h, w, 3 or 4) uint8 sRGB, the fourth channel its opacity; for a worker's thread."""
    from singan_studio.core.images import decode_picture, load_picture

    match dropped:
        case CopiedPiece(image=image):
            return picture_of(image)
        case DroppedFile(path=path):
            picture = load_picture(path)
        case DroppedPicture(data=data):
            picture = decode_picture(data, "clipboard")
    return picture.pixels if picture.alpha is None else np.dstack([picture.pixels, picture.alpha])
