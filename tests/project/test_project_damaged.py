"""One damaged entry of a project hides nothing else, and its bytes stay as they are."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from project_files import finished, recipe, weights

from singan_studio.core.config import preset
from singan_studio.core.errors import BadInput
from singan_studio.core.images import Picture
from singan_studio.project.repository import ProjectRepository
from singan_studio.project.scale_pictures import ScalePictures, keep_pictures
from singan_studio.project.store import ProjectStore
from singan_studio.ui.project.open_repository import OpenRepository
from singan_studio.ui.project.project_data import read_project

SOUND_STATE = b'{"size": [90, 60], "objects": [], "steps": [], "done": 0}'


def grey(value: int) -> np.ndarray:
    return np.full((60, 90, 3), value, np.uint8)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A closed project with two results, a canvas, a model with pictures of a scale and a film."""
    repository = ProjectRepository.create(Picture(grey(0)), "hills.png", [tmp_path / "p"])
    for value in (10, 20):
        repository.add_result(recipe(value), grey(value))
    repository.save_canvas("paint", {"state": SOUND_STATE})
    model = repository.add_model(preset("draft", min_size=12, max_size=48))
    repository.store.save_scale(model.id, finished(0), weights(0))
    keep_pictures(repository.store, model.id, 0, ScalePictures(grey(1), grey(2)))
    repository.keep_film_frame(model.id, grey(3))
    repository.close()
    return repository.path


DAMAGE = {
    "a result's recipe": "UPDATE results SET recipe = '{' WHERE id = 1",
    "a result's recipe of another type": "UPDATE results SET recipe = 7 WHERE id = 1",
    "a text that is no UTF-8": "UPDATE results SET recipe = CAST(x'ff00ff' AS TEXT) WHERE id = 1",
    "a result's size": "UPDATE results SET width = 'wide', height = x'00' WHERE id = 1",
    "a result's picture": "UPDATE results SET png = x'00' WHERE id = 1",
    "a result's picture of another type": "UPDATE results SET png = 'text' WHERE id = 1",
    "a canvas": "UPDATE canvas SET data = x'7b'",
    "a canvas of another type": "UPDATE canvas SET data = 5",
    "a canvas that nests": "UPDATE canvas SET data = CAST(replace(hex(zeroblob(50000)), '0', '[') AS BLOB)",
    "a missing picture of a scale": "DELETE FROM blobs",
    "a damaged picture of a scale": "UPDATE blobs SET data = x'00'",
    "what is kept of pictures": "UPDATE meta SET value = 'one' WHERE key LIKE 'pictures/%'",
    "what is kept of a film": "UPDATE meta SET value = '{' WHERE key LIKE 'film/%'",
    "all that the window keeps": "UPDATE meta SET value = x'ff' WHERE key NOT IN ('current_model')",
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_is_sound_can_be_opened(filled: Path, name: str):
    with contextlib.closing(sqlite3.connect(filled)) as connection:
        connection.execute(DAMAGE[name])
        connection.execute("INSERT OR IGNORE INTO meta VALUES ('uncropped', '{')")
        connection.commit()
    repository = ProjectRepository.open(filled, filled.parent)
    with contextlib.closing(repository):
        first, second = repository.results()
        assert (second.recipe, second.problem, second.width) == (recipe(20), "", 90)
        assert np.array_equal(repository.result_picture(second.id), grey(20))
        assert bool(first.problem) == ("recipe" in name or "UTF-8" in name)
        assert (repository.thumbnail(first.id) is None) == ("result's picture" in name)
        canvas = repository.canvases(90, 60)["paint"]
        assert (canvas.data is None) == bool(canvas.problem) == ("canvas" in name)
        model = repository.model()
        assert model is not None
        assert len(model.scales) == 1
        assert bool(model.pictures) == (name not in DAMAGED_PICTURES)
        assert len(repository.film_frames(model.id)) == (0 if name in DAMAGED_FILMS else 1)
        assert np.array_equal(repository.uncropped().picture, grey(0))


DAMAGED_PICTURES = {
    "a missing picture of a scale",
    "a damaged picture of a scale",
    "what is kept of pictures",
    "all that the window keeps",
}
DAMAGED_FILMS = DAMAGED_PICTURES - {"what is kept of pictures"} | {"what is kept of a film"}


def test_rows_of_a_damaged_canvas_are_put_aside_when_the_tool_is_used_again(filled: Path):
    with ProjectStore.open(filled) as store:
        store.save_canvas("paint", {"state": b"{", "tile/paint/0/0": b"precious"})
    repository = ProjectRepository.open(filled, filled.parent)
    assert repository.canvases(90, 60)["paint"].names == frozenset()
    repository.save_canvas("paint", {"state": SOUND_STATE})
    repository.save_canvas("paint", {"tile/paint/0/1": b"u\0\0\0\0"})
    repository.close()
    with ProjectStore.open(filled, read_only=True) as store:
        aside, tool = store.canvas_tools()
        assert tool == "paint"
        assert store.canvas(aside) == {"state": b"{", "tile/paint/0/0": b"precious"}
        assert set(store.canvas(tool)) == {"state", "tile/paint/0/1"}
    repository = ProjectRepository.open(filled, filled.parent)
    assert list(repository.canvases(90, 60)) == ["paint"]
    repository.close()


def test_a_project_with_a_damaged_model_is_shown_without_it(filled: Path):
    with contextlib.closing(sqlite3.connect(filled)) as connection:
        connection.execute("UPDATE scales SET scale = 1")
        connection.commit()
    repository = ProjectRepository.open(filled, filled.parent)
    shown = read_project(repository)
    repository.close()
    assert shown.model is None
    assert [notice.code for notice in shown.notices] == ["model.damaged"]
    assert len(shown.results) == 2


@pytest.mark.parametrize("index", ["sqlite_autoindex_models_1", "sqlite_autoindex_meta_1"])
def test_a_project_that_the_window_cannot_read_is_unchanged(filled: Path, index: str):
    with contextlib.closing(sqlite3.connect(filled)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (index,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(filled.read_bytes())
    data[(page - 1) * size : page * size] = bytes(size)
    filled.write_bytes(data)
    with pytest.raises(BadInput) as error:
        OpenRepository(filled.parent).open(filled)
    assert error.value.code == "project.damaged"
    assert filled.read_bytes() == data


def test_a_schema_that_is_no_text_is_named_as_damage(filled: Path):
    data = filled.read_bytes()
    assert b"CREATE TABLE results" in data
    filled.write_bytes(data.replace(b"CREATE TABLE results", b"CREATE TABL\xac results"))
    with pytest.raises(BadInput) as error:
        ProjectStore.open(filled)
    assert error.value.code == "project.damaged"
