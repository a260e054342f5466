"""Undoing costs little memory, also on the largest canvas."""

from __future__ import annotations

import numpy as np
from canvas_samples import cover, picture
from PySide6.QtCore import QRect

from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.history import MOST_STEPS

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
