"""Hiding layers: what is left out of the work and what only of sight, and looking at the work from another thread."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from canvas_samples import cover, picture, thing
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.composing import MASK, PAINT, PICTURE, LayerProps, object_layer
from singan_studio.ui.canvas.document import CanvasDocument


@pytest.fixture
def document() -> CanvasDocument:
    """Ten px of paint, and two objects."""
    document = CanvasDocument(picture())
    cover(document, QRect(0, 0, 10, 10))
    document.commit("paint")
    document.set_objects([thing(1), thing(2, x=120)])
    document.commit("objects")
    return document


def test_hidden_paint_is_left_out_of_composite_coverage_and_mask(
    qtbot: QtBot, document: CanvasDocument
) -> None:
    before, steps = document.composite(), len(document.history.steps)
    with qtbot.waitSignals([document.layer_props_changed, document.edit_finished]):
        document.show_layer(PAINT, False)
    assert np.array_equal(document.composite()[:10, :10], picture()[:10, :10])
    assert not document.coverage()[:10, :10].any()
    assert not document.mask[:10, :10].any()
    assert set(document.document_state().patches) == {"paint"}
    document.show_layer(PAINT, True)
    assert np.array_equal(document.composite(), before)
    assert document.mask[5, 5] == 255
    assert len(document.history.steps) == steps


def test_a_hidden_object_is_left_out_and_the_others_stay(document: CanvasDocument) -> None:
    document.show_layer(object_layer(1), False)
    assert np.array_equal(document.composite()[50:70, 40:60], picture()[50:70, 40:60])
    assert not document.mask[60, 50]
    assert tuple(document.composite()[60, 120]) == (0, 255, 0)
    assert document.mask[60, 120] == 255
    assert [item.id for item in document.document_state().objects] == [1, 2]


def test_the_opacity_of_paint_and_objects_counts_in_composite_coverage_and_mask(
    qtbot: QtBot, document: CanvasDocument
) -> None:
    under = picture()[[5, 60], [5, 120]].astype(int)
    opaque = document.composite()[[5, 60], [5, 120]].astype(int)
    for layer in (PAINT, object_layer(2)):
        with qtbot.waitSignals([document.layer_props_changed, document.edit_finished]):
            document.set_layer_props(layer, LayerProps(opacity=0.5))
    half = document.composite()[[5, 60], [5, 120]].astype(int)
    assert np.abs(half - (under + opaque) / 2).max() <= 1
    for cover_ in (document.coverage(), document.mask):
        assert np.abs(cover_[[5, 60], [5, 120]].astype(int) - 128).max() <= 1
        assert cover_[60, 50] == 255  # the other object
    document.show_layer(PAINT, False)
    document.show_layer(PAINT, True)
    assert document.layer_props(PAINT) == LayerProps(opacity=0.5)


def test_the_picture_and_the_mask_overlay_are_hidden_from_view_only(document: CanvasDocument) -> None:
    edits: list[None] = []
    document.edit_finished.connect(lambda: edits.append(None))
    before, mask = document.composite(), document.mask.copy()
    document.set_hidden([PICTURE, MASK])
    assert np.array_equal(document.composite(), before)
    assert np.array_equal(document.mask, mask)
    assert not edits
    alone = document.seen_overlay().array(0)
    assert tuple(alone[60, 50]) == (0, 255, 0, 255)
    assert tuple(alone[5, 5]) == (0, 0, 255, 255)
    assert not alone[100:].any()
    assert document.seen_overlay().image(0).hasAlphaChannel()


def test_what_is_changed_is_seen_again(document: CanvasDocument) -> None:
    document.set_hidden([PAINT, object_layer(1), object_layer(2), PICTURE])
    cover(document, QRect(20, 20, 5, 5))
    assert document.layer_props(PAINT).visible
    document.place(thing(1, x=60))
    assert document.hidden == {object_layer(2), PICTURE}
    document.commit("both")
    document.set_hidden([PAINT, object_layer(1)])
    document.undo()
    assert document.hidden == frozenset()


def test_the_order_of_hidden_objects_can_be_changed(document: CanvasDocument) -> None:
    document.show_layer(object_layer(2), False)
    document.set_objects(reversed(document.objects))
    assert document.hidden == {object_layer(2)}


def test_a_new_object_is_seen_whatever_had_its_id_before(document: CanvasDocument) -> None:
    document.show_layer(object_layer(2), False)
    document.set_objects([])
    document.place(thing(2))
    assert document.layer_props(object_layer(2)).visible


def test_a_large_work_is_looked_at_on_another_thread_as_it_is_when_its_turn_comes(qtbot: QtBot) -> None:
    thread = BackgroundWorker(name="pixelThread")
    document = CanvasDocument(np.full((1100, 1200, 3), 90, np.uint8), thread=thread)
    cover(document, QRect(0, 0, 1200, 600))
    document.commit("paint")
    document.set_objects([thing(1, y=900)])
    document.commit("object")
    found: list[tuple[str, np.ndarray, np.ndarray, np.ndarray, int]] = []
    document.take(
        lambda still: (
            threading.current_thread().name,
            still.composite(),
            still.coverage(),
            still.mask().copy(),
            len(still.document_state().patches),
        ),
        found.append,
    )
    assert not found  # the window is free
    qtbot.waitUntil(lambda: bool(found), timeout=60_000)
    name, composite, coverage, mask, patches = found[0]
    assert name != threading.current_thread().name
    assert np.array_equal(composite, document.composite())
    assert np.array_equal(coverage, document.coverage())
    assert np.array_equal(mask, document.mask)
    assert patches == 1
    thread.close()


def test_a_small_work_is_looked_at_at_once(document: CanvasDocument) -> None:
    found: list[np.ndarray] = []
    document.take(lambda still: still.composite(), found.append)
    assert np.array_equal(found[0], document.composite())
