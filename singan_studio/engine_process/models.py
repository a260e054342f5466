"""The models of a project besides the base model: which one a tool needs, and whether it is learned."""

from __future__ import annotations

from collections.abc import Callable

from singan_studio.core.config import TrainConfig
from singan_studio.core.events import Event, RunFinished
from singan_studio.core.images import png_size
from singan_studio.core.recipe import Recipe
from singan_studio.project.model_progress import is_learned, retrains_one_scale, source_size
from singan_studio.project.store import ModelInfo, ProjectStore
from singan_studio.tools import registry
from singan_studio.tools.base import ToolSpec


def model_for(store: ProjectStore, spec: ToolSpec, recipe: Recipe, base: ModelInfo) -> ModelInfo:
    """Return the model that makes this result, and add it to the project when it is new.

    The recipe's parameters must be settled. Raises `BadInput` for parameters that no model could serve.
    """
    needed = _needed(store, spec, recipe, base)
    if needed is None:
        return base
    kind, config = needed
    known = _known(store, kind, config, base)
    return known or store.model(store.add_model(kind, config, parent=base.id))


def learned_model_for(
    store: ProjectStore, spec: ToolSpec, recipe: Recipe, base: ModelInfo
) -> ModelInfo | None:
    """Return the model that makes this result if it exists and is learned, else None. Changes nothing."""
    needed = _needed(store, spec, recipe, base)
    if needed is None:
        return base
    known = _known(store, *needed, base)
    return known if known and is_learned(store, known) else None


def copy_below(store: ProjectStore, model: ModelInfo) -> None:
    """Copy the parent's scales below the retrained one into a model that retrains one scale; do nothing for others."""
    if retrains_one_scale(model):
        _copy(store, model, model.config.quantise_scale)


def completing(
    store: ProjectStore, model: ModelInfo, emit: Callable[[Event], None]
) -> Callable[[Event], None]:
    """Return `emit` wrapped so that a model that retrains one scale is completed before RunFinished is passed on.

    Completing it copies the parent's finer scales.
    """

    def complete(event: Event) -> None:
        if isinstance(event, RunFinished) and retrains_one_scale(model):
            assert model.parent is not None
            _copy(store, model, len(store.scales(model.parent)))
        emit(event)

    return complete


def _needed(
    store: ProjectStore, spec: ToolSpec, recipe: Recipe, base: ModelInfo
) -> tuple[str, TrainConfig] | None:
    """Return kind and configuration of the model besides the base model, or None when the base model is enough."""
    if not spec.model:
        return None
    return registry.load(spec.model)(base.config, recipe.params, _worked_on_size(store, spec, recipe))


def _worked_on_size(store: ProjectStore, spec: ToolSpec, recipe: Recipe) -> tuple[int, int]:
    """Return the (height, width) in px of the given picture if there is one, else of the original."""
    given = recipe.inputs.get(spec.given.name) if spec.given else None
    if given is None:
        return source_size(store)
    return png_size(store.blob(given))


def _known(store: ProjectStore, kind: str, config: TrainConfig, base: ModelInfo) -> ModelInfo | None:
    wanted = kind, config, base.id
    return next((m for m in store.models() if (m.kind, m.config, m.parent) == wanted), None)


def _copy(store: ProjectStore, model: ModelInfo, end: int) -> None:
    """Copy the parent's scales that the model lacks, up to `end`."""
    assert model.parent is not None
    records, blobs = store.scales(model.parent), store.scale_blobs(model.parent)
    for scale in range(len(store.scales(model.id)), end):
        store.save_scale(model.id, records[scale], blobs[scale])
