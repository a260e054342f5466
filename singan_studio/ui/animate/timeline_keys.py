"""The keys of the timeline's actions, wherever in it the focus is; Space plays when tapped and pans when held."""

from __future__ import annotations

import time
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

TAP_SECONDS = 0.35
"""Space that was held for longer, or during which the mouse was pressed, was meant to pan."""


class TimelineKeys(QObject):
    """An event filter on the widgets it is given to. A key of an enabled action comes before the window's shortcuts."""

    def __init__(self, actions: Iterable[QAction], play: QAction, parent: QObject) -> None:
        """`play` is what a tap on Space does."""
        super().__init__(parent)
        self._play = play
        self._by_key = {action.shortcut().toString(): action for action in actions}
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
            return False  # the picture takes it as the beginning of a pan
        action = self._action(event)
        if action:
            action.trigger()
        return action is not None

    def _released(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return
        since, self._space_since = self._space_since, None
        if since is not None and time.monotonic() - since <= TAP_SECONDS:
            self._play.trigger()

    def _action(self, event: QKeyEvent) -> QAction | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()
        action = self._by_key.get(text)
        return action if action and action.isEnabled() else None
