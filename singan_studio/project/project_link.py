"""Links from the file of a result to its project, kept in the file's metadata."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath


def link_from(picture: Path, project: Path) -> str | None:
    """Return the relative POSIX path from a picture's folder to its project; None where there is none.

    Symbolic links are followed first, because ".." leads elsewhere from the other end of one.
    """
    try:
        link = Path(os.path.relpath(project.resolve(), picture.parent.resolve())).as_posix()
        link.encode()
        return link
    except ValueError:  # on another drive, or a name that is not Unicode
        return None


def linked_project(picture: Path, link: str) -> Path | None:
    """Return the project that a picture's metadata links to; None for a link that is not a plain relative path."""
    parts = PurePosixPath(link)
    # A stranger's picture must not make this computer connect to another one.
    if parts.is_absolute() or "\\" in link or ":" in link:
        return None
    return picture.parent.resolve() / parts
