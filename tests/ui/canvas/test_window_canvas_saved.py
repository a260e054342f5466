"""What the project keeps of the canvas."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from canvas_samples import is_untouched
from canvas_window import choose, drag, view_of
from PySide6.QtCore import Qt

from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.document import CanvasDocument

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def painting(begun: MainWindow, studio: Studio) -> CanvasDocument:
    return choose(begun, studio, "paint")


@pytest.fixture
def edit(begun: MainWindow, studio: Studio) -> CanvasDocument:
    return choose(begun, studio, "edit")


def test_documents_are_restored_when_the_project_is_reopened(
    qtbot, begun: MainWindow, studio: Studio, painting: CanvasDocument
):
    drag(begun, (30, 30), (90, 60))
    drag(begun, (30, 100), (90, 100))
    begun.canvas.actions.undo.trigger()
    painted = painting.paint.pixels.copy()
    edited = choose(begun, studio, "edit")
    drag(begun, (40, 40), (80, 70))
    begun.canvas.actions.delete.trigger()
    mask = edited.mask.copy()
    path = studio.project.path
    begun.opening.close_project()
    qtbot.waitUntil(lambda: not studio.project.busy, timeout=10_000)
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        begun.opening.open_path(path)
    again = choose(begun, studio, "paint")
    assert again is not painting
    assert np.array_equal(again.paint.pixels, painted)
    assert begun.canvas.actions.redo.text() == "&Redo: Brush"
    begun.canvas.actions.undo.trigger()
    assert is_untouched(again)
    assert np.array_equal(choose(begun, studio, "edit").mask, mask)


def test_an_unreadable_document_is_reported_and_starts_blank(
    qtbot, begun: MainWindow, studio: Studio, painting: CanvasDocument
):
    drag(begun, (30, 30), (90, 60))
    path = studio.project.path
    begun.opening.close_project()
    qtbot.waitUntil(lambda: not studio.project.busy, timeout=10_000)
    with ProjectStore.open(path) as store:
        store.save_canvas("paint", {"state": b"{"})
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        begun.opening.open_path(path)
    assert "cannot be read" in begun.message_bar.text()
    again = choose(begun, studio, "paint")
    assert is_untouched(again)
    drag(begun, (30, 30), (90, 60))
    qtbot.waitUntil(lambda: not studio.project.busy, timeout=10_000)
    with ProjectStore.open(path, read_only=True) as store:
        assert b'"steps"' in store.canvas("paint")["state"]


def test_another_picture_starts_with_a_blank_document(
    qtbot, begun: MainWindow, studio: Studio, painting: CanvasDocument, picture: Path
):
    drag(begun, (30, 30), (90, 60))
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        begun.opening.open_path(picture)
    document = view_of(begun).document()
    assert document is not painting
    assert document is None or is_untouched(document)
    assert view_of(begun).picture_size().width() == 64


def test_closing_a_project_applies_a_transform(
    qtbot, begun: MainWindow, studio: Studio, edit: CanvasDocument
):
    drag(begun, (40, 40), (80, 70))
    begun.canvas.actions.transform_now.trigger()
    drag(begun, (60, 55), (120, 90))
    moved, path = edit.composite(), studio.project.path
    assert edit.pending
    begun.commands.close.trigger()
    qtbot.waitUntil(lambda: not studio.project.busy, timeout=10_000)
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        begun.opening.open_path(path)
    assert np.array_equal(choose(begun, studio, "edit").composite(), moved)
