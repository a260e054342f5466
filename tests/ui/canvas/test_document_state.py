"""What a document was at a result comes back, as one step; what only files know of it looks the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from canvas_samples import HEIGHT, WIDTH, cover, is_untouched, picture, state, thing
from PySide6.QtCore import QRect

from singan_studio.core.images import encode_png
from singan_studio.project.store import ProjectStore
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.document_state import DocumentState, state_looking_like
from singan_studio.ui.project.result_sources import ResultSources, keep_sources, read_sources

INPUTS = {"composite": "1", "mask": "2"}


def worked_on() -> CanvasDocument:
    document = CanvasDocument(picture())
    cover(document, QRect(10, 130, 180, 20), value=(0, 0, 100, 100))
    cover(document, QRect(0, 100, 50, 100), "added", 200)
    cover(document, QRect(20, 120, 50, 100), "removed", 90)
    document.set_objects([thing(1), thing(2, 90, 90)])
    document.commit("Paste")
    return document


@pytest.fixture
def store(tmp_path: Path):
    with ProjectStore.create(tmp_path / "a.singan", encode_png(picture()), "a.png") as store:
        yield store


def test_it_comes_back_from_the_project_as_one_step_to_be_undone(store: ProjectStore) -> None:
    document = worked_on()
    keep_sources(store, INPUTS, ResultSources(document.document_state(), {"base": "few"}))
    then = state(document)
    cover(document, QRect(100, 0, 100, 300))
    document.set_objects([thing(3)])
    document.commit("Other")
    now = state(document)
    sources = read_sources(store, INPUTS)
    assert sources is not None
    assert sources.extras == {"base": "few"}
    document.run_job(document.become(sources.document_state))
    assert document.commit("Back")
    assert state(document) == then
    assert [item.id for item in document.objects] == [1, 2]
    document.undo()
    assert state(document) == now


def test_nothing_comes_back_of_what_was_not_kept_or_is_damaged(store: ProjectStore) -> None:
    assert read_sources(store, INPUTS) is None
    keep_sources(store, INPUTS, ResultSources(DocumentState({})))
    assert read_sources(store, INPUTS) == ResultSources(DocumentState({}, ()), {})
    (key,) = [row[0] for row in store._database.rows("SELECT key FROM meta WHERE key LIKE 'made from/%'")]
    store.set_meta(key, '{"patches": {"paint": {"left": 0}}}')
    assert read_sources(store, INPUTS) is None


def test_a_snapshot_of_a_larger_canvas_is_refused() -> None:
    small = CanvasDocument(picture(100, 100))
    with pytest.raises(ValueError, match="paint"):
        small.become(worked_on().document_state())


@pytest.mark.parametrize("automatic", [True, False])
def test_a_picture_and_a_mask_alone_are_looked_like(automatic: bool) -> None:
    rng = np.random.default_rng(1)
    composite, mask = picture(), rng.integers(0, 256, (HEIGHT, WIDTH), np.uint8)
    composite[50:90, 20:60] = rng.integers(0, 255, (40, 40, 3), np.uint8)
    document = CanvasDocument(picture(), automatic)
    document.run_job(document.become(state_looking_like(picture(), composite, mask, automatic)))
    assert np.array_equal(document.composite(), composite)
    assert np.array_equal(document.mask, mask)
    document.run_job(document.become(state_looking_like(picture(), None, None, automatic)))
    assert is_untouched(document)
