"""The formats of still pictures, by name, in the order in which they are offered; the first one is proposed."""

from __future__ import annotations

from pathlib import Path

from singan_studio.core.errors import BadInput
from singan_studio.core.files import ordinary_file
from singan_studio.export.stills import png
from singan_studio.export.stills.base import StillFormat

STILLS: dict[str, StillFormat] = {module.STILL.name: module.STILL for module in (png,)}

PROPOSED = next(iter(STILLS.values()))


def still_named(path: Path) -> StillFormat | None:
    """Return the format that a name's ending asks for; None for an unknown one."""
    return next((still for still in STILLS.values() if path.suffix.lower() in still.endings), None)


def still_format_for(path: Path) -> StillFormat:
    """Return the format that a name's ending asks for. Raises `BadInput` naming path and allowed endings."""
    if still := still_named(path):
        return still
    endings = [still.endings[0] for still in STILLS.values()]
    raise BadInput("export.still", path=str(path), allowed=" | ".join(endings))


def still_texts(path: Path) -> dict[str, str]:
    """Return the texts of a picture that this program wrote; none for any other file."""
    still = still_named(path)
    if still is None or path.is_dir():
        return {}
    with ordinary_file(path) as file:
        return still.texts(file)
