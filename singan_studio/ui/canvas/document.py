"""The document of one tool on one picture: edits of its layers, mask, objects and selection, with undo.

Arrays are in canvas px, the original picture's (up to 4096 a side). No widgets are used here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage

from singan_studio.core.errors import StudioError
from singan_studio.project.tile import SIDE, Key, Tile
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.composing import PAINT, object_layer
from singan_studio.ui.canvas.derived import MOMENT
from singan_studio.ui.canvas.document_state import PARTS, DocumentState
from singan_studio.ui.canvas.history import History, OutsideStep, Step
from singan_studio.ui.canvas.incremental_jobs import JobSteps
from singan_studio.ui.canvas.layers import CanvasLayers
from singan_studio.ui.canvas.objects import CanvasObject
from singan_studio.ui.canvas.pixels import area, bands_of
from singan_studio.ui.canvas.raster import Raster


@dataclass(frozen=True)
class SavedDocument:
    """The part of a document that is saved in the project."""

    layers: tuple[Raster, ...]
    objects: tuple[CanvasObject, ...]
    steps: list[Step]
    done: int  # how many of the steps are not undone


class CanvasDocument(CanvasLayers):
    """The layers of one tool, and their edits.

    An edit is a series of `touch`, writing into a layer's `pixels`, and `invalidate`, or of `set_objects`. `commit`
    makes it one undo step, `cancel` takes it back. Showing and hiding layers is no edit.
    """

    history_changed = Signal()  # what can be undone or redone
    selection_changed = Signal()
    failed = Signal(object)  # StudioError: a change could not be made, and was taken back

    def __init__(
        self,
        picture: np.ndarray,
        automatic_mask: bool = True,
        parent: QObject | None = None,
        image: QImage | None = None,
        thread: BackgroundWorker | None = None,
    ) -> None:
        """Create a blank document; the arguments are those of `CanvasLayers`."""
        super().__init__(picture, automatic_mask, parent, image, thread)
        self.history = History()
        self.committed_objects = self.objects  # without the edit in progress
        self._pending = False
        self.runner.failed.connect(self._take_back)
        self.unsaved_tiles: set[tuple[str, Key]] = set()
        self.unsaved_steps: set[int] = set()

    def restore(self, saved: SavedDocument) -> None:
        """Take over the layers, objects and undo steps of a saved document of the same size."""
        for layer in saved.layers:
            setattr(self, layer.name, layer)
            self.layers[layer.name] = layer
            self.composing.layers[layer.name] = layer
        self.objects = self.committed_objects = self.composing.objects = saved.objects
        self.history.restore(saved.steps, saved.done)
        self.invalidate(self.rect)
        self.selection_changed.emit()
        self.objects_changed.emit()
        self.history_changed.emit()
        self._finish_edit()

    # --- editing -----------------------------------------------------------------------------------------------

    @property
    def pending(self) -> bool:
        """Whether an edit is in progress that is neither a step yet nor about to become one."""
        return self._pending and not self.runner.busy

    def touch(self, layer: Raster, rect: QRect) -> None:
        """Announce that pixels of a layer in `rect` are about to change."""
        self.finish()
        self._pending = True
        layer.touch(rect)
        if layer is self.paint:
            self._reveal(PAINT)

    def set_objects(self, objects: Iterable[CanvasObject]) -> None:
        """Replace the objects, as part of the current edit."""
        self.finish()
        objects = tuple(objects)
        different = set(self.objects).symmetric_difference(objects)
        stay = [[item for item in those if item not in different] for those in (self.objects, objects)]
        different.update(item for before, item in zip(*stay, strict=True) if before is not item)
        self._pending = self._pending or bool(different)
        self._reveal_changed(objects)
        self.objects = self.composing.objects = objects
        for item in different:
            self.invalidate(item.rect)
        if self.active is not None and self.object(self.active) is None:
            self.active = None
        if different:
            self.objects_changed.emit()

    def _reveal_changed(self, objects: Iterable[CanvasObject]) -> None:
        """Show the objects that are new or have changed."""
        before = set(self.objects)
        for item in objects:
            if item not in before:
                self._reveal(object_layer(item.id))

    def become(self, document_state: DocumentState) -> JobSteps:
        """Return a job that restores an earlier state. Raises ValueError for a state of a larger canvas."""
        for name, patch in document_state.patches.items():
            if not (
                self.rect.contains(patch.rect)
                and self.layers[name].pixels.shape[2:] == patch.pixels.shape[2:]
            ):
                raise ValueError(f"the layer {name} is {patch.pixels.shape} at {patch.left}, {patch.top}")
        return self._becoming(document_state)

    def _becoming(self, document_state: DocumentState) -> JobSteps:
        for name in PARTS:
            layer, patch = self.layers[name], document_state.patches.get(name)
            whole = layer.used_rect().united(patch.rect if patch else QRect())
            for band in bands_of(whole, MOMENT // 8):
                self.touch(layer, band)
                layer.pixels[area(band)] = 0
                if patch:
                    common = band.intersected(patch.rect)
                    layer.pixels[area(common)] = patch.pixels[
                        area(common.translated(-patch.left, -patch.top))
                    ]
                self.invalidate(band)
                yield 2 * band.width() * band.height()
        self.set_objects(document_state.objects)

    def place(self, item: CanvasObject) -> None:
        """Replace the object with the same id, or add one on top of all."""
        if self.object(item.id) is None:
            self.set_objects((*self.objects, item))
        else:
            self.set_objects(item if item.id == other.id else other for other in self.objects)

    def new_id(self) -> int:
        """Return an id that no object has, nor had in a step that can be undone."""
        known = [item.id for item in self.objects]
        known += [item.id for step in self.history.steps for item in step.objects]
        return max(known, default=0) + 1

    def settle(self) -> None:
        """Let the next part of the current edit start from the present pixels."""
        for layer in self.layers.values():
            layer.settle()

    def run_job(self, steps: JobSteps, name: str = "", then: Callable[[Any], object] | None = None) -> None:
        """Run an edit in parts that never block the window, then call `then` with what it returns.

        With a `name` it becomes a step of that name, otherwise it still has to be committed. Everything that is done
        before it has ended comes after it.
        """
        tiles: dict[tuple[str, Key], Tile] = {}

        def all_of_it() -> JobSteps:
            answer = yield from steps
            if name:
                yield from self._take_change(tiles)
            return answer

        def end(answer: Any) -> None:
            if name:
                self._add_step(name, tiles)
            if then:
                then(answer)

        self.runner.run_job(all_of_it(), end)

    def commit(self, name: str) -> bool:
        """Make the current edit a step called `name`. Return False if nothing has changed; a large edit returns True
        before that is known.
        """
        before = self.history.undoable
        self.run_job(_nothing(), name)
        return self.runner.busy or self.history.undoable is not before

    def add_outside_step(self, step: OutsideStep) -> None:
        """Add a change outside the canvas, which has been made already, to the undo steps."""

        def add() -> None:
            self.history.add_outside(step)
            self.history_changed.emit()

        self.runner.when_free(add)

    def cancel(self) -> None:
        """Take back the edit in progress."""
        self.finish()
        changed = {layer.name for layer in self.layers.values() if layer.changes}
        objects = self.objects != self.committed_objects

        def end(_: object) -> None:
            self.set_objects(self.committed_objects)
            self._pending = False
            self._tell(changed, objects)

        self.runner.run_job(self._reverted(), end)

    def undo(self) -> None:
        """Take back the edit in progress, or else the last step."""
        self.finish()
        if self._pending:
            self.cancel()
        elif step := self.history.undoable:
            self._exchange(step, -1)

    def redo(self) -> None:
        self.finish()
        step = None if self._pending else self.history.redoable
        if step:
            self._exchange(step, 1)

    # --- inside ------------------------------------------------------------------------------------------------

    def _take_change(self, tiles: dict[tuple[str, Key], Tile]) -> JobSteps:
        """Fill `tiles` with the former content of all tiles that have changed."""
        for layer in self.layers.values():
            for key, tile in layer.take_change():
                if tile is not None:
                    tiles[layer.name, key] = tile
                yield 2 * SIDE * SIDE  # it is compared and copied

    def _add_step(self, name: str, tiles: dict[tuple[str, Key], Tile]) -> None:
        objects, self.committed_objects = self.committed_objects, self.objects
        self._pending = False
        if tiles or objects != self.objects:
            self._note(self.history.add(name, tiles, objects))
            self._tell({name for name, _ in tiles}, objects != self.objects)

    def _reverted(self) -> JobSteps:
        for layer in self.layers.values():
            for rect in layer.revert():
                self._restored(layer, rect)
                yield rect.width() * rect.height()

    def _take_back(self, error: StudioError) -> None:
        """Cancel an edit that failed, and report it."""
        if self._pending:
            self.cancel()
        self.failed.emit(error)

    def _exchange(self, step: Step | OutsideStep, by: int) -> None:
        """Undo (`by` is -1) or redo (1) a step."""
        if isinstance(step, OutsideStep):
            self.history.position += by
            if by < 0:
                step.undo()
            else:
                step.redo()
            self.history_changed.emit()
            return

        def end(_: object) -> None:
            self.history.position += by
            objects, step.objects = step.objects, self.objects
            self.set_objects(objects)
            self.committed_objects, self._pending = self.objects, False
            self._note(step)
            self._tell({name for name, _ in step.tiles}, objects != step.objects)

        self.runner.run_job(self._exchanged(step), end)

    def _exchanged(self, step: Step) -> JobSteps:
        done: list[tuple[str, Key]] = []
        try:
            for place in sorted(step.tiles):
                self._exchange_tile(step, place)
                done.append(place)
                yield 2 * SIDE * SIDE
        except BaseException:
            for place in done:
                self._exchange_tile(step, place)
            raise

    def _exchange_tile(self, step: Step, place: tuple[str, Key]) -> None:
        layer, key = self.layers[place[0]], place[1]
        now = layer.tile(key)
        rect = layer.put(key, step.tiles[place])
        step.tiles[place] = now
        self._restored(layer, rect)

    def _note(self, step: Step) -> None:
        self.unsaved_tiles.update(step.tiles)
        self.unsaved_steps.add(step.id)

    def _tell(self, changed: set[str], objects: bool) -> None:
        """Emit that layers, by name, or objects have changed."""
        if self.selection.name in changed:
            self.selection_changed.emit()
        self.history_changed.emit()
        if objects or changed - {self.selection.name}:
            self.tell_of_edit()

    def _restored(self, layer: Raster, rect: QRect) -> None:
        if layer is self.paint:
            self._reveal(PAINT)
        if layer is not self.selection:  # reported at the end
            self.invalidate(rect)


def _nothing() -> JobSteps:
    """Return a job without any work, for edits that are complete."""
    yield from ()
