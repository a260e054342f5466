"""Triggers the timeline's actions by key, wherever in it the focus is; Space plays when tapped, pans when held."""

from __future__ import annotations

import time
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from singan_studio.ui.widgets.keys import means

TAP_SECONDS = 0.35
"""Longest tap on Space. Holding it longer, or pressing the mouse meanwhile, pans."""


class TimelineKeys(QObject):
    """An event filter that handles the keys of enabled actions before the window's shortcuts."""

    def __init__(self, actions: Iterable[QAction], play: QAction, parent: QObject) -> None:
        """Handle the shortcuts of `actions`; a tap on Space triggers `play` while that is one of its keys."""
        super().__init__(parent)
        self._play = play
        self._actions = list(actions)
        self._space_since: float | None = None

    def watch(self, *widgets: QWidget) -> None:
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent):
                if self._action(event):
                    event.accept()
                    return True
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._pressed(event)
            case QEvent.Type.KeyRelease if isinstance(event, QKeyEvent):
                self._released(event)
            case QEvent.Type.MouseButtonPress | QEvent.Type.FocusOut:
                self._space_since = None
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self._space_since = time.monotonic()
            return False  # the view may begin to pan
        action = self._action(event)
        if action:
            action.trigger()
        return action is not None

    def _released(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return
        since, self._space_since = self._space_since, None
        taps_play = QKeySequence(Qt.Key.Key_Space) in self._play.shortcuts()
        if taps_play and since is not None and time.monotonic() - since <= TAP_SECONDS:
            self._play.trigger()

    def _action(self, event: QKeyEvent) -> QAction | None:
        return next((action for action in self._actions if action.isEnabled() and means(event, action)), None)
