"""What a result was made from by hand, to be edited again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from singan_studio.core.images.resizing import shrunk, stretched
from singan_studio.core.recipe import Recipe
from singan_studio.ui.canvas.document_codec import document_state
from singan_studio.ui.canvas.document_state import DocumentState, state_looking_like
from singan_studio.ui.project.project_data import SHOWN_SIDE

if TYPE_CHECKING:
    from singan_studio.project.repository import ProjectRepository
    from singan_studio.tools.base import ToolSpec


@dataclass(frozen=True)
class ResultSources:
    """The canvas of a result, and what the tool's panel kept with it; unless `exact` it only looks alike."""

    document_state: DocumentState
    extras: Mapping[str, Any] = field(default_factory=dict)
    exact: bool = True


def read_sources(
    repository: ProjectRepository, recipe: Recipe, spec: ToolSpec, automatic_mask: bool
) -> ResultSources:
    """Read what a result's inputs were made from. If it was not kept, because the inputs were files, return a state
    that looks like them. This takes time and may run on any thread.
    """
    if kept := repository.sources(recipe.inputs):
        return ResultSources(document_state(kept), kept.extras)
    found: dict[str, np.ndarray] = {}
    base = shrunk(repository.pixels, SHOWN_SIDE)
    for param in spec.params:
        if param.name in recipe.inputs and param.takes != "given":
            picture = repository.input_picture(recipe.inputs[param.name], param.takes == "pieces")
            found[param.takes] = stretched(picture, base.shape[:2])
    if (pieces := found.get("pieces")) is not None:
        found["composite"] = np.where(pieces[:, :, 3:] == 255, pieces[:, :, :3], base)
    mask = found["mask"].max(axis=2) if "mask" in found else None
    state = state_looking_like(base, found.get("composite"), mask, automatic_mask)
    return ResultSources(state, exact=False)
