"""The pictures that a result was made from beside the photo (a mask, a painting), carried in the result's own file."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping

from singan_studio.core.json_reader import JsonFault, json_texts

INPUTS_KEY = "singan-inputs"
"""Text of a result that holds them: a JSON object of SHA-256 and base64 of the compressed PNG."""

MOST_STILL = 8 * 1024 * 1024
"""Characters that a picture carries at most."""

MOST_FILM = 12 * 1024
"""Characters that a film carries at most: its texts are an argument of ffmpeg, short on Windows."""

LARGEST = 64 * 1024 * 1024
"""Bytes of an unpacked PNG."""


def carried_text(pngs: Mapping[str, bytes], most: int) -> str:
    """Return PNGs by SHA-256 as one text; empty where there is none, or where it would be longer than `most`."""
    packed = {sha: base64.b64encode(zlib.compress(png, 9)).decode() for sha, png in pngs.items()}
    text = json.dumps(packed, sort_keys=True) if packed else ""
    return text if len(text) <= most else ""


def carried_pngs(text: str) -> dict[str, bytes]:
    """Return the PNGs of a text by SHA-256; what is damaged, too large or not what its name says is left out."""
    try:
        packed = json_texts(text)
    except JsonFault:
        return {}
    unpacked = {sha: _unpacked(value) for sha, value in packed.items()}
    return {sha: png for sha, png in unpacked.items() if hashlib.sha256(png).hexdigest() == sha}


def _unpacked(value: str) -> bytes:
    try:
        return zlib.decompressobj().decompress(base64.b64decode(value, validate=True), LARGEST)
    except (ValueError, zlib.error):
        return b""
