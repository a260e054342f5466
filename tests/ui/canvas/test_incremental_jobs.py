"""Edits of a large canvas run in parts and keep their order whatever is done meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from singan_studio.project.tile import Key, Tile
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas import selection
from singan_studio.ui.canvas.canvas_modes import CANVAS_MODES
from singan_studio.ui.canvas.canvas_view import CanvasView
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.incremental_jobs import LONGEST, IncrementalRunner, JobSteps, Offload
from singan_studio.ui.canvas.raster import Raster
from singan_studio.ui.canvas.tool_state import ToolState
from singan_studio.ui.canvas.tools.base import Pointer
from singan_studio.ui.canvas.tools.fill import FillTool

SIDE = 1100  # more than a moment has px


@pytest.fixture
def document(qtbot: QtBot) -> Iterator[CanvasDocument]:
    thread = BackgroundWorker(name="pixelThread")
    picture = np.full((SIDE, SIDE, 3), 90, np.uint8)
    picture[:, SIDE // 2 :] = 200
    yield CanvasDocument(picture, thread=thread)
    thread.close()


def fill(document: CanvasDocument) -> None:
    tool_state = ToolState()
    tool_state.set_colour(QColor(255, 0, 0))
    FillTool(document, tool_state, CANVAS_MODES["painting"]).press(Pointer(QPointF(5, 5)))


def filled(document: CanvasDocument) -> np.ndarray:
    wanted = document.picture.copy()
    wanted[:, : SIDE // 2] = (255, 0, 0)
    return wanted


def test_it_is_written_later_and_is_one_step(qtbot: QtBot, document: CanvasDocument) -> None:
    document.levels()
    with qtbot.waitSignal(document.edit_finished, timeout=60_000):
        fill(document)
        assert not document.history.steps  # the window is free
    assert [step.name for step in document.history.steps] == ["Fill"]
    assert np.array_equal(document.composite(), filled(document))
    document.undo()
    assert np.array_equal(document.composite(), document.picture)


def test_what_is_done_meanwhile_comes_after_it(document: CanvasDocument) -> None:
    fill(document)
    chosen = selection.select_rect(document, QRect(20, 20, 1050, 1050), selection.Combine.REPLACE)
    document.run_job(chosen, "Select")
    document.run_job(selection.grown(document, 10), "Grow")
    document.finish()
    fill(document)
    document.finish()
    assert [step.name for step in document.history.steps] == ["Fill", "Select", "Grow"]
    document.undo()  # the second fill changed nothing
    document.finish()
    assert document.selection.pixels[15, 500] == 0
    document.redo()
    document.finish()
    assert document.selection.pixels[15, 500] == 255
    assert np.array_equal(document.composite(), filled(document))


def test_a_picture_that_is_asked_for_meanwhile_has_it(document: CanvasDocument) -> None:
    fill(document)
    assert np.array_equal(document.composite(), filled(document))
    assert document.history.undo_name == "Fill"


def test_a_small_canvas_is_changed_at_once(qtbot: QtBot) -> None:
    small = CanvasDocument(np.full((50, 60, 3), 90, np.uint8))
    fill(small)
    assert small.history.undo_name == "Fill"
    assert (small.composite() == (255, 0, 0)).all()


def test_a_failing_change_is_taken_back_and_told_and_the_next_one_goes_on(
    qtbot: QtBot, document: CanvasDocument
) -> None:
    def failing() -> JobSteps:
        document.touch(document.paint, document.rect)
        document.paint.pixels[:] = 255
        document.invalidate(document.rect)
        yield Offload(document.rect.width() * document.rect.height(), lambda: 1 / 0)

    with qtbot.waitSignal(document.failed, timeout=60_000) as told:
        document.run_job(failing(), "Fails")
        document.runner.when_free(lambda: fill(document))
    assert "ZeroDivisionError" in str(told.args[0].params)
    assert not document.pending
    qtbot.waitUntil(lambda: [step.name for step in document.history.steps] == ["Fill"], timeout=60_000)
    assert np.array_equal(document.composite(), filled(document))
    document.undo()
    assert np.array_equal(document.composite(), document.picture)


def test_an_undo_that_fails_half_way_leaves_the_step_done(
    qtbot: QtBot, document: CanvasDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(document)
    document.finish()
    put, told = Raster.put, []
    document.failed.connect(told.append)

    def failing(layer: Raster, key: Key, tile: Tile) -> QRect:
        if key == (5, 2) and not told:
            told.append("once")
            raise MemoryError
        return put(layer, key, tile)

    monkeypatch.setattr(Raster, "put", failing)
    document.undo()
    document.finish()
    assert len(told) == 2
    assert document.history.undo_name == "Fill"
    assert np.array_equal(document.composite(), filled(document))
    document.undo()
    assert np.array_equal(document.composite(), document.picture)


def test_what_is_asked_for_meanwhile_is_done_in_its_order(qtbot: QtBot, document: CanvasDocument) -> None:
    done: list[str] = []
    fill(document)
    assert document.runner.busy
    for name in "abc":
        document.runner.when_free(lambda name=name: done.append(name))
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 3, timeout=60_000)
    assert document.history.undo_name == "Fill"
    document.runner.when_free(lambda: done.append("at once"))
    assert done == ["a", "b", "c", "at once"]


def test_it_is_kept_when_the_project_is_left_at_once(document: CanvasDocument) -> None:
    done: list[str] = []
    fill(document)
    document.runner.when_free(document.undo)
    document.runner.when_free(lambda: done.append("last"))
    document.runner.drain()
    assert done == ["last"]
    assert np.array_equal(document.composite(), document.picture)


def test_the_pointer_shows_a_change_that_takes_long(qtbot: QtBot, document: CanvasDocument) -> None:
    view, go_on = CanvasView(), threading.Event()
    qtbot.addWidget(view)
    view.set_document(document, CANVAS_MODES["painting"])

    def slow() -> JobSteps:
        yield Offload(document.picture.size, go_on.wait)

    document.run_job(slow())
    assert view.cursor().shape() != Qt.CursorShape.BusyCursor
    qtbot.waitUntil(lambda: view.cursor().shape() == Qt.CursorShape.BusyCursor, timeout=60_000)
    go_on.set()
    qtbot.waitUntil(lambda: view.cursor().shape() != Qt.CursorShape.BusyCursor, timeout=60_000)


def test_the_rest_of_a_large_change_leaves_the_window_free_by_the_clock_too(qtbot: QtBot) -> None:
    now, turns, parts = [0.0], list[int](), 40
    thread = BackgroundWorker(name="pixelThread")
    runner = IncrementalRunner(thread, clock=lambda: now[0])

    def slow() -> JobSteps:
        yield 2**20  # all that is made at once
        for _ in range(parts):
            now[0] += LONGEST / 4
            yield 1

    timer = runner.findChild(QTimer)
    assert timer is not None
    timer.timeout.connect(lambda: turns.append(len(turns)))
    with qtbot.waitSignal(runner.ended, timeout=60_000):
        runner.run_job(slow(), lambda _: None)
    assert len(turns) >= parts // 4
    thread.close()


def test_a_small_change_is_made_at_once_however_slow_it_is(qtbot: QtBot) -> None:
    now, ends = [0.0], []
    thread = BackgroundWorker(name="pixelThread")
    runner = IncrementalRunner(thread, clock=lambda: now[0])

    def slow() -> JobSteps:
        for _ in range(10):
            now[0] += 1
            yield 1
        return "made"

    runner.run_job(slow(), ends.append)
    assert ends == ["made"]
    thread.close()


def test_nothing_selected_is_known_at_once_and_undone_like_every_change(document: CanvasDocument) -> None:
    whole = QRect(0, 0, SIDE, SIDE)

    def select(rect: QRect) -> None:
        document.run_job(selection.select_rect(document, rect, selection.Combine.REPLACE), "Select")
        document.finish()

    select(whole)
    document.run_job(selection.deselect(document))
    document.finish()
    assert not document.selection.used
    document.cancel()
    document.finish()
    assert document.has_selection
    document.run_job(selection.deselect(document))
    document.finish()
    select(QRect(3, 3, 20, 20))  # in the same change
    assert document.has_selection
    document.undo()
    document.finish()
    assert document.selection.pixels.all()
