"""The commands of a window, as they are found in its menus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from singan_studio.ui.widgets.bilingual import ENGLISH
from singan_studio.ui.widgets.keys import keys_in_words, plain

WINDOW, TIMELINE, RESULTS = "window", "timeline", "results"
"""Areas in which keys hold: the whole window, or while the timeline or the results have the focus."""


@dataclass(frozen=True)
class Command:
    """An action with its place in the menus; `text` begins with the titles of submenus."""

    action: QAction
    group: str
    text: str
    area: str = WINDOW

    @property
    def name(self) -> str:
        return self.action.objectName()

    @property
    def search_texts(self) -> list[str]:
        """What a search looks in: the text, the same in English, the menu, and what the command does."""
        english = plain(str(self.action.property(ENGLISH) or ""))
        return [self.text, english, self.group, self.action.statusTip()]

    @property
    def keys(self) -> str:
        """The keys in words, as menus show them."""
        return keys_in_words(self.action.shortcuts())


def commands_of(window: QMainWindow, timeline: Iterable[QAction]) -> list[Command]:
    """Return the commands in the order of the menus, then those without a menu, then the timeline's."""
    found: list[Command] = []
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            found += [_command(window, plain(menu.title()), path, action) for path, action in _entries(menu)]
    known = {command.action for command in found}
    others = QCoreApplication.translate("commands", "Other")
    loose = [action for action in window.actions() if action not in known and action.objectName()]
    found += [_command(window, others, [], action) for action in loose]
    title = QCoreApplication.translate("commands", "Timeline")
    return [*found, *(Command(action, title, plain(action.text()), TIMELINE) for action in timeline)]


def _entries(menu: QMenu, path: tuple[str, ...] = ()) -> Iterator[tuple[list[str], QAction]]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _entries(below, (*path, plain(below.title())))
        elif not action.isSeparator():
            yield list(path), action


def _command(window: QMainWindow, group: str, path: list[str], action: QAction) -> Command:
    area = WINDOW if action in window.actions() else RESULTS
    return Command(action, group, " › ".join([*path, plain(action.text())]), area)
