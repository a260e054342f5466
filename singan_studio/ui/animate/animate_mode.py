"""Animate mode: the playing film instead of the panes, the timeline instead of the start strip."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from singan_studio.tools.animate.spec import SPEC
from singan_studio.ui.animate.motion_mask import still_layer
from singan_studio.ui.animate.stage import Stage
from singan_studio.ui.animate.timeline import DETAIL, LAYOUT, Timeline
from singan_studio.ui.animate.timeline_actions import TimelineActions
from singan_studio.ui.animate.timeline_keys import TimelineKeys
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.canvas_modes import CANVAS_MODES
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.widgets.view import View

_PARAMS = {param.name: param for param in SPEC.params}


class AnimateMode(QObject):
    """Shows `Studio.animation` in `stage` and `timeline`, which the workspace lays out."""

    def __init__(self, studio: Studio, tools: list[QAction], keep: QAction, parent: QWidget) -> None:
        """Connect the model; `tools` are the actions that choose tools, `keep` keeps the film."""
        super().__init__(parent)
        self._studio, self._model = studio, studio.animation
        self._tools = {action.data(): action for action in tools}
        self._arrows = studio.canvas_documents.tool_state.arrows
        self.commands = TimelineActions(self)
        commands = self.commands
        keys = TimelineKeys(commands.all(), commands.play, self)
        self.stage = Stage(keep, parent)
        self.timeline = Timeline(self._model.player, self._model.films, self.commands, keys, parent)
        # Over the picture all other keys belong to the canvas.
        playing = [*commands.playing(), *commands.section(), commands.undo, commands.redo]
        TimelineKeys(playing, commands.play, self).watch(self.stage.view)
        frames, fps = _PARAMS["frames"], _PARAMS["fps"]
        self.timeline.transport.set_limits(
            (int(frames.low or 1), int(frames.high or 1)), (fps.low or 1, fps.high or 60)
        )
        self._masking = QTimer(self, singleShot=True, interval=0)
        self._masking.timeout.connect(self._show_still)
        self._focusing = QTimer(
            self, singleShot=True, interval=0
        )  # the view must be visible before it can take the focus
        self._focusing.timeout.connect(self.stage.view.setFocus)
        self._document: CanvasDocument | None = None
        self._connect()
        self._show_document()
        self._show_params()
        self._show_frame()

    def _connect(self) -> None:
        model, studio, transport = self._model, self._studio, self.timeline.transport
        model.player.frame_changed.connect(self._show_frame)
        model.films.arrived.connect(self._arrived)
        model.kept_chosen.connect(self._choose_tool)
        model.films.film_changed.connect(self._film_changed)
        model.changed.connect(self._show_params)
        model.changed.connect(self._masking.start)
        studio.canvas_documents.document_changed.connect(self._show_document)
        self.stage.view.set_tool_state(studio.canvas_documents.tool_state)
        self.timeline.track_edited.connect(model.set_track)
        transport.frames_changed.connect(lambda count: model.set_param("frames", count, self.tr("Length")))
        transport.fps_changed.connect(lambda fps: model.set_param("fps", fps, self.tr("Speed")))
        self.commands.undo.triggered.connect(self._undo)
        self.commands.redo.triggered.connect(self._redo)
        studio.tool_model.tool_changed.connect(self._tool_changed)
        studio.project.opened.connect(self._fit_view)

    def _choose_tool(self, name: str) -> None:
        self._tools[name].trigger()

    def _undo(self) -> None:
        if self._document is not None:
            self._document.runner.when_free(self._document.undo)

    def _redo(self) -> None:
        if self._document is not None:
            self._document.runner.when_free(self._document.redo)

    def _tool_changed(self) -> None:
        """Focus the picture, so that Space plays without a click first."""
        if self._model.active:
            self._focusing.start()

    def _fit_view(self) -> None:
        self.stage.view.set_view(View())

    # --- what is shown -----------------------------------------------------------------------------------------

    def _show_params(self) -> None:
        params = self._model.params
        self.timeline.transport.show_film(params["frames"], params["fps"])
        self._arrows.show(self._model.arrows)
        self.timeline.show_tracks(self._model.learns)
        if self._model.learns:
            bases = {name: params[name] for name in (LAYOUT, DETAIL)}
            self.timeline.set_tracks(self._model.tracks, bases, params["loop"])
        self.timeline.say_room(self._model.films.length, self._model.whole_length)
        self._show_words()

    def _film_changed(self) -> None:
        self._masking.start()
        self._show_params()
        self._show_frame()

    def _arrived(self, number: int) -> None:
        if number == self._model.player.frame:
            self._show_frame()

    def _show_frame(self) -> None:
        """Show the frame at the playhead; the previous one stays until it is rendered."""
        films = self._model.films
        image = films.frame(self._model.player.frame)
        if image is not None:
            self.stage.view.show_frame(image)
        elif films.length == 0:
            self.stage.view.show_frame(None)
        self._show_words()

    def _show_words(self) -> None:
        films = self._model.films
        frame = films.frame(self._model.player.frame)
        self.stage.set_words(frame.size() if frame else None, self._model.kept)
        drawing = not films.count and self._studio.tool_model.available
        if self._model.learns:
            self.stage.set_waiting(drawing, self._studio.learning.phase.running)

    def _show_undo(self) -> None:
        document = self._document
        self.commands.undo.setEnabled(document is not None and bool(document.history.undo_name))
        self.commands.redo.setEnabled(document is not None and bool(document.history.redo_name))

    # --- the mask ----------------------------------------------------------------------------------------------

    def _show_document(self) -> None:
        document = self._model.document
        if document is self._document:
            return
        self._document = document
        self._arrows.select(None)
        mode = CANVAS_MODES[self._studio.tool_model.sessions[self._model.tool].spec.canvas]
        self.stage.view.set_document(document, mode)
        if document is not None:
            document.changed.connect(self._masking.start)
            document.history_changed.connect(self._show_undo)
        self._show_undo()
        self._show_still()

    def _show_still(self) -> None:
        document, scales = self._document, self._studio.learning.scales
        if (
            document is None or not scales or self._model.kept is not None or not self._model.learns
        ):  # the frames of kept films and of Flow include the mask
            self.stage.view.set_still_parts(None)
            return
        learned = max(scales[-1].width, scales[-1].height)
        self.stage.view.set_still_parts(still_layer(document, self._model.params["feather"], learned))
