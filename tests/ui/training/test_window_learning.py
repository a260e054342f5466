"""From Learn to a saved picture, with real engine processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QPushButton, QSpinBox, QToolButton

from singan_studio.core.config import PRESETS
from singan_studio.core.images import decode_png, png_texts
from singan_studio.core.recipe import PNG_KEY, PROJECT_KEY, Recipe
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.training.training_model import Phase

START_MS = 180_000  # a process that imports torch on a busy machine


@pytest.fixture(autouse=True)
def quick_draft(monkeypatch: pytest.MonkeyPatch):
    """Make the draft preset quick: the first scale takes about a second, all of them a minute."""
    config = PRESETS["draft"].but(
        iterations=80, min_size=14, window=0, preview_seconds=0.1, report_seconds=0.05
    )
    monkeypatch.setitem(PRESETS, "draft", config)


def press(qtbot, window: MainWindow, kind: type, name: str) -> None:
    button = window.findChild(kind, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def learn(qtbot, window: MainWindow, studio: Studio) -> None:
    """Press Learn with the draft preset, and wait until the trainer is running."""
    window.commands.learn.trigger()
    press(qtbot, window, QAbstractButton, "card-draft")
    window.findChild(QSpinBox, "maxSize").setValue(48)
    press(qtbot, window, QPushButton, "learnButton")
    qtbot.waitUntil(lambda: studio.learning.phase is Phase.LEARNING, timeout=START_MS)


def trainer() -> multiprocessing.process.BaseProcess | None:
    children = multiprocessing.active_children()
    return next((child for child in children if child.name == "singan-trainer"), None)


def when_all(qtbot, count: int, signal_, then: Callable[[], None]) -> None:
    with qtbot.waitSignals([signal_] * count, timeout=START_MS):
        then()


def test_a_chosen_tool_is_seen_instead_of_the_details(opened: MainWindow):
    for tool in ("paint", "paint", "sample"):
        opened.commands.details.setChecked(True)
        assert opened.workspace.learning_view.isVisible()
        next(action for action in opened.tools.actions() if action.data() == tool).trigger()
        assert opened.workspace.panes.isVisible()
        assert not opened.commands.details.isChecked()


def test_details_leave_no_start_strip_whose_picture_is_not_seen(opened: MainWindow):
    assert opened.workspace.start_from.isVisible()
    opened.commands.details.setChecked(True)
    assert not opened.workspace.start_from.isVisible()
    opened.commands.details.setChecked(False)
    assert opened.workspace.start_from.isVisible()


def test_details_stay_when_learning_begins(qtbot, opened: MainWindow, studio: Studio):
    opened.commands.details.setChecked(True)
    with qtbot.waitSignal(studio.learning.pictures_changed, timeout=START_MS):
        learn(qtbot, opened, studio)
    assert opened.commands.details.isChecked()
    assert opened.workspace.learning_view.isVisible()
    studio.learning.pause()
    qtbot.waitUntil(lambda: not studio.is_learning, timeout=START_MS)


def test_learn_watch_pause_sample_and_save(qtbot, opened: MainWindow, studio: Studio, tmp_path: Path):
    when_all(qtbot, 4, studio.project.result_added, studio.rendering.start)  # variations made of patches
    learning, window = studio.learning, opened
    with qtbot.waitSignal(learning.pictures_changed, timeout=START_MS):
        learn(qtbot, window, studio)
    assert window.workspace.panes.isVisible()  # one goes on with patches
    window.commands.details.trigger()
    assert window.workspace.learning_view.isVisible()
    assert window.workspace.learning_view.loss_plot.isVisible()
    window.commands.details.trigger()
    learned = window.findChild(QToolButton, "maker-learned")
    qtbot.waitUntil(learned.isEnabled, timeout=START_MS)
    press(qtbot, window, QToolButton, "maker-learned")
    tool_model = studio.tool_model
    qtbot.waitUntil(lambda: tool_model.live.recipe.model_id == learning.model_id, timeout=START_MS)
    assert learning.phase is Phase.LEARNING  # the live picture came while it goes on
    filmstrip = window.workspace.learning_view.filmstrip
    assert "learned" in filmstrip.accessibleDescription()
    assert learning.scales[0].sample.shape == (learning.scales[0].height, learning.scales[0].width, 3)

    press(qtbot, window, QToolButton, "pause")
    qtbot.waitUntil(lambda: learning.phase is Phase.PAUSED, timeout=30_000)
    finished = learning.finished_scales
    assert 1 <= finished < len(learning.scales)
    qtbot.waitUntil(lambda: trainer() is None, timeout=30_000)  # its memory is free

    window.findChild(QSpinBox, "count").setValue(2)
    when_all(
        qtbot, 2, studio.project.result_added, lambda: press(qtbot, window, QPushButton, "generateButton")
    )
    assert window.workspace.results.isVisible()
    with qtbot.waitSignal(studio.project.result_shown):
        window.workspace.results.strip.activated.emit(5)
    assert studio.tool_model.live.result == 5

    press(qtbot, window, QPushButton, "saveButton")
    path = tmp_path / "saved.png"
    with qtbot.waitSignal(studio.project.saved, timeout=30_000):
        window.findChild(QFileDialog).fileSelected.emit(str(path))
    window.findChild(QFileDialog).reject()
    data = path.read_bytes()
    recipe = Recipe.from_json(png_texts(data)[PNG_KEY])
    assert (recipe.tool, recipe.scales, recipe.model_id) == ("sample", finished, learning.model_id)
    assert png_texts(data)[PROJECT_KEY].removeprefix("../") == studio.project.path.name
    qtbot.waitUntil(lambda: np.array_equal(decode_png(data), studio.tool_model.live.picture))

    with ProjectStore.open(studio.project.path, read_only=True) as store:
        assert len(store.scales(learning.model_id)) == finished
        assert [r.id for r in store.results()] == [1, 2, 3, 4, 5, 6]

    path = studio.project.path
    window.commands.close.trigger()
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        window.opening.open_path(path)
    assert learning.phase is Phase.PAUSED
    assert learning.scales[0].sample is not None  # what was watched is seen again
    assert not window.workspace.learning_view.loss_plot.isVisibleTo(window.workspace.learning_view)
    window.close()
    assert not window.isVisible()


def test_a_killed_trainer_gives_a_message_that_resumes_the_training(
    qtbot, opened: MainWindow, studio: Studio
):
    with qtbot.waitSignal(studio.learning.scale_finished, timeout=START_MS):
        learn(qtbot, opened, studio)
    finished, child = studio.learning.finished_scales, trainer()
    assert child is not None
    os.kill(child.pid, signal.SIGKILL)
    qtbot.waitUntil(opened.message_bar.isVisible, timeout=30_000)
    assert "SIGKILL" in opened.message_bar.text()
    assert "Traceback" not in opened.message_bar.text()
    assert studio.learning.phase is Phase.PAUSED
    assert studio.learning.finished_scales == finished

    press(qtbot, opened.message_bar, QPushButton, "action")
    assert not opened.message_bar.isVisible()
    with qtbot.waitSignal(studio.learning.scale_finished, timeout=START_MS) as event:
        pass
    assert event.args[0].scale == finished  # it went on where it was


def test_closing_while_learning_asks_and_keeps_the_finished_scales(qtbot, opened: MainWindow, studio: Studio):
    path = studio.project.path
    with qtbot.waitSignal(studio.learning.scale_finished, timeout=START_MS):
        learn(qtbot, opened, studio)
    opened.close()
    box = opened.findChild(QMessageBox, "stopDialog")
    press(qtbot, box, QPushButton, "keep")
    assert opened.isVisible()
    assert studio.learning.phase is Phase.LEARNING
    qtbot.waitUntil(lambda: opened.findChild(QMessageBox, "stopDialog") is None)

    opened.close()
    press(qtbot, opened.findChild(QMessageBox, "stopDialog"), QPushButton, "stop")
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=30_000)
    studio.close()
    with ProjectStore.open(path, read_only=True) as store:
        (model,) = store.models()
        assert len(store.scales(model.id)) == studio.learning.finished_scales >= 1


def test_a_killed_renderer_gives_a_message_that_restarts_it(qtbot, opened: MainWindow, studio: Studio):
    with qtbot.waitSignal(studio.engine_ready, timeout=START_MS):
        studio.rendering.start()
    (child,) = multiprocessing.active_children()
    os.kill(child.pid, signal.SIGKILL)
    qtbot.waitUntil(opened.message_bar.isVisible, timeout=30_000)
    with qtbot.waitSignal(studio.engine_ready, timeout=START_MS):
        press(qtbot, opened.message_bar, QPushButton, "action")
