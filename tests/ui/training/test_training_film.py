"""Frames that are kept while a training goes on, and the film of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from model_driving import answer_of, signals_of
from PIL import Image
from pytestqt.qtbot import QtBot

from singan_studio.core import events
from singan_studio.core.images import decode_png
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.training_film import HELD, TrainingFilm
from singan_studio.ui.training.training_model import Phase, TrainingModel


@pytest.fixture
def film(learned_project: ProjectModel, learning: TrainingModel) -> Iterator[TrainingFilm]:
    film = TrainingFilm(learned_project, learning)
    yield film
    film.close()


def preview(learning: TrainingModel, scale: int, fraction: float) -> np.ndarray:
    """Report a preview at a share of a scale's iterations; return the learned copy."""
    state = learning.scales[scale]
    state.fraction = fraction
    shade = round(200 * fraction) + 20 * scale
    picture = np.full((state.height, state.width, 3), shade, np.uint8)
    learning.consume(events.Preview(scale, 0, picture, picture, picture))
    return picture


def frames(qtbot: QtBot, project: ProjectModel) -> list[np.ndarray]:
    model = project.model
    assert model is not None
    pngs = answer_of(qtbot, project, lambda repository: repository.film_frames(model.id))
    return [decode_png(png) for png in pngs]


def test_a_scale_gives_one_frame_for_each_due_share_of_its_iterations(
    qtbot: QtBot, film: TrainingFilm, learned_project: ProjectModel, learning: TrainingModel
) -> None:
    learning.phase = Phase.LEARNING
    due = {0.0, 0.12, 0.3, 0.6, 0.95}
    pictures = [
        (fraction, preview(learning, 0, fraction))
        for fraction in (0.0, 0.05, 0.12, 0.13, 0.3, 0.6, 0.95, 1.0)
    ]
    learning.phase = Phase.PAUSED
    preview(learning, 1, 0.5)  # nothing is kept while nothing is learned
    kept = frames(qtbot, learned_project)
    expected = [picture for fraction, picture in pictures if fraction in due]
    assert len(kept) == len(expected)
    assert all(np.array_equal(*pair) for pair in zip(kept, expected, strict=True))


def test_the_film_is_saved_at_the_learned_size(
    qtbot: QtBot, film: TrainingFilm, learning: TrainingModel, tmp_path: Path
) -> None:
    learning.phase = Phase.LEARNING
    for fraction in (0.0, 0.5):
        preview(learning, 0, fraction)
    counts: list[tuple[int, int]] = []
    film.progressed.connect(lambda done, total: counts.append((done, total)))
    with qtbot.waitSignal(film.saved, timeout=60_000):
        film.save(tmp_path / "film.gif")
    with Image.open(tmp_path / "film.gif") as gif:
        assert gif.size == (learning.scales[-1].width, learning.scales[-1].height)
    qtbot.waitUntil(lambda: counts[-1:] == [(2 + HELD, 2 + HELD)])
    learning.phase = Phase.FINISHED


def test_a_model_without_frames_has_no_film(qtbot: QtBot, film: TrainingFilm, tmp_path: Path) -> None:
    emitted = signals_of(film, "failed", "saved", "ended")
    with qtbot.waitSignal(film.ended, timeout=30_000):
        film.save(tmp_path / "film.gif")
    assert emitted == ["failed", "ended"]
    assert not (tmp_path / "film.gif").exists()
