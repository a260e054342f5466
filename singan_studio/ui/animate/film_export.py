"""Opens the export dialog for "Export animation…"."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from singan_studio.export.estimate import FEW
from singan_studio.ui.animate.export_dialog import ExportDialog
from singan_studio.ui.animate.film_view import FilmView
from singan_studio.ui.app import folders
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.widgets.pixels import as_array


class FilmExport(QObject):
    """Opens one export dialog at a time for the film that is shown."""

    def __init__(self, studio: Studio, view: FilmView, window: QWidget) -> None:
        super().__init__(window)
        self._studio, self._view, self._window = studio, view, window
        self._dialog: ExportDialog | None = None
        studio.animation.exporting.finished.connect(self._remember)
        if studio.animation.exporting.running:  # begun in the window before this one
            QTimer.singleShot(0, self.ask)

    def ask(self) -> None:
        """Open the dialog, or bring the open one to the front."""
        studio = self._studio
        if self._dialog is None:
            model = studio.animation
            dialog = ExportDialog(
                model.exporting, model.shape, model.estimates, self._sample, self._proposal, self._window
            )
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.finished.connect(self._closed)
            self._dialog = dialog
            dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _remember(self, path: Path) -> None:
        folders.remember(self._studio.settings, path, folders.FILMS)

    def _closed(self) -> None:
        self._dialog = None

    def _proposal(self, ending: str) -> Path:
        project = self._studio.project.path
        stem = project.stem if project else "animation"
        return folders.last_used(self._studio.settings, folders.FILMS) / f"{stem}-animation{ending}"

    def _sample(self) -> list[np.ndarray]:
        """Return neighbouring frames as they are shown, with the still parts over them."""
        films, found = self._studio.animation.films, []
        for number in range(films.length):
            frame = films.frame(number)
            if frame is not None:
                found.append(as_array(with_still(frame, self._view.still_parts)))
            elif found:
                break
            if len(found) == FEW:
                break
        return found


def with_still(frame: QImage, still: QImage | None) -> QImage:
    """Return a frame with the still parts laid over it."""
    if still is None:
        return frame
    both = frame.copy()
    painter = QPainter(both)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(both.rect(), still)
    painter.end()
    return both
