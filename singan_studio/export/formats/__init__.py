"""The formats of films, by name, in the order in which they are offered. A new format is a module listed here."""

from __future__ import annotations

from singan_studio.export.formats import apng, gif, mp4, sequence, webm, webp
from singan_studio.export.formats.base import Format

FORMATS: dict[str, Format] = {
    module.FORMAT.name: module.FORMAT for module in (gif, mp4, webm, webp, apng, sequence)
}
