"""The work of one tool on one picture: layers, mask, objects, selection, and undoing all of it.

Arrays are in canvas px, the original picture's (up to 4096 a side). Nothing here knows of widgets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from singan_studio.gui.canvas.derived import MOMENT, Derived
from singan_studio.gui.canvas.history import History, Step
from singan_studio.gui.canvas.levels import Levels
from singan_studio.gui.canvas.moments import Change, Moments
from singan_studio.gui.canvas.objects import CanvasObject, alpha_of
from singan_studio.gui.canvas.pixels import area, opaque_picture, painting, pixels_in, shared
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
        self._base = self.image
        self._shown = Derived((height, width, 4), self._draw)
        self._mask = Derived((height, width), self._draw_mask)
        self._making = QTimer(self, singleShot=True, interval=0)
        self._making.timeout.connect(self._make_more)
        self._unfinished = False  # `edit_finished` waits until all is made
        self._moments = Moments(thread, self)
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
        return opaque_picture(self._shown.pixels())

    def reduced(self, width: int, height: int) -> np.ndarray:
        """The composite as (height, width, 3) uint8, quickly: for a preview at the learned size."""
        return opaque_picture(self._reduced(self._shown.levels(), width, height))

    def reduced_mask(self, width: int, height: int) -> np.ndarray:
        """The mask as (height, width) uint8."""
        return self._reduced(self._mask.levels(), width, height)

    def coverage(self) -> np.ndarray:
        """(H, W) uint8: where paint or objects lie."""
        self.finish()
        return self._covered(self.rect).copy()

    @property
    def mask(self) -> np.ndarray:
        """(H, W) uint8: the area to change; not to be changed itself."""
        self.finish()
        return self._mask.pixels()

    def levels(self) -> Levels:
        """The composite as layer pixels, in all sizes."""
        return self._shown.levels()

    def mask_levels(self) -> Levels:
        return self._mask.levels()

    def seen(self) -> Levels:
        """The same as `levels` as far as it is made in a moment; the rest follows with `changed`."""
        return self._in_moments(self._shown)

    def seen_mask(self) -> Levels:
        return self._in_moments(self._mask)

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
        self._base = image
        self.spoil(self.rect)
        self._finish_edit()

    def restore(self, kept: Kept) -> None:
        """Go on with what another document of the same size was, undoing included."""
        for layer in kept.layers:
            setattr(self, layer.name, layer)
            self.layers[layer.name] = layer
        self.objects = self.committed_objects = kept.objects
        self.history.restore(kept.steps, kept.done)
        self.spoil(self.rect)
        self.selection_changed.emit()
        self.objects_changed.emit()
        self.history_changed.emit()
        self._finish_edit()

    def release(self) -> None:
        """Give memory back that can be made anew, while another document is shown."""
        self._shown.release()
        self._mask.release()

    # --- changing ----------------------------------------------------------------------------------------------

    @property
    def pending(self) -> bool:
        """A change is going on that is not a step yet."""
        return self._pending

    def touch(self, layer: Raster, rect: QRect) -> None:
        """Pixels of a layer in `rect` are about to change."""
        self.finish()
        self._pending = True
        layer.touch(rect)

    def spoil(self, rect: QRect) -> None:
        """What is seen in `rect` has changed."""
        rect = rect.intersected(self.rect)
        if not rect.isEmpty():
            self._shown.spoil(rect)
            self._mask.spoil(rect)
            self.changed.emit(rect)

    def set_objects(self, objects: Iterable[CanvasObject]) -> None:
        """Other objects, or the same ones elsewhere or in another order."""
        self.finish()
        objects = tuple(objects)
        different = set(self.objects).symmetric_difference(objects)
        stay = [[item for item in those if item not in different] for those in (self.objects, objects)]
        different.update(item for before, item in zip(*stay, strict=True) if before is not item)
        self._pending = self._pending or bool(different)
        self.objects = objects
        for item in different:
            self.spoil(item.rect)
        if self.active is not None and self.object(self.active) is None:
            self.active = None
        if different:
            self.objects_changed.emit()

    def become(self, snapshot: Snapshot) -> None:
        """Be made of what it was made of then; not yet a step. Raises ValueError for one of a larger canvas."""
        self.finish()
        for name in PARTS:
            layer, patch = self.layers[name], snapshot.patches.get(name)
            if patch and not (
                self.rect.contains(patch.rect) and layer.pixels.shape[2:] == patch.pixels.shape[2:]
            ):
                raise ValueError(f"the layer {name} is {patch.pixels.shape} at {patch.left}, {patch.top}")
            rect = layer.used_rect().united(patch.rect if patch else QRect())
            self.touch(layer, rect)
            layer.pixels[area(rect)] = 0
            if patch:
                layer.pixels[area(patch.rect)] = patch.pixels
            self.spoil(rect)
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

    def carry_out(self, change: Change, name: str) -> None:
        """Make a change a step called `name`, without holding up the window however large it is. Whatever is done
        before it has ended comes after it.
        """
        tiles: dict[tuple[str, Key], Tile] = {}

        def write(found: Any) -> Iterator[int]:
            yield from change.write(found)
            yield from self._take_change(tiles)

        self.finish()
        self._moments.carry_out(replace(change, write=write), lambda: self._add_step(name, tiles))

    def finish(self) -> None:
        """End a large change now that is still going on."""
        self._moments.finish()

    def commit(self, name: str) -> bool:
        """Make the change that is going on a step called `name`; False when nothing has changed."""
        self.finish()
        tiles: dict[tuple[str, Key], Tile] = {}
        for _ in self._take_change(tiles):
            pass
        return self._add_step(name, tiles)

    def _take_change(self, tiles: dict[tuple[str, Key], Tile]) -> Iterator[int]:
        """Fill `tiles` with those that have changed as they were before; yields px after each one."""
        for layer in self.layers.values():
            for key, tile in layer.take_change():
                if tile is not None:
                    tiles[layer.name, key] = tile
                yield SIDE * SIDE

    def _add_step(self, name: str, tiles: dict[tuple[str, Key], Tile]) -> bool:
        objects, self.committed_objects = self.committed_objects, self.objects
        self._pending = False
        if not tiles and objects == self.objects:
            return False
        self.history.add(name, tiles, objects)
        self._note(self.history.steps[-1])
        self._tell(tiles, objects != self.objects)
        return True

    def cancel(self) -> None:
        """Take back the change that is going on."""
        self.finish()
        for layer in self.layers.values():
            self._restored(layer, layer.revert())
        self.set_objects(self.committed_objects)
        self._pending = False

    def undo(self) -> None:
        """Take back the change that is going on, else the last step."""
        self.finish()
        if self._pending:
            self.cancel()
            self.edit_finished.emit()
            return
        step = self.history.step_back()
        if step:
            self._swap(step)

    def redo(self) -> None:
        self.finish()
        step = None if self._pending else self.history.step_on()
        if step:
            self._swap(step)

    # --- inside ------------------------------------------------------------------------------------------------

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
        missing = self._shown.missing + self._mask.missing
        if self._unfinished:
            self._in_moments(self._shown)
        if not missing.isEmpty():
            self.changed.emit(missing.boundingRect())  # whoever paints it asks for more of it
        if self._unfinished and self._shown.missing.isEmpty():
            self._unfinished = False
            self.edit_finished.emit()

    def _swap(self, step: Step) -> None:
        """Exchange what is with what the step keeps."""
        for (name, key), tile in step.tiles.items():
            layer = self.layers[name]
            step.tiles[name, key] = layer.tile(key)
            self._restored(layer, layer.put(key, tile))
        objects, step.objects = step.objects, self.objects
        self.set_objects(objects)
        self.committed_objects, self._pending = self.objects, False
        self._note(step)
        self._tell(step.tiles, objects != step.objects)

    def _note(self, step: Step) -> None:
        self.unsaved_tiles.update(step.tiles)
        self.unsaved_steps.add(step.id)

    def _tell(self, tiles: Iterable[tuple[str, Key]], objects: bool) -> None:
        changed = {name for name, _ in tiles}
        if self.selection.name in changed:
            self.selection_changed.emit()
        self.history_changed.emit()
        if not objects and not changed - {self.selection.name}:
            return
        if pixels_in(self._shown.missing) > MOMENT:
            self._finish_edit()
        else:
            self.edit_finished.emit()

    def _restored(self, layer: Raster, rect: QRect) -> None:
        if rect.isEmpty():
            return
        if layer is self.selection:
            self.selection_changed.emit()
        else:
            self.spoil(rect)

    def _draw(self, rect: QRect, pixels: np.ndarray) -> None:
        with painting(pixels, opaque=True) as painter:
            painter.setClipRect(rect)
            painter.drawImage(rect.topLeft(), self._base, rect)
            if self.paint.is_used(rect):
                painter.drawImage(rect.topLeft(), shared(self.paint.pixels), rect)
            for item in self.objects:
                if item.rect.intersects(rect):
                    item.paint(painter)

    def _draw_mask(self, rect: QRect, pixels: np.ndarray) -> None:
        mask: np.ndarray | int = self._covered(rect) if self.automatic_mask else 0
        if self.added.is_used(rect):
            mask = np.maximum(mask, self.added.pixels[area(rect)])
        if self.removed.is_used(rect):
            mask = np.minimum(mask, 255 - self.removed.pixels[area(rect)])
        pixels[area(rect)] = mask

    def _covered(self, rect: QRect) -> np.ndarray:
        paint = self.paint.pixels[area(rect)][..., 3]
        if not any(item.rect.intersects(rect) for item in self.objects):
            return paint
        return np.maximum(paint, alpha_of(self.objects, rect))

    def _reduced(self, levels: Levels, width: int, height: int) -> np.ndarray:
        import cv2  # here: the window paints before it is loaded

        level = levels.array(levels.index_for(width / self.rect.width()))
        smaller = width < level.shape[1]
        method = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
        return cv2.resize(level, (width, height), interpolation=method)
