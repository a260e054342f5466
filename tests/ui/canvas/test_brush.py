"""Strokes: their size, edge and opacity, on the paint and on the mask."""

from __future__ import annotations

import numpy as np
import pytest
from canvas_samples import cover, picture
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor

from singan_studio.ui.canvas.brush import Brush, Coverage, MaskStroke, Stroke, stamp
from singan_studio.ui.canvas.document import CanvasDocument

RED = QColor(255, 0, 0)


@pytest.mark.parametrize("size", [1.0, 3.0, 10.0, 41.0, 200.0])
def test_a_hard_stamp_covers_the_area_of_its_circle(size: float) -> None:
    covered = stamp(size, 1.0).sum() / 255
    assert covered == pytest.approx(np.pi * (size / 2) ** 2, rel=0.05, abs=0.6)


def test_a_soft_stamp_fades_from_its_middle_to_its_edge() -> None:
    row = stamp(101.0, 0.0)[stamp(101.0, 0.0).shape[0] // 2].astype(int)
    half = row[len(row) // 2 :]
    assert half[0] == 255
    assert (np.diff(half) <= 0).all()
    assert 100 < half[25] < 160
    assert half[-1] == 0


def test_a_stroke_has_no_gaps_and_its_width() -> None:
    coverage = Coverage(100, 300, Brush(20, 1.0))
    for x in range(20, 281, 65):
        coverage.line_to(QPointF(x, 50))
    assert coverage.pixels[50, 15:285].min() == 255
    widths = (coverage.pixels[:, 40:260] > 127).sum(axis=0)
    assert widths.min() >= 19
    assert widths.max() <= 21


def test_pressure_narrows_a_stroke() -> None:
    coverage = Coverage(100, 300, Brush(40, 1.0))
    coverage.line_to(QPointF(20, 50), 0.0)
    coverage.line_to(QPointF(280, 50), 1.0)
    widths = (coverage.pixels > 127).sum(axis=0)
    assert widths[22] < 8
    assert 18 < widths[150] < 26
    assert widths[275] > 36


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-50, 250), st.integers(-50, 350)), min_size=1, max_size=6),
    st.integers(1, 90),
)
def test_a_stroke_tells_all_it_has_changed(points: list[tuple[int, int]], size: int) -> None:
    coverage, told = Coverage(300, 200, Brush(float(size), 0.5)), np.zeros((300, 200), bool)
    for point in points:
        before = coverage.pixels.copy()
        rect = coverage.line_to(QPointF(*point))
        told[:] = False
        told[
            rect.top() : rect.top() + rect.height(), rect.left() : rect.left() + rect.width()
        ] = not rect.isEmpty()
        assert not (coverage.pixels != before)[~told].any()


def test_a_half_opaque_stroke_is_half_opaque_where_it_crosses_itself() -> None:
    document = CanvasDocument(np.zeros((100, 100, 3), np.uint8))
    stroke = Stroke(document, Brush(20, 1.0, 0.5), RED)
    for x, y in ((20, 50), (80, 50), (50, 20), (50, 80)):
        stroke.line_to(QPointF(x, y))
    assert abs(int(document.composite()[50, 50, 0]) - 128) <= 1
    document.commit("Brush")
    stroke = Stroke(document, Brush(20, 1.0, 0.5), RED)
    stroke.line_to(QPointF(50, 50))
    assert abs(int(document.composite()[50, 50, 0]) - 191) <= 2


def test_the_eraser_brings_the_picture_back() -> None:
    document = CanvasDocument(picture())
    cover(document, QRect(0, 0, 100, 100))
    document.commit("Brush")
    stroke = Stroke(document, Brush(30, 1.0), None)
    stroke.line_to(QPointF(50, 50))
    document.commit("Eraser")
    assert np.array_equal(document.composite()[45:55, 45:55], picture()[45:55, 45:55])
    assert tuple(document.composite()[80, 80]) == (255, 0, 0)


def test_a_mask_stroke_adds_and_removes() -> None:
    document = CanvasDocument(picture())
    cover(document, QRect(0, 0, 100, 100))
    document.commit("Brush")
    MaskStroke(document, Brush(20, 1.0), adds=False).line_to(QPointF(50, 50))
    document.commit("Mask")
    MaskStroke(document, Brush(20, 1.0), adds=True).line_to(QPointF(150, 150))
    document.commit("Mask")
    assert (document.mask[50, 50], document.mask[150, 150], document.mask[90, 90]) == (0, 255, 255)
    MaskStroke(document, Brush(20, 1.0), adds=True).line_to(QPointF(50, 50))
    document.commit("Mask")
    assert document.mask[50, 50] == 255
