"""What is kept of a document comes back, undoing included; what is damaged is refused."""

from __future__ import annotations

import numpy as np
import pytest
from canvas_samples import cover, picture, state, thing
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from singan_studio.project.canvas_codec import Content, pack_canvas, unpack_canvas
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.document_codec import saved_document
from singan_studio.ui.canvas.incremental_jobs import IncrementalRunner
from singan_studio.ui.canvas.persistence import UnsavedChanges

HEIGHT, WIDTH = 300, 200


def taken(changes: UnsavedChanges) -> dict[str, Content]:
    answers: list[dict[str, Content]] = []
    IncrementalRunner(None).run_job(changes.take(), answers.append)
    return answers[0]


def save(changes: UnsavedChanges, file: dict[str, bytes]) -> dict[str, bytes]:
    """Write what has changed into a file; returns what was written."""
    rows = pack_canvas(taken(changes))
    for key, data in rows.items():
        if data is None:
            file.pop(key, None)
        else:
            file[key] = data
    return {key: data for key, data in rows.items() if data is not None}


def reopened(file: dict[str, bytes]) -> CanvasDocument:
    document = CanvasDocument(picture())
    data = unpack_canvas(file, WIDTH, HEIGHT)
    assert data is not None
    document.restore(saved_document(data))
    return document


def worked_on() -> tuple[CanvasDocument, UnsavedChanges]:
    document = CanvasDocument(picture())
    changes = UnsavedChanges(document)
    cover(document, QRect(10, 10, 180, 20))
    document.commit("Brush")
    cover(document, QRect(0, 100, 50, 100), "added", 200)
    document.commit("Mask")
    document.set_objects([thing(1), thing(2, 90, 90)])
    document.commit("Paste")
    return document, changes


def test_everything_comes_back_and_can_be_undone_and_redone() -> None:
    document, changes = worked_on()
    document.undo()
    file: dict[str, bytes] = {}
    save(changes, file)
    again = reopened(file)
    assert state(again) == state(document)
    assert [step.name for step in again.history.steps] == ["Brush", "Mask", "Paste"]
    for change in (CanvasDocument.redo, CanvasDocument.undo, CanvasDocument.undo, CanvasDocument.undo):
        change(document)
        change(again)
        assert state(again) == state(document)


def test_only_what_changed_is_written() -> None:
    document, changes = worked_on()
    file: dict[str, bytes] = {}
    save(changes, file)
    assert save(changes, file) == {}
    cover(document, QRect(150, 290, 5, 5))
    document.commit("Brush")
    assert sorted(save(changes, file)) == ["state", "step/4", "tile/paint/2/1"]
    assert state(reopened(file)) == state(document)


def test_what_is_no_longer_needed_is_forgotten() -> None:
    document, changes = worked_on()
    file: dict[str, bytes] = {}
    save(changes, file)
    assert any(key.startswith("piece/") for key in file)
    for _ in range(3):
        document.undo()
    cover(document, QRect(0, 0, 5, 5))
    document.commit("Brush")
    save(changes, file)
    assert sorted(file) == ["state", "step/4", "tile/paint/0/0"]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["stroke", "object", "undo", "redo", "save"]), max_size=14), st.data())
def test_saving_at_any_time_keeps_what_there_is(ways: list[str], data: st.DataObject) -> None:
    document = CanvasDocument(picture())
    changes, file = UnsavedChanges(document), {}
    for way in [*ways, "stroke", "save"]:
        x, y = data.draw(st.integers(0, 190)), data.draw(st.integers(0, 290))
        match way:
            case "stroke":
                cover(document, QRect(x, y, 30, 40), value=(x, y % 256, 1, 255))
                document.commit("Brush")
            case "object":
                document.place(thing(1 + x % 3, x, y))
                document.commit("Move")
            case "undo":
                document.undo()
            case "redo":
                document.redo()
            case "save":
                save(changes, file)
    again = reopened(file)
    assert state(again) == state(document)
    while document.history.undo_name:
        document.undo()
        again.undo()
        assert state(again) == state(document)


def test_nothing_kept_and_another_size_are_no_errors() -> None:
    _, changes = worked_on()
    file: dict[str, bytes] = {}
    save(changes, file)
    assert unpack_canvas({}, WIDTH, HEIGHT) is None
    assert unpack_canvas(file, WIDTH, HEIGHT + 1) is None


def spoiled() -> list[dict[str, bytes]]:
    _, changes = worked_on()
    file: dict[str, bytes] = {}
    save(changes, file)
    tile = next(key for key in file if key.startswith("tile/"))
    piece = next(key for key in file if key.startswith("piece/"))
    return [
        file | {"state": b"{"},
        file | {"state": b"[]"},
        file | {"state": file["state"].replace(b"50.0", b"NaN", 1)},
        {key: data for key, data in file.items() if key != piece},
        {key: data for key, data in file.items() if key != "step/1"},
        file | {tile: b"zrubbish"},
        file | {tile: b""},
        file | {"tile/paint/99/0": file[tile]},
        file | {"tile/other/0/0": file[tile]},
        file | {"tile/x": b""},
        file | {piece: b"\xff" * 8 + file[piece][8:]},
        file | {piece: file[piece][:-20]},
        file | {"step/1": file["step/1"][:-1]},
    ]


@pytest.mark.parametrize("number", range(13))
def test_damaged_pieces_are_refused_with_a_reason(number: int) -> None:
    with pytest.raises(ValueError):
        unpack_canvas(spoiled()[number], WIDTH, HEIGHT)


def test_work_that_could_not_be_read_is_replaced_by_new_work() -> None:
    _, changes = worked_on()
    file: dict[str, bytes] = {}
    save(changes, file)
    document = CanvasDocument(picture())
    changes = UnsavedChanges(document, file)
    assert taken(changes) == {}
    cover(document, QRect(0, 0, 5, 5))
    document.commit("Brush")
    save(changes, file)
    assert state(reopened(file)) == state(document)
    assert np.array_equal(reopened(file).composite(), document.composite())
    assert sorted(file) == ["state", "step/1", "tile/paint/0/0"]
