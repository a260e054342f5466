"""The film of the current settings in Animate: its keyframes, preview and playback."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from singan_studio.core.recipe import Recipe
from singan_studio.tools.flow.size import film_size
from singan_studio.tools.keyframes import Key, tracks_of
from singan_studio.ui.animate.exporting import Exporting, Shape
from singan_studio.ui.animate.films import Films
from singan_studio.ui.animate.motion_mask import forget_marks, is_marked
from singan_studio.ui.animate.player import Player
from singan_studio.ui.animate.preview_recipes import (
    learned_preview,
    photo_size,
    sized_preview,
    small_scales,
)
from singan_studio.ui.animate.tracks import Track, shown_values, with_key
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.canvas_documents import CanvasDocuments
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.history import OutsideStep
from singan_studio.ui.create.rendering import Rendering
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.project.result_sources import ResultSources
from singan_studio.ui.training.training_model import Scale, TrainingModel

TOOL, FLOW = "animate", "flow"
KEYFRAMES, ARROWS, PIN = "keyframes", "arrow", "pin"
SOON_MS = 30
"""Delay after which a preview is requested, so that changes in quick succession make one film."""

Params = Mapping[str, Any]


class AnimationModel(QObject):
    """Adds undo, preview and playback to the parameters that `ToolModel` holds.

    While a tool that makes films is chosen, the film of the current settings is rendered and played. Animate's motion
    mask is not part of that film: it is laid over the frames when they are shown. Flow's pins are part of it.
    """

    changed = Signal()  # parameters, keyframes among them
    kept_chosen = Signal(str)  # a film among the results was chosen to be played: its tool
    mask_changed = Signal()  # which parts are marked as moving

    def __init__(
        self,
        project: ProjectModel,
        learning: TrainingModel,
        tool_model: ToolModel,
        rendering: Rendering,
        canvas_documents: CanvasDocuments,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._learning, self._tool_model, self._canvas_documents = learning, tool_model, canvas_documents
        self._last_tool = TOOL
        self.films = Films(rendering, parent=self)
        self.player = Player(self.films.has, self)
        self.exporting = Exporting(rendering, self.with_recipe, self)
        self.estimates = BackgroundWorker(self)  # writes trial files to estimate their size
        self._trial: Params = {}  # parameters of the preset that is previewed
        self._project = project
        self._params_then: Params = {}  # the parameters when `kept` was chosen
        self.kept: int | None = None  # the result that is played instead of the current settings
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._want_film)
        self.films.arrived.connect(self.player.frame_arrived)
        self.films.film_changed.connect(self._film_changed)
        self.exporting.running_changed.connect(self._make_way)
        canvas_documents.document_made.connect(self._document_made)
        canvas_documents.document_changed.connect(self.mask_changed)
        tool_model.tool_changed.connect(self._tool_changed)
        tool_model.params_changed.connect(self._params_changed)
        tool_model.seed_changed.connect(self._soon.start)
        tool_model.readiness_changed.connect(self._soon.start)
        learning.scales_reset.connect(self._soon.start)
        learning.scale_finished.connect(self._soon.start)
        rendering.ready.connect(self._soon.start)
        project.result_shown.connect(self._play_kept)
        project.result_deleted.connect(self._kept_deleted)
        project.opened.connect(self._forget)
        project.closed.connect(self._forget)

    # --- what it shows -----------------------------------------------------------------------------------------

    @property
    def active(self) -> bool:
        """Whether the chosen tool makes films."""
        return self._tool_model.spec.output == "film"

    @property
    def tool(self) -> str:
        """The tool that makes films and was chosen last."""
        return self._tool_model.spec.name if self.active else self._last_tool

    @property
    def learns(self) -> bool:
        """Whether the films are drawn by what was learned, as Animate's are."""
        return self.tool == TOOL

    @property
    def params(self) -> dict[str, Any]:
        return self._tool_model.sessions[self.tool].params

    @property
    def document(self) -> CanvasDocument | None:
        """The document whose mask says what moves or holds still; None while no project is open."""
        return self._canvas_documents.documents.get(self.tool)

    @property
    def marked(self) -> bool:
        """Whether a part of the picture is marked as moving, or as holding still."""
        return self.document is not None and is_marked(self.document)

    @property
    def tracks(self) -> dict[str, Track]:
        """The keys of every track that has any."""
        return {name: tuple(keys) for name, keys in tracks_of(self.params.get(KEYFRAMES)).items()}

    @property
    def arrows(self) -> list[list[float]]:
        """The arrows along which things flow, each x, y, dx, dy in px of the picture."""
        return self.params.get(ARROWS) or []

    @property
    def whole_length(self) -> int:
        """Number of frames of the whole film; a preview may have fewer."""
        params = self.params if self.kept is None else self._project.results[self.kept].recipe.params
        return params["frames"]

    @property
    def preview_scales(self) -> int:
        """How many of the finished scales a preview frame uses."""
        return small_scales(self._finished)

    @property
    def _finished(self) -> list[Scale]:
        """The scales that a film can be drawn with now."""
        return self._learning.scales[: self._learning.finished_scales]

    def close(self) -> None:
        """Stop playing and end the thread."""
        self.player.pause()
        self.estimates.close()

    # --- changing, undoable ------------------------------------------------------------------------------------

    def set_param(self, name: str, value: Any, text: str) -> None:
        """Change a parameter, or where it has keys the one under the playhead, which is added if there is none.

        Successive changes of the same one are undone together.
        """
        track = self.tracks.get(name)
        if not track:
            self._change({name: value}, text, together=name)
            return
        self.player.pause()
        frame = self._frame_of_tracks
        key = next((key for key in track if key.frame == frame), Key(frame, value))
        self._set_track(name, with_key(track, replace(key, value=value)), text, f"{name} {frame}")

    def value_now(self, name: str) -> Any:
        """Return a parameter's value, where it has keys that under the playhead."""
        track = self.tracks.get(name)
        if not track:
            return self.params[name]
        values = shown_values(track, self.params[name], max(self.player.length, 1), self.params["loop"])
        return values[min(self.player.frame, len(values) - 1)]

    def set_track(self, name: str, track: Track, text: str) -> None:
        """Change the keys of a track, as a step called `text`."""
        self._set_track(name, track, text)

    def _set_track(self, name: str, track: Track, text: str, together: str = "") -> None:
        tracks = {**self.tracks, name: track}
        plain = {name: [vars(key) for key in keys] for name, keys in tracks.items() if keys}
        self._change({KEYFRAMES: plain or None}, text, together)

    @property
    def _frame_of_tracks(self) -> int:
        """The frame whose keys are under the playhead; a film that goes back meets them again."""
        frame, length = self.player.frame, self.player.length
        return min(frame, length - frame) if self.params["loop"] == "pingpong" else frame

    def set_arrows(self, arrows: list[list[float]], text: str) -> None:
        """Change the arrows, as a step called `text`."""
        self._change({ARROWS: arrows or None}, text)

    def apply(self, params: Params, text: str) -> None:
        """Change several parameters in one step, such as those of a preset."""
        self._trial = {}
        self._change(params, text)
        self._soon.start()

    def let_everything_move(self) -> None:
        """Clear the motion mask."""
        if self.document is not None:
            forget_marks(self.document)

    def look_at(self, params: Params | None) -> None:
        """Preview other parameters without changing any; None ends that."""
        self._trial = params or {}
        if params:
            self._set_kept(None)
        self._soon.start()

    def _change(self, params: Params, text: str, together: str = "") -> None:
        before = {name: self.params[name] for name in params}
        if before != params:
            step = ParamStep(self._tool_model, before, params, text, together)
            step.redo()
            if self.document is not None:
                self.document.add_outside_step(step)

    # --- the film ----------------------------------------------------------------------------------------------

    def preview_recipe(self) -> Recipe:
        """Return the recipe of the frames that are played: small, and without pictures that are painted."""
        if self.kept is not None:
            return self._kept_preview(self._project.results[self.kept].recipe)
        recipe = self._tool_model.recipe()
        recipe = replace(recipe, params={**recipe.params, **self._trial})
        if self.learns:
            return learned_preview(recipe, self._finished, self.films.room_for)
        return sized_preview(recipe, *self._photo_size(recipe), self.films.room_for)

    def preview_pictures(self) -> dict[str, np.ndarray]:
        """Return the painted pictures that the played frames are made with: Flow's pins, as large as the frames."""
        if self.learns or self.kept is not None or self.document is None or not self.marked:
            return {}
        return {PIN: self.document.reduced_mask(*self._photo_size(self._tool_model.recipe()))}

    def _photo_size(self, recipe: Recipe) -> tuple[int, int]:
        """Return (width, height) of preview frames that are made from the photo."""
        opened = self._project.current
        assert opened is not None
        return photo_size((opened.width, opened.height), recipe.params["size"])

    def with_recipe(self, then: Callable[[Recipe], None]) -> None:
        """Call `then` with the recipe of the whole film, once its mask is in the project."""
        if self.kept is not None:
            then(self._project.results[self.kept].recipe)
            return
        recipe, session = self._tool_model.recipe(), self._tool_model.sessions[self.tool]

        def gathered(pictures: dict[str, np.ndarray], sources: ResultSources | None) -> None:
            if pictures:
                self._project.keep_inputs(
                    pictures, lambda inputs: then(replace(recipe, inputs=inputs)), sources
                )
            else:
                then(recipe)

        session.gather(gathered)

    @property
    def shape(self) -> Shape:
        """The shape of the whole film. With a mask it has the original's size, unless another size was chosen."""
        opened, scales = self._project.current, self._learning.scales
        params, transparent = self.params, bool(opened and opened.transparent)
        if self.kept is not None:
            kept = self._project.results[self.kept]
            film = kept.recipe.params
            return Shape(film["frames"], film["fps"], kept.width, kept.height, self._drawn, transparent)
        if params["size"] is not None:
            width, height = params["size"]
        elif opened and not self.learns:
            height, width = film_size((opened.height, opened.width), None)
        elif self.marked and opened:
            width, height = opened.width, opened.height
        else:
            width, height = scales[-1].width, scales[-1].height
        return Shape(params["frames"], params["fps"], width, height, self._drawn, transparent)

    @property
    def _drawn(self) -> tuple[int, int] | None:
        """The (width, height) at which a learned model draws; None for films made from the photo alone."""
        scales = self._learning.scales
        return (scales[-1].width, scales[-1].height) if self.learns and scales else None

    def _kept_preview(self, recipe: Recipe) -> Recipe:
        """Return the recipe of a small version of a kept film, whose mask is part of its frames."""
        if not self.learns:
            return sized_preview(recipe, *self._photo_size(recipe), self.films.room_for)
        last = self._learning.scales[self.preview_scales - 1]
        return sized_preview(recipe, last.width, last.height, self.films.room_for)

    def _play_kept(self, number: int) -> None:
        result = self._project.results.get(number)
        if result is not None and result.recipe.tool in (TOOL, FLOW):
            self.kept_chosen.emit(result.recipe.tool)
            self._set_kept(number)

    def _kept_deleted(self, number: int) -> None:
        if number == self.kept:
            self._set_kept(None)

    def _set_kept(self, number: int | None) -> None:
        if number != self.kept:
            self.kept, self._params_then = number, dict(self.params)
            self._soon.start()

    def _want_film(self) -> None:
        if not self.active:
            self.films.stop()
        elif not self._tool_model.available or (self.learns and not self.preview_scales):
            self.films.want(None)
        else:
            self.films.want(self.preview_recipe(), self.preview_pictures())

    def _document_made(self, tool: str, document: CanvasDocument) -> None:
        if tool in (TOOL, FLOW):
            document.edit_finished.connect(self._mask_edited)

    def _mask_edited(self) -> None:
        if not self.learns:
            self._set_kept(None)
            self._soon.start()
        self.mask_changed.emit()

    def _make_way(self) -> None:
        """Let the file come before the rest of the preview, but not before what is changed meanwhile."""
        if self.exporting.running:
            self._soon.stop()
            self.films.stop()
        else:
            self._soon.start()

    def _film_changed(self) -> None:
        """Update the player; a film that is playing starts again while it is rendered."""
        player = self.player
        player.set_length(max(self.films.length, 1))
        player.set_fps(self._trial.get("fps", self.params["fps"]))
        if player.playing and not self.films.complete:
            player.go_first()

    def _tool_changed(self) -> None:
        if self.active:
            session = self._tool_model.session
            if session.spec.name != self._last_tool:
                self._last_tool = session.spec.name
                self._set_kept(None)
            session.wanted.update(param.name for param in session.pictures)  # what is painted always counts
            self._soon.start()
            self.changed.emit()
            self.player.play()
        else:
            self.player.pause()
            self.films.stop()

    def _params_changed(self) -> None:
        if self.params != self._params_then:  # the signal also comes when another tool is chosen
            self._set_kept(None)
        if self.active:
            self.changed.emit()
            self._soon.start()

    def _forget(self) -> None:
        self.kept = None
        self._trial = {}
        self.films.forget()
        self._soon.start()


class ParamStep(OutsideStep):
    """A change of several parameters."""

    def __init__(
        self, tool_model: ToolModel, before: Params, after: Params, name: str, together: str
    ) -> None:
        """Add a step; neighbouring steps with the same `together`, if it is not empty, are undone as one."""
        super().__init__(name)
        self._tool_model, self._before, self._after = tool_model, before, dict(after)
        self._together = together

    def undo(self) -> None:
        self._set(self._before)

    def redo(self) -> None:
        self._set(self._after)

    def merge(self, later: OutsideStep) -> bool:
        if not isinstance(later, ParamStep) or not self._together or later._together != self._together:
            return False
        self._after = later._after
        return True

    def _set(self, params: Params) -> None:
        for name, value in params.items():
            self._tool_model.set_param(name, value)
