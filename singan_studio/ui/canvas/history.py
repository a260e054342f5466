"""Named steps that can be undone and redone: changes of the canvas, and others in turn with them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from singan_studio.project.tile import Key, Tile
from singan_studio.ui.canvas.objects import CanvasObject

MOST_STEPS = 100
MOST_BYTES = 192 * 2**20
"""Limit of all steps together, in memory; the oldest are forgotten beyond it."""


@dataclass
class Step:
    """A change of the canvas: `tiles` (by layer's name and key) and `objects` are what undoing, or else redoing, brings
    back.
    """

    id: int  # never given twice in a document
    name: str
    tiles: dict[tuple[str, Key], Tile]
    objects: tuple[CanvasObject, ...]

    @property
    def size(self) -> int:
        """Bytes in memory, without the pixels of objects, which steps share."""
        return sum(tile.size for tile in self.tiles.values())


class OutsideStep:
    """A change of something beside the canvas, such as a parameter, that is undone in turn with the canvas's own.

    It is forgotten when the project is closed.
    """

    size = 0

    def __init__(self, name: str) -> None:
        self.name = name

    def undo(self) -> None:
        raise NotImplementedError

    def redo(self) -> None:
        raise NotImplementedError

    def merge(self, later: OutsideStep) -> bool:
        """Take in a change that follows directly, so that both are undone together; return False if they are not."""
        return False


class History:
    """All steps in order, of which the first `position` are done."""

    def __init__(self, most_steps: int = MOST_STEPS, most_bytes: int = MOST_BYTES) -> None:
        self._most_steps, self._most_bytes = most_steps, most_bytes
        self._ids = count(1)
        self._steps: list[Step | OutsideStep] = []
        self.position = 0

    def add(self, name: str, tiles: dict[tuple[str, Key], Tile], objects: tuple[CanvasObject, ...]) -> Step:
        """Add and return a step of the canvas, which has been made; what could be redone is forgotten."""
        step = Step(next(self._ids), name, tiles, objects)
        self._append(step)
        return step

    def add_outside(self, step: OutsideStep) -> None:
        """Add a change beside the canvas, which has been made, or merge it into the last step."""
        del self._steps[self.position :]
        last = self.undoable
        if not (isinstance(last, OutsideStep) and last.merge(step)):
            self._append(step)

    def restore(self, steps: list[Step], done: int) -> None:
        """Go on with the steps of an earlier session, of which `done` are done."""
        self._steps.clear()
        self._steps.extend(steps)
        self.position = min(done, len(steps))
        self._ids = count(1 + max((step.id for step in steps), default=0))
        self._bound()

    @property
    def steps(self) -> list[Step]:
        """The canvas's own steps, which are saved."""
        return [step for step in self._steps if isinstance(step, Step)]

    @property
    def done(self) -> int:
        """How many of the canvas's own steps are done."""
        return sum(isinstance(step, Step) for step in self._steps[: self.position])

    @property
    def undoable(self) -> Step | OutsideStep | None:
        """The step to be undone next."""
        return self._steps[self.position - 1] if self.position else None

    @property
    def redoable(self) -> Step | OutsideStep | None:
        return self._steps[self.position] if self.position < len(self._steps) else None

    @property
    def undo_name(self) -> str:
        """The name of the step to be undone next; empty when there is none."""
        return self.undoable.name if self.undoable else ""

    @property
    def redo_name(self) -> str:
        return self.redoable.name if self.redoable else ""

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return sum(step.size for step in self._steps)

    def _append(self, step: Step | OutsideStep) -> None:
        del self._steps[self.position :]
        self._steps.append(step)
        self.position = len(self._steps)
        self._bound()

    def _bound(self) -> None:
        size = self.size
        while len(self._steps) > self._most_steps or (size > self._most_bytes and len(self._steps) > 1):
            size -= self._steps[0].size
            del self._steps[0]
            self.position = max(self.position - 1, 0)
