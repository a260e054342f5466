"""The command "Many pictures…", and what the main window says of the queue."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from singan_studio.ui.app.studio import Problem, Studio
from singan_studio.ui.project.open import Opening
from singan_studio.ui.queue.queue_window import QueueWindow
from singan_studio.ui.queue.queued_picture import State


class QueueCommand(QObject):
    """Opens one window of the queue at a time; says when the queue is through while that window is closed."""

    def __init__(self, studio: Studio, opening: Opening, action: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._studio, self._opening, self._window = studio, opening, window
        self.shown: QueueWindow | None = None
        action.triggered.connect(self.show)
        studio.queue.through.connect(self._tell)

    def show(self) -> None:
        if self.shown is None:
            studio = self._studio
            folder = Path(studio.preferences.folder) if studio.preferences.folder else studio.documents
            self.shown = QueueWindow(studio.queue, studio.settings, folder, self._window)
            self.shown.open_requested.connect(self._open)
            self.shown.finished.connect(self._forget)
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()

    def leave(self) -> bool:
        """Close the window and return whether it was open."""
        if self.shown is None:
            return False
        self.shown.close()
        return True

    def _open(self, project: Path) -> None:
        self._window.activateWindow()
        self._opening.open_path(project)

    def _tell(self) -> None:
        queue = self._studio.queue
        if self.shown is None:
            params = {"done": queue.count(State.DONE), "failed": queue.count(State.FAILED)}
            self._studio.problem.emit(Problem("info", "queue.through", params))

    def _forget(self) -> None:
        if self.shown is not None:
            self.shown.deleteLater()
            self.shown = None
