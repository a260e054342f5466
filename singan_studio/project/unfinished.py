"""Results that are not whole yet: where they are made, whether they can be gone on with, and from what.

The batch of the command line and the queue of the window go by the same rules.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from singan_studio.core.errors import StudioError
from singan_studio.project.active_model import model_to_draw_from
from singan_studio.project.new_files import PROJECT_SUFFIX
from singan_studio.project.store import ProjectStore

ASIDE = ".unfinished-"
"""Begins the names of results that are not whole yet."""

BESIDE = ("-wal", "-shm", "-journal")
"""Endings of SQLite's files beside a project that was not closed."""


def aside_of(output: Path, attempt: str = "") -> Path:
    """Return where a result is made: as deep as the result, so that links in it lead to the same place afterwards."""
    number = f"{attempt}-" if attempt else ""
    return output.with_name(f"{ASIDE}{number}{output.name}")


def remove(path: Path) -> None:
    """Remove a folder, or a file with what SQLite keeps beside it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
        return
    for ending in ("", *BESIDE):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def half_learned(aside: Path) -> bool:
    """Return whether there is a training to go on with; what cannot be read is removed."""
    if not aside.exists():
        return False
    try:
        with ProjectStore.open(aside, read_only=True):
            return True
    except StudioError:
        remove(aside)
        return False


def content_of(source: Path) -> str:
    """Return what tells a picture or project from an earlier one of that name; nothing if it cannot be read.

    Drawing from a project adds results to it, so only its picture and what is learned of it count.
    """
    try:
        if source.suffix.lower() == PROJECT_SUFFIX:
            with ProjectStore.open(source, read_only=True) as store:
                model = model_to_draw_from(store)
                learned = f"{model.id} {len(store.scales(model.id))}" if model else ""
                return hashlib.sha256(store.source().png + learned.encode()).hexdigest()
        with source.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, StudioError):
        return ""
