"""The timeline with real mouse and key events: scrubbing, sections, keys of both tracks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from gestures import drag, tool_tip
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from singan_studio.core.recipe import Recipe
from singan_studio.tools.keyframes import Key
from singan_studio.ui.animate.axis import Axis
from singan_studio.ui.animate.films import Films, OnFrame
from singan_studio.ui.animate.player import Player
from singan_studio.ui.animate.timeline import Timeline
from singan_studio.ui.animate.timeline_actions import TimelineActions
from singan_studio.ui.animate.timeline_keys import TimelineKeys
from singan_studio.ui.animate.track_view import TrackView
from singan_studio.ui.widgets.theme_colours import colours_of

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LENGTH = 40


class Renderer:
    """Draws every frame at once."""

    def film(
        self, recipe: Recipe, on_frame: OnFrame, on_end: Callable[[], None], pictures: object = None
    ) -> None:
        for number in range(recipe.params["frames"]):
            on_frame(number, np.full((6, 8, 3), number, np.uint8))
        on_end()

    def cancel_film(self) -> None: ...


@pytest.fixture
def films(qtbot: QtBot) -> Films:
    return Films(Renderer())


@pytest.fixture
def player(films: Films) -> Player:
    player = Player(films.has)
    player.set_length(LENGTH)
    return player


@pytest.fixture
def timeline(qtbot: QtBot, player: Player, films: Films) -> Timeline:
    """Shown, with a film that is drawn; edited tracks are shown as a model would."""
    commands = TimelineActions(player)
    timeline = Timeline(player, films, commands, TimelineKeys(commands.all(), commands.play, player))
    qtbot.addWidget(timeline)
    shown: dict[str, tuple[Key, ...]] = {}

    def show() -> None:
        timeline.set_tracks(shown, {"layout": 1.0, "detail": 0.5}, "closed")

    def edited(name: str, track: tuple[Key, ...], text: str) -> None:
        shown[name] = track
        show()

    timeline.track_edited.connect(edited)
    show()
    timeline.resize(900, 160)
    timeline.show()
    qtbot.waitExposed(timeline)
    timeline.activateWindow()
    films.want(Recipe("animate", "m", 0, 3, {"frames": LENGTH}))
    return timeline


def at_frame(timeline: Timeline, frame: int, low: bool = False) -> QPoint:
    """On the ruler; the ends of the section are grabbed `low`."""
    ruler = timeline.ruler
    return QPoint(round(ruler.axis().x(frame)), ruler.height() - 4 if low else 4)


def add(qtbot: QtBot, view: TrackView, frame: int, value: float) -> Key:
    """Double-click where a key should be."""
    qtbot.mouseDClick(view, LEFT, pos=view.key_point(Key(frame, value)).toPoint())
    return next(key for key in view.track if key.frame == frame)


def point(view: TrackView, key: Key) -> QPoint:
    return view.key_point(key).toPoint()


# --- playing and scrubbing ------------------------------------------------------------------------------------------


def test_dragging_on_the_ruler_goes_through_the_film_and_stops_playing(
    timeline: Timeline, player: Player
) -> None:
    player.play()
    seen = []
    player.frame_changed.connect(seen.append)
    drag(timeline.ruler, LEFT, at_frame(timeline, 5), at_frame(timeline, 30))
    assert seen == [5, 30]
    assert not player.playing


def test_the_ruler_says_what_is_cached(timeline: Timeline, films: Films) -> None:
    assert f"{LENGTH} at hand" in timeline.ruler.accessibleDescription()
    assert "Frame 11" in tool_tip(timeline.ruler, at_frame(timeline, 10))


def test_the_ends_of_the_section_are_dragged(timeline: Timeline, player: Player) -> None:
    ruler = timeline.ruler
    start = QPoint(round(ruler.axis().left(0)), ruler.height() - 4)
    drag(ruler, LEFT, start, at_frame(timeline, 10, low=True))
    end = QPoint(round(ruler.axis().left(LENGTH)), ruler.height() - 4)
    drag(ruler, LEFT, end, at_frame(timeline, 20, low=True))
    assert (player.first, player.last) == (10, 20)
    QTest.mouseClick(ruler, LEFT, SHIFT, at_frame(timeline, 22))
    assert (player.first, player.last) == (10, 22)


def test_keys_step_go_to_the_ends_and_set_the_section(
    qtbot: QtBot, timeline: Timeline, player: Player
) -> None:
    ruler = timeline.ruler
    ruler.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(ruler, key)
    assert player.frame == 1
    qtbot.keyClick(ruler, Qt.Key.Key_End)
    assert player.frame == LENGTH - 1
    qtbot.keyClick(ruler, Qt.Key.Key_Home)
    assert player.frame == 0
    player.go(7)
    qtbot.keyClick(ruler, Qt.Key.Key_I)
    player.go(12)
    qtbot.keyClick(ruler, Qt.Key.Key_O)
    assert (player.first, player.last) == (7, 12)
    qtbot.keyClick(ruler, Qt.Key.Key_U)
    assert (player.first, player.last) == (0, LENGTH - 1)


def test_a_tap_on_space_plays_and_stops_and_a_long_press_does_neither(
    qtbot: QtBot, timeline: Timeline, player: Player
) -> None:
    ruler = timeline.ruler
    qtbot.keyClick(ruler, Qt.Key.Key_Space)
    assert player.playing
    qtbot.keyClick(ruler, Qt.Key.Key_Space)
    assert not player.playing
    qtbot.keyPress(ruler, Qt.Key.Key_Space)
    qtbot.wait(450)
    qtbot.keyRelease(ruler, Qt.Key.Key_Space)
    assert not player.playing


def test_the_buttons_do_what_the_keys_do(qtbot: QtBot, timeline: Timeline, player: Player) -> None:
    def press(name: str) -> None:
        qtbot.mouseClick(timeline.findChild(QToolButton, f"{name}-button"), LEFT)

    press("nextFrame")
    assert player.frame == 1
    press("lastFrame")
    assert player.frame == LENGTH - 1
    press("play")
    assert player.playing
    press("play")
    assert not player.playing
    press("loopPlaying")
    assert not player.loops


def test_length_and_speed_are_told_when_a_person_changes_them(qtbot: QtBot, timeline: Timeline) -> None:
    transport = timeline.transport
    transport.set_limits((2, 1000), (1, 60))
    transport.show_film(LENGTH, 20)
    frames, fps = transport.findChild(QSpinBox, "frames"), transport.findChild(QDoubleSpinBox, "fps")
    with qtbot.waitSignal(transport.frames_changed, check_params_cb=lambda value: value == 41):
        frames.stepUp()
    with qtbot.waitSignal(transport.fps_changed, check_params_cb=lambda value: value == 21):
        fps.stepUp()


def test_place_and_drops_are_said(timeline: Timeline, player: Player) -> None:
    player.go(10)
    words = timeline.transport.findChild(QLabel, "place").text()
    assert "11 of 40" in words
    assert "1.00 of 4.00 s" in words
    player.dropped = 3
    player.dropped_changed.emit(3)
    assert "3 frame" in timeline.transport.findChild(QLabel, "playState").text()


# --- keys -----------------------------------------------------------------------------------------------------------


def test_a_double_click_adds_a_key_where_it_was_made(qtbot: QtBot, timeline: Timeline) -> None:
    view = timeline.tracks["layout"]
    key = add(qtbot, view, 12, 3.0)
    assert abs(key.value - 3.0) < 0.15
    assert view.selection == {12}
    assert timeline.tracks["detail"].track == ()


def test_a_key_at_the_playhead_has_the_value_of_the_track(
    qtbot: QtBot, timeline: Timeline, player: Player
) -> None:
    view = timeline.tracks["detail"]
    view.setFocus()
    player.go(9)
    qtbot.keyClick(view, Qt.Key.Key_K)
    assert view.track == (Key(9, 0.5),)
    qtbot.keyClick(view, Qt.Key.Key_K)  # there is one now
    assert view.track == (Key(9, 0.5),)


def test_chosen_keys_are_dragged_in_time_and_value(qtbot: QtBot, timeline: Timeline) -> None:
    view = timeline.tracks["layout"]
    first, second = add(qtbot, view, 5, 1.0), add(qtbot, view, 20, 2.0)
    qtbot.mouseClick(view, LEFT, pos=point(view, first))
    QTest.mouseClick(view, LEFT, SHIFT, point(view, second))
    assert view.selection == {5, 20}
    edits: list[str] = []
    timeline.track_edited.connect(lambda name, track, text: edits.append(text))
    drag(view, LEFT, point(view, second), point(view, Key(26, second.value + 1)))
    assert [key.frame for key in view.track] == [11, 26]
    assert view.track[0].value - first.value == pytest.approx(1, abs=0.1)
    assert view.selection == {11, 26}
    assert len(edits) == 1


def test_with_shift_a_drag_keeps_the_value(qtbot: QtBot, timeline: Timeline) -> None:
    view = timeline.tracks["layout"]
    key = add(qtbot, view, 5, 1.0)
    start = point(view, key)
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, point(view, Key(15, 1.5)))
    QTest.mouseRelease(view, LEFT, SHIFT, point(view, Key(15, 1.5)))
    assert view.track == (Key(15, key.value),)


def test_a_frame_around_keys_chooses_them(qtbot: QtBot, timeline: Timeline) -> None:
    view = timeline.tracks["layout"]
    for frame in (5, 15, 30):
        add(qtbot, view, frame, 2.0)
    x = view.axis().x
    drag(view, LEFT, QPoint(round(x(2)), 1), QPoint(round(x(18)), view.height() - 2))
    assert view.selection == {5, 15}
    qtbot.mouseClick(view, LEFT, pos=QPoint(round(x(22)), view.height() - 3))
    assert view.selection == set()


def test_keys_are_chosen_moved_and_deleted_from_the_keyboard(
    qtbot: QtBot, timeline: Timeline, player: Player
) -> None:
    view = timeline.tracks["layout"]
    key, _ = add(qtbot, view, 5, 1.0), add(qtbot, view, 20, 2.0)
    view.setFocus()
    player.go(10)
    QTest.keyClick(view, Qt.Key.Key_Left, CONTROL)
    assert (view.selection, player.frame) == ({5}, 5)
    QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.track[0] == Key(6, pytest.approx(key.value + 0.1))
    QTest.keyClick(view, Qt.Key.Key_T)
    assert view.track[0].ease == "linear"
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert view.track == ()


def test_keys_are_copied_to_another_place_and_another_track(
    qtbot: QtBot, timeline: Timeline, player: Player
) -> None:
    layout, detail = timeline.tracks["layout"], timeline.tracks["detail"]
    one, other = add(qtbot, layout, 2, 1.0), add(qtbot, layout, 8, 3.0)
    layout.setFocus()
    QTest.keyClick(layout, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(layout, Qt.Key.Key_C, CONTROL)
    detail.setFocus()
    player.go(20)
    QTest.keyClick(detail, Qt.Key.Key_V, CONTROL)
    assert detail.track == (Key(20, one.value), Key(26, other.value))
    assert layout.selection == set()


def test_keys_go_where_the_focus_was_last(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.tracks["detail"].setFocus()
    qtbot.mouseClick(timeline.findChild(QToolButton, "addKey-button"), LEFT)
    assert len(timeline.tracks["detail"].track) == 1
    assert timeline.tracks["layout"].track == ()


def test_what_cannot_be_done_is_not_offered(qtbot: QtBot, timeline: Timeline) -> None:
    commands = timeline.commands
    assert not commands.delete_keys.isEnabled()
    assert not commands.paste_keys.isEnabled()
    assert not commands.next_key.isEnabled()
    add(qtbot, timeline.tracks["layout"], 5, 1.0)
    assert commands.delete_keys.isEnabled()
    assert commands.next_key.isEnabled()


def test_a_track_is_described_for_screen_readers(qtbot: QtBot, timeline: Timeline) -> None:
    view = timeline.tracks["layout"]
    key = add(qtbot, view, 5, 1.0)
    assert view.accessibleName() == "Layout motion"
    assert view.accessibleDescription().startswith("1 key")
    assert view.accessibleDescription().endswith(f"; Frame 6: {key.value:.2f}, eased")
    assert tool_tip(view, point(view, key)) == f"Frame 6: {key.value:.2f}, eased"


def test_every_command_has_a_text_a_tip_and_a_key_of_its_own(timeline: Timeline) -> None:
    commands = list(timeline.commands.all())
    keys = [command.shortcut().toString() for command in commands]
    assert len(commands) > 20
    assert len(set(keys)) == len(keys)
    for command in commands:
        texts = (command.text(), command.statusTip(), command.objectName(), command.shortcut().toString())
        assert all(texts), command.objectName()


@pytest.mark.parametrize("name", ["ruler", "layout"])
def test_with_the_focus_it_is_framed_and_not_covered(qtbot: QtBot, timeline: Timeline, name: str) -> None:
    add(qtbot, timeline.tracks["layout"], 5, 2.0)
    view = timeline.ruler if name == "ruler" else timeline.tracks["layout"]
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    image = view.grab().toImage()
    line = QColor(colours_of(view.palette()).accent_line)
    assert image.pixelColor(0, 0) == line
    inside = [image.pixelColor(x, image.height() - 3) for x in range(300, image.width() - 5, 7)]
    assert line not in inside


@pytest.mark.parametrize("length", [1, 2, 5, 24, 60, 99, 100, 250, 1000])
@pytest.mark.parametrize("width", [160, 480, 1169, 1900])
def test_numbers_of_the_ruler_neither_touch_nor_reach_beyond_the_film(length: int, width: int):
    axis = Axis(length, width)

    def width_of(text: str) -> float:
        return 8 * len(text)

    numbers = axis.numbers(width_of)
    room = 0.0
    for number, left in numbers:
        if left is not None:
            assert left >= room
            room = left + width_of(str(number))
    assert room <= axis.left(length)
    last, left = numbers[-1]
    assert left is not None or last == 1, "the end of the film has its number"
