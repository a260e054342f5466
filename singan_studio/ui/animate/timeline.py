"""The timeline: transport, ruler and keyframe tracks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QVBoxLayout, QWidget

from singan_studio.ui.animate.films import Films
from singan_studio.ui.animate.player import Player
from singan_studio.ui.animate.ruler import Ruler
from singan_studio.ui.animate.timeline_actions import TimelineActions
from singan_studio.ui.animate.timeline_keys import TimelineKeys
from singan_studio.ui.animate.track_view import TrackView
from singan_studio.ui.animate.tracks import Track
from singan_studio.ui.animate.transport import Transport
from singan_studio.ui.app.theme import icon

LAYOUT, DETAIL = "layout", "detail"
_MORE = 0.1  # change of a value per key press


class Timeline(QWidget):
    """Shows a player and its film, and edits keyframes; actions apply to the track used last."""

    track_edited = Signal(str, object, str)  # name of the track, Track, name of the change for Undo

    def __init__(
        self,
        player: Player,
        films: Films,
        actions: TimelineActions,
        keys: TimelineKeys,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Timeline"))
        self._player, self._films, self.commands = player, films, actions
        self._icons = {False: icon("resume"), True: icon("pause")}
        self._copied: Track = ()
        self.transport = Transport(player, films, actions, self)
        self.ruler = Ruler(player, self)
        self.tracks = {
            LAYOUT: TrackView(LAYOUT, self.tr("Layout motion"), player, self),
            DETAIL: TrackView(DETAIL, self.tr("Detail motion"), player, self),
        }
        self.track = self.tracks[LAYOUT]  # the track that actions apply to
        keying = (actions.add_key, actions.delete_keys)
        self._track_widgets: list[QWidget] = [
            button for button in self.transport.buttons() if button.defaultAction() in keying
        ]
        self._room = self._make_room()
        self._lay_out()
        keys.watch(self.ruler, *self.tracks.values(), *self.transport.buttons())
        self._connect_film()
        self._connect_actions()
        self._show_possible()

    def set_tracks(self, tracks: Mapping[str, Track], bases: Mapping[str, float], loop: str) -> None:
        """Show the keys of each track; `bases` are the values of tracks without keys, `loop` is the loop mode."""
        for name, view in self.tracks.items():
            view.set_film(tracks.get(name, ()), bases[name], loop)
        self._show_possible()

    def show_tracks(self, shown: bool) -> None:
        """Show the tracks and what edits keys, or hide both for a film that has none."""
        for widget in self._track_widgets:
            widget.setVisible(shown)
        self.commands.add_key.setEnabled(shown)

    def say_room(self, shown: int, whole: int) -> None:
        """Tell that the preview plays only `shown` of `whole` frames, if it has no room for more."""
        self._room.setVisible(0 < shown < whole)
        text = self.tr("The preview has room for {shown} frames and plays these; the file gets all {whole}.")
        self._room.setText(text.format(shown=shown, whole=whole))

    # --- layout ------------------------------------------------------------------------------------------------

    def _make_room(self) -> QLabel:
        label = QLabel(self)
        label.setObjectName("previewRoom")
        label.setProperty("quiet", True)
        label.hide()
        return label

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(8, 0, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.ruler, 0, 1)
        grid.addWidget(self._room, 1, 1)
        for row, view in enumerate(self.tracks.values(), 2):
            label = QLabel(view.accessibleName(), self)
            self._track_widgets += [label, view]
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, row, 0)
            grid.addWidget(view, row, 1)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(lambda at, view=view: self._show_menu(view, at))
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.transport)
        layout.addLayout(grid)

    def _show_menu(self, view: TrackView, at: QPoint) -> None:
        view.setFocus()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.commands.keys())
        menu.popup(view.mapToGlobal(at))

    # --- signals -------------------------------------------------------------------------------------------------

    def _connect_film(self) -> None:
        player, films = self._player, self._films
        self.ruler.scrubbed.connect(self._scrub)
        self.ruler.section_dragged.connect(player.set_section)
        # Models outlive this widget: what is connected to them is a method of it, and disconnected with it.
        films.arrived.connect(self._show_cached)
        films.film_changed.connect(self._show_cached)
        player.playing_changed.connect(self._show_playing)
        for name, view in self.tracks.items():
            view.edited.connect(lambda track, text, name=name: self.track_edited.emit(name, track, text))
            view.selection_changed.connect(self._show_possible)
            view.focused.connect(lambda view=view: self._use(view))

    def _connect_actions(self) -> None:
        actions, player = self.commands, self._player
        routes = {
            actions.first: player.go_first,
            actions.last: player.go_last,
            actions.previous: lambda: player.step(-1),
            actions.next: lambda: player.step(1),
            actions.section_first: lambda: player.set_section(player.frame, max(player.frame, player.last)),
            actions.section_last: lambda: player.set_section(min(player.first, player.frame), player.frame),
            actions.section_all: lambda: player.set_section(0, player.length - 1),
            actions.add_key: lambda: self.track.add_key(player.frame),
            actions.delete_keys: lambda: self.track.delete_chosen(),
            actions.copy_keys: self._copy,
            actions.paste_keys: lambda: self.track.paste(self._copied, player.frame),
            actions.previous_key: lambda: self._go_to_key(-1),
            actions.next_key: lambda: self._go_to_key(1),
            actions.all_keys: lambda: self.track.select_all(),
            actions.ease: lambda: self.track.change_ease(),
            actions.move_left: lambda: self.track.move_chosen(-1, 0),
            actions.move_right: lambda: self.track.move_chosen(1, 0),
            actions.move_up: lambda: self.track.move_chosen(0, _MORE),
            actions.move_down: lambda: self.track.move_chosen(0, -_MORE),
        }
        for action, go in routes.items():
            action.triggered.connect(lambda _=False, go=go: go())
        actions.play.triggered.connect(lambda _=False: player.toggle())
        actions.loop.toggled.connect(player.set_loops)

    # --- reactions ------------------------------------------------------------------------------------------

    def _scrub(self, frame: int) -> None:
        self._player.pause()
        self._player.go(frame)

    def _show_cached(self) -> None:
        self.ruler.set_cached(self._films.cached())

    def _show_playing(self, playing: bool) -> None:
        self.commands.play.setChecked(playing)
        self.commands.play.setIcon(self._icons[playing])

    def _use(self, view: TrackView) -> None:
        """Apply actions to `view` from now on; keys are selected in one track at a time."""
        if view is not self.track:
            self.track.select([])
            self.track = view
        self._show_possible()

    def _copy(self) -> None:
        self._copied = self.track.chosen_keys()
        self._show_possible()

    def _go_to_key(self, direction: int) -> None:
        frame = self.track.go_to_key(direction)
        if frame is not None:
            self._player.pause()
            self._player.go(frame)

    def _show_possible(self) -> None:
        actions = self.commands
        chosen = bool(self.track.selection)
        changing = [actions.ease, actions.move_left, actions.move_right, actions.move_up, actions.move_down]
        for action in (actions.delete_keys, actions.copy_keys, *changing):
            action.setEnabled(chosen)
        actions.paste_keys.setEnabled(bool(self._copied))
        for action in (actions.previous_key, actions.next_key, actions.all_keys):
            action.setEnabled(bool(self.track.track))
