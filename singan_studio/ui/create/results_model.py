"""The results: making and keeping them, which one is selected and shown, and saving what is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from singan_studio.core.recipe import Recipe
from singan_studio.export.stills.settings import USUAL, StillSettings
from singan_studio.project.records import KeptResult
from singan_studio.ui.create.finishing import Finishing
from singan_studio.ui.create.live_preview import LivePreview
from singan_studio.ui.create.rendering import Drawn, Rendering
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.create.tool_session import SEEDS, Live, ToolSession
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.project.result_sources import ResultSources
from singan_studio.ui.training.training_model import TrainingModel

Kept = Callable[[KeptResult], None]


class ResultsModel(QObject):
    """Makes results of the chosen tool's work, keeps them in the project as soon as they are drawn, and shows the
    selected one in the result pane.

    At most one result is selected: the one that is shown, or the one whose picture is being read to be shown.
    """

    selection_changed = Signal(object)  # int | None

    def __init__(
        self,
        project: ProjectModel,
        learning: TrainingModel,
        tool_model: ToolModel,
        rendering: Rendering,
        live_preview: LivePreview,
        finishing: Finishing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._learning, self._tool_model = project, learning, tool_model
        self._rendering, self._live_preview, self._finishing = rendering, live_preview, finishing
        self.selected: int | None = None
        tool_model.live_changed.connect(self._follow_live)
        project.result_shown.connect(self._show)
        project.result_deleted.connect(self._result_deleted)
        project.result_replaced.connect(self._result_replaced)

    # --- making ------------------------------------------------------------------------------------------------

    def generate(self) -> None:
        """Make `count` results with neighbouring seeds; the seed moves on behind them unless it is locked."""
        tool_model = self._tool_model
        if not tool_model.available:
            return
        count = tool_model.count if tool_model.spec.output != "film" else 1
        seeds = ((tool_model.seed + offset) % SEEDS for offset in range(count))
        self._make([tool_model.recipe(seed) for seed in seeds])
        tool_model.advance_seed(count)

    @property
    def keepable(self) -> bool:
        """Whether what is shown can be kept and is not a result already."""
        live = self._tool_model.live
        return self._tool_model.available and (live is None or live.result is None)

    def keep(self, then: Kept | None = None) -> None:
        """Make the live picture a result, at its full size; `then` is called with it."""
        if self.keepable:
            self._make([self._tool_model.recipe()], then)

    @property
    def outdated(self) -> bool:
        """Whether the shown result was made with fewer scales than are learned now."""
        live, learning = self._tool_model.live, self._learning
        if live is None or live.result is None or live.recipe.model_id != learning.model_id:
            return False
        return live.recipe.scales < learning.finished_scales

    def render_again(self) -> None:
        """Make the shown result once more, with the scales that were learned since."""
        live, session = self._tool_model.live, self._tool_model.session
        if live and self.outdated:
            session.awaits = True
            self._rendering.render(
                replace(live.recipe, scales=0, finish=-1), partial(self._made, session, None)
            )

    def _make(self, recipes: Sequence[Recipe], then: Kept | None = None) -> None:
        """Make results of the present work, whose pictures are kept in the project first."""
        session = self._tool_model.session
        session.awaits = True

        def render(inputs: dict[str, str]) -> None:
            for recipe in recipes:
                complete = replace(recipe, inputs={**recipe.inputs, **inputs})
                self._rendering.render(complete, partial(self._made, session, then))

        def gathered(pictures: dict[str, np.ndarray], sources: ResultSources | None) -> None:
            if pictures:
                self._project.keep_inputs(pictures, render, sources)
            else:
                render({})

        session.gather(gathered)

    def _made(self, session: ToolSession, then: Kept | None, drawn: Drawn) -> None:
        def kept(result: KeptResult) -> None:
            self._finishing.finish(result)
            if then:
                then(result)
            if session.awaits:
                if session is self._tool_model.session:  # else a live picture belongs to another tool
                    self._live_preview.stop()
                live = Live(drawn.picture, drawn.recipe, result.id)
                self._live_preview.show(session, live, lambda: session.awaits)

        self._project.add_result(drawn.recipe, drawn.picture, kept)

    # --- saving ------------------------------------------------------------------------------------------------

    @property
    def savable(self) -> bool:
        """Whether something is shown that can be saved: a result, or a live picture that can be kept."""
        return self.selected is not None or (self._tool_model.live is not None and self.keepable)

    @property
    def next_number(self) -> int:
        """The number that the next result will probably get."""
        return max(self._project.results, default=0) + 1

    def save(self, number: int | None, path: Path, settings: StillSettings = USUAL) -> None:
        """Write a result to a file when it is finished; None keeps the live picture and writes that."""
        if number is None:
            self.keep(lambda result: self.save(result.id, path, settings))
        else:
            self._finishing.when_finished(number, lambda: self._project.save_result(number, path, settings))

    # --- selecting ---------------------------------------------------------------------------------------------

    def select(self, number: int) -> None:
        """Select a result and show its picture as soon as it is read."""
        self._set_selected(number)
        self._project.show_result(number)

    def _show(self, number: int, picture: np.ndarray) -> None:
        if number in self._project.results:
            self._live_preview.stop()
            session = self._tool_model.session
            session.awaits = False
            self._tool_model.show(session, Live(picture, self._project.results[number].recipe, number))

    def _follow_live(self, live: Live | None) -> None:
        shown = live.result if live else None
        self._set_selected(shown if shown in self._project.results else None)

    def _result_deleted(self, number: int) -> None:
        """Go on to the next older result, else to the newer one; without any the live picture is shown again."""
        if number != self.selected:
            return
        left = self._project.results
        older = max((other for other in left if other < number), default=None)
        beside = min(left, default=None) if older is None else older
        if beside is not None:
            self.select(beside)
        else:
            self._tool_model.show(self._tool_model.session, None)
            self._tool_model.preview()

    def _result_replaced(self, result: KeptResult, picture: np.ndarray) -> None:
        """Show the finished picture where the result is shown."""
        session, live = self._tool_model.session, self._tool_model.live
        if live is not None and live.result == result.id:
            finished = Live(picture, result.recipe, result.id)
            self._live_preview.show(session, finished, lambda: session.live is live)

    def _set_selected(self, number: int | None) -> None:
        if number != self.selected:
            self.selected = number
            self.selection_changed.emit(number)
