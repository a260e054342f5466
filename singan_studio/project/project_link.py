"""Links from the file of a result to its project, kept in the file's metadata.

Results are given to others, so a link names no folder: it is the project's file name, behind ".." for each folder to go
up. A project elsewhere is looked for beside the result.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from singan_studio.core.files import LONGEST_NAME

LONGEST_LINK = 1024
"""Characters of a link that is followed."""


def link_from(picture: Path, project: Path) -> str | None:
    """Return the link from a picture to its project; None for a name that is not Unicode.

    Symbolic links are followed first, because ".." leads elsewhere from the other end of one.
    """
    home, folder = project.resolve(), picture.parent.resolve()
    above = (folder, *folder.parents)
    up = above.index(home.parent) if home.parent in above else 0
    link = "/".join([*[".."] * up, home.name])
    try:
        link.encode()
    except UnicodeEncodeError:
        return None
    return link


def linked_project(picture: Path, link: str) -> Path | None:
    """Return the project that a picture's metadata links to; None for a link that is not a plain relative path."""
    parts = PurePosixPath(link)
    # A stranger's picture must not make this computer connect to another one.
    if parts.is_absolute() or not link.isprintable() or "\\" in link or ":" in link:
        return None
    if max(map(len, map(os.fsencode, parts.parts)), default=0) > LONGEST_NAME or len(link) > LONGEST_LINK:
        return None
    return picture.parent.resolve() / parts
