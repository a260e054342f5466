"""The interface of a format of still pictures. Each format is one small module; `stills.STILLS` lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True)
class StillFormat:
    """One format of still pictures.

    `from_png(data, quality, exif)` returns the file for a PNG of this program, with its pixels and its texts; the
    project keeps results as such PNGs. `exif` is a block without header, or empty. The same arguments give the same
    bytes. `texts(file)` returns the texts of an open file, none for one of another program. `label` is as in
    `formats.base.Format`.
    """

    name: str
    label: str
    endings: tuple[str, ...]  # lower case
    from_png: Callable[[bytes, int, bytes], bytes]
    texts: Callable[[BinaryIO], dict[str, str]]
    lossless: bool = False  # the quality has no effect
