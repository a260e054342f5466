"""How far the models of a project are learned."""

from __future__ import annotations

from singan_studio.core.cost_model import share_done
from singan_studio.core.geometry import geometry_for
from singan_studio.core.images import png_size
from singan_studio.core.schedule import iterations_at
from singan_studio.project.store import ModelInfo, ProjectStore


def is_learned(store: ProjectStore, model: ModelInfo) -> bool:
    """Return whether all scales of a model are finished."""
    finished = len(store.scales(model.id))
    if retrains_one_scale(model):
        assert model.parent is not None
        return finished >= len(store.scales(model.parent))
    return finished >= len(geometry_for(*source_size(store), model.config).sizes)


def share_learned(store: ProjectStore, model: ModelInfo) -> float:
    """Return the share of a model's training that is over, 0..1, by the time it takes."""
    sizes = geometry_for(*source_size(store), model.config).sizes
    fractions = [0.0] * len(sizes)
    for scale in store.scales(model.id):
        if scale.scale < len(sizes):
            fractions[scale.scale] = 1.0
    checkpoint = store.checkpoint(model.id)
    if checkpoint is not None and checkpoint.scale < len(sizes):
        fractions[checkpoint.scale] = checkpoint.iteration / iterations_at(
            model.config, sizes[checkpoint.scale]
        )
    return share_done(model.config, sizes, fractions)


def retrains_one_scale(model: ModelInfo) -> bool:
    """Return whether the model has all scales but one from its parent."""
    return model.config.quantise_scale >= 0


def source_size(store: ProjectStore) -> tuple[int, int]:
    """Return the (height, width) of the original in px."""
    return png_size(store.source().png)
