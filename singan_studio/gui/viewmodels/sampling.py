"""Variations: what was chosen, the live picture of it, and the results that are asked for."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from singan_studio.core.events import ScaleFinished
from singan_studio.core.recipe import Recipe
from singan_studio.gui.viewmodels.learning import LearningModel
from singan_studio.gui.viewmodels.project import ProjectModel
from singan_studio.gui.viewmodels.rendering import Rendering

TOOL = "sample"
START = "start_scale"  # the parameter that the start strip shows
SEEDS = 2**31


@dataclass(frozen=True)
class Live:
    """The picture in the result pane: a preview (`result` None) or a kept result. `picture` is (H, W, 3) uint8."""

    picture: np.ndarray
    recipe: Recipe
    result: int | None = None


class SamplingModel(QObject):
    """Random pictures of the learned one, from the first finished scale on, also while it is still being learned.

    `params` holds the parameters of the tool's spec by name.
    """

    params_changed = Signal()
    seed_changed = Signal(int)
    locked_changed = Signal(bool)
    count_changed = Signal(int)
    live_changed = Signal(object)  # Live | None
    available_changed = Signal(bool)

    def __init__(
        self,
        project: ProjectModel,
        learning: LearningModel,
        rendering: Rendering,
        params: dict[str, Any],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._learning, self._rendering = project, learning, rendering
        self.params = params
        self.seed = 0
        self.locked = False
        self.count = 4
        self.live: Live | None = None
        learning.scales_reset.connect(self._reset)
        learning.scale_finished.connect(self._scale_finished)
        rendering.ready.connect(self.preview)
        project.result_shown.connect(self._show_result)
        project.result_deleted.connect(self._result_deleted)
        project.closed.connect(self._reset)

    @property
    def available(self) -> bool:
        """True from the first finished scale on."""
        return self._learning.finished_scales > 0

    # --- choices -----------------------------------------------------------------------------------------------

    def set_param(self, name: str, value: Any) -> None:
        if self.params[name] != value:
            self.params[name] = value
            self.params_changed.emit()
            self.preview()

    def set_seed(self, seed: int) -> None:
        if seed != self.seed:
            self.seed = seed
            self.seed_changed.emit(seed)
            self.preview()

    def take_over(self, recipe: Recipe) -> None:
        """Choose what made a result: parameters and seed; the live picture follows."""
        self.params = {name: recipe.params.get(name, value) for name, value in self.params.items()}
        self.params_changed.emit()
        self.seed = recipe.seed
        self.seed_changed.emit(recipe.seed)
        self.preview()

    def set_locked(self, locked: bool) -> None:
        """A locked seed is changed by the person's typing alone."""
        if locked != self.locked:
            self.locked = locked
            self.locked_changed.emit(locked)

    def roll(self) -> None:
        """Another random seed, unless it is locked."""
        if not self.locked:
            self.set_seed(random.randrange(SEEDS))

    def set_count(self, count: int) -> None:
        if count != self.count:
            self.count = count
            self.count_changed.emit(count)

    # --- pictures ----------------------------------------------------------------------------------------------

    def preview(self) -> None:
        """Ask for the live picture of the present choices."""
        if self.available:
            self._rendering.preview(self._recipe(self.seed), self._previewed)

    def generate(self) -> None:
        """Make `count` results with neighbouring seeds; each is kept in the project when it is there.

        The seed moves on behind them unless it is locked.
        """
        if not self.available:
            return
        for offset in range(self.count):
            self._rendering.render(self._recipe((self.seed + offset) % SEEDS), self._rendered)
        if not self.locked:
            self.seed = (self.seed + self.count) % SEEDS  # the next click makes others
            self.seed_changed.emit(self.seed)

    def _recipe(self, seed: int) -> Recipe:
        params = dict(self.params)
        params[START] = min(params[START], self._learning.finished_scales - 1)
        return Recipe(TOOL, self._learning.model_id or "", seed, scales=0, params=params)

    def _previewed(self, recipe: Recipe, picture: np.ndarray) -> None:
        self._set_live(Live(picture, recipe))

    def _rendered(self, recipe: Recipe, picture: np.ndarray) -> None:
        self._project.add_result(recipe, picture)
        self._set_live(Live(picture, recipe))

    def _show_result(self, number: int, picture: np.ndarray) -> None:
        if number in self._project.results:
            self._set_live(Live(picture, self._project.results[number].recipe, number))

    def _result_deleted(self, number: int) -> None:
        """The results strip goes on to the next one; when there is none, the live picture is shown again."""
        if self.live and self.live.result == number and not self._project.results:
            self._set_live(None)
            self.preview()

    def _set_live(self, live: Live | None) -> None:
        self.live = live
        self.live_changed.emit(live)

    # --- what happens around it --------------------------------------------------------------------------------

    def _scale_finished(self, event: ScaleFinished) -> None:
        if self._learning.finished_scales == 1:
            self.available_changed.emit(True)
        if self.live is None or self.live.result is None:
            self.preview()

    def _reset(self) -> None:
        self._set_live(None)
        self.available_changed.emit(self.available)
        self.preview()
