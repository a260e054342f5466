"""Selecting, filling and holes, with real pixels."""

from __future__ import annotations

import numpy as np
import pytest
from canvas_samples import is_untouched, picture, thing
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QPolygonF

from singan_studio.ui.canvas import object_edits, selection
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.filling import alike, change_alike, fill, fill_hole
from singan_studio.ui.canvas.selection import Combine
from singan_studio.ui.canvas.tools.picker import colour_at


@pytest.fixture
def document() -> CanvasDocument:
    return CanvasDocument(picture())


def rows_and_columns(document: CanvasDocument) -> tuple[int, int, int, int]:
    rect = selection.selected_rect(document)
    return rect.left(), rect.top(), rect.width(), rect.height()


def test_selections_are_combined(document: CanvasDocument) -> None:
    selected = document.selection.pixels
    document.run_job(selection.select_rect(document, QRect(10, 10, 50, 50), Combine.REPLACE))
    document.run_job(selection.select_rect(document, QRect(40, 10, 50, 50), Combine.ADD))
    assert selected[30, 80] == 255
    document.run_job(selection.select_rect(document, QRect(0, 0, 30, 300), Combine.SUBTRACT))
    assert rows_and_columns(document) == (30, 10, 60, 50)
    document.run_job(selection.select_rect(document, QRect(0, 40, 200, 300), Combine.INTERSECT))
    assert rows_and_columns(document) == (30, 40, 60, 20)
    document.run_job(selection.deselect(document))
    assert not document.has_selection


def test_a_selection_is_cut_off_at_the_canvas(document: CanvasDocument) -> None:
    document.run_job(selection.select_rect(document, QRect(-50, -50, 100, 100), Combine.REPLACE))
    assert rows_and_columns(document) == (0, 0, 50, 50)
    document.run_job(selection.select_rect(document, QRect(500, 500, 10, 10), Combine.REPLACE))
    assert not document.has_selection


def test_a_lasso_selects_what_it_surrounds(document: CanvasDocument) -> None:
    triangle = QPolygonF([QPointF(20, 20), QPointF(120, 20), QPointF(20, 120)])
    document.run_job(selection.select_polygon(document, triangle, Combine.REPLACE))
    assert document.selection.pixels.sum() / 255 == pytest.approx(5000, rel=0.02)
    assert document.selection.pixels[30, 30] == 255
    assert document.selection.pixels[110, 110] == 0


def test_inverting_twice_changes_nothing(document: CanvasDocument) -> None:
    document.run_job(selection.select_rect(document, QRect(10, 20, 30, 40), Combine.REPLACE))
    before = document.selection.pixels.copy()
    document.run_job(selection.invert(document))
    assert document.selection.pixels[0, 0] == 255
    document.run_job(selection.invert(document))
    assert np.array_equal(document.selection.pixels, before)


@pytest.mark.parametrize("px", [1, 7, 20])
def test_growing_and_shrinking_move_the_edge_by_so_many_px(document: CanvasDocument, px: int) -> None:
    document.run_job(selection.select_rect(document, QRect(60, 100, 80, 90), Combine.REPLACE))
    document.run_job(selection.grown(document, px))
    assert rows_and_columns(document) == (60 - px, 100 - px, 80 + 2 * px, 90 + 2 * px)
    document.run_job(selection.select_rect(document, QRect(60, 100, 80, 90), Combine.REPLACE))
    document.run_job(selection.grown(document, -px))
    assert rows_and_columns(document) == (60 + px, 100 + px, 80 - 2 * px, 90 - 2 * px)


def test_a_selection_at_the_border_stays_there_when_it_shrinks(document: CanvasDocument) -> None:
    document.run_job(selection.select_rect(document, QRect(0, 0, 80, 300), Combine.REPLACE))
    document.run_job(selection.grown(document, -10))
    assert rows_and_columns(document) == (0, 0, 70, 300)


def test_feathering_fades_over_both_sides_of_the_edge(document: CanvasDocument) -> None:
    document.run_job(selection.select_rect(document, QRect(50, 50, 100, 100), Combine.REPLACE))
    document.run_job(selection.feathered(document, 10))
    row = document.selection.pixels[100].astype(int)
    assert row[100] == 255
    assert 100 < row[50] < 155
    assert 0 < row[45] < row[55] < 255
    assert row[35] == 0


def test_the_outline_surrounds_the_selection(document: CanvasDocument) -> None:
    document.run_job(selection.select_rect(document, QRect(50, 60, 100, 30), Combine.REPLACE))
    rect = selection.outline(document).boundingRect()
    assert (rect.left(), rect.top()) == pytest.approx((50, 60), abs=0.5)
    assert (rect.right(), rect.bottom()) == pytest.approx((150, 90), abs=0.5)


def two_areas() -> np.ndarray:
    flat = np.full((100, 120, 3), 50, np.uint8)
    flat[:, 60:] = 60
    flat[40:50, 10:20] = 200
    return flat


@pytest.mark.parametrize(("tolerance", "pixels"), [(0, 60 * 100 - 100), (10, 120 * 100 - 100), (255, 12_000)])
def test_the_wand_finds_what_is_alike_within_its_tolerance(tolerance: int, pixels: int) -> None:
    document, answers = CanvasDocument(two_areas()), []
    document.run_job(alike(document, QPoint(5, 5), tolerance), then=answers.append)
    rect, found = answers[0]
    assert (found > 0).sum() == pixels
    assert rect.width() == (60 if tolerance == 0 else 120)


def test_filling_stays_inside_the_selection() -> None:
    document = CanvasDocument(two_areas())
    document.run_job(selection.select_rect(document, QRect(0, 0, 30, 30), Combine.REPLACE))
    document.run_job(
        change_alike(
            document, QPoint(5, 5), 0, lambda rect, cover: fill(document, rect, cover, QColor(1, 2, 3))
        )
    )
    assert tuple(document.composite()[20, 20]) == (1, 2, 3)
    assert tuple(document.composite()[20, 40]) == (50, 50, 50)


def test_a_hole_is_filled_from_what_surrounds_it() -> None:
    flat = np.full((200, 300, 3), (40, 90, 160), np.uint8)
    flat[80:120, 100:150] = (250, 0, 0)
    document = CanvasDocument(flat)
    document.run_job(fill_hole(document, QRect(96, 76, 58, 48), np.full((48, 58), 255, np.uint8)))
    filled = document.composite()[76:124, 96:154].astype(int)
    assert np.abs(filled - (40, 90, 160)).max() <= 8
    assert document.coverage()[100, 120] == 255
    assert document.coverage()[60, 120] == 0


def test_a_lifted_piece_looks_the_same_where_it_was(document: CanvasDocument) -> None:
    document.run_job(selection.select_rect(document, QRect(40, 50, 61, 41), Combine.REPLACE))
    document.run_job(object_edits.lift(document, leaves_hole=True))
    assert len(document.objects) == 1
    assert np.array_equal(document.composite(), picture())
    assert document.coverage()[70, 70] == 255
    assert not document.has_selection


def test_nothing_is_lifted_without_a_selection(document: CanvasDocument) -> None:
    found: list[object] = []
    document.run_job(object_edits.lift(document, leaves_hole=True), then=found.append)
    document.run_job(object_edits.remove(document), then=found.append)
    assert found == [None, False]
    assert is_untouched(document)


def test_several_objects_stay_apart(document: CanvasDocument) -> None:
    document.set_objects([thing(1, 30, 30), thing(2, 100, 100)])
    copy = object_edits.duplicate(document, document.objects[0])
    assert [item.id for item in document.objects] == [1, 2, copy.id]
    assert document.active == copy.id == 3


@pytest.mark.parametrize(
    ("at", "middle"),
    [((100, 150), (100, 150)), ((0, 0), (100 / 3, 50 / 3)), ((500, 900), (200 - 100 / 3, 300 - 50 / 3))],
)
def test_a_pasted_picture_lands_inside_at_most_a_third_of_the_short_side(
    document: CanvasDocument, at: tuple[float, float], middle: tuple[float, float]
) -> None:
    document.run_job(object_edits.paste(document, np.full((400, 800, 3), 9, np.uint8), QPointF(*at)))
    item = document.objects[0]
    rect = item.outline.boundingRect()
    assert (rect.width(), rect.height()) == pytest.approx((200 / 3, 100 / 3))
    assert (rect.center().x(), rect.center().y()) == pytest.approx(middle)


def test_a_small_pasted_picture_keeps_its_size(document: CanvasDocument) -> None:
    document.run_job(object_edits.paste(document, np.full((10, 20, 4), 200, np.uint8), QPointF(50, 50)))
    item = document.objects[0]
    assert (item.placement.scale_x, item.placement.scale_y) == (1, 1)


def test_the_picker_takes_an_average_and_nothing_outside(document: CanvasDocument) -> None:
    colour = colour_at(document, QPointF(50.5, 60.5), 1)
    assert colour is not None
    assert colour.getRgb()[:3] == tuple(picture()[60, 50])
    assert colour_at(document, QPointF(-1, 5), 10) is None
    assert colour_at(document, QPointF(5, 300), 10) is None
    assert colour_at(document, QPointF(0, 0), 50) is not None
