"""The kept results of the open project."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from singan_studio.gui.viewmodels.project import ProjectModel
from singan_studio.gui.viewmodels.project_file import KeptResult
from singan_studio.gui.widgets.results_strip import ResultsStrip
from singan_studio.gui.wording import size_text


class Results(QWidget):
    """A strip of thumbnails; choosing one shows it, its star is kept in the project."""

    save_requested = Signal(int)
    delete_requested = Signal(int)

    def __init__(self, project: ProjectModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self._project = project
        self.strip = ResultsStrip(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        self.strip.activated.connect(project.show_result)
        self.strip.save_requested.connect(self.save_requested)
        self.strip.delete_requested.connect(self.delete_requested)
        self.strip.star_toggled.connect(project.set_starred)
        project.opened.connect(self._reset)
        project.result_shown.connect(self._select)
        project.result_added.connect(self._add)
        project.result_deleted.connect(self.strip.remove)
        self._reset()

    def _reset(self) -> None:
        self.strip.clear()
        for result in self._project.results.values():
            self._add(result)

    def _add(self, result: KeptResult) -> None:
        caption = f"#{result.id}  {size_text(result.width, result.height)}"
        self.strip.add(result.id, result.thumbnail, caption, result.starred)

    def _select(self, number: int) -> None:
        if number in self._project.results:
            self.strip.select(number)
