"""Where icons, translations and the bundled pictures are."""

from __future__ import annotations

import sys
from pathlib import Path


def folder() -> Path:
    """The `resources` folder: of a frozen build, of an installed package, or of the source tree."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def samples() -> list[Path]:
    """The bundled pictures, by name."""
    return sorted((folder() / "samples").glob("*.jpg"))
