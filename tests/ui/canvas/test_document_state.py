"""What a document was at a result comes back, as one step; what only files know of it looks the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from canvas_samples import HEIGHT, WIDTH, cover, is_untouched, picture, state, thing
from PySide6.QtCore import QRect

from singan_studio.core.images import Picture
from singan_studio.project.repository import ProjectRepository
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.document_codec import document_state, sources_data
from singan_studio.ui.canvas.document_state import DocumentState, state_looking_like


def worked_on() -> CanvasDocument:
    document = CanvasDocument(picture())
    cover(document, QRect(10, 130, 180, 20), value=(0, 0, 100, 100))
    cover(document, QRect(0, 100, 50, 100), "added", 200)
    cover(document, QRect(20, 120, 50, 100), "removed", 90)
    document.set_objects([thing(1), thing(2, 90, 90)])
    document.commit("Paste")
    return document


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[ProjectRepository]:
    repository = ProjectRepository.create(Picture(picture()), "a.png", [tmp_path])
    yield repository
    repository.close()


def keep(repository: ProjectRepository, state: DocumentState, extras: dict[str, str]) -> dict[str, str]:
    return repository.keep_inputs({"composite": picture()}, sources_data(state, extras))


def test_the_state_of_a_result_comes_back_as_one_step_to_undo(repository: ProjectRepository) -> None:
    document = worked_on()
    inputs = keep(repository, document.document_state(), {"base": "few"})
    then = state(document)
    cover(document, QRect(100, 0, 100, 300))
    document.set_objects([thing(3)])
    document.commit("Other")
    now = state(document)
    sources = repository.sources(inputs)
    assert sources is not None
    assert sources.extras == {"base": "few"}
    document.run_job(document.become(document_state(sources)))
    assert document.commit("Back")
    assert state(document) == then
    assert [item.id for item in document.objects] == [1, 2]
    document.undo()
    assert state(document) == now


def test_a_state_of_a_larger_canvas_is_refused() -> None:
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
