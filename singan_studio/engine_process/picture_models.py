"""Start stops and loading of the models that recipes name; the only place that knows every kind of model."""

from __future__ import annotations

import functools
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from singan_studio.core.errors import BadInput
from singan_studio.core.patch_stops import Stop, stops_of, working_size
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.engine_process.models import source_size
from singan_studio.project.store import ProjectStore

if TYPE_CHECKING:
    import numpy as np
    import torch

    from singan_studio.engine.model import PictureModel

KEPT = 4
"""Number of loaded models that are kept; each holds a few MB."""


def start_stops(store: ProjectStore, model_id: str) -> list[Stop]:
    """Return every start stop that a model has now, coarsest first.

    Raises `BadInput` for a model that the project does not hold, or that cannot draw yet.
    """
    if model_id == PATCHES:
        return stops_of(working_size(*source_size(store)))
    store.model(model_id)
    scales = store.scales(model_id)
    if not scales:
        raise BadInput("sample.no_scales")
    return [Stop("size", 0.0, level, (scale.height, scale.width)) for level, scale in enumerate(scales)]


class PictureModels:
    """Loads models onto one device and keeps the most recently used."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._kept: OrderedDict[tuple[object, ...], PictureModel] = OrderedDict()

    def load(
        self, project: Path, store: ProjectStore, recipe: Recipe, source: np.ndarray, carried: bool
    ) -> PictureModel:
        """Return the model of a complete recipe, with as many stops as it names; `source` is the project's photo.

        Of a photo with alpha, on white, it draws pictures with alpha: patches have it `carried`, or it is found.
        """
        key: tuple[object, ...]
        if recipe.model_id == PATCHES:
            photo = source if carried else source[..., :3]
            key = PATCHES, recipe.photo, photo.shape[2]
            model = self._keep(key, lambda: self._patches(photo))
        else:
            key = project, recipe.model_id, *store.scales(recipe.model_id)[: recipe.scales]
            model = self._keep(key, lambda: self._learned(store, recipe, source[..., :3]))
        if source.shape[2] == 4 and not (carried and recipe.model_id == PATCHES):
            opaque = model
            model = self._keep(("transparent", *key), lambda: self._transparent(opaque, source))
        return model if recipe.finish < 0 else self._finished(model, source, recipe.finish)

    def _keep(self, key: tuple[object, ...], load: Callable[[], PictureModel]) -> PictureModel:
        if key not in self._kept:
            self._kept[key] = load()
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]

    def _patches(self, source: np.ndarray) -> PictureModel:
        from singan_studio.engine.patches.model import PatchesModel

        return PatchesModel.of(source, self._device)

    def _transparent(self, model: PictureModel, source: np.ndarray) -> PictureModel:
        from singan_studio.engine.patches.transparent_model import TransparentModel

        return TransparentModel(model, source, self._device)

    def _finished(self, model: PictureModel, source: np.ndarray, percent: int) -> PictureModel:
        from singan_studio.engine.patches.finished_model import FinishedModel

        return FinishedModel(model, source, percent, self._device)

    def _learned(self, store: ProjectStore, recipe: Recipe, photo: np.ndarray) -> PictureModel:
        from singan_studio.engine.gan.model import LearnedModel
        from singan_studio.engine.gan.pyramid import build_pyramid, geometry_of
        from singan_studio.engine.gan.sampler import load_pyramid

        config = store.model(recipe.model_id).config
        pyramid = load_pyramid(config, store.scale_blobs(recipe.model_id)[: recipe.scales], self._device)
        reals = functools.cache(lambda: build_pyramid(photo, geometry_of(photo, config), self._device))
        return LearnedModel(pyramid, reals)
