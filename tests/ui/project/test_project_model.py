"""The open project without a window, on real files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from model_driving import answer_of, signals_of
from project_files import recipe
from pytestqt.qtbot import QtBot

from singan_studio.core.config import preset
from singan_studio.core.images import decode_png, encode_png
from singan_studio.project.canvas_codec import StateData
from singan_studio.project.lock import ProjectLock
from singan_studio.project.records import KeptResult
from singan_studio.project.store import ProjectStore
from singan_studio.tools import registry
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.project.result_sources import ResultSources

MS = 30_000


@pytest.fixture
def project(qtbot: QtBot, tmp_path: Path) -> Iterator[ProjectModel]:
    project = ProjectModel(tmp_path / "documents")
    yield project
    project.shut_down()


@pytest.fixture
def hills(qtbot: QtBot, project: ProjectModel, picture: Path) -> ProjectModel:
    """The model with a new project of the photo open."""
    with qtbot.waitSignal(project.opened, timeout=MS):
        project.open_path(picture)
    return project


def grey(value: int) -> np.ndarray:
    return np.full((20, 30, 3), value, np.uint8)


def add_result(qtbot: QtBot, project: ProjectModel, value: int) -> KeptResult:
    with qtbot.waitSignal(project.result_added, timeout=MS) as added:
        project.add_result(recipe(value), grey(value))
    return added.args[0]


def idle(qtbot: QtBot, project: ProjectModel) -> None:
    qtbot.waitUntil(lambda: not project.busy, timeout=MS)


def test_a_picture_becomes_a_project_beside_it(hills: ProjectModel, picture: Path) -> None:
    assert hills.path == picture.with_suffix(".singan")
    assert hills.current is not None
    assert (hills.current.name, hills.current.width, hills.current.height) == (picture.name, 64, 43)
    assert hills.current.image.width() == 64
    assert hills.model is None
    assert hills.croppable


def test_an_image_from_the_clipboard_becomes_a_project_among_the_documents(
    qtbot: QtBot, project: ProjectModel, tmp_path: Path
) -> None:
    with qtbot.waitSignal(project.opened, timeout=MS):
        project.new_from_data(encode_png(grey(70)), "Pasted")
    assert project.path == tmp_path / "documents" / "Pasted.singan"


@pytest.mark.parametrize("name", ["missing.singan", "missing.png"])
def test_a_file_that_cannot_be_opened_leaves_the_open_project(
    qtbot: QtBot, hills: ProjectModel, tmp_path: Path, name: str
) -> None:
    before = hills.current
    with qtbot.waitSignal(hills.failed, timeout=MS):
        hills.open_path(tmp_path / name)
    assert hills.current is before
    assert add_result(qtbot, hills, 10).id == 1


def test_closing_asks_for_unsaved_changes_and_releases_the_file(
    qtbot: QtBot, hills: ProjectModel, picture: Path
) -> None:
    emitted = signals_of(hills, "leaving", "closed")
    hills.close_project()
    assert emitted == ["leaving", "closed"]
    assert hills.path is None
    idle(qtbot, hills)
    with ProjectLock(picture.with_suffix(".singan")):
        pass
    hills.close_project()
    assert emitted == ["leaving", "closed"]


def test_a_question_to_a_closed_project_fails(qtbot: QtBot, hills: ProjectModel) -> None:
    hills._submit(hills._open.close)  # closed on the worker, still shown
    with qtbot.waitSignal(hills.failed, timeout=MS) as failed:
        hills.ask(lambda repository: repository.results())
    assert failed.args[0] == "window.no_project"


def test_a_result_drawn_while_another_picture_is_being_opened_is_no_failure(
    qtbot: QtBot, hills: ProjectModel, tmp_path: Path, picture: Path
) -> None:
    failures: list[str] = []
    hills.failed.connect(lambda code, _: failures.append(code))
    second = tmp_path / "second.png"
    second.write_bytes(picture.read_bytes())
    hills.open_path(second)
    hills.add_result(recipe(1), np.zeros((20, 30, 3), np.uint8))
    qtbot.waitUntil(lambda: hills.path is not None and hills.path.stem == "second", timeout=MS)
    idle(qtbot, hills)
    assert failures == []
    assert not hills.results


def test_the_model_is_busy_until_the_answer_is_there(qtbot: QtBot, hills: ProjectModel) -> None:
    idle(qtbot, hills)
    states: list[bool] = []
    hills.busy_changed.connect(states.append)
    answers: list[int] = []
    for number in (1, 2):
        hills.in_background(lambda number=number: number, answers.append)
    idle(qtbot, hills)
    assert answers == [1, 2]
    assert states == [True, False]


def test_a_model_is_added_as_the_active_one(qtbot: QtBot, hills: ProjectModel) -> None:
    with qtbot.waitSignal(hills.model_changed, timeout=MS):
        hills.add_model(preset("draft"), lambda model: None)
    draft = hills.model
    assert draft is not None
    assert not hills.croppable
    with qtbot.waitSignal(hills.model_changed, timeout=MS):
        hills.add_model(preset("standard"), lambda model: None)
    with qtbot.waitSignal(hills.model_changed, timeout=MS):
        hills.use_model(draft.id)
    assert hills.model is not None
    assert hills.model.config.preset == "draft"


def test_a_crop_is_opened_as_the_picture(qtbot: QtBot, hills: ProjectModel) -> None:
    assert hills.current is not None
    whole = hills.current.picture
    with qtbot.waitSignal(hills.opened, timeout=MS):
        hills.crop((4, 3, 40, 30))
    assert np.array_equal(hills.current.picture, whole[3:33, 4:44])
    uncropped = answer_of(qtbot, hills, lambda repository: repository.uncropped())
    assert uncropped.frame == (4, 3, 40, 30)


def test_results_can_be_starred_deleted_and_restored(qtbot: QtBot, hills: ProjectModel) -> None:
    first, second = add_result(qtbot, hills, 10), add_result(qtbot, hills, 20)
    hills.set_starred(first.id, True)
    hills.delete_result(second.id)
    hills.delete_result(first.id)
    hills.delete_result(99)
    assert hills.results == {}
    assert hills.restorable
    with qtbot.waitSignal(hills.result_restored) as restored:
        hills.restore_result()
    assert restored.args[0].id == first.id
    assert hills.results[first.id].starred
    path = hills.path
    assert path is not None
    hills.close_project()
    idle(qtbot, hills)
    with ProjectStore.open(path, read_only=True) as store:
        assert [(result.id, result.starred) for result in store.results()] == [(first.id, True)]


def test_a_shown_result_comes_from_memory_or_from_the_file(qtbot: QtBot, hills: ProjectModel) -> None:
    result = add_result(qtbot, hills, 10)
    with qtbot.waitSignal(hills.result_shown, timeout=MS) as shown:
        hills.show_result(result.id)
    assert np.array_equal(shown.args[1], grey(10))
    hills._pictures.clear()
    with qtbot.waitSignal(hills.result_shown, timeout=MS) as shown:
        hills.show_result(result.id)
    assert np.array_equal(shown.args[1], grey(10))
    read: list[tuple[bytes, int]] = []
    hills.read_result_image(result.id, lambda png, image: read.append((png, image.width())))
    qtbot.waitUntil(lambda: bool(read), timeout=MS)
    assert np.array_equal(decode_png(read[0][0]), grey(10))
    assert read[0][1] == 30


def test_a_result_and_a_copy_are_saved_and_reported(
    qtbot: QtBot, hills: ProjectModel, tmp_path: Path
) -> None:
    result = add_result(qtbot, hills, 10)
    with qtbot.waitSignal(hills.saved, timeout=MS) as saved:
        hills.save_result(result.id, tmp_path / "saved.png")
    assert saved.args == [str(tmp_path / "saved.png")]
    assert np.array_equal(decode_png((tmp_path / "saved.png").read_bytes()), grey(10))
    with qtbot.waitSignal(hills.saved, timeout=MS):
        hills.save_copy(tmp_path / "copy.singan")
    with ProjectStore.open(tmp_path / "copy.singan", read_only=True) as copy:
        assert len(copy.results()) == 1


def test_the_command_of_a_result_replays_it_while_its_model_is_unknown(
    qtbot: QtBot, hills: ProjectModel
) -> None:
    result = add_result(qtbot, hills, 10)
    words: list[list[str]] = []
    hills.read_command(result.id, words.append)
    qtbot.waitUntil(lambda: bool(words), timeout=MS)
    assert words[0][:3] == ["singan-studio", "replay", str(hills.path)]


def test_a_canvas_that_cannot_be_written_is_reported_to_its_owner(qtbot: QtBot, hills: ProjectModel) -> None:
    state = StateData(64, 43, (), (), 0)
    hills.save_canvas("paint", {"state": state}, lambda: pytest.fail("it can be written"))
    idle(qtbot, hills)
    assert hills.current is not None
    assert answer_of(qtbot, hills, lambda repository: repository.canvases(64, 43))["paint"].data
    failures: list[str] = []
    hills.ask(lambda repository: repository.store.close())
    with qtbot.waitSignal(hills.failed, timeout=MS):
        hills.save_canvas("paint", {"state": state}, lambda: failures.append("paint"))
    assert failures == ["paint"]


def test_sources_that_were_not_kept_look_like_the_inputs(qtbot: QtBot, hills: ProjectModel) -> None:
    spec = registry.tool("edit")
    assert hills.current is not None
    picture = hills.current.picture.copy()
    picture[10:20, 5:15] = 255
    name = next(param.name for param in spec.params if param.takes == "composite")
    kept: list[dict[str, str]] = []
    hills.keep_inputs({name: picture}, kept.append)
    qtbot.waitUntil(lambda: bool(kept), timeout=MS)
    found: list[ResultSources] = []
    hills.read_sources(replace(recipe(1), tool="edit", inputs=kept[0]), spec, True, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=MS)
    assert not found[0].exact
    paint = found[0].document_state.patches["paint"]
    assert (paint.left, paint.top, paint.pixels.shape) == (5, 10, (10, 10, 4))
    assert (paint.pixels == 255).all()
