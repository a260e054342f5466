"""The arrows on a canvas: which there are, which is selected, and the one that is being dragged."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from singan_studio.core.messages import QT_TRANSLATE_NOOP

Line = tuple[float, float, float, float]
"""An arrow from (x, y) by (dx, dy), in canvas px."""

ADD = QT_TRANSLATE_NOOP("canvas", "Arrow")
CHANGE = QT_TRANSLATE_NOOP("canvas", "Change arrow")
REMOVE = QT_TRANSLATE_NOOP("canvas", "Remove arrow")
REMOVE_ALL = QT_TRANSLATE_NOOP("canvas", "Remove all arrows")
USUAL_SHARE = 0.2
"""Length of an arrow that is added by a button, as a share of the picture's width."""


class Arrows(QObject):
    """Asks for changes with `edited`; whoever keeps the arrows answers with `show`."""

    changed = Signal()  # the arrows, the selection or what is dragged
    edited = Signal(object, str)  # all arrows as they should be, and the name of the change for Undo

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[Line, ...] = ()
        self.selected: int | None = None
        self.draft: Line | None = None  # takes the place of the selected one, or is a new one
        self.draft_is_new = False

    def show(self, items: Iterable[Iterable[float]]) -> None:
        """Show these arrows, each x, y, dx, dy."""
        shown = tuple((x, y, dx, dy) for x, y, dx, dy in items)
        if shown != self.items:
            self.items = shown
            if self.selected is not None and self.selected >= len(shown):
                self.selected = None
            self.changed.emit()

    def select(self, index: int | None) -> None:
        if index != self.selected:
            self.selected = index
            self.changed.emit()

    def drag(self, line: Line | None, new: bool = False) -> None:
        """Show an arrow where it is dragged; None gives up."""
        self.draft, self.draft_is_new = line, new
        self.changed.emit()

    def drop(self) -> None:
        """Keep the arrow that is dragged."""
        line, self.draft = self.draft, None
        if line is None:
            return
        if self.draft_is_new:
            self.add(line)
        elif self.selected is not None:
            self.replace(self.selected, line)

    def add(self, line: Line) -> None:
        """Add an arrow and select it."""
        self.selected = len(self.items)
        self._edit([*self.items, line], ADD)

    def replace(self, index: int, line: Line) -> None:
        items = list(self.items)
        items[index] = line
        self._edit(items, CHANGE)

    def remove_selected(self) -> None:
        if self.selected is not None:
            kept = [line for index, line in enumerate(self.items) if index != self.selected]
            self.selected = None
            self._edit(kept, REMOVE)

    def remove_all(self) -> None:
        self.selected = None
        self._edit([], REMOVE_ALL)

    def shown(self) -> list[tuple[Line, bool]]:
        """Return what is to be drawn: each arrow, and whether it is the selected one."""
        lines = [(line, index == self.selected) for index, line in enumerate(self.items)]
        if self.draft is None:
            return lines
        if not self.draft_is_new:
            lines = [(line, selected) for line, selected in lines if not selected]
        return [*lines, (self.draft, True)]

    def _edit(self, items: list[Line], name: str) -> None:
        self.edited.emit([list(line) for line in items], name)
        self.changed.emit()


def length(line: Line) -> float:
    return math.hypot(line[2], line[3])
