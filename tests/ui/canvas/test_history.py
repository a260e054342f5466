"""Undoing costs little memory, also on the largest canvas."""

from __future__ import annotations

import numpy as np
from canvas_samples import cover, picture
from PySide6.QtCore import QRect

from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.history import MOST_STEPS, OutsideStep

LIMIT = 256 * 2**20


def test_a_hundred_steps_are_kept_and_the_oldest_are_forgotten() -> None:
    document = CanvasDocument(picture())
    for number in range(MOST_STEPS + 20):
        cover(document, QRect(number, number, 3, 3))
        document.commit(f"step {number}")
    assert [step.name for step in document.history.steps] == [f"step {n}" for n in range(20, 120)]
    for _ in range(MOST_STEPS):
        document.undo()
    assert not document.history.undo_name
    assert tuple(document.composite()[10, 10]) == (255, 0, 0)


def test_a_flat_fill_of_the_largest_canvas_costs_next_to_nothing() -> None:
    document = CanvasDocument(np.zeros((4096, 4096, 3), np.uint8))
    for value in (10, 20, 30):
        cover(document, document.rect, value=(value, value, value, 255))
        document.commit("Fill")
    assert document.history.size < 2**20
    document.undo()
    assert tuple(document.paint.pixels[4000, 4000]) == (20, 20, 20, 255)


def test_whole_paintings_of_the_largest_canvas_stay_under_256_mb() -> None:
    document = CanvasDocument(np.zeros((4096, 4096, 3), np.uint8))
    noise = np.random.default_rng(0).integers(0, 256, (4096, 4096, 4), np.uint8)
    largest = 0
    for shift in range(1, 6):
        cover(document, document.rect, value=np.roll(noise, shift, axis=1))
        document.commit(f"Paint {shift}")
        largest = max(largest, document.history.size)
    assert 2**26 < largest < LIMIT
    assert document.history.undo_name == "Paint 5"
    document.undo()
    assert np.array_equal(document.paint.pixels[:200], np.roll(noise, 4, axis=1)[:200])


class Turned(OutsideStep):
    """A number that was changed beside the canvas."""

    def __init__(self, values: list[int], after: int) -> None:
        super().__init__("Turn")
        self._values, self._before, self._after = values, values[0], after
        values[0] = after

    def undo(self) -> None:
        self._values[0] = self._before

    def redo(self) -> None:
        self._values[0] = self._after

    def merge(self, later: OutsideStep) -> bool:
        assert isinstance(later, Turned)
        self._after = later._after
        return True


def test_changes_beside_the_canvas_are_undone_in_turn_with_its_own_and_not_saved() -> None:
    document, values = CanvasDocument(picture()), [0]
    cover(document, QRect(0, 0, 3, 3))
    document.commit("Brush")
    for value in (1, 2):
        document.add_outside_step(Turned(values, value))
    cover(document, QRect(9, 9, 3, 3))
    document.commit("Fill")
    history = document.history
    assert [step.name for step in history.steps] == ["Brush", "Fill"]
    document.undo()
    assert (history.undo_name, history.redo_name, history.done) == ("Turn", "Fill", 1)
    document.undo()
    assert (values, history.undo_name, history.redo_name, history.done) == ([0], "Brush", "Turn", 1)
    document.redo()
    assert (values, history.redo_name) == ([2], "Fill")
    assert document.paint.pixels[10, 10, 3] == 0
    document.redo()
    assert document.paint.pixels[10, 10, 3] == 255
    assert history.done == 2


def test_a_change_beside_the_canvas_forgets_what_could_be_redone() -> None:
    document, values = CanvasDocument(picture()), [0]
    cover(document, QRect(0, 0, 3, 3))
    document.commit("Brush")
    document.undo()
    document.add_outside_step(Turned(values, 1))
    assert document.history.redo_name == ""
    assert document.history.steps == []
