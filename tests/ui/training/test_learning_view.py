"""The view of a training follows its model, also when it is made in the middle of one."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from singan_studio.core import events
from singan_studio.core.config import TrainConfig
from singan_studio.project.records import Model
from singan_studio.ui.training.learning_view import LearningView
from singan_studio.ui.training.training_model import TrainingModel

SIZES = [(10, 20), (20, 40)]
MODEL = Model("m", TrainConfig(), SIZES, [], [np.zeros((*size, 3), np.uint8) for size in SIZES], {})
STARTED = events.ScaleStarted(0, 10, 20, 32, 0.1, 100, 0)
PROGRESS = events.Progress(0, 30, 100, {"critic": 1.0}, 10.0, 60.0)


def test_the_filmstrip_and_the_plot_follow_the_training(qtbot: QtBot, learning: TrainingModel) -> None:
    view = LearningView(learning)
    qtbot.addWidget(view)
    assert view.filmstrip.accessibleDescription() == ""
    learning.show_model(MODEL)
    assert view.filmstrip.accessibleDescription() == "Scale 1 of 2, 20×10 px: waiting"
    assert not view.loss_plot.isVisibleTo(view)
    learning.consume(STARTED)
    learning.consume(PROGRESS)
    view.filmstrip.select(0)
    assert view.filmstrip.accessibleDescription() == "Scale 1 of 2, 20×10 px: learning, 30%"
    learning.show_model(None)
    assert view.filmstrip.accessibleDescription() == ""


def test_a_view_made_during_a_training_shows_it(qtbot: QtBot, learning: TrainingModel) -> None:
    learning.show_model(MODEL)
    learning.consume(STARTED)
    learning.consume(PROGRESS)
    view = LearningView(learning)
    qtbot.addWidget(view)
    view.filmstrip.select(0)
    assert view.filmstrip.accessibleDescription() == "Scale 1 of 2, 20×10 px: learning, 30%"
    assert view.loss_plot.isVisibleTo(view)
