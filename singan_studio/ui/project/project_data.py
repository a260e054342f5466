"""What the window shows of an open project, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtGui import QImage

from singan_studio.core.errors import BadInput
from singan_studio.core.images.resizing import shrunk, stretched
from singan_studio.core.patch_stops import working_size
from singan_studio.project.records import (
    FINISH_KEY,
    FIRST_KEY,
    MAKER_KEY,
    TOOLS_KEY,
    VIEW_KEY,
    KeptResult,
    Model,
)
from singan_studio.ui.canvas.document import SavedDocument
from singan_studio.ui.canvas.document_codec import saved_document
from singan_studio.ui.widgets.pixels import as_image

if TYPE_CHECKING:
    from singan_studio.core.images import Notice
    from singan_studio.project.repository import ProjectRepository

SHOWN_SIDE = 4096
"""Longer side in px of the picture that the window shows and canvases lie on; larger pictures are shrunk."""


SETTINGS = MAKER_KEY, FINISH_KEY, FIRST_KEY
"""Keys of further settings of the project, each a JSON object."""


@dataclass(frozen=True)
class SavedCanvas:
    """The saved canvas of one tool, None where it could not be read; `names` are those of all its rows in the file."""

    document: SavedDocument | None
    names: frozenset[str]


@dataclass(frozen=True)
class ProjectData:
    """What the window needs of a project that was just opened or made."""

    path: Path
    name: str  # of the picture, as it was given
    picture: np.ndarray  # (H, W, 3) uint8, at most SHOWN_SIDE px
    small: np.ndarray  # the picture at the size that its patches draw at, (h, w, 3) uint8
    height: int  # of the picture in the project, px
    width: int
    model: Model | None
    results: list[KeptResult]
    notices: tuple[Notice, ...] = ()
    tools: dict[str, Any] = field(default_factory=dict)  # the choices for every tool
    canvases: dict[str, SavedCanvas] = field(default_factory=dict)  # by tool
    view: dict[str, Any] = field(default_factory=dict)  # pan, zoom and arrangement of the panes
    settings: dict[str, dict[str, Any]] = field(default_factory=dict)  # by key, see `SETTINGS`
    has_exif: bool = False  # whether it is known what the photo's camera noted
    transparent: bool = False  # whether the picture, here on white, has alpha in the project
    image: QImage = field(default_factory=QImage)  # the picture for painting


def read_project(repository: ProjectRepository) -> ProjectData:
    """Read everything the window shows of a project. This takes time and may run on any thread."""
    from singan_studio.core.images import Notice, png_is_transparent

    height, width = repository.pixels.shape[:2]
    picture = shrunk(repository.pixels, SHOWN_SIDE)
    kept = repository.canvases(picture.shape[1], picture.shape[0])
    results = repository.results()
    model, model_problems = _model(repository)
    problems = [
        Notice("project.handwork", {"tool": tool, "reason": canvas.problem})
        for tool, canvas in kept.items()
        if canvas.problem
    ] + [
        Notice("project.result_damaged", {"result": result.id, "reason": result.problem})
        for result in results
        if result.problem
    ][:1]
    return ProjectData(
        repository.path,
        repository.store.source().name,
        picture,
        stretched(picture, working_size(height, width)),
        height,
        width,
        model,
        results,
        (*repository.notices, *model_problems, *problems),
        repository.meta_object(TOOLS_KEY),
        {
            tool: SavedCanvas(saved_document(canvas.data) if canvas.data else None, canvas.names)
            for tool, canvas in kept.items()
        },
        repository.meta_object(VIEW_KEY),
        {key: repository.meta_object(key) for key in SETTINGS},
        bool(repository.exif),
        png_is_transparent(repository.store.source().png),
        as_image(picture),
    )


def _model(repository: ProjectRepository) -> tuple[Model | None, list[Notice]]:
    """Return the active model; where it is damaged none, and what is wrong with it."""
    from singan_studio.core.images import Notice

    try:
        return repository.model(), []
    except BadInput as error:
        if error.code != "model.damaged":
            raise
        return None, [Notice(error.code, error.params)]
