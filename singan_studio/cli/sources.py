"""What commands draw from: a project, or a plain picture, which becomes a project for as long as the command runs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from singan_studio.cli.learning import picture_to_learn
from singan_studio.cli.report import Report
from singan_studio.core.errors import BadInput
from singan_studio.core.images import decode_png, picture_hash
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.project import active_model
from singan_studio.project.header import MAGIC
from singan_studio.project.store import ModelInfo, ProjectStore

MODELS = ("patches", "learned")
"""Words of the option --model."""


@dataclass(frozen=True)
class DrawSource:
    """What a command draws from.

    `project` is a project file to draw from; `home` is the file that the user named and that results point to.
    `carried` are input pictures that the project does not keep, PNGs by SHA-256: they go into the results' files.
    """

    project: Path
    home: Path
    carried: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def temporary(self) -> bool:
        """Whether the project lasts no longer than the command."""
        return self.project != self.home


@contextmanager
def opened_source(path: Path, report: Report | None) -> Iterator[DrawSource]:
    """Yield what to draw from; what had to be done to a picture is reported.

    Raises `BadInput` for a file that is neither a project nor a picture.
    """
    if not is_picture(path):
        yield DrawSource(path, path)
        return
    png = picture_to_learn(path, report)
    with tempfile.TemporaryDirectory(prefix="singan-studio-") as folder:
        project = Path(folder) / "picture.singan"
        with ProjectStore.create(project, png, path.name.encode(errors="replace").decode(errors="replace")):
            pass
        yield DrawSource(project, path)


def is_picture(path: Path) -> bool:
    """Return whether a file is to be read as a picture: it exists and is not a project by its name or first bytes."""
    if path.suffix.lower() == ".singan" or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(MAGIC)) != MAGIC


def chosen_model(project: Path, wish: str | None) -> tuple[str, ModelInfo | None]:
    """Return the id of the model to draw with, and the base model if it is a learned one.

    `wish` is a word of `MODELS`; without one the learned model is taken where there is one, else patches. Raises
    `BadInput` "sample.no_scales" when a learned model is wished for and nothing is learned yet.
    """
    with ProjectStore.open(project, read_only=True) as store:
        model = None if wish == "patches" else active_model.model_to_draw_from(store)
    if model is None and wish == "learned":
        raise BadInput("sample.no_scales")
    return (model.id, model) if model else (PATCHES, None)


def can_draw(path: Path, recipe: Recipe) -> bool:
    """Return whether a project or a picture holds what a recipe was made from: its model, or the photo of patches."""
    try:
        with opened_source(path, None) as source, ProjectStore.open(source.project, read_only=True) as store:
            if recipe.model_id == PATCHES:
                return picture_hash(decode_png(store.source().png, keep_alpha=True)) == recipe.photo
            return any(model.id == recipe.model_id for model in store.models())
    except BadInput:
        return False
