"""The strip of kept results, connected to the models."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from singan_studio.core.recipe import PATCHES
from singan_studio.project.records import KeptResult
from singan_studio.ui.app.param_words import tool_words
from singan_studio.ui.app.wording import size_text
from singan_studio.ui.create.picture_maker import PictureMaker
from singan_studio.ui.create.results_filter import Facts, moment
from singan_studio.ui.create.results_model import ResultsModel
from singan_studio.ui.create.results_strip import ResultsStrip
from singan_studio.ui.create.stop_words import result_name
from singan_studio.ui.project.project_model import ProjectModel


class Results(QWidget):
    """Shows the results of the open project; choosing one shows it, its star is kept in the project."""

    use_requested = Signal(int)
    save_requested = Signal(int)
    delete_requested = Signal(int)

    def __init__(
        self,
        project: ProjectModel,
        results: ResultsModel,
        picture_maker: PictureMaker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self._project, self._results, self._picture_maker = project, results, picture_maker
        self.strip = ResultsStrip(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        self.strip.activated.connect(results.select)
        self.strip.selected.connect(self._show)
        self.strip.double_clicked.connect(self.use_requested)
        self.strip.save_requested.connect(self.save_requested)
        self.strip.delete_requested.connect(self.delete_requested)
        self.strip.star_toggled.connect(project.set_starred)
        self.strip.thumbnail_wanted.connect(project.read_thumbnail)
        self.strip.undo_requested.connect(project.restore_result)
        project.opened.connect(self._reset)
        project.result_added.connect(self._add)
        project.thumbnail_read.connect(self.strip.show_thumbnail)
        project.result_restored.connect(self._restore)
        project.result_replaced.connect(self._replace)
        project.result_starred.connect(self.strip.set_starred)
        project.result_deleted.connect(self.strip.remove)
        results.selection_changed.connect(self._mark)
        self._reset()
        self._mark(results.selected)

    def _reset(self) -> None:
        self.strip.clear()
        for result in self._project.results.values():
            self._add(result)

    def _add(self, result: KeptResult) -> None:
        tool = result.recipe.tool
        facts = Facts(tool, tool_words(tool), moment(result.created))
        damaged = self.tr("#{number} damaged").format(number=result.id)
        caption = damaged if result.problem else self._name(result)
        self.strip.add(result.id, result.thumbnail, caption, result.starred, self._tip(result), facts)

    def _replace(self, result: KeptResult) -> None:
        """Show the picture that replaces a result's."""
        self.strip.replace(result.id, result.thumbnail, self._tip(result))

    def _tip(self, result: KeptResult) -> str:
        if result.problem:
            return self.tr("Result #{number} cannot be read: {reason}").format(
                number=result.id, reason=result.problem
            )
        start = _start_scale(result)
        tip = self.tr("{name}: seed {seed}, {size}").format(
            name=self._name(result),
            seed=str(result.recipe.seed),
            size=size_text(result.width, result.height),
        )
        if start is not None:
            tip += self.tr(", started from scale {start}").format(start=start)
        return tip

    def _name(self, result: KeptResult) -> str:
        return result_name(result.id, result.recipe, self._picture_maker)

    def _restore(self, result: KeptResult) -> None:
        self._add(result)
        self.strip.select(result.id)

    def _show(self, number: int) -> None:
        """Show the result that became the current one in the strip."""
        if self._results.selected != number:
            self._results.select(number)

    def _mark(self, number: int | None) -> None:
        """Mark the selected result in the strip."""
        if number is None:
            self.strip.deselect()
        else:
            self.strip.select(number)


def _start_scale(result: KeptResult) -> int | None:
    """Return the learned scale from which a result was started; the stops of patches are none."""
    return None if result.recipe.model_id == PATCHES else result.recipe.params.get("start_scale")
