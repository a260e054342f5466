"""Real queues with real engine processes, and trainings that take a moment."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from singan_studio.core.config import preset
from singan_studio.ui.queue import project_aside
from singan_studio.ui.queue.queue_model import QueueModel

SMALL = preset("draft", min_size=12, max_size=32, channels=8, iterations=4, coarse_factor=1.0, window=0)


@pytest.fixture(autouse=True)
def small_trainings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_aside, "preset", lambda name: SMALL)


@pytest.fixture
def pictures(tmp_path: Path, sample_picture: Path) -> Path:
    """Two photos and a file that is none, in a folder."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("a hill.png", "b hill.png"):
        shutil.copy(sample_picture, folder / name)
    (folder / "broken.jpg").write_bytes(b"this is no picture")
    (folder / "notes.txt").write_text("nor is this")
    return folder


@pytest.fixture
def make_queue(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], QueueModel]]:
    """Make a queue that is kept in one file, and read what is kept there."""
    made: list[QueueModel] = []

    def make(busy: Callable[[], bool] = lambda: False) -> QueueModel:
        queue = QueueModel(tmp_path / "settings" / "queue.json", busy, lambda: ("cpu", 1))
        made.append(queue)
        with qtbot.waitSignal(queue.state_changed, timeout=20_000):
            queue.begin()
        return queue

    yield make
    for queue in made:
        queue.close()
