"""The kept results: which one is selected, and saving what is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.create.tool_session import Live
from singan_studio.ui.project.project_data import KeptResult
from singan_studio.ui.project.project_model import ProjectModel


class ResultsModel(QObject):
    """Selects at most one result: the one in the result pane, or the one whose picture is being read for it."""

    selection_changed = Signal(object)  # int | None

    def __init__(self, project: ProjectModel, tool_model: ToolModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._tool_model = project, tool_model
        self.selected: int | None = None
        tool_model.live_changed.connect(self._follow_live)
        project.result_deleted.connect(self._result_deleted)

    def select(self, number: int) -> None:
        """Select a result and show its picture as soon as it is read."""
        self._set_selected(number)
        self._project.show_result(number)

    @property
    def savable(self) -> bool:
        """Whether something is shown that can be saved: a result, or a live preview that can be kept."""
        tool_model = self._tool_model
        return self.selected is not None or (tool_model.live is not None and tool_model.keepable)

    @property
    def next_number(self) -> int:
        """The number that the next result will probably get."""
        return max(self._project.results, default=0) + 1

    def save(self, number: int | None, path: Path) -> None:
        """Write a result as PNG; None keeps the live preview at its full size and writes that."""

        def write(result: KeptResult) -> None:
            self._project.save_result(result.id, path)

        if number is None:
            self._tool_model.keep(write)
        else:
            self._project.save_result(number, path)

    def _follow_live(self, live: Live | None) -> None:
        shown = live.result if live else None
        self._set_selected(shown if shown in self._project.results else None)

    def _result_deleted(self, number: int) -> None:
        """Go on to the next older result, or to the newer one where there is none."""
        if number != self.selected:
            return
        left = self._project.results
        older = max((other for other in left if other < number), default=None)
        beside = min(left, default=None) if older is None else older
        if beside is None:
            self._set_selected(None)
        else:
            self.select(beside)

    def _set_selected(self, number: int | None) -> None:
        if number != self.selected:
            self.selected = number
            self.selection_changed.emit(number)
