"""One export at a time: its progress, its end, cancelling it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from singan_studio.core.recipe import Recipe
from singan_studio.export.settings import PRESETS, ExportSettings
from singan_studio.ui.animate.exporting import CANCELLED, Exporting

FILM = Recipe("animate", "m", 0, 3, {"frames": 40})
WEB = PRESETS["web"]


class Writer:
    """Writes when the test says so."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.cancelled: list[int] = []
        self.now = 0.0  # seconds

    def export(
        self,
        recipe: Recipe,
        path: Path,
        settings: ExportSettings,
        on_progress: Callable[[int, int], None],
        on_end: Callable[[str, dict[str, Any]], None],
    ) -> int:
        assert (recipe, settings) == (FILM, WEB)
        self.paths.append(path)
        self.progress, self.end = on_progress, on_end
        return len(self.paths)

    def cancel_export(self, number: int) -> None:
        self.cancelled.append(number)


@pytest.fixture
def writer() -> Writer:
    return Writer()


@pytest.fixture
def exporting(qtbot: QtBot, writer: Writer) -> Exporting:
    return Exporting(writer, lambda then: then(FILM), clock=lambda: writer.now)


def test_the_time_left_is_estimated_from_the_second_frame_on(
    qtbot: QtBot, exporting: Exporting, writer: Writer
) -> None:
    told: list[tuple[int, int, float | None]] = []
    exporting.progressed.connect(lambda *args: told.append(args))
    exporting.start(Path("a.gif"), WEB)
    for done in (1, 2, 3):
        writer.now += 2.0
        writer.progress(done, 5)
    assert told == [(1, 5, None), (2, 5, 6.0), (3, 5, 4.0)]


def test_the_end_tells_path_and_size(qtbot: QtBot, exporting: Exporting, writer: Writer) -> None:
    exporting.start(Path("a.gif"), WEB)
    with qtbot.waitSignal(exporting.finished) as finished:
        writer.end("", {"bytes": 1234})
    assert finished.args == [Path("a.gif"), 1234]
    assert not exporting.running


def test_a_second_export_waits_for_nothing_and_is_refused(exporting: Exporting, writer: Writer) -> None:
    exporting.start(Path("a.gif"), WEB)
    exporting.start(Path("b.gif"), WEB)
    assert writer.paths == [Path("a.gif")]


def test_a_failure_is_told_with_its_code(qtbot: QtBot, exporting: Exporting, writer: Writer) -> None:
    exporting.start(Path("a.gif"), WEB)
    with qtbot.waitSignal(exporting.failed) as failed:
        writer.end("file.unwritable", {"path": "a.gif"})
    assert failed.args == ["file.unwritable", {"path": "a.gif"}]
    exporting.start(Path("b.gif"), WEB)
    with qtbot.waitSignal(exporting.cancelled):
        writer.end(CANCELLED, {})


def test_cancelling_before_the_recipe_is_ready_writes_nothing(qtbot: QtBot, writer: Writer) -> None:
    waiting: list[Callable[[Recipe], None]] = []
    exporting = Exporting(writer, waiting.append)
    exporting.start(Path("a.gif"), WEB)
    with qtbot.waitSignal(exporting.cancelled):
        exporting.cancel()
    waiting[0](FILM)
    assert writer.paths == []
    exporting.start(Path("b.gif"), WEB)
    waiting[1](FILM)
    exporting.cancel()
    assert writer.cancelled == [1]
