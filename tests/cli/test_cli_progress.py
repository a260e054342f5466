from __future__ import annotations

import io
import sys

import pytest

from singan_studio.cli.progress import LiveProgress, PlainProgress, duration, rough_duration
from singan_studio.cli.report import as_dict
from singan_studio.core.events import Progress, RunFinished, RunStarted, ScaleFinished

STARTED = RunStarted("m", "draft", "cpu", 2, [(25, 30), (50, 60)], 0)
FINISHED = ScaleFinished(0, 25, 30, 32, 0.1, 75.2, 0.034)


def progress(iteration: int, seconds_left: float = 190) -> Progress:
    losses = {"penalty": 0.3, "d_loss": -1.25, "g_loss": 0.5, "reconstruction": 0.04, "new_term": 0.0625}
    return Progress(0, iteration, 300, losses, 12.0, seconds_left)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_durations_are_shown_in_words() -> None:
    assert [duration(s) for s in (0.4, 59.4, 60, 185, 7805)] == [
        "0 s",
        "59 s",
        "1 min 0 s",
        "3 min 5 s",
        "2 h 10 min",
    ]


def test_estimates_are_rounded_coarsely() -> None:
    assert [rough_duration(s) for s in (3, 49, 55, 545, 3599, 7805, 7300)] == [
        "less than a minute",
        "less than a minute",
        "about 1 min",
        "about 9 min",
        "about 1 h",
        "about 2 h 10 min",
        "about 2 h",
    ]


def test_plain_lines_appear_every_few_seconds_and_at_milestones(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    plain = PlainProgress()
    plain.show(STARTED)
    for tenth in range(120):  # 12 s
        now = 100 + tenth / 10
        plain.show(progress(tenth))
    plain.show(FINISHED)
    plain.show(RunFinished(80, 2))
    lines = capsys.readouterr().err.splitlines()
    losses = "critic -1.25 gen 0.50 rec 0.040 penalty 0.300 new_term 0.062"
    assert lines == [
        "Learning 2 scales up to 60x50 px with preset draft on cpu, 2 threads.",
        f"Scale 1 of 2, iteration 50 of 300: {losses}; 3 min 10 s left",
        f"Scale 1 of 2, iteration 100 of 300: {losses}; 3 min 10 s left",
        "Scale 1 of 2 is learned: 30x25 px, 32 channels, error 0.034, 1 min 15 s.",
        "All 2 scales are learned, in 1 min 20 s.",
    ]


def test_terminal_shows_scale_iteration_losses_and_remaining_time(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    live = LiveProgress()
    live.show(STARTED)
    live.show(progress(150))
    live.show(FINISHED)
    live.close()
    live.close()
    text = terminal.getvalue()
    assert "Scale 1/2" in text
    assert "150/300  3 min 10 s left  critic -1.25 gen 0.50 rec 0.040" in text
    assert "Scale 1 of 2 is learned: 30x25 px" in text
    assert "new_term" not in text  # the line is cut, not wrapped


def test_json_has_every_term_of_the_losses_beside_the_other_fields() -> None:
    line = as_dict(progress(150))
    assert (line["d_loss"], line["new_term"], line["iteration"]) == (-1.25, 0.0625, 150)
    assert "losses" not in line


def test_number_unknown_to_json_is_null() -> None:
    assert as_dict(progress(1, float("inf")))["seconds_left"] is None
