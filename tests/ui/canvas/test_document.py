"""CanvasDocument: what is seen, what is masked, and undoing every step."""

from __future__ import annotations

import numpy as np
import pytest
from canvas_samples import HEIGHT, WIDTH, cover, is_untouched, picture, state, thing
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion
from pytestqt.qtbot import QtBot

from singan_studio.ui.canvas.brush import change_mask
from singan_studio.ui.canvas.document import CanvasDocument


@pytest.fixture
def document() -> CanvasDocument:
    return CanvasDocument(picture())


def test_a_blank_document_shows_the_picture(document: CanvasDocument) -> None:
    assert np.array_equal(document.composite(), picture())
    assert not document.coverage().any()
    assert not document.mask.any()
    assert is_untouched(document)


def test_objects_lie_over_paint_and_paint_over_the_picture(document: CanvasDocument) -> None:
    cover(document, QRect(40, 50, 30, 30))
    document.set_objects([thing()])
    seen = document.composite()
    assert tuple(seen[79, 69]) == (255, 0, 0)
    assert tuple(seen[60, 50]) == (0, 255, 0)
    assert np.array_equal(seen[:50], picture()[:50])


def test_the_mask_follows_paint_and_objects_and_keeps_mask_strokes(document: CanvasDocument) -> None:
    cover(document, QRect(0, 0, 10, 10))
    document.set_objects([thing(x=50, y=60)])
    assert document.mask[5, 5] == 255
    assert document.mask[60, 50] == 255
    cover(document, QRect(100, 100, 10, 10), "added", 255)
    cover(document, QRect(45, 55, 5, 5), "removed", 255)
    document.set_objects([thing(x=52, y=60)])
    assert document.mask[105, 105] == 255
    assert document.mask[57, 47] == 0
    assert document.mask[57, 52] == 255


def test_without_an_automatic_mask_only_mask_strokes_count() -> None:
    document = CanvasDocument(picture(), automatic_mask=False)
    cover(document, QRect(0, 0, 10, 10))
    cover(document, QRect(20, 20, 10, 10), "added", 200)
    assert document.mask[5, 5] == 0
    assert document.mask[25, 25] == 200


def test_another_base_lies_under_the_paint(document: CanvasDocument) -> None:
    cover(document, QRect(0, 0, 10, 10))
    document.set_base(np.full((HEIGHT, WIDTH, 3), 77, np.uint8))
    assert tuple(document.composite()[5, 5]) == (255, 0, 0)
    assert tuple(document.composite()[50, 50]) == (77, 77, 77)
    with pytest.raises(ValueError, match="base"):
        document.set_base(np.zeros((3, 3, 3), np.uint8))


def test_a_large_canvas_is_made_in_moments_and_its_edit_ends_when_all_is_made(qtbot: QtBot) -> None:
    document = CanvasDocument(np.zeros((2048, 1536, 3), np.uint8))
    cover(document, QRect(1000, 1900, 100, 100))
    assert not (QRegion(document.rect) - document.seen().written).isEmpty()
    with qtbot.waitSignal(document.edit_finished):
        document.set_base(np.full((2048, 1536, 3), 77, np.uint8))
        assert not (QRegion(document.rect) - document.seen().written).isEmpty()
    assert (QRegion(document.rect) - document.seen().written).isEmpty()
    assert tuple(document.seen().array(0)[5, 5, :3]) == (77, 77, 77)
    assert tuple(document.seen().array(1)[975, 525, :3]) == (0, 0, 255)  # blue, green, red
    assert (document.seen().array(2)[:470, :, :3] == 77).all()


def test_a_step_is_undone_and_redone_by_its_name(document: CanvasDocument) -> None:
    before = state(document)
    cover(document, QRect(0, 0, 150, 150))
    assert document.commit("Brush")
    after = state(document)
    assert (document.history.undo_name, document.history.redo_name) == ("Brush", "")
    document.undo()
    assert state(document) == before
    assert (document.history.undo_name, document.history.redo_name) == ("", "Brush")
    document.redo()
    assert state(document) == after


def test_undo_during_a_change_takes_only_that_back(document: CanvasDocument) -> None:
    cover(document, QRect(0, 0, 10, 10))
    document.commit("Brush")
    before = state(document)
    cover(document, QRect(5, 5, 100, 100))
    document.set_objects([thing()])
    document.undo()
    assert state(document) == before
    assert document.history.undo_name == "Brush"


def test_what_changes_nothing_is_no_step(document: CanvasDocument) -> None:
    cover(document, QRect(0, 0, 10, 10), value=(0, 0, 0, 0))
    assert not document.commit("Brush")
    assert document.history.steps == []


def test_a_preview_is_asked_for_when_a_change_ends_but_not_for_a_selection(document: CanvasDocument) -> None:
    told: list[str] = []
    document.edit_finished.connect(lambda: told.append("edit"))
    document.selection_changed.connect(lambda: told.append("selection"))
    cover(document, QRect(0, 0, 10, 10))
    assert told == []
    document.commit("Brush")
    assert told == ["edit"]
    cover(document, QRect(0, 0, 10, 10), "selection", 255)
    document.commit("Select")
    assert told == ["edit", "selection"]


def test_only_what_looks_different_is_told(document: CanvasDocument) -> None:
    rects: list[QRect] = []
    document.changed.connect(rects.append)
    cover(document, QRect(150, 250, 100, 100))
    assert rects == [QRect(150, 250, 50, 50)]


def test_reduced_pictures_are_close_to_the_whole_ones_average() -> None:
    document = CanvasDocument(picture(301, 203))
    cover(document, QRect(0, 0, 101, 150))
    small = document.reduced(50, 75)
    assert small.shape == (75, 50, 3)
    assert tuple(small[10, 10]) == (255, 0, 0)
    assert abs(small[60:].mean() - picture(301, 203)[240:].mean()) < 2
    assert document.reduced_mask(50, 75)[10, 10] == 255


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_undoing_everything_brings_back_every_byte(data: st.DataObject) -> None:
    document = CanvasDocument(picture(150, 140))
    states = [state(document)]
    boxes = st.tuples(st.integers(0, 139), st.integers(0, 149), st.integers(1, 80), st.integers(1, 80))
    for number in range(data.draw(st.integers(1, 6))):
        rect = QRect(*data.draw(boxes)).intersected(document.rect)
        match data.draw(st.sampled_from(["paint", "added", "removed", "selection", "objects"])):
            case "objects":
                document.place(thing(data.draw(st.integers(1, 3)), rect.x(), rect.y()))
            case layer:
                cover(document, rect, layer, data.draw(st.integers(0, 255)))
        if document.commit(f"step {number}"):
            states.append(state(document))
    for earlier in reversed(states[:-1]):
        document.undo()
        assert state(document) == earlier
    for later in states[1:]:
        document.redo()
        assert state(document) == later


@pytest.mark.parametrize("ends", ["commit", "cancel"])
def test_what_is_laid_on_a_change_that_has_settled_is_one_step_with_it(ends: str) -> None:
    document = CanvasDocument(picture(), automatic_mask=False)
    everything = np.full((HEIGHT, WIDTH), 255, np.uint8)
    change_mask(document, document.rect, everything, adds=True)
    document.settle()
    change_mask(document, QRect(10, 10, 20, 20), everything[:20, :20], adds=False)
    assert (document.mask[15, 15], document.mask[50, 50]) == (0, 255)
    if ends == "cancel":
        document.cancel()
    else:
        document.commit("Brush")
        assert len(document.history.steps) == 1
        document.undo()
        assert not document.mask.any()
        document.redo()
        assert (document.mask[15, 15], document.mask[50, 50]) == (0, 255)
        document.undo()
    assert not document.mask.any()
    assert not document.pending
