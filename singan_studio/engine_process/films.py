"""Exports a film of a project. Its recipe and settings go into the file, so that it can be made again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np

from singan_studio.core.cancel import CancelToken
from singan_studio.core.carried_inputs import INPUTS_KEY, MOST_FILM, MOST_STILL, carried_text
from singan_studio.core.recipe import PNG_KEY, PROJECT_KEY, Recipe
from singan_studio.export.film import Film, write_film
from singan_studio.export.formats import FORMATS
from singan_studio.export.settings import SETTINGS_KEY, ExportSettings
from singan_studio.project.project_link import link_from
from singan_studio.tools import registry


def texts_for(
    path: Path, project: Path, recipe: Recipe, carried: Mapping[str, bytes] = MappingProxyType({})
) -> dict[str, str]:
    """Return the texts to embed in a result's file: the recipe, the way to its project, and pictures to carry.

    `carried` are PNGs by SHA-256, which are left out where they are too large.
    """
    texts = {PNG_KEY: recipe.to_json()}
    most = MOST_FILM if registry.tool(recipe.tool).output == "film" else MOST_STILL
    if text := carried_text(carried, most):
        texts[INPUTS_KEY] = text
    if link := link_from(path, project):
        texts[PROJECT_KEY] = link
    return texts


def export_film(
    project: Path,
    recipe: Recipe,
    frames: Iterator[np.ndarray],
    path: Path,
    settings: ExportSettings,
    cancel: CancelToken,
    force: bool = False,
    carried: Mapping[str, bytes] = MappingProxyType({}),
) -> Film:
    """Write the frames of a complete recipe to a file; `carried` as for `texts_for`.

    Raises the errors of `write_film`.
    """
    file = path / "frame" if FORMATS[settings.format].folder else path
    texts = {**texts_for(file, project, recipe, carried), SETTINGS_KEY: settings.to_json()}
    params = recipe.params
    return write_film(path, frames, params["frames"], params["fps"], settings, texts, cancel, force)
