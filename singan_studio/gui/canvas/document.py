"""The work of one tool on one picture: layers, mask, objects, selection, and undoing all of it.

Arrays are in canvas px, the original picture's (up to 4096 a side). Nothing here knows of widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from singan_studio.core.errors import StudioError
from singan_studio.gui.canvas.composing import Composing, reduced
from singan_studio.gui.canvas.derived import MOMENT, Derived
from singan_studio.gui.canvas.history import History, Step
from singan_studio.gui.canvas.levels import Levels
from singan_studio.gui.canvas.moments import Moments, Steps
from singan_studio.gui.canvas.objects import CanvasObject
from singan_studio.gui.canvas.pixels import area, bands_of, opaque_picture, pixels_in
from singan_studio.gui.canvas.raster import Raster
from singan_studio.gui.canvas.snapshot import PARTS, Snapshot, patch_of
from singan_studio.gui.canvas.tiles import SIDE, Key, Tile
from singan_studio.gui.store_thread import StoreThread
from singan_studio.gui.widgets.pixels import as_image


@dataclass(frozen=True)
class Kept:
    """What of a document outlives it."""

    layers: tuple[Raster, ...]
    objects: tuple[CanvasObject, ...]
    steps: list[Step]
    done: int  # how many of the steps are not undone


class CanvasDocument(QObject):
    """A picture, a layer of paint above it, objects above that, and a mask.

    A change is a series of `touch`, writing into a layer's `pixels` and `spoil`, or of `set_objects`, and becomes one
    step to be undone by `commit`, or nothing by `cancel`.
    """

    changed = Signal(object)  # QRect of canvas px that looks different now
    edit_finished = Signal()  # a stroke, drag, fill, transform or undo has ended, or another ground is laid
    history_changed = Signal()  # what can be undone or redone
    selection_changed = Signal()
    objects_changed = Signal()  # which there are, where, or which one is active
    failed = Signal(object)  # StudioError: a change could not be made, and was taken back

    def __init__(
        self,
        picture: np.ndarray,
        automatic_mask: bool = True,
        parent: QObject | None = None,
        image: QImage | None = None,
        thread: StoreThread | None = None,
    ) -> None:
        """`picture` is (H, W, 3) uint8 sRGB and not to be changed; with `automatic_mask` the mask is where paint and
        objects lie, changed by hand, else what is painted by hand alone. `image` is the picture, where it was made;
        on `thread` it is worked out what takes long.
        """
        super().__init__(parent)
        height, width = picture.shape[:2]
        self.picture = picture
        self.automatic_mask = automatic_mask
        self.paint = Raster("paint", height, width, 4)
        self.added = Raster("added", height, width, 1)  # to the mask by hand
        self.removed = Raster("removed", height, width, 1)  # from the mask by hand
        self.selection = Raster("selection", height, width, 1)
        self.layers = {layer.name: layer for layer in (self.paint, self.added, self.removed, self.selection)}
        self.objects: tuple[CanvasObject, ...] = ()
        self.history = History()
        self.active: int | None = None  # id of the object that the handles belong to
        self.committed_objects = self.objects  # without a change that is going on
        self._pending = False
        self.image = as_image(image or picture)
        self._composing = Composing(self.image, self.paint, self.added, self.removed, automatic_mask)
        self._making = QTimer(self, singleShot=True, interval=0)
        self._making.timeout.connect(self._make_more)
        self._unfinished = False  # `edit_finished` waits until all is made
        self.moments = Moments(thread, self)
        self.moments.failed.connect(self._take_back)
        self.unsaved_tiles: set[tuple[str, Key]] = set()
        self.unsaved_steps: set[int] = set()

    # --- what is seen ------------------------------------------------------------------------------------------

    @property
    def size(self) -> QSize:
        return self.rect.size()

    @property
    def rect(self) -> QRect:
        return self.paint.rect

    def composite(self) -> np.ndarray:
        """(H, W, 3) uint8 sRGB: the picture under the paint under the objects."""
        self.finish()
        return opaque_picture(self._composing.shown.pixels())

    def reduced(self, width: int, height: int) -> np.ndarray:
        """The composite as (height, width, 3) uint8, quickly: for a preview at the learned size."""
        return opaque_picture(reduced(self._composing.shown.levels(), width, height))

    def reduced_mask(self, width: int, height: int) -> np.ndarray:
        """The mask as (height, width) uint8."""
        return reduced(self._composing.mask.levels(), width, height)

    def coverage(self) -> np.ndarray:
        """(H, W) uint8: where paint or objects lie."""
        self.finish()
        return self._composing.covered(self.rect).copy()

    @property
    def mask(self) -> np.ndarray:
        """(H, W) uint8: the area to change; not to be changed itself."""
        self.finish()
        return self._composing.mask.pixels()

    def levels(self) -> Levels:
        """The composite as layer pixels, in all sizes."""
        return self._composing.shown.levels()

    def mask_levels(self) -> Levels:
        return self._composing.mask.levels()

    def seen(self) -> Levels:
        """The same as `levels` as far as it is made in a moment; the rest follows with `changed`."""
        return self._in_moments(self._composing.shown)

    def seen_mask(self) -> Levels:
        return self._in_moments(self._composing.mask)

    @property
    def has_selection(self) -> bool:
        return not self.selection.is_blank()

    def has_work(self) -> bool:
        """Whether anything was painted, pasted or masked."""
        return bool(self.objects) or not all(
            layer.is_blank() for layer in (self.paint, self.added, self.removed)
        )

    def snapshot(self) -> Snapshot:
        """What of it is the work, without what is selected."""
        self.finish()
        patches = {name: patch for name in PARTS if (patch := patch_of(self.layers[name]))}
        return Snapshot(patches, self.objects)

    def set_base(self, base: np.ndarray | QImage) -> None:
        """Show another picture, (H, W, 3) uint8 or a QImage, under the paint: with few colours, or one colour."""
        image = as_image(base)
        if image.size() != self.size:
            sizes = [f"{size.width()}×{size.height()}" for size in (image.size(), self.size)]
            raise ValueError("the base is {} px, the picture {}".format(*sizes))
        self._composing.base = image
        self.spoil(self.rect)
        self._finish_edit()

    def restore(self, kept: Kept) -> None:
        """Go on with what another document of the same size was, undoing included."""
        for layer in kept.layers:
            setattr(self, layer.name, layer)
            self.layers[layer.name] = layer
            self._composing.layers[layer.name] = layer
        self.objects = self.committed_objects = self._composing.objects = kept.objects
        self.history.restore(kept.steps, kept.done)
        self.spoil(self.rect)
        self.selection_changed.emit()
        self.objects_changed.emit()
        self.history_changed.emit()
        self._finish_edit()

    def release(self) -> None:
        """Give memory back that can be made anew, while another document is shown."""
        self._composing.shown.release()
        self._composing.mask.release()

    # --- changing ----------------------------------------------------------------------------------------------

    @property
    def pending(self) -> bool:
        """A change is going on that is not a step yet, and it is not just being made one."""
        return self._pending and not self.moments.busy

    def touch(self, layer: Raster, rect: QRect) -> None:
        """Pixels of a layer in `rect` are about to change."""
        self.finish()
        self._pending = True
        layer.touch(rect)

    def spoil(self, rect: QRect) -> None:
        """What is seen in `rect` has changed."""
        rect = rect.intersected(self.rect)
        if not rect.isEmpty():
            self._composing.spoil(rect)
            self.changed.emit(rect)

    def set_objects(self, objects: Iterable[CanvasObject]) -> None:
        """Other objects, or the same ones elsewhere or in another order."""
        self.finish()
        objects = tuple(objects)
        different = set(self.objects).symmetric_difference(objects)
        stay = [[item for item in those if item not in different] for those in (self.objects, objects)]
        different.update(item for before, item in zip(*stay, strict=True) if before is not item)
        self._pending = self._pending or bool(different)
        self.objects = self._composing.objects = objects
        for item in different:
            self.spoil(item.rect)
        if self.active is not None and self.object(self.active) is None:
            self.active = None
        if different:
            self.objects_changed.emit()

    def become(self, snapshot: Snapshot) -> Steps:
        """A change: be made of what it was made of then. Raises ValueError for one of a larger canvas."""
        for name, patch in snapshot.patches.items():
            if not (
                self.rect.contains(patch.rect)
                and self.layers[name].pixels.shape[2:] == patch.pixels.shape[2:]
            ):
                raise ValueError(f"the layer {name} is {patch.pixels.shape} at {patch.left}, {patch.top}")
        return self._becoming(snapshot)

    def _becoming(self, snapshot: Snapshot) -> Steps:
        for name in PARTS:
            layer, patch = self.layers[name], snapshot.patches.get(name)
            whole = layer.used_rect().united(patch.rect if patch else QRect())
            for band in bands_of(whole, MOMENT // 2):
                self.touch(layer, band)
                layer.pixels[area(band)] = 0
                if patch:
                    common = band.intersected(patch.rect)
                    layer.pixels[area(common)] = patch.pixels[
                        area(common.translated(-patch.left, -patch.top))
                    ]
                self.spoil(band)
                yield 2 * band.width() * band.height()
        self.set_objects(snapshot.objects)

    def place(self, item: CanvasObject) -> None:
        """Put an object in place of the one with its id, or on top of all."""
        if self.object(item.id) is None:
            self.set_objects((*self.objects, item))
        else:
            self.set_objects(item if item.id == other.id else other for other in self.objects)

    def object(self, id: int | None) -> CanvasObject | None:
        return next((item for item in self.objects if item.id == id), None)

    def new_id(self) -> int:
        """An id that no object has, nor had in a step that can be undone."""
        known = [item.id for item in self.objects]
        known += [item.id for step in self.history.steps for item in step.objects]
        return max(known, default=0) + 1

    def set_active(self, id: int | None) -> None:
        if id != self.active:
            self.active = id
            self.objects_changed.emit()

    def settle(self) -> None:
        """What comes next in the change that is going on is laid on what is there now."""
        for layer in self.layers.values():
            layer.settle()

    def carry_out(self, steps: Steps, name: str = "", then: Callable[[Any], object] | None = None) -> None:
        """Make a change, as a step called `name` or still to be committed, without holding up the window however large
        it is; `then` is told what it returns. Whatever is done before it has ended comes after it.
        """
        tiles: dict[tuple[str, Key], Tile] = {}

        def all_of_it() -> Steps:
            answer = yield from steps
            if name:
                yield from self._take_change(tiles)
            return answer

        def end(answer: Any) -> None:
            if name:
                self._add_step(name, tiles)
            if then:
                then(answer)

        self.moments.carry_out(all_of_it(), end)

    def when_made(self, do: Callable[[], None]) -> None:
        """Do something when all that was asked for is done, and composed."""
        self.moments.when_free(lambda: self.carry_out(self._composing.all_made(), then=lambda _: do()))

    def made(self) -> Steps:
        """Part of a change: all that is seen is made, and comes as (H, W, 4) layer pixels, not to be changed."""
        return self._composing.made()

    def finish(self) -> None:
        """End a large change now that is still going on."""
        self.moments.finish()

    def commit(self, name: str) -> bool:
        """Make the change that is going on a step called `name`; False when nothing has changed, as far as is known
        when it does not end at once.
        """
        before = self.history.undoable
        self.carry_out(_nothing(), name)
        return self.moments.busy or self.history.undoable is not before

    def cancel(self) -> None:
        """Take back the change that is going on."""
        self.finish()
        changed = {layer.name for layer in self.layers.values() if layer.changes}
        objects = self.objects != self.committed_objects

        def end(_: object) -> None:
            self.set_objects(self.committed_objects)
            self._pending = False
            self._tell(changed, objects)

        self.moments.carry_out(self._reverted(), end)

    def undo(self) -> None:
        """Take back the change that is going on, else the last step."""
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

    def tell_of_edit(self) -> None:
        """An edit has ended, though it may not be a step yet; it is told when all that is seen is made."""
        composing = self._composing
        if pixels_in(composing.shown.stale + composing.mask.missing) > MOMENT:
            self._finish_edit()
        else:
            self.edit_finished.emit()

    # --- inside ------------------------------------------------------------------------------------------------

    def _take_change(self, tiles: dict[tuple[str, Key], Tile]) -> Steps:
        """Fill `tiles` with those that have changed as they were before."""
        for layer in self.layers.values():
            for key, tile in layer.take_change():
                if tile is not None:
                    tiles[layer.name, key] = tile
                yield 2 * SIDE * SIDE  # it is compared and copied

    def _add_step(self, name: str, tiles: dict[tuple[str, Key], Tile]) -> None:
        objects, self.committed_objects = self.committed_objects, self.objects
        self._pending = False
        if tiles or objects != self.objects:
            self.history.add(name, tiles, objects)
            self._note(self.history.steps[-1])
            self._tell({name for name, _ in tiles}, objects != self.objects)

    def _reverted(self) -> Steps:
        for layer in self.layers.values():
            for rect in layer.revert():
                self._restored(layer, rect)
                yield rect.width() * rect.height()

    def _take_back(self, error: StudioError) -> None:
        """What failed is as if it had not been begun, and the person is told."""
        if self._pending:
            self.cancel()
        self.failed.emit(error)

    def _in_moments(self, derived: Derived) -> Levels:
        levels = derived.levels(MOMENT)
        if not derived.missing.isEmpty():
            self._making.start()
        return levels

    def _finish_edit(self) -> None:
        """All of the canvas looks different; a large one takes many moments to be made again."""
        self._unfinished = True
        self._make_more()

    def _make_more(self) -> None:
        shown, mask = self._composing.shown, self._composing.mask
        missing = shown.missing + mask.missing
        if self._unfinished:
            self._in_moments(mask if shown.stale.isEmpty() else shown)
        if not missing.isEmpty():
            self.changed.emit(missing.boundingRect())  # whoever paints it asks for more of it
        if self._unfinished and shown.stale.isEmpty() and mask.missing.isEmpty():
            self._unfinished = False
            self.edit_finished.emit()

    def _exchange(self, step: Step, by: int) -> None:
        """Undo or redo a step: what is becomes what it keeps."""

        def end(_: object) -> None:
            self.history.done += by
            objects, step.objects = step.objects, self.objects
            self.set_objects(objects)
            self.committed_objects, self._pending = self.objects, False
            self._note(step)
            self._tell({name for name, _ in step.tiles}, objects != step.objects)

        self.moments.carry_out(self._exchanged(step), end)

    def _exchanged(self, step: Step) -> Steps:
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
        """That layers, by name, or objects have changed."""
        if self.selection.name in changed:
            self.selection_changed.emit()
        self.history_changed.emit()
        if objects or changed - {self.selection.name}:
            self.tell_of_edit()

    def _restored(self, layer: Raster, rect: QRect) -> None:
        if layer is not self.selection:  # of which is told at the end
            self.spoil(rect)


def _nothing() -> Steps:
    """A change that is made already."""
    yield from ()
