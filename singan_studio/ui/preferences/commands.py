"""The commands of a window, as they are found in its menus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from singan_studio.ui.preferences.command_search import Searched
from singan_studio.ui.widgets.bilingual import ENGLISH
from singan_studio.ui.widgets.keys import keys_in_words, plain

WINDOW, TIMELINE, RESULTS = "window", "timeline", "results"
"""Areas in which keys hold: the whole window, or while the timeline or the results have the focus."""
STEP = " › "  # from a menu to what is in it


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
    def searched(self) -> Searched:
        """What a search looks in: the text, also in English; the menu, the keys, and what the command does."""
        english = plain(str(self.action.property(ENGLISH) or ""))
        keys = [keys_in_words([key]) for key in self.action.shortcuts()]
        return Searched([self.text, english], [self.group, self.action.statusTip(), *keys])

    @property
    def path(self) -> str:
        return f"{self.group}{STEP}{self.text}"

    @property
    def keys(self) -> str:
        """The keys in words, as menus show them."""
        return keys_in_words(self.action.shortcuts())


def commands_of(window: QMainWindow, timeline: Iterable[QAction]) -> list[Command]:
    """Return every command once: in the order of the menus, then those without a menu, then the timeline's."""
    found: dict[QAction, Command] = {}
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            for path, action in _entries(menu):
                found.setdefault(action, _command(window, plain(menu.title()), path, action))
    others = QCoreApplication.translate("commands", "Other")
    for action in window.actions():
        if action.objectName():
            found.setdefault(action, _command(window, others, [], action))
    title = QCoreApplication.translate("commands", "Timeline")
    return [*found.values(), *(Command(action, title, plain(action.text()), TIMELINE) for action in timeline)]


def _entries(menu: QMenu, path: tuple[str, ...] = ()) -> Iterator[tuple[list[str], QAction]]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _entries(below, (*path, plain(below.title())))
        elif not action.isSeparator():
            yield list(path), action


def _command(window: QMainWindow, group: str, path: list[str], action: QAction) -> Command:
    area = WINDOW if action in window.actions() else RESULTS
    return Command(action, group, STEP.join([*path, plain(action.text())]), area)
