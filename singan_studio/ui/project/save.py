"""Save results, films and copies where the user wants them; the project itself is always saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressDialog, QWidget

from singan_studio.export.stills.settings import StillSettings
from singan_studio.ui.app import dialogs, folders
from singan_studio.ui.app.still_dialog import Proposal, StillDialog
from singan_studio.ui.app.studio import Problem, Studio, WayOn
from singan_studio.ui.create.tile_view import TILE


class Saving(QObject):
    """Asks for a path, then lets the project write."""

    def __init__(self, studio: Studio, window: QWidget) -> None:
        super().__init__(window)
        self._studio, self._window = studio, window
        studio.project.saved.connect(self._tell)
        self._progress: QProgressDialog | None = None
        studio.film.saved.connect(self._tell)
        studio.film.progressed.connect(self._show_progress)
        studio.film.ended.connect(self._end_progress)

    def ask_for_result(self, number: int | None = None) -> None:
        """Save a result: the given one, or what is shown, which is kept if it is a live preview."""
        results, project = self._studio.results, self._studio.project.current
        chosen = results.selected if number is None else number
        if project is None or (chosen is None and not results.savable):
            return

        def save(target: Path, how: StillSettings) -> None:
            folders.remember(self._studio.settings, target, folders.RESULTS)
            results.save(chosen, target, how)

        stem = f"{project.path.stem}-{results.next_number if chosen is None else chosen}"
        tile = self._tile_size(chosen)
        if tile is not None:  # what a game engine's artist wants to know
            stem = f"{project.path.stem}-tile-{tile[0]}x{tile[1]}"
        proposal = Proposal(folders.last_used(self._studio.settings, folders.RESULTS), stem, project.has_exif)
        StillDialog(self._window, self._studio.settings, proposal).ask(save)

    def _tile_size(self, number: int | None) -> tuple[int, int] | None:
        """Return the (width, height) of a result, or of what is shown, if it is a tile."""
        live = self._studio.tool_model.live
        recipe = self._studio.project.results[number].recipe if number is not None else live and live.recipe
        return tuple(recipe.params["size"]) if recipe and recipe.tool == TILE else None

    def ask_for_copy(self) -> None:
        """Save a copy of the project."""
        path = self._studio.project.path
        if path:
            proposal = path.with_stem(self.tr("{name} copy").format(name=path.stem))
            dialogs.ask_save_copy(self._window, proposal, self._studio.project.save_copy)

    def ask_for_new_place(self) -> None:
        """Save a copy of a project whose file is gone, and go on in it."""
        path = self._studio.project.path
        if path:
            folder = path.parent if path.parent.is_dir() else folders.last_used(self._studio.settings)
            dialogs.ask_save_copy(self._window, folder / path.name, self._studio.go_on_in_copy)

    def ask_for_film(self) -> None:
        """Save the film of the training as a GIF, with progress that can be cancelled."""
        path = self._studio.project.path
        if path:
            proposal = folders.last_used(self._studio.settings, folders.FILMS) / self.tr(
                "{name} learning.gif"
            ).format(name=path.stem)
            dialogs.ask_save_gif(self._window, proposal, self._save_film)

    def _save_film(self, path: Path) -> None:
        folders.remember(self._studio.settings, path, folders.FILMS)
        film = self._studio.film
        progress = QProgressDialog(self.tr("Saving the film…"), self.tr("Cancel"), 0, 1, self._window)
        progress.setObjectName("filmProgress")
        progress.setAutoReset(False)
        progress.canceled.connect(film.cancel)
        self._progress = progress
        progress.open()
        film.save(path)

    def _show_progress(self, done: int, total: int) -> None:
        if self._progress:
            self._progress.setMaximum(total)
            self._progress.setValue(done)

    def _end_progress(self) -> None:
        if self._progress:
            self._progress.deleteLater()
            self._progress = None

    def _tell(self, path: str) -> None:
        self._studio.problem.emit(Problem("info", "window.saved", {"path": path}, WayOn.SHOW_FOLDER))
