"""Where the file of a new project goes: never over one that is there."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from singan_studio.core.errors import BadInput, RunFailure

Made = TypeVar("Made")

PROJECT_SUFFIX = ".singan"
NAMES_TRIED = 999


def made_in_first_writable(folders: list[Path], name: str, make: Callable[[Path], Made]) -> tuple[Path, Made]:
    for folder in folders[:-1]:
        with contextlib.suppress(RunFailure, OSError):
            return _made_at_free_path(folder, name, make)
    folders[-1].mkdir(parents=True, exist_ok=True)
    return _made_at_free_path(folders[-1], name, make)


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


def way_to(project: Path, folder: Path) -> str:
    """The project's path as seen from a folder; absolute where drives differ."""
    try:
        return os.path.relpath(project, folder)
    except ValueError:
        return str(project)
