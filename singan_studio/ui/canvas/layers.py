"""The layers of a document: picture, paint, objects and mask, and the composite of them.

Arrays are in canvas px, the original picture's (up to 4096 a side). No widgets are used here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.composing import (
    PAINT,
    PICTURE,
    UNSEEN_ONLY,
    AllProps,
    Composing,
    LayerProps,
    object_layer,
    props_of,
    reduced,
)
from singan_studio.ui.canvas.derived import MOMENT, Derived
from singan_studio.ui.canvas.document_state import DocumentState
from singan_studio.ui.canvas.frozen_view import FrozenView
from singan_studio.ui.canvas.incremental_jobs import IncrementalRunner, JobSteps, Offload
from singan_studio.ui.canvas.levels import Levels
from singan_studio.ui.canvas.objects import CanvasObject
from singan_studio.ui.canvas.pixels import opaque_picture, pixels_in, pixels_of
from singan_studio.ui.canvas.raster import Raster
from singan_studio.ui.widgets.pixels import as_image


class CanvasLayers(QObject):
    """Layers with properties. Hidden paint and objects are left out of results; the picture and the overlay of the mask
    are hidden from view only.
    """

    changed = Signal(object)  # QRect of canvas px that must be painted again
    edit_finished = (
        Signal()
    )  # a stroke, drag, fill, transform or undo has ended, or layers were shown or hidden
    layer_props_changed = Signal()  # which layers are hidden, or how opaque they are
    objects_changed = Signal()  # their number, order or placement, or which one is active

    def __init__(
        self,
        picture: np.ndarray,
        automatic_mask: bool = True,
        parent: QObject | None = None,
        image: QImage | None = None,
        thread: BackgroundWorker | None = None,
    ) -> None:
        """Create blank layers over `picture`, (H, W, 3) uint8 sRGB, which must not be changed.

        With `automatic_mask` the mask is where paint and objects lie, plus and minus what is painted into it,
        otherwise only what is painted into it. `image` is the picture as a QImage, if there is one already. Slow
        parts run on `thread`.
        """
        super().__init__(parent)
        height, width = picture.shape[:2]
        self.picture = picture
        self.automatic_mask = automatic_mask
        self.paint = Raster("paint", height, width, 4)
        self.added = Raster("added", height, width, 1)  # painted into the mask
        self.removed = Raster("removed", height, width, 1)  # erased from the mask
        self.selection = Raster("selection", height, width, 1)
        self.layers = {layer.name: layer for layer in (self.paint, self.added, self.removed, self.selection)}
        self.objects: tuple[CanvasObject, ...] = ()
        self.active: int | None = None  # id of the object that the handles belong to
        self.image = as_image(image or picture)
        self.composing = Composing(self.image, self.paint, self.added, self.removed, automatic_mask)
        self.runner = IncrementalRunner(thread, self)
        self._making = QTimer(self, singleShot=True, interval=0)
        self._making.timeout.connect(self._make_more)
        self._unfinished = False  # `edit_finished` waits until everything is composed

    @property
    def size(self) -> QSize:
        return self.rect.size()

    @property
    def rect(self) -> QRect:
        return self.paint.rect

    def object(self, id: int | None) -> CanvasObject | None:
        return next((item for item in self.objects if item.id == id), None)

    def set_active(self, id: int | None) -> None:
        if id != self.active:
            self.active = id
            self.objects_changed.emit()

    # --- composite, coverage, mask -----------------------------------------------------------------------------

    def composite(self) -> np.ndarray:
        """Return the picture under the paint under the objects, (H, W, 3) uint8 sRGB."""
        return self.frozen_view().composite()

    def coverage(self) -> np.ndarray:
        """Return where paint or objects lie, (H, W) uint8."""
        return self.frozen_view().coverage()

    @property
    def mask(self) -> np.ndarray:
        """The area to change, (H, W) uint8, read-only."""
        self.finish()
        return self.composing.mask.pixels()

    def document_state(self) -> DocumentState:
        """Return the content of the document, without the selection."""
        return self.frozen_view().document_state()

    def frozen_view(self) -> FrozenView:
        """Compose everything at once and return a view of it."""
        self.finish()
        return FrozenView(self.composing, self.layers)

    def take(self, look: Callable[[FrozenView], Any], then: Callable[[Any], object]) -> None:
        """Call `look` once all edits are done and composed, and `then` with its answer.

        On a large canvas `look` runs on the other thread.
        """
        self.runner.when_free(lambda: self.runner.run_job(self._looking(look), then))

    def reduced(self, width: int, height: int) -> np.ndarray:
        """Return a reduced composite, (height, width, 3) uint8, quickly enough for previews."""
        return opaque_picture(reduced(self.composing.shown.levels(), width, height))

    def reduced_mask(self, width: int, height: int) -> np.ndarray:
        """Return the reduced mask, (height, width) uint8."""
        return reduced(self.composing.mask.levels(), width, height)

    # --- for the view ------------------------------------------------------------------------------------------

    def levels(self) -> Levels:
        """Return the composite as layer pixels in all sizes."""
        return self.composing.shown.levels()

    def seen(self) -> Levels:
        """Return the composite as far as it can be made now; the rest follows with `changed`."""
        return self._partly_made(self.composing.shown)

    def seen_overlay(self) -> Levels:
        """Return the layers above the picture, as far as they can be made now."""
        return self._partly_made(self.composing.overlay)

    def seen_mask(self) -> Levels:
        """Return the mask, as far as it can be made now."""
        return self._partly_made(self.composing.mask)

    @property
    def has_selection(self) -> bool:
        return not self.selection.is_blank()

    def set_base(self, base: np.ndarray | QImage) -> None:
        """Show another picture, (H, W, 3) uint8 or a QImage, under the paint, such as one of few colours."""
        image = as_image(base)
        if image.size() != self.size:
            sizes = [f"{size.width()}×{size.height()}" for size in (image.size(), self.size)]
            raise ValueError("the base is {} px, the picture {}".format(*sizes))
        self.composing.base = image
        self.invalidate(self.rect)
        self._finish_edit()

    def invalidate(self, rect: QRect) -> None:
        """Mark `rect` as changed."""
        rect = rect.intersected(self.rect)
        if not rect.isEmpty():
            self.composing.invalidate(rect)
            self.changed.emit(rect)

    def release(self) -> None:
        """Free memory that can be computed again, while another document is shown."""
        self.composing.release()

    # --- visibility and opacity --------------------------------------------------------------------------------

    def layer_props(self, layer: str) -> LayerProps:
        """Return the properties of `PICTURE`, `PAINT`, `MASK` or an object's `object_layer`."""
        return props_of(self.composing.props, layer)

    def set_layer_props(self, layer: str, props: LayerProps) -> None:
        """Change how a layer is shown. This is no step: it is undone by doing it again."""
        self._set_all_props({**self.composing.props, layer: props})

    def show_layer(self, layer: str, visible: bool) -> None:
        """Show or hide a layer."""
        self.set_layer_props(layer, replace(self.layer_props(layer), visible=visible))

    @property
    def hidden(self) -> frozenset[str]:
        """The names of the hidden layers, also of objects that were removed."""
        return frozenset(layer for layer, props in self.composing.props.items() if not props.visible)

    def set_hidden(self, layers: Iterable[str]) -> None:
        """Hide these layers and show all others."""
        hidden = frozenset(layers)
        names = hidden.union(self.composing.props)
        self._set_all_props(
            {name: replace(self.layer_props(name), visible=name not in hidden) for name in names}
        )

    def _set_all_props(self, all_props: AllProps) -> None:
        if self._replace_props(all_props) - UNSEEN_ONLY:
            self.tell_of_edit()

    def _replace_props(self, all_props: AllProps) -> frozenset[str]:
        """Replace the properties of all layers without emitting `edit_finished`; return the layers that changed."""
        self.finish()
        before, self.composing.props = self.composing.props, all_props
        names = frozenset(before).union(all_props)
        changed = frozenset(name for name in names if props_of(before, name) != props_of(all_props, name))
        if PICTURE in changed and self.layer_props(PICTURE).visible:
            self.composing.overlay.release()
        if PAINT in changed:
            self.invalidate(self.paint.used_rect())
        for item in self.objects:
            if object_layer(item.id) in changed:
                self.invalidate(item.rect)
        if changed & UNSEEN_ONLY:
            self.changed.emit(self.rect)
        if changed:
            self.layer_props_changed.emit()
        return changed

    def _reveal(self, layer: str) -> None:
        """Show a layer that is being changed, so that nobody works on what they cannot see."""
        props = self.layer_props(layer)
        if not props.visible:
            self._replace_props({**self.composing.props, layer: replace(props, visible=True)})

    # --- composing in parts ------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Complete a running edit now."""
        self.runner.finish()

    def when_made(self, do: Callable[[], None]) -> None:
        """Call `do` once all edits are done and composed."""
        self.runner.when_free(lambda: self.runner.run_job(self.composing.all_made(), lambda _: do()))

    def made(self) -> JobSteps:
        """Return a part of a job that composes everything and returns (H, W, 4) layer pixels, read-only."""
        return self.composing.made()

    def tell_of_edit(self) -> None:
        """Emit `edit_finished` once everything is composed; the edit may not be a step yet."""
        composing = self.composing
        if pixels_in(composing.shown.stale + composing.mask.missing) > MOMENT:
            self._finish_edit()
        else:
            self.edit_finished.emit()

    def _looking(self, look: Callable[[FrozenView], Any]) -> JobSteps:
        yield from self.composing.all_made()
        view = FrozenView(self.composing, self.layers)
        return (yield Offload(pixels_of(self.rect), lambda: look(view)))

    def _partly_made(self, derived: Derived) -> Levels:
        levels = derived.levels(MOMENT // 2)
        if not derived.missing.isEmpty():
            self._making.start()
        return levels

    def _finish_edit(self) -> None:
        """Compose the whole canvas again, in parts, and emit `edit_finished` then."""
        self._unfinished = True
        self._make_more()

    def _make_more(self) -> None:
        shown, mask = self.composing.shown, self.composing.mask
        missing = shown.missing + mask.missing + self.composing.overlay.missing
        if self._unfinished:
            self._partly_made(mask if shown.stale.isEmpty() else shown)
        if not missing.isEmpty():
            self.changed.emit(missing.boundingRect())  # painting it requests more of it
        if not self._unfinished:
            return
        if shown.stale.isEmpty() and mask.missing.isEmpty():
            self._unfinished = False
            self.edit_finished.emit()
        else:
            self._making.start()  # the mask comes after the picture, even if nothing requests more of it
