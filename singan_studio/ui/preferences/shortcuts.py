"""The user's choice of shortcuts, and what it means for the actions of a window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QKeySequence

from singan_studio.ui.preferences.commands import RESULTS, TIMELINE, WINDOW, Command
from singan_studio.ui.preferences.key_sets import KEY_SETS, STUDIO, Keyed, effective, owner_of

SET_KEY, OWN_GROUP = "shortcuts/set", "shortcuts/own"
_MOVING = ("Space", "Tab", "Shift+Tab")
HELD = {
    WINDOW: (*_MOVING, "Return", "Enter", "Left", "Right", "Up", "Down", "+", "-", "="),
    TIMELINE: _MOVING,
    RESULTS: (*_MOVING, "Return", "Enter", "Left", "Right", "Up", "Down"),
}
"""Keys by area that fields, lists and the canvas take for themselves."""


class ShortcutChoice(QObject):
    """The chosen set and the user's own keys by command, kept in the settings. No key of one's own is ""."""

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        name = str(settings.value(SET_KEY, STUDIO))
        self.set_name = name if name in KEY_SETS else STUDIO
        settings.beginGroup(OWN_GROUP)
        self._own = {name: _one_key(settings.value(name)) for name in settings.childKeys()}
        settings.endGroup()

    @property
    def own(self) -> dict[str, str]:
        return dict(self._own)

    def choose_set(self, name: str) -> None:
        """Use a set of `KEY_SETS`; the user's own keys stay."""
        if name != self.set_name:
            self.set_name = name
            self._settings.setValue(SET_KEY, name)
            self.changed.emit()

    def assign(self, name: str, key: str) -> None:
        """Give a command a key of its own, or none."""
        self._own[name] = key
        self._settings.setValue(f"{OWN_GROUP}/{name}", key)
        self.changed.emit()

    def reset(self, name: str) -> None:
        """Give a command the keys of the chosen set again."""
        if name in self._own:
            del self._own[name]
            self._settings.remove(f"{OWN_GROUP}/{name}")
            self.changed.emit()

    def reset_all(self) -> None:
        self._own.clear()
        self._settings.remove(OWN_GROUP)
        self.changed.emit()


class WindowShortcuts(QObject):
    """Gives the actions of one window the chosen keys, now and whenever the choice changes."""

    changed = Signal()

    def __init__(self, choice: ShortcutChoice, commands: Iterable[Command], parent: QObject) -> None:
        """Remember the keys that the commands were made with, before any other is applied."""
        super().__init__(parent)
        self.choice = choice
        self.commands = [command for command in commands if command.name]
        self._made = {
            command.name: Keyed(
                command.area,
                tuple(key.toString() for key in command.action.shortcuts() if not key.isEmpty()),
            )
            for command in self.commands
        }
        choice.changed.connect(self._apply)
        self._apply()

    def owner_of(self, key: str, command: Command) -> Command | None:
        """Return the command that has a key already where `command` would have it."""
        name = owner_of(key, command.name, self._made, self._keys)
        return next((other for other in self.commands if other.name == name), None)

    def assign(self, command: Command, key: str) -> None:
        """Give a command a key of its own, or none; the command that has this key loses it."""
        owner = self.owner_of(key, command)
        if owner and self.is_own(owner):
            self.choice.assign(owner.name, "")
        self.choice.assign(command.name, key)

    def is_own(self, command: Command) -> bool:
        return command.name in self.choice.own

    def _apply(self) -> None:
        self._keys = effective(self._made, KEY_SETS[self.choice.set_name], self.choice.own)
        for command in self.commands:
            wanted = [QKeySequence(key) for key in self._keys[command.name]]
            if command.action.shortcuts() != wanted:
                command.action.setShortcuts(wanted)
        self.changed.emit()


def menu_of(key: str, command: Command, menus: Iterable[tuple[str, str]]) -> str | None:
    """Return the title of the menu, of (title, key) pairs, that a key opens; None where it opens none."""
    return next((title for title, opens in menus if opens == key and command.area == WINDOW), None)


def _one_key(value: object) -> str:
    """Return a stored key in the usual spelling, "" for what is none."""
    key = QKeySequence(str(value or ""))
    return key.toString() if key.count() == 1 else ""
