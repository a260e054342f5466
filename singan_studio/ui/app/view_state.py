"""Keeps in the project which part of the picture is shown and how, and restores it."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QObject, QTimer

from singan_studio.project.records import VIEW_KEY
from singan_studio.ui.create.pair_view import Mode
from singan_studio.ui.create.panes import Panes
from singan_studio.ui.project.project_data import ProjectData
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.widgets.view import View

KEEPING_MS = 800
CHOSEN = ("span", "x", "y", "mirrored")
"""What the user chooses of a view."""
LARGEST_SPAN = 200_000.0  # px; more is no sensible view


class ViewState(QObject):
    """Keeps pan, zoom and the arrangement of the panes."""

    def __init__(self, project: ProjectModel, panes: Panes) -> None:
        super().__init__(panes)
        self._project, self._panes = project, panes
        self._keeping = QTimer(self, singleShot=True, interval=KEEPING_MS)
        self._keeping.timeout.connect(self._keep)
        for view in (panes.pair.left, panes.pair.right):
            view.view_changed.connect(lambda _: self._keeping.start())
        panes.mode_chosen.connect(self._keeping.start)
        project.opened.connect(self._restore)
        project.closed.connect(self._keeping.stop)

    def _keep(self) -> None:
        if self._project.current:
            view = self._panes.pair.left.view()
            kept = {name: getattr(view, name) for name in CHOSEN} | {"mode": self._panes.pair.mode.value}
            self._project.set_meta(VIEW_KEY, json.dumps(kept))

    def _restore(self, opened: ProjectData) -> None:
        view = _view_of(opened.view)
        if view:
            for pane in (self._panes.pair.left, self._panes.pair.right):
                pane.set_view(view)
        mode = opened.view.get("mode")
        if mode in [known.value for known in Mode] and self._panes.pair.mode is Mode.BOTH:
            self._panes.set_mode(Mode(mode))  # a small window keeps its wipe


def _view_of(kept: dict[str, Any]) -> View | None:
    """Return the view that was kept, None if it makes no sense."""
    values: dict[str, Any] = {name: kept.get(name) for name in CHOSEN}
    span = values["span"]
    if span is not None and not (_is_number(span) and 1 <= span <= LARGEST_SPAN):
        return None
    if not all(_is_number(values[name]) and 0 <= values[name] <= 1 for name in ("x", "y")):
        return None
    return View(**values) if isinstance(values["mirrored"], bool) else None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
