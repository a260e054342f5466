"""Folders of this computer that the window proposes or opens."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QSettings

FOLDER_KEY = "window/folder"


def logs() -> Path:
    """Return the folder for the logs of the window and its engines; it may not exist yet."""
    return platformdirs.user_log_path("singan-studio", appauthor=False)


def last_used(settings: QSettings) -> Path:
    """Return the folder of the last file that was opened or saved, else the user's pictures, else their home."""
    used = Path(str(settings.value(FOLDER_KEY, "")))
    for folder in (used, platformdirs.user_pictures_path()):
        if folder.is_absolute() and folder.is_dir():
            return folder
    return Path.home()


def remember(settings: QSettings, file: Path) -> None:
    settings.setValue(FOLDER_KEY, str(file.parent))
