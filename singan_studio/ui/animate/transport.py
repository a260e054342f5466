"""The transport bar: playback buttons, position, length and speed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QSpinBox, QToolButton, QWidget

from singan_studio.ui.animate.films import Films
from singan_studio.ui.animate.player import Player
from singan_studio.ui.animate.timeline_actions import TimelineActions
from singan_studio.ui.widgets.breaking_row import BreakingRow
from singan_studio.ui.widgets.count_box import CountBox
from singan_studio.ui.widgets.elided_label import ElidedLabel
from singan_studio.ui.widgets.fields import pass_letters
from singan_studio.ui.widgets.keys import KeyTip, plain
from singan_studio.ui.widgets.words import decimal

_ICON = QSize(18, 18)


class Transport(BreakingRow):
    """Shows the player and the film; emits changes of the film's length and speed."""

    frames_changed = Signal(int)
    fps_changed = Signal(float)

    def __init__(
        self, player: Player, films: Films, actions: TimelineActions, parent: QWidget | None = None
    ) -> None:
        super().__init__((8, 4, 8, 4), 2, parent)
        self.setObjectName("transport")
        self.setAccessibleName(self.tr("Playing"))
        self._player, self._films = player, films
        self._frames = CountBox(lambda count: self.tr("%n frame(s)", "", count), self)
        self._fps = QDoubleSpinBox(self)
        self._place = QLabel(self)
        self._place.setObjectName("place")
        self._state = ElidedLabel(self)
        self._state.setObjectName("playState")
        self._state.setProperty("quiet", True)
        self._lay_out(actions)
        player.frame_changed.connect(self._show_place)
        player.dropped_changed.connect(self._show_state)
        player.playing_changed.connect(self._show_state)
        films.arrived.connect(self._show_state)
        films.film_changed.connect(self._show_state)
        films.drawing_changed.connect(self._show_state)
        self._show_place()
        self._show_state()

    def set_limits(self, frames: tuple[int, int], fps: tuple[float, float]) -> None:
        self._frames.setRange(*frames)
        self._fps.setRange(*fps)

    def show_film(self, frames: int, fps: float) -> None:
        """Show length and speed without emitting anything."""
        with QSignalBlocker(self._frames), QSignalBlocker(self._fps):
            self._frames.setValue(frames)
            self._fps.setValue(fps)
        self._show_place()

    def buttons(self) -> list[QToolButton]:
        return self.findChildren(QToolButton)

    def _lay_out(self, actions: TimelineActions) -> None:
        row = self.first
        for action in (
            actions.first,
            actions.previous,
            actions.play,
            actions.next,
            actions.last,
            actions.loop,
        ):
            row.addWidget(self._button(action))
        row.addSpacing(10)
        row.addWidget(self._place)
        row.addSpacing(10)
        row.addWidget(self._state)
        row.addStretch(1)
        row = self.last
        self._set_up(self._frames, "frames", self.tr("Length in frames"))
        self._set_up(self._fps, "fps", self.tr("Speed in frames per second"))
        self._fps.setSuffix(self.tr(" fps"))
        self._fps.setDecimals(2)
        self._frames.valueChanged.connect(self.frames_changed)
        self._fps.valueChanged.connect(self.fps_changed)
        for text, box in ((self.tr("Length"), self._frames), (self.tr("Speed"), self._fps)):
            label = QLabel(text, self)
            label.setBuddy(box)
            row.addWidget(label)
            row.addSpacing(2)
            row.addWidget(box)
            row.addSpacing(8)
        for action in (actions.add_key, actions.delete_keys):
            row.addWidget(self._button(action))

    def _set_up(self, box: QSpinBox | QDoubleSpinBox, name: str, text: str) -> None:
        box.setObjectName(name)
        box.setAccessibleName(text)
        box.setToolTip(text)
        box.setKeyboardTracking(False)
        pass_letters(box)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName(f"{action.objectName()}-button")
        button.setAccessibleName(plain(action.text()))
        KeyTip(button, action)
        button.setIconSize(_ICON)
        button.setAutoRaise(True)
        return button

    def _show_place(self) -> None:
        player = self._player
        digits = len(str(player.length))
        # Figure spaces keep the text after the number from jumping.
        frame = str(player.frame + 1).rjust(digits, "\N{FIGURE SPACE}")
        seconds = decimal(player.frame / player.fps, 2).rjust(digits + 3, "\N{FIGURE SPACE}")
        self._place.setText(
            self.tr("{frame} of {length} · {seconds} of {duration} s").format(
                frame=frame,
                length=player.length,
                seconds=seconds,
                duration=decimal(player.length / player.fps, 2),
            )
        )

    def _show_state(self) -> None:
        films, player = self._films, self._player
        if films.drawing:
            text = self.tr("drawing {count} of {length}").format(count=films.count, length=films.length)
        elif player.dropped:
            text = self.tr("%n frame(s) dropped", "", player.dropped)
        elif player.playing and films.complete:
            text = self.tr("true speed")
        else:
            text = ""
        self._state.set_words(text)
