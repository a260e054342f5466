"""What can be undone and redone: named steps, each the tiles and objects of the other side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from singan_studio.project.tile import Key, Tile
from singan_studio.ui.canvas.objects import CanvasObject

MOST_STEPS = 100
MOST_BYTES = 192 * 2**20
"""Of all steps together, in memory; the oldest are forgotten beyond that."""


@dataclass
class Step:
    """`tiles` (by layer's name and key) and `objects` are what undoing, or else redoing, brings back."""

    id: int  # never given twice in a document
    name: str
    tiles: dict[tuple[str, Key], Tile]
    objects: tuple[CanvasObject, ...]

    @property
    def size(self) -> int:
        """Bytes in memory, without the pixels of objects, which steps share."""
        return sum(tile.size for tile in self.tiles.values())


class History:
    """The steps, and how many of them are done."""

    def __init__(self, most_steps: int = MOST_STEPS, most_bytes: int = MOST_BYTES) -> None:
        self._most_steps, self._most_bytes = most_steps, most_bytes
        self._ids = count(1)
        self.steps: list[Step] = []
        self.done = 0

    def add(self, name: str, tiles: dict[tuple[str, Key], Tile], objects: tuple[CanvasObject, ...]) -> None:
        """A step was taken: what could be redone is gone."""
        del self.steps[self.done :]
        self.steps.append(Step(next(self._ids), name, tiles, objects))
        self.done = len(self.steps)
        self._bound()

    def restore(self, steps: list[Step], done: int) -> None:
        """Go on with the steps of an earlier session."""
        self.steps, self.done = steps, min(done, len(steps))
        self._ids = count(1 + max((step.id for step in steps), default=0))
        self._bound()

    @property
    def undoable(self) -> Step | None:
        """The step to be undone next."""
        return self.steps[self.done - 1] if self.done else None

    @property
    def redoable(self) -> Step | None:
        return self.steps[self.done] if self.done < len(self.steps) else None

    @property
    def undo_name(self) -> str:
        """Empty when there is nothing to undo."""
        return self.undoable.name if self.undoable else ""

    @property
    def redo_name(self) -> str:
        return self.redoable.name if self.redoable else ""

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return sum(step.size for step in self.steps)

    def _bound(self) -> None:
        size = self.size
        while len(self.steps) > self._most_steps or (size > self._most_bytes and len(self.steps) > 1):
            size -= self.steps[0].size
            del self.steps[0]
            self.done = max(self.done - 1, 0)
