"""The choices of the chosen tool, its readiness and its live picture."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from singan_studio.core.recipe import Recipe
from singan_studio.project.records import TOOLS_KEY
from singan_studio.tools.base import ToolSpec
from singan_studio.ui.app.property import Property
from singan_studio.ui.create.live_preview import LivePreview
from singan_studio.ui.create.picture_maker import Kind, Maker, PictureMaker
from singan_studio.ui.create.readiness import Missing, Readiness, readiness_of
from singan_studio.ui.create.rendering import Rendering
from singan_studio.ui.create.settings_persistence import SettingsPersistence
from singan_studio.ui.create.tool_session import SEEDS, CanvasInput, Given, Live, ToolSession
from singan_studio.ui.project.project_data import ProjectData
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.extra_models import ExtraModels, Needed
from singan_studio.ui.training.training_model import TrainingModel


class ToolModel(QObject):
    """Holds the choices of every tool in its `ToolSession`, one of which is chosen.

    Pictures are made by the `maker` of the chosen tool, also while the picture is still being learned. Choosing
    another tool ends a live preview and lets results go on. Signals are about the chosen tool and are emitted after
    the state has changed; `tool_changed` means that all its choices are others.
    """

    tool_changed = Signal(object)  # ToolSpec
    params_changed = Signal()
    seed_changed = Signal(int)
    locked_changed = Signal(bool)
    count_changed = Signal(int)
    live_changed = Signal(object)  # Live | None
    readiness_changed = Signal(object)  # Readiness

    seed = Property[int]("session", lambda model: model._choices_changed())
    locked = Property[bool](
        "session", lambda model: model._settings.soon()
    )  # only typing changes a locked seed
    count = Property[int]("session", lambda model: model._settings.soon())

    def __init__(
        self,
        project: ProjectModel,
        learning: TrainingModel,
        picture_maker: PictureMaker,
        rendering: Rendering,
        extra: ExtraModels,
        specs: Sequence[ToolSpec],
        live_preview: LivePreview,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._learning, self._picture_maker = project, learning, picture_maker
        self._drawn_by: dict[str, object] = {}  # model and stops of each tool's live picture
        self.extra = extra
        self.sessions = {spec.name: ToolSession(spec) for spec in specs}
        self.session = next(iter(self.sessions.values()))
        self.readiness = self._evaluated_readiness()
        self._settings = SettingsPersistence(project, TOOLS_KEY, self._choices, self)
        self._live_preview = live_preview
        live_preview.drawn.connect(self.show)
        project.opened.connect(self._restore)
        project.closed.connect(self._reset)
        project.model_changed.connect(self._update_readiness)
        extra.changed.connect(self._models_changed)
        picture_maker.changed.connect(self._maker_changed)
        picture_maker.grown.connect(self._maker_grown)
        learning.progressed.connect(self._update_readiness)
        learning.phase_changed.connect(self._update_readiness)
        rendering.ready.connect(self.preview)

    # --- what it shows -----------------------------------------------------------------------------------------

    @property
    def spec(self) -> ToolSpec:
        return self.session.spec

    @property
    def params(self) -> dict[str, Any]:
        return self.session.params

    @property
    def live(self) -> Live | None:
        return self.session.live

    @property
    def maker(self) -> Maker:
        """What makes the chosen tool's pictures."""
        return self._picture_maker.for_tool(self.spec)

    @property
    def start_scale(self) -> int | None:
        """Return the stop where the chosen tool starts; None for one without a start scale."""
        return self.session.start_scale(self.maker)

    @property
    def needed_model(self) -> Needed | None:
        """Return the model beside that of the picture which the chosen tool needs now. Raises `BadInput`."""
        return self._needed(self._settled())

    def _needed(self, params: dict[str, Any]) -> Needed | None:
        opened, base = self._project.current, self._project.model
        if opened is None:
            return None
        given = self.session.given
        size = given.picture.shape[:2] if given else (opened.height, opened.width)
        if self.session.check:
            self.session.check(params, size)
        if self.session.model_function is None or base is None or self.maker.kind is Kind.PATCHES:
            return None
        needed = self.session.model_function(base.config, params, size)
        return Needed(*needed) if needed else None

    @property
    def available(self) -> bool:
        return self.readiness.ready

    @property
    def draws_live(self) -> bool:
        """Whether the chosen tool has a live picture that can be made now."""
        return self.available and self.spec.output != "film" and self.spec.live

    # --- choices -----------------------------------------------------------------------------------------------

    def choose(self, name: str) -> None:
        """Use another tool from now on."""
        if name == self.spec.name:
            return
        self._live_preview.stop()
        self.session = self.sessions[name]
        self._update_readiness()
        self.tool_changed.emit(self.spec)
        self.live_changed.emit(self.live)
        self._choices_changed()
        if self.live is None or self.live.result is None:
            self.preview()

    def set_param(self, name: str, value: Any) -> None:
        if self.params[name] != value:
            self.params[name] = value
            self._params_changed()

    def use_maker(self, kind: Kind) -> None:
        """Let the pictures be made by the patches or by what was learned, and show what that makes."""
        self._picture_maker.choose(kind, self.spec)
        self._choices_changed()

    def set_start(self, scale: int) -> None:
        """Start at this scale; the scale in use brings the live picture back where a result is shown."""
        start = self.session.start
        if start and self.params[start.name] != scale:
            self.set_param(start.name, scale)
        elif start and self.live and self.live.result is not None:
            self._choices_changed()

    def set_wanted(self, name: str, wanted: bool) -> None:
        """Set whether an optional picture is handed over."""
        if wanted != (name in self.session.wanted):
            (self.session.wanted.add if wanted else self.session.wanted.discard)(name)
            self._params_changed()

    def set_extra(self, name: str, value: Any, tool: str = "") -> None:
        """Keep a JSON value that a panel needs beside the parameters, for the chosen tool unless one is named."""
        session = self.sessions[tool or self.spec.name]
        if session.extras.get(name) != value:
            session.extras[name] = value
            self._settings.soon()

    def set_given(self, tool: str, given: Given | None) -> None:
        """Let a tool work on a whole picture in place of the original, or (None) on the original again."""
        session = self.sessions[tool]
        session.given = given
        if session.live and session.live.recipe.inputs != session.given_inputs():
            session.live = None  # it was made of something else
        if tool == self.spec.name:
            self._update_readiness()
            self.params_changed.emit()
            self.live_changed.emit(self.live)
        self._choices_changed()

    def take_over(self, recipe: Recipe) -> None:
        """Take over the settings that made a result; `RestoreResult` restores what it was made from."""
        self.choose(recipe.tool)
        self.session.take_over(recipe)
        self._update_readiness()
        self.params_changed.emit()
        self.seed_changed.emit(self.seed)
        self.live_changed.emit(self.live)
        self._choices_changed()

    def roll(self) -> None:
        """Choose another random seed, unless it is locked."""
        if not self.locked:
            self.seed = random.randrange(SEEDS)

    def set_work(self, name: str, work: CanvasInput | None) -> None:
        """Set the canvas input of a tool."""
        self.sessions[name].work = work
        self.work_changed(name)

    def drop_work(self, name: str) -> None:
        """Forget the canvas input of a tool whose picture was left."""
        self.sessions[name].work, self.sessions[name].marked = None, False

    def work_changed(self, name: str) -> None:
        """Take a finished stroke, drag, fill or undo of a tool into account, as soon as it is composed."""
        session = self.sessions[name]
        session.awaits = False
        if session.work is None:
            self._note_work(session, session.work, False)
        else:
            session.work.take(session.is_marked, partial(self._note_work, session, session.work))

    def _note_work(self, session: ToolSession, work: CanvasInput | None, marked: bool) -> None:
        if session.work is not work:
            return  # it is another picture's by now
        session.revision += 1
        session.marked = marked
        if session is self.session:
            self._update_readiness()
            self._forget_live()
            self.preview()

    # --- pictures ----------------------------------------------------------------------------------------------

    def preview(self) -> None:
        """Ask for the live picture of the present choices, once the canvas is composed."""
        work = self.session.work
        if work is None:
            self._preview()
        else:
            work.when_made(self._preview)  # it may be large, and not be composed yet

    def _preview(self) -> None:
        if self.draws_live:
            self._live_preview.request(self.session, self.recipe())

    def advance_seed(self, by: int) -> None:
        """Move an unlocked seed on behind results that are made, so that the next ones are others.

        The live picture stays that of the seed before.
        """
        if not self.locked:
            self.session.seed = (self.seed + by) % SEEDS
            self.seed_changed.emit(self.seed)
            self._settings.soon()

    def recipe(self, seed: int | None = None) -> Recipe:
        """Return the recipe of the present choices, without the pictures that are made of the canvas."""
        needed = self.needed_model
        found = self.extra.find(needed) if needed else None
        model = found.id if found else self.maker.model_id
        seed = self.seed if seed is None else seed
        return Recipe(self.spec.name, model, seed, 0, self._settled(), self.session.given_inputs())

    def recipe_by(self, kind: Kind) -> Recipe:
        """Return the recipe of the present choices as another maker draws them."""
        maker = self._picture_maker.of_kind(kind)
        return replace(self.recipe(), model_id=maker.model_id, params=self._settled_for(maker))

    def recipe_from(self, scale: int) -> Recipe | None:
        """Return the recipe started from `scale`; None when that needs a model that is not there."""
        recipe, start = self.recipe(), self.session.start
        params = recipe.params | ({start.name: scale} if start else {})
        needed = self._needed(params)
        if needed is None:
            return replace(recipe, params=params)
        found = self.extra.find(needed)
        return replace(recipe, params=params, model_id=found.id) if found and found.finished else None

    def _forget_live(self) -> None:
        """Drop a live picture that cannot be drawn any more: its work was undone, or the choices changed.

        A result stays.
        """
        live, missing = self.live, self.readiness.missing
        none = missing in (Missing.WORK, Missing.MODEL, Missing.SENSE)
        if none and (live is None or live.result is None):
            self._live_preview.stop()
            self.show(self.session, None)

    def show(self, session: ToolSession, live: Live | None) -> None:
        """Let this be the picture in the result pane while the session's tool is chosen."""
        session.live = live
        if session is self.session:
            self.live_changed.emit(live)

    # --- what happens around it --------------------------------------------------------------------------------

    def _settled(self) -> dict[str, Any]:
        """Return the chosen tool's parameters as its maker uses them, with the start scale that is used."""
        return self._settled_for(self.maker)

    def _settled_for(self, maker: Maker) -> dict[str, Any]:
        """Return the parameters for a maker; those that need more than it can do have their defaults."""
        own = [param for param in self.spec.params if param.kind != "picture"]
        lacking = {p.name: p.default for p in own if p.needs and p.needs not in maker.abilities}
        start = self.session.start
        if start is None:
            return self.params | lacking
        scale = self.session.start_scale(maker, maker.kind)
        return self.params | lacking | {start.name: scale}

    def _is_there(self, needed: Needed) -> bool:
        found = self.extra.find(needed)
        return found is not None and found.finished

    def _models_changed(self) -> None:
        """Draw the live picture when a model that was missing is there."""
        before = self.readiness
        self._update_readiness()
        if self.readiness.ready and not before.ready:
            self.preview()

    def _params_changed(self) -> None:
        self._update_readiness()
        self.params_changed.emit()
        self._choices_changed()

    def _choices_changed(self) -> None:
        """Keep the choices, and bring the live picture up to date with them."""
        self.session.awaits = False
        self._settings.soon()
        self._forget_live()
        self.preview()

    def _evaluated_readiness(self) -> Readiness:
        return readiness_of(
            self.session, self.maker, self._learning, lambda: self.needed_model, self._is_there
        )

    def _update_readiness(self) -> None:
        """Evaluate the readiness again after a change of anything it depends on."""
        readiness = self._evaluated_readiness()
        if readiness != self.readiness:
            self.readiness = readiness
            self.readiness_changed.emit(readiness)

    def _maker_changed(self) -> None:
        """Start over with tools whose pictures are made by another maker now, or with other stops."""
        before = self._drawn_by.get(self.spec.name)
        for name, session in self.sessions.items():
            maker = self._picture_maker.for_tool(session.spec)
            session.use_stops_of(maker.kind)
            session.able = maker.abilities
            drawn_by = maker.model_id, maker.sizes
            if drawn_by != self._drawn_by.get(name):
                self._drawn_by[name] = drawn_by
                if session.live and session.live.result is None:
                    session.live = None
        if self._drawn_by[self.spec.name] != before:
            self._show_all_again()
        else:
            self._update_readiness()

    def _maker_grown(self) -> None:
        self._update_readiness()
        if self.maker.kind is Kind.PATCHES:
            return
        self.params_changed.emit()
        if self.live is None or self.live.result is None:
            self.preview()

    def _reset(self) -> None:
        for session in self.sessions.values():
            session.live = None
        self._show_all_again()

    def _show_all_again(self) -> None:
        self._update_readiness()
        self.params_changed.emit()
        self.live_changed.emit(self.live)
        if self.live is None:
            self.preview()

    def _restore(self, opened: ProjectData) -> None:
        """Restore what the project knows of every tool; a new project starts with the first one and the defaults."""
        self._drawn_by.clear()
        kept = opened.tools
        for name, old in self.sessions.items():
            session = self.sessions[name] = ToolSession(old.spec)
            session.restore(kept.get(name, {}))
        first = next(iter(self.sessions))
        name = kept.get("chosen", first)
        self.session = self.sessions[name if name in self.sessions else first]
        self._update_readiness()
        self.tool_changed.emit(self.spec)
        self.live_changed.emit(self.live)

    def _choices(self) -> dict[str, Any]:
        """Return the choices of every tool, and which one is chosen, as the project keeps them."""
        choices: dict[str, Any] = {name: session.to_json() for name, session in self.sessions.items()}
        return choices | {"chosen": self.spec.name}
