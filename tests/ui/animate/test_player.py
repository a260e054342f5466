"""Playing: true speed by the clock, drops counted, waiting for what is not there, the section, stepping."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from singan_studio.ui.animate.player import Player


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def there() -> set[int]:
    """Frames that can be shown."""
    return set(range(100))


@pytest.fixture
def player(qtbot: QtBot, clock: Clock, there: set[int]) -> Player:
    player = Player(lambda number: number in there, clock=clock)
    player.set_length(20)
    player.set_fps(10)
    return player


def pass_time(player: Player, clock: Clock, seconds: float) -> None:
    """Let time go by and the timer fire, as the event loop would."""
    clock.now += seconds
    player._timer.timeout.emit()


def test_a_film_lasts_as_long_as_it_says(player: Player, clock: Clock) -> None:
    player.play()
    seen = []
    for _ in range(25):
        pass_time(player, clock, 0.1)
        seen.append(player.frame)
    assert seen == [*range(1, 20), 0, 1, 2, 3, 4, 5]
    assert player.dropped == 0


def test_it_runs_by_the_clock_and_not_by_the_timer(qtbot: QtBot) -> None:
    import time

    player = Player(lambda number: True)
    player.set_length(1000)
    player.set_fps(40)
    start = time.monotonic()
    player.play()
    qtbot.wait(1000)
    elapsed = time.monotonic() - start
    player.pause()
    assert abs(player.frame - elapsed * 40) < 3


def test_frames_that_come_too_late_are_dropped_and_counted(player: Player, clock: Clock) -> None:
    player.play()
    pass_time(player, clock, 0.35)
    assert (player.frame, player.dropped) == (3, 2)
    pass_time(player, clock, 0.05)
    assert (player.frame, player.dropped) == (4, 2)


def test_a_long_sleep_is_not_a_long_search(player: Player, clock: Clock) -> None:
    player.play()
    pass_time(player, clock, 1e6)
    assert 0 <= player.frame < 20


def test_it_waits_for_a_frame_that_is_not_there(player: Player, clock: Clock, there: set[int]) -> None:
    there.clear()
    there.update(range(3))
    player.play()
    for _ in range(5):
        pass_time(player, clock, 0.1)
    assert player.frame == 2
    clock.now += 3
    there.add(3)
    player.frame_arrived()
    assert (player.frame, player.dropped) == (3, 0)
    there.add(4)
    pass_time(player, clock, 0.1)
    assert player.frame == 4


def test_the_section_is_played_over_and_over(player: Player, clock: Clock) -> None:
    player.set_section(8, 5)
    player.play()
    assert player.frame == 5
    seen = []
    for _ in range(6):
        pass_time(player, clock, 0.1)
        seen.append(player.frame)
    assert seen == [6, 7, 8, 5, 6, 7]


def test_without_loop_it_stops_at_the_end_and_begins_anew(qtbot: QtBot, player: Player, clock: Clock) -> None:
    player.set_section(0, 3)
    player.set_loops(False)
    player.play()
    with qtbot.waitSignal(player.playing_changed):
        for _ in range(3):
            pass_time(player, clock, 0.1)
    assert (player.frame, player.playing) == (3, False)
    player.play()
    assert player.frame == 0


def test_steps_stop_it_and_go_over_the_ends(player: Player) -> None:
    player.play()
    player.step(-1)
    assert (player.frame, player.playing) == (19, False)
    player.step(2)
    assert player.frame == 1


def test_first_and_last_are_those_of_the_section(player: Player) -> None:
    player.set_section(4, 9)
    player.go_last()
    assert player.frame == 9
    player.go_first()
    assert player.frame == 4


def test_a_shorter_film_keeps_frame_and_section_inside(player: Player) -> None:
    player.go(15)
    player.set_length(10)
    assert (player.frame, player.first, player.last) == (9, 0, 9)
    player.set_section(5, 9)
    player.set_length(7)
    assert (player.first, player.last) == (5, 6)
    player.set_length(30)
    assert (player.first, player.last) == (5, 6)


def test_another_speed_goes_on_from_the_shown_frame(player: Player, clock: Clock) -> None:
    player.play()
    pass_time(player, clock, 0.5)
    player.set_fps(20)
    pass_time(player, clock, 0.05)
    assert (player.frame, player.dropped) == (6, 4)
