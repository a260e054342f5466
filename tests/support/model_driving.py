"""Ask and watch view models, without a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from singan_studio.project.repository import ProjectRepository
from singan_studio.ui.project.project_model import ProjectModel


def answer_of(qtbot: QtBot, project: ProjectModel, question: Callable[[ProjectRepository], Any]) -> Any:
    """Return what the project's repository answers."""
    answers: list[Any] = []
    project.ask(question, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
    return answers[0]


def signals_of(sender: QObject, *names: str) -> list[str]:
    """Return a list that each signal's name is appended to when it is emitted."""
    emitted: list[str] = []
    for name in names:
        getattr(sender, name).connect(lambda *_, name=name: emitted.append(name))
    return emitted
