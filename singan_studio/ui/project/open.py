"""Open pictures and projects from a dialog, drop, paste, bundled picture, recent project or command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu, QWidget

from singan_studio.ui.app import dialogs, folders
from singan_studio.ui.app.studio import Problem, Studio, WayOn
from singan_studio.ui.project.dropped_content import CopiedPiece, Dropped, DroppedFile, DroppedPicture, as_png


class Opening(QObject):
    """Opens what the user chose, after asking when something is still being learned."""

    def __init__(self, studio: Studio, window: QWidget) -> None:
        super().__init__(window)
        self._studio, self._window = studio, window
        self._next: tuple[Path, ...] = ()  # were dropped with the one that was opened
        studio.project.opened.connect(self._offer_next)

    def ask_for_picture(self) -> None:
        dialogs.ask_open(self._window, self._folder(), self._open_chosen, pictures_only=True)

    def ask_for_anything(self) -> None:
        dialogs.ask_open(self._window, self._folder(), self._open_chosen, pictures_only=False)

    def open_path(self, path: Path) -> None:
        """Open a project, or begin one with a picture."""
        self._when_free(self.tr("Pause and open"), lambda: self._studio.project.open_path(path))

    def open_next(self) -> None:
        """Open the next of several files that were dropped together."""
        if self._next:
            self.take(DroppedFile(self._next[0], self._next[1:]))

    def open_image(self, image: QImage) -> None:
        self.take(DroppedPicture(as_png(image)))

    def take(self, dropped: Dropped) -> None:
        """Open what was dropped or pasted."""
        match dropped:
            case DroppedFile(path=path, others=others):
                self._next = others
                self.open_path(path)
            case DroppedPicture(data=data):
                self._open_data(data, self.tr("Pasted picture"))
            case CopiedPiece(image=image):
                self.open_image(image)

    def learn_result(self, data: bytes, name: str, folder: Path) -> None:
        """Begin a project with a result's PNG, beside the project that it is from."""
        self._open_data(data, name, folder)

    def close_project(self) -> None:
        self._when_free(self.tr("Pause and close"), self._studio.close_project)

    def fill_recent(self, menu: QMenu) -> None:
        """Put the recent projects into a menu."""
        menu.clear()
        for path in self._studio.recent.paths():
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setStatusTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.open_path(path))
        menu.setEnabled(not menu.isEmpty())

    def _open_chosen(self, path: Path) -> None:
        folders.remember(self._studio.settings, path)
        self.open_path(path)

    def _open_data(self, data: bytes, name: str, folder: Path | None = None) -> None:
        self._when_free(
            self.tr("Pause and open"), lambda: self._studio.project.new_from_data(data, name, folder)
        )

    def _offer_next(self) -> None:
        if self._next:
            params = {"count": len(self._next), "name": self._next[0].name}
            self._studio.problem.emit(Problem("info", "window.more_dropped", params, WayOn.OPEN_NEXT))

    def _when_free(self, stop_text: str, go: Callable[[], None]) -> None:
        if self._studio.is_learning:
            dialogs.ask_to_stop(self._window, stop_text, go)
        else:
            go()

    def _folder(self) -> Path:
        return folders.last_used(self._studio.settings)
