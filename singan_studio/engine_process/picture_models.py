"""Start stops and loading of the models that recipes name; the only place that knows every kind of model."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from singan_studio.core.errors import BadInput
from singan_studio.core.recipe import Recipe
from singan_studio.core.schedule import Size
from singan_studio.project.store import ProjectStore

if TYPE_CHECKING:
    import torch

    from singan_studio.engine.model import PictureModel

KEPT = 4
"""Number of loaded models that are kept; each holds a few MB."""


def stop_sizes(store: ProjectStore, model_id: str) -> list[Size]:
    """Return the (height, width) of every start stop that a model has now, coarsest first.

    Raises `BadInput` for a model that the project does not hold, or that cannot draw yet.
    """
    store.model(model_id)
    sizes = [(scale.height, scale.width) for scale in store.scales(model_id)]
    if not sizes:
        raise BadInput("sample.no_scales")
    return sizes


class PictureModels:
    """Loads models onto one device and keeps the most recently used."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._kept: OrderedDict[tuple[object, ...], PictureModel] = OrderedDict()

    def load(self, project: Path, store: ProjectStore, recipe: Recipe) -> PictureModel:
        """Return the model of a complete recipe, with as many stops as it names."""
        key = (project, recipe.model_id, *store.scales(recipe.model_id)[: recipe.scales])
        if key not in self._kept:
            self._kept[key] = self._learned(store, recipe)
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]

    def _learned(self, store: ProjectStore, recipe: Recipe) -> PictureModel:
        from singan_studio.engine.gan.model import LearnedModel
        from singan_studio.engine.gan.sampler import load_pyramid

        blobs = store.scale_blobs(recipe.model_id)[: recipe.scales]
        return LearnedModel(load_pyramid(store.model(recipe.model_id).config, blobs, self._device))
