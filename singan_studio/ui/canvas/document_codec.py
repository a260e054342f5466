"""Convert documents, steps and objects to the plain data of the project's canvas codec, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple
from typing import Any

from singan_studio.project.canvas_codec import (
    LAYERS,
    PLACEMENT,
    BitmapData,
    CanvasData,
    ObjectData,
    PatchData,
    SourcesData,
    StateData,
    StepData,
)
from singan_studio.ui.canvas.document import CanvasDocument, SavedDocument
from singan_studio.ui.canvas.document_state import DocumentState, Patch
from singan_studio.ui.canvas.history import Step
from singan_studio.ui.canvas.objects import Bitmap, CanvasObject, Placement
from singan_studio.ui.canvas.raster import Raster


def objects_data(objects: Iterable[CanvasObject]) -> tuple[ObjectData, ...]:
    """Return objects as plain data."""
    return tuple(ObjectData(item.id, bitmap_data(item.bitmap), *astuple(item.placement)) for item in objects)


def bitmap_data(bitmap: Bitmap) -> BitmapData:
    """Return a bitmap as plain data, with the same pixels."""
    return BitmapData(bitmap.key, bitmap.pixels)


def step_data(step: Step) -> StepData:
    """Return a copy of a step, as undoing it would change the step itself."""
    return StepData(step.name, objects_data(step.objects), dict(step.tiles))


def state_data(document: CanvasDocument) -> StateData:
    """Return what a document consists of beside its tiles, without a change that is going on."""
    history = document.history
    return StateData(
        document.rect.width(),
        document.rect.height(),
        objects_data(document.committed_objects),
        tuple(step.id for step in history.steps),
        history.done,
    )


def saved_document(data: CanvasData) -> SavedDocument:
    """Return a document that was read from the file. This takes time and may run on any thread."""
    state, bitmaps = data.state, {}
    layers = {name: Raster(name, state.height, state.width, channels) for name, channels in LAYERS.items()}
    for (layer, key), tile in data.tiles.items():
        layers[layer].put(key, tile)
    steps = [
        Step(id, step.name, dict(step.tiles), _objects(step.objects, bitmaps))
        for id, step in ((id, data.steps[id]) for id in state.steps)
    ]
    return SavedDocument(tuple(layers.values()), _objects(state.objects, bitmaps), steps, state.done)


def sources_data(state: DocumentState, extras: Mapping[str, Any]) -> SourcesData:
    """Return the state of a document and what the tool's panel kept beside it as plain data."""
    patches = {name: PatchData(patch.left, patch.top, patch.pixels) for name, patch in state.patches.items()}
    return SourcesData(patches, objects_data(state.objects), extras)


def document_state(data: SourcesData) -> DocumentState:
    """Return the state of a document that was kept with a result."""
    patches = {name: Patch(patch.left, patch.top, patch.pixels) for name, patch in data.patches.items()}
    return DocumentState(patches, _objects(data.objects, {}))


def _objects(objects: Iterable[ObjectData], bitmaps: dict[str, Bitmap]) -> tuple[CanvasObject, ...]:
    """Return objects that share one `Bitmap` for each key, across calls with the same `bitmaps`."""
    found = []
    for item in objects:
        bitmap = bitmaps.setdefault(item.bitmap.key, Bitmap(item.bitmap.pixels, item.bitmap.key))
        placement = Placement(*(getattr(item, name) for name in PLACEMENT))
        found.append(CanvasObject(item.id, bitmap, placement))
    return tuple(found)
