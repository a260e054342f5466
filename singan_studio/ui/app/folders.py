"""Folders of this computer that the window proposes or opens."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QSettings

FOLDER_KEY = "window/folder"
PICTURES, RESULTS, FILMS = "pictures", "results", "films"
"""Kinds of files, each of which has a folder of its own: what is opened, and what is saved."""


def logs() -> Path:
    """Return the folder for the logs of the window and its engines; it may not exist yet."""
    return platformdirs.user_log_path("singan-studio", appauthor=False)


def last_used(settings: QSettings, kind: str = PICTURES) -> Path:
    """Return the folder of the last file of that kind, else that of any, else the user's pictures, else their home."""
    kept = [Path(str(settings.value(key, ""))) for key in (_key_of(kind), FOLDER_KEY)]
    for folder in (*kept, platformdirs.user_pictures_path()):
        if folder.is_absolute() and folder.is_dir():
            return folder
    return Path.home()


def remember(settings: QSettings, file: Path, kind: str = PICTURES) -> None:
    """Propose the folder of a file for the next one of its kind."""
    for key in (_key_of(kind), FOLDER_KEY):
        settings.setValue(key, str(file.parent))


def _key_of(kind: str) -> str:
    return f"folders/{kind}"
