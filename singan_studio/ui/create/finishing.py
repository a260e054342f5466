"""Brings results to the photo's full size with its own detail, when the renderer has nothing else to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.project.records import FINISH_KEY, KeptResult
from singan_studio.tools import registry
from singan_studio.ui.app.property import Property
from singan_studio.ui.create.picture_maker import Kind, PictureMaker
from singan_studio.ui.create.rendering import CANCELLED, Drawn, Rendering
from singan_studio.ui.create.settings_persistence import SettingsPersistence
from singan_studio.ui.project.project_data import ProjectData
from singan_studio.ui.project.project_model import ProjectModel

FULL = 100
"""Percent of the photo's detail."""


class FinishSettings:
    """Whether results are finished, and with how much of the photo's detail (0..100 percent)."""

    def __init__(self, on: bool = True, strength: int = FULL) -> None:
        self.on, self.strength = on, strength


@dataclass
class Pending:
    """A result that is being finished: the request to the renderer, and what waits for it."""

    request: int | None = None
    waiting: list[Callable[[], None]] = field(default_factory=list)


class Finishing(QObject):
    """Makes results again at full size, which replaces them in the project; its settings are kept there.

    Films and enlarged pictures stay as they are, and so do results of photos that are no larger than what is drawn.
    """

    on_changed = Signal(bool)
    strength_changed = Signal(int)
    pending_changed = (
        Signal()
    )  # how many results are still to be finished, or whether one of them is to be saved

    on = Property[bool]("settings", lambda finishing: finishing._persistence.soon())
    strength = Property[int]("settings", lambda finishing: finishing._persistence.soon())

    def __init__(
        self,
        project: ProjectModel,
        picture_maker: PictureMaker,
        rendering: Rendering,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._picture_maker, self._rendering = project, picture_maker, rendering
        self.settings = FinishSettings()
        self._pending: dict[int, Pending] = {}  # by result
        self._persistence = SettingsPersistence(project, FINISH_KEY, self._kept, self)
        project.opened.connect(self._take)
        project.closed.connect(self._forget)
        project.leaving.connect(self._go_on)
        project.result_replaced.connect(lambda result, _: self._over(result.id))
        project.result_deleted.connect(self._deleted)

    @property
    def pending(self) -> int:
        """The number of results still to be finished."""
        return len(self._pending)

    @property
    def awaited(self) -> bool:
        """Whether something, such as saving, waits for a result."""
        return any(pending.waiting for pending in self._pending.values())

    def finish(self, result: KeptResult) -> None:
        """Finish a result that was just made, if the user wants that and there is something to gain."""
        recipe = result.recipe
        serves = registry.tool(recipe.tool).can_be_finished
        if not self.on or not serves or recipe.finish >= 0 or not self._gains(recipe):
            return
        pending = self._pending[result.id] = Pending()
        self.pending_changed.emit()
        pending.request = self._rendering.finish(
            replace(recipe, finish=self.strength),
            partial(self._finished, result.id),
            partial(self._failed, result.id),
        )

    def when_finished(self, number: int, do: Callable[[], None]) -> None:
        """Call `do` when a result is finished, which comes before all others; at once when it does not have to be."""
        pending = self._pending.get(number)
        if pending is None:
            do()
            return
        pending.waiting.append(do)
        self._rendering.hurry(pending.request)
        self.pending_changed.emit()

    def _gains(self, recipe: Recipe) -> bool:
        """Return whether the photo is larger than what the recipe's model draws."""
        opened = self._project.current
        kind = Kind.PATCHES if recipe.model_id == PATCHES else Kind.LEARNED
        drawn = self._picture_maker.of_kind(kind).size
        return opened is not None and drawn is not None and opened.width > drawn[0]

    def _finished(self, number: int, drawn: Drawn) -> None:
        if number in self._pending:
            self._project.replace_result(number, drawn.recipe, drawn.picture)

    def _failed(self, number: int, code: str, params: dict[str, Any]) -> None:
        """Leave the result as it was made; what waits for it goes on with that."""
        self._over(number)
        if self._rendering.running and code != CANCELLED:
            self._rendering.failed.emit(code, params)

    def _over(self, number: int) -> None:
        pending = self._pending.pop(number, None)
        if pending is not None:
            self.pending_changed.emit()
            for do in pending.waiting:
                do()

    def _go_on(self) -> None:
        """Let what waits go on with the results as they are: the project is about to be left."""
        for pending in self._pending.values():
            waiting, pending.waiting = pending.waiting, []
            for do in waiting:
                do()

    def _take(self, opened: ProjectData) -> None:
        self._forget()
        kept = opened.settings.get(FINISH_KEY, {})
        strength = kept.get("strength")
        if not isinstance(strength, int) or not 0 <= strength <= FULL:
            strength = FULL
        self.settings = FinishSettings(kept.get("on") is not False, strength)
        self.on_changed.emit(self.on)
        self.strength_changed.emit(self.strength)

    def _kept(self) -> dict[str, Any]:
        return {"on": self.on, "strength": self.strength}

    def _deleted(self, number: int) -> None:
        if self._pending.pop(number, None) is not None:
            self.pending_changed.emit()

    def _forget(self) -> None:
        self._pending.clear()
        self.pending_changed.emit()
