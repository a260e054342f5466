"""A command that is active while its key is held."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent


class MomentaryAction(QObject):
    """Emits when the key of an action goes down, and when it is released or the program loses the keyboard.

    Chosen in a menu, it holds until the next key or click.
    """

    held_changed = Signal(bool)

    def __init__(self, action: QAction) -> None:
        """Watch the key of an action, as it is when the action begins."""
        super().__init__(action)
        self._action = action
        self._key: Qt.Key | None = None
        self._held = False
        app = QCoreApplication.instance()
        assert app is not None  # there are no actions without one
        self._app = app
        action.setAutoRepeat(False)
        action.triggered.connect(self._press)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._key is None and event.type() == QEvent.Type.KeyPress:
            self._let_go()
        elif isinstance(event, QKeyEvent) and event.key() == self._key:
            if event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
                self._let_go()
            return True  # what the key repeats means nothing else
        if event.type() in (QEvent.Type.ApplicationDeactivate, QEvent.Type.MouseButtonPress):
            self._let_go()
        return False

    def _press(self) -> None:
        if not self._held:
            self._held = True
            keys = self._action.shortcut()
            self._key = None if keys.isEmpty() else keys[0].key()  # pyright: ignore[reportIndexIssue] - see Qt's stubs
            self._app.installEventFilter(self)
            self.held_changed.emit(True)

    def _let_go(self) -> None:
        if self._held:
            self._held = False
            self._app.removeEventFilter(self)
            self.held_changed.emit(False)
