"""Projects of the training models, without a window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.training_model import TrainingModel


@pytest.fixture
def project(qtbot: QtBot, tmp_path: Path) -> Iterator[ProjectModel]:
    """A project model without an open project."""
    project = ProjectModel(tmp_path / "documents")
    yield project
    project.shut_down()


@pytest.fixture
def learning(project: ProjectModel) -> Iterator[TrainingModel]:
    """The training of the project's active model."""
    learning = TrainingModel(project)
    project.model_changed.connect(learning.show_model)
    yield learning
    learning.close()


@pytest.fixture
def learned_project(
    qtbot: QtBot, project: ProjectModel, learning: TrainingModel, learned_file: Path, tmp_path: Path
) -> ProjectModel:
    """The project model with a copy of the learned project open."""
    path = Path(shutil.copy(learned_file, tmp_path / "hills.singan"))
    with qtbot.waitSignal(project.opened, timeout=30_000):
        project.open_path(path)
    return project
