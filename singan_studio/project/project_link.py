"""The way from a result's file to its project, which its metadata carries."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath


def hint_from(picture: Path, project: Path) -> str | None:
    """The way from a picture file to its project, for its metadata; None where none can be written.

    Links are followed first, for ".." leads elsewhere from the other end of one.
    """
    try:
        hint = Path(os.path.relpath(project.resolve(), picture.parent.resolve())).as_posix()
        hint.encode()
        return hint
    except ValueError:  # on another drive, or a name that is no Unicode
        return None


def project_of_hint(picture: Path, hint: str) -> Path | None:
    """The project a picture's metadata points to; None for a hint that is no plain relative path."""
    parts = PurePosixPath(hint)
    # A stranger's picture must not make this computer reach for another one.
    if parts.is_absolute() or "\\" in hint or ":" in hint:
        return None
    return picture.parent.resolve() / parts
