"""The queue works on its pictures one after the other, and is not lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from singan_studio.project.repository import ProjectRepository
from singan_studio.ui.app.wording import message_text
from singan_studio.ui.queue.queue_model import QueueModel
from singan_studio.ui.queue.queued_picture import State, Todo

LONG = 600_000  # ms, for engines on a busy machine
MakeQueue = Callable[..., QueueModel]


@pytest.fixture
def filled(qtbot: QtBot, make_queue: MakeQueue, pictures: Path, tmp_path: Path) -> QueueModel:
    """A paused queue of all pictures of the folder."""
    queue = make_queue()
    queue.set_paused(True)
    with qtbot.waitSignal(queue.reset):
        queue.add([pictures], tmp_path / "projects", Todo("draft", 1))
    return queue


def names(queue: QueueModel) -> list[str]:
    return [Path(picture.source).name for picture in queue.pictures]


def test_pictures_of_a_folder_become_learned_projects_and_a_broken_one_is_said(
    qtbot: QtBot, filled: QueueModel, tmp_path: Path
):
    assert names(filled) == ["a hill.png", "b hill.png", "broken.jpg"]
    filled.set_paused(False)
    running: list[int] = []
    filled.changed.connect(lambda _: running.append(filled.count(State.RUNNING)))
    qtbot.waitUntil(lambda: filled.count(State.DONE) + filled.count(State.FAILED) == 3, timeout=LONG)
    assert max(running) == 1, "one after the other"
    first, second, broken = filled.pictures
    for picture in (first, second):
        project = Path(picture.project)
        assert project == tmp_path / "projects" / Path(picture.source).with_suffix(".singan").name
        repository = ProjectRepository.open(project, tmp_path)
        model = repository.model()
        assert model is not None
        assert model.finished
        assert len(repository.results()) == 1
        repository.close()
    words = message_text(broken.code, broken.params)
    assert broken.state is State.FAILED
    assert "broken.jpg" in words
    assert "\n" not in words
    assert sorted(path.name for path in (tmp_path / "projects").iterdir()) == [
        "a hill.singan",
        "b hill.singan",
    ]
    filled.retry()
    assert broken.state is State.RUNNING
    qtbot.waitUntil(lambda: broken.state is State.FAILED, timeout=LONG)


def test_queue_that_is_closed_in_a_training_goes_on_with_what_was_learned(
    qtbot: QtBot, filled: QueueModel, make_queue: MakeQueue, tmp_path: Path
):
    filled.set_paused(False)
    qtbot.waitUntil(lambda: filled.pictures[0].fraction > 0, timeout=LONG)
    filled.close()
    (aside,) = (tmp_path / "projects").glob(".unfinished-*.singan")
    again = make_queue()
    assert names(again) == ["a hill.png", "b hill.png", "broken.jpg"]
    assert again.current is again.pictures[0]
    qtbot.waitUntil(lambda: again.pictures[0].state is State.DONE, timeout=LONG)
    assert not aside.exists()


def test_queue_steps_back_while_the_open_picture_is_learned(
    qtbot: QtBot, make_queue: MakeQueue, pictures: Path, tmp_path: Path
):
    busy = [False]
    queue = make_queue(lambda: busy[0])
    queue.add([pictures / "a hill.png"], tmp_path / "projects", Todo("draft", 0))
    qtbot.waitUntil(lambda: queue.current is not None)
    busy[0] = True
    queue.consider()
    qtbot.waitUntil(lambda: queue.current is None, timeout=LONG)
    assert queue.waits
    busy[0] = False
    queue.consider()
    qtbot.waitUntil(lambda: queue.count(State.DONE) == 1, timeout=LONG)


def test_pictures_are_varied_without_learning(
    qtbot: QtBot, make_queue: MakeQueue, pictures: Path, tmp_path: Path
):
    queue = make_queue()
    with qtbot.waitSignal(queue.finished, timeout=LONG) as finished:
        queue.add([pictures / "a hill.png"], tmp_path / "projects", Todo("", 2))
    repository = ProjectRepository.open(Path(finished.args[0]), tmp_path)
    assert [result.recipe.seed for result in repository.results()] == [0, 1]
    assert repository.model() is None
    repository.close()


def test_pictures_are_moved_and_removed_and_their_order_is_kept(filled: QueueModel, make_queue: MakeQueue):
    filled.move([filled.pictures[2]], 0)
    assert names(filled) == ["broken.jpg", "a hill.png", "b hill.png"]
    filled.move(filled.pictures[:2], 3)
    assert names(filled) == ["b hill.png", "broken.jpg", "a hill.png"]
    filled.remove([filled.pictures[1]])
    filled.close()
    again = make_queue()
    assert names(again) == ["b hill.png", "a hill.png"]
    assert again.paused


def test_two_windows_do_not_work_on_one_queue(
    qtbot: QtBot, filled: QueueModel, make_queue: MakeQueue, pictures: Path, tmp_path: Path
):
    other = make_queue()
    assert other.elsewhere
    with qtbot.waitSignal(other.failed, check_params_cb=lambda code, _: code == "queue.elsewhere"):
        other.add([pictures], tmp_path, Todo("draft"))
    assert len(filled.pictures) == 3


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[1]",
        b'{"pictures": 3}',
        json.dumps({"pictures": [{"source": 1}, {"todo": {"preset": "../x"}}, 3]}).encode(),
    ],
)
def test_damaged_queue_is_an_empty_one(make_queue: MakeQueue, tmp_path: Path, text: bytes):
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "queue.json").write_bytes(text)
    assert make_queue().pictures == []
