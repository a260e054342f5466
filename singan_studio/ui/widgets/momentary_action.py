"""A command that is active while its key is held."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent


class MomentaryAction(QObject):
    """Emits when the key of an action goes down, and when it is released or the program loses the keyboard.

    Chosen in a menu, it holds until the next key or click.
    """

    held_changed = Signal(bool)

    def __init__(self, action: QAction) -> None:
        """Watch the key of an action, whose shortcut is a single key."""
        super().__init__(action)
        self._key = action.shortcut()[0].key()  # pyright: ignore[reportIndexIssue] - missing in Qt's stubs
        self._held = False
        app = QCoreApplication.instance()
        assert app is not None  # there are no actions without one
        self._app = app
        action.setAutoRepeat(False)
        action.triggered.connect(self._press)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == self._key:
            if event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
                self._let_go()
            return True  # what the key repeats means nothing else
        if event.type() in (QEvent.Type.ApplicationDeactivate, QEvent.Type.MouseButtonPress):
            self._let_go()
        return False

    def _press(self) -> None:
        if not self._held:
            self._held = True
            self._app.installEventFilter(self)
            self.held_changed.emit(True)

    def _let_go(self) -> None:
        if self._held:
            self._held = False
            self._app.removeEventFilter(self)
            self.held_changed.emit(False)
