"""Choose the file of a new project, never over an existing one or one of another kind."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from singan_studio.core.errors import BadInput, RunFailure
from singan_studio.core.files import LONGEST_NAME, refuse_overwriting

if TYPE_CHECKING:
    from singan_studio.project.store import ProjectStore

Made = TypeVar("Made")

PROJECT_SUFFIX = ".singan"
NAMES_TRIED = 999

LONGEST_PROJECT_NAME = LONGEST_NAME - len("-journal")
"""Bytes of a project's name: SQLite keeps files with longer names beside it."""


def refuse_as_project(path: Path, force: bool) -> None:
    """Raise `BadInput` when no new project may be written there; `force` allows to replace a project, nothing else."""
    if path.suffix.lower() != PROJECT_SUFFIX and not path.is_dir():
        raise BadInput("project.name", path=str(path))
    if len(os.fsencode(path.name)) > LONGEST_PROJECT_NAME:
        raise BadInput("file.long_name", path=str(path), limit=LONGEST_PROJECT_NAME)
    refuse_overwriting(path, force)
    if path.exists():
        from singan_studio.project.header import (
            MAGIC,
        )  # brings SQLite: it would delay the start of the window

        with path.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise BadInput("project.replaced", path=str(path))


def project_name(picture_name: str, number: int = 1) -> str:
    """Return the file name of a picture's project; the `number`th one with that name has its number in it."""
    stem = Path(picture_name).stem or "picture"
    ending = PROJECT_SUFFIX if number == 1 else f"-{number}{PROJECT_SUFFIX}"
    room = LONGEST_PROJECT_NAME - len(ending)
    if len(os.fsencode(stem)) > room:
        stem = os.fsencode(stem)[:room].decode(errors="ignore")
    return stem + ending


def documents_folder() -> Path:
    """Return the folder for projects that cannot be where they should; it may not exist yet."""
    import platformdirs

    return platformdirs.user_documents_path() / "SinGAN Studio"


def made_in_first_writable(folders: list[Path], name: str, make: Callable[[Path], Made]) -> tuple[Path, Made]:
    """Call `make` with a free path in the first of `folders` that can be written; return the path and its answer.

    `name` is the file name of the picture. The last folder is made where it is missing. Raises `BadInput` where all
    names are taken, and what `make` raises for the last folder.
    """
    for folder in folders[:-1]:
        with contextlib.suppress(RunFailure, OSError):
            return _made_at_free_path(folder, name, make)
    folders[-1].mkdir(parents=True, exist_ok=True)
    return _made_at_free_path(folders[-1], name, make)


def rescue(store: ProjectStore, documents: Path) -> Path:
    """Save a project whose file was moved, deleted or replaced beside its former place, else among the documents.

    Returns the path of the copy.
    """
    folders = [folder for folder in (store.path.parent,) if folder.is_dir()]
    copy, _ = made_in_first_writable([*folders, documents], store.path.name, store.save_as)
    return copy


def _made_at_free_path(folder: Path, name: str, make: Callable[[Path], Made]) -> tuple[Path, Made]:
    for number in range(1, NAMES_TRIED + 1):
        path = folder / project_name(name, number)
        if path.exists():
            continue
        try:
            return path, make(path)
        except BadInput as error:
            if error.code != "file.exists":
                raise
    raise BadInput("window.no_free_name", folder=str(folder), name=Path(name).stem, count=NAMES_TRIED)
