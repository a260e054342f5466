"""The state of one training: from its events without a process, and once from a real trainer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from model_driving import answer_of, signals_of
from pytestqt.qtbot import QtBot

from singan_studio.core import events
from singan_studio.core.config import TrainConfig, preset
from singan_studio.project.records import Model
from singan_studio.project.store import ProjectStore
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.training_model import Phase, ScaleState, TrainingModel

START_MS = 180_000  # a process that imports torch on a busy machine
SIZES = [(10, 20), (20, 40), (40, 80)]
QUICK = preset("draft", min_size=12, max_size=32, channels=8, iterations=3, coarse_factor=1.0, window=0)


def finished(scale: int) -> events.ScaleFinished:
    height, width = SIZES[scale]
    return events.ScaleFinished(scale, height, width, 32, 0.1, 2.0, 0.2)


def model(count: int) -> Model:
    """A model with `count` finished scales."""
    reals = [np.full((height, width, 3), 9, np.uint8) for height, width in SIZES]
    return Model("m", TrainConfig(), SIZES, [finished(scale) for scale in range(count)], reals, {})


def progress(scale: int, iteration: int, seconds_left: float) -> events.Progress:
    """Report one of 100 iterations, at 10 a second."""
    return events.Progress(scale, iteration, 100, {}, 10.0, seconds_left)


def started(scale: int, first: int = 0) -> events.ScaleStarted:
    return events.ScaleStarted(scale, *SIZES[scale], 32, 0.1, 100, first)


@pytest.mark.parametrize(("count", "phase"), [(0, Phase.PAUSED), (2, Phase.PAUSED), (3, Phase.FINISHED)])
def test_a_shown_model_is_paused_until_all_scales_are_finished(
    learning: TrainingModel, count: int, phase: Phase
) -> None:
    learning.show_model(model(count))
    assert learning.phase is phase
    assert learning.resumable is (phase is Phase.PAUSED)
    assert learning.finished_scales == count
    assert learning.fraction == pytest.approx(count / 3)
    learning.show_model(None)
    assert learning.phase is Phase.IDLE
    assert learning.fraction == 0.0


def test_events_move_a_scale_from_waiting_to_done(learning: TrainingModel) -> None:
    learning.show_model(model(1))
    emitted = signals_of(learning, "scale_changed", "progressed", "pictures_changed", "scale_finished")
    learning.consume(started(1, first=20))
    assert (learning.scales[1].state, learning.scales[1].fraction) == (ScaleState.LEARNING, 0.2)
    learning.consume(progress(1, 60, 30.0))
    assert learning.scales[1].fraction == 0.6
    picture = np.zeros((20, 40, 3), np.uint8)
    learning.consume(events.Preview(1, 60, picture, picture, picture))
    assert learning.scales[1].sample is picture
    learning.consume(finished(1))
    assert (learning.scales[1].state, learning.scales[1].fraction) == (ScaleState.DONE, 1.0)
    assert learning.finished_scales == 2
    assert emitted == [
        "scale_changed",
        "scale_changed",
        "progressed",
        "pictures_changed",
        "scale_changed",
        "scale_finished",
    ]


def test_other_sizes_of_a_run_replace_the_scales(learning: TrainingModel) -> None:
    learning.show_model(model(0))
    with_sizes = events.RunStarted("m", "draft", "cpu", 1, SIZES, 0)
    emitted = signals_of(learning, "scales_reset")
    learning.consume(with_sizes)
    assert emitted == []
    learning.consume(events.RunStarted("m", "draft", "cpu", 1, SIZES[:2], 0))
    assert emitted == ["scales_reset"]
    assert [(scale.height, scale.width) for scale in learning.scales] == SIZES[:2]
    assert learning.device == "cpu"


def test_the_time_until_a_scale_is_shared_by_its_pixels(learning: TrainingModel) -> None:
    learning.show_model(model(0))
    assert learning.seconds_until(0) == 0.0
    assert learning.seconds_until(1) is None
    learning.consume(started(0))
    learning.consume(progress(0, 50, 105.0))
    assert learning.seconds_until(1) == 5.0  # 50 iterations at 10 a second
    assert learning.seconds_until(2) == pytest.approx(5.0 + 100.0 * 800 / 4000)
    assert learning.seconds_until(3) == pytest.approx(105.0)


@pytest.mark.parametrize("event", [events.RunCancelled(1), events.RunFailed("engine.memory", {"a": 1})])
def test_the_end_of_a_run_leaves_no_scale_learning(learning: TrainingModel, event: object) -> None:
    learning.show_model(model(1))
    failures: list[tuple[str, dict]] = []
    learning.failed.connect(lambda code, params: failures.append((code, params)))
    learning.consume(started(1))
    learning.consume(progress(1, 10, 5.0))
    learning.consume(event)
    assert learning.scales[1].state is ScaleState.WAITING
    assert learning.phase is Phase.PAUSED
    assert learning.seconds_left is None
    assert failures == ([("engine.memory", {"a": 1})] if isinstance(event, events.RunFailed) else [])


def test_less_memory_is_a_notice_and_the_training_goes_on(learning: TrainingModel) -> None:
    learning.show_model(model(1))
    notices: list[tuple[str, dict]] = []
    learning.notice.connect(lambda code, params: notices.append((code, params)))
    learning.consume(started(1))
    learning.consume(events.MemorySaved(1, 4, 64, 64, 20))
    assert notices == [
        ("engine.memory_saved", {"scale": 1, "windows": 4, "height": 64, "width": 64, "bank": 20})
    ]
    assert learning.scales[1].state is ScaleState.LEARNING


def test_nothing_is_learned_without_a_project(learning: TrainingModel) -> None:
    learning.learn(QUICK, "cpu", 1)
    learning.start("cpu", 1)
    assert learning.phase is Phase.IDLE


def test_two_calls_of_learn_add_one_model_and_train_it(
    qtbot: QtBot, project: ProjectModel, learning: TrainingModel, picture: Path
) -> None:
    with qtbot.waitSignal(project.opened, timeout=30_000):
        project.open_path(picture)
    phases: list[Phase] = []
    learning.phase_changed.connect(phases.append)
    learning.learn(QUICK, "cpu", 1)
    learning.learn(QUICK, "cpu", 1)
    qtbot.waitUntil(lambda: learning.phase is Phase.FINISHED, timeout=START_MS)
    assert phases == [Phase.PAUSED, Phase.STARTING, Phase.LEARNING, Phase.FINISHED]
    assert all(scale.state is ScaleState.DONE for scale in learning.scales)
    assert learning.scales[-1].sample is not None
    assert project.path is not None
    with ProjectStore.open(project.path, read_only=True) as store:
        (row,) = store.models()
        assert (row.id, row.config) == (learning.model_id, QUICK)
        assert len(store.scales(row.id)) == len(learning.scales)


def test_learn_can_be_tried_again_when_the_model_could_not_be_added(
    qtbot: QtBot, project: ProjectModel, learning: TrainingModel, picture: Path
) -> None:
    with qtbot.waitSignal(project.opened, timeout=30_000):
        project.open_path(picture)
    answer_of(qtbot, project, lambda repository: repository.store.close())
    for _ in range(2):
        with qtbot.waitSignal(project.failed, timeout=30_000):
            learning.learn(QUICK, "cpu", 1)
    assert learning.phase is Phase.IDLE
