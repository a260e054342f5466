"""Saves settings in the project: soon after each change, and before the project is left."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from singan_studio.ui.project.project_model import ProjectModel

KEEPING_MS = 800
"""After the last change of a choice, until the project keeps it."""


class SettingsPersistence(QObject):
    """Saves what `choices` returns, JSON values, under `key`."""

    def __init__(
        self,
        project: ProjectModel,
        key: str,
        choices: Callable[[], dict[str, Any]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._key, self._choices = project, key, choices
        self._timer = QTimer(self, singleShot=True, interval=KEEPING_MS)
        self._timer.timeout.connect(self._keep)
        project.leaving.connect(self._keep_now)

    def soon(self) -> None:
        """Save the settings soon: they have changed."""
        self._timer.start()

    def _keep_now(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def _keep(self) -> None:
        if self._project.current:
            self._project.set_meta(self._key, json.dumps(self._choices()))
