"""The formats of still pictures, by name, in the order in which they are offered; the first one is proposed."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from singan_studio.core.errors import BadInput
from singan_studio.core.files import ordinary_file
from singan_studio.core.images import with_texts
from singan_studio.export.settings import SETTINGS_KEY
from singan_studio.export.stills import jpeg, png, webp
from singan_studio.export.stills.base import StillFormat
from singan_studio.export.stills.settings import USUAL, StillSettings

STILLS: dict[str, StillFormat] = {module.STILL.name: module.STILL for module in (png, jpeg, webp)}

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


def still_file(still: StillFormat, data: bytes, settings: StillSettings, exif: bytes = b"") -> bytes:
    """Return the file for a PNG of this program, with its texts, and with `exif` where the settings keep that.

    Settings that are not the usual ones go into the file, so that it can be made again.
    """
    if settings != USUAL:
        data = with_texts(data, {SETTINGS_KEY: settings.to_json()})
    return still.from_png(data, settings.quality, exif if settings.keep_exif else b"")


def still_texts(path: Path) -> dict[str, str]:
    """Return the texts of a picture that this program wrote; none for any other file."""
    if still_named(path) is None or path.is_dir():  # other files may be projects, which nobody else opens
        return {}
    with ordinary_file(path) as file:
        return texts_of(file)


def texts_of(file: BinaryIO) -> dict[str, str]:
    """Return the texts of an open picture that this program wrote, whatever its name; none for any other."""
    for still in STILLS.values():
        file.seek(0)
        if texts := still.texts(file):
            return texts
    return {}
