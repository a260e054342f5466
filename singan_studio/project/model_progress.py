"""How far the models of a project are learned."""

from __future__ import annotations

from singan_studio.core.geometry import geometry_for
from singan_studio.core.images import png_size
from singan_studio.project.store import ModelInfo, ProjectStore


def is_learned(store: ProjectStore, model: ModelInfo) -> bool:
    """Return whether all scales of a model are finished."""
    finished = len(store.scales(model.id))
    if retrains_one_scale(model):
        assert model.parent is not None
        return finished >= len(store.scales(model.parent))
    return finished >= len(geometry_for(*source_size(store), model.config).sizes)


def retrains_one_scale(model: ModelInfo) -> bool:
    """Return whether the model has all scales but one from its parent."""
    return model.config.quantise_scale >= 0


def source_size(store: ProjectStore) -> tuple[int, int]:
    """Return the (height, width) of the original in px."""
    return png_size(store.source().png)
