"""Choose the file of a new project, never over an existing one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from singan_studio.core.errors import BadInput, RunFailure

if TYPE_CHECKING:
    from singan_studio.project.store import ProjectStore

Made = TypeVar("Made")

PROJECT_SUFFIX = ".singan"
NAMES_TRIED = 999


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
    stem = Path(name).stem or "picture"
    for number in range(1, NAMES_TRIED + 1):
        path = folder / (f"{stem}{PROJECT_SUFFIX}" if number == 1 else f"{stem}-{number}{PROJECT_SUFFIX}")
        if path.exists():
            continue
        try:
            return path, make(path)
        except BadInput as error:
            if error.code != "file.exists":
                raise
    raise BadInput("window.no_free_name", folder=str(folder), name=stem, count=NAMES_TRIED)
