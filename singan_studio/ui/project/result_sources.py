"""What a result was made from by hand, kept in the project beside the pictures that its recipe names.

Everything here runs on the store thread.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from singan_studio.ui.canvas.document_state import PARTS, DocumentState, Patch
from singan_studio.ui.canvas.objects import Bitmap, CanvasObject, Placement

if TYPE_CHECKING:
    from singan_studio.project.store import ProjectStore


@dataclass(frozen=True)
class ResultSources:
    """The work as it was, and what its panel kept beside the parameters; unless `exact` it only looks like it."""

    document_state: DocumentState
    extras: Mapping[str, Any] = field(default_factory=dict)
    exact: bool = True


def keep_sources(store: ProjectStore, inputs: Mapping[str, str], sources: ResultSources) -> None:
    """Keep what these inputs, SHA-256 by parameter name, were made from."""
    document_state = sources.document_state
    kept = {
        "patches": {
            name: {"left": patch.left, "top": patch.top, "sha256": store.put_blob(_packed(patch.pixels))}
            for name, patch in document_state.patches.items()
        },
        "objects": [
            {"id": item.id, "piece": store.put_blob(_packed(item.piece.pixels)), **asdict(item.placement)}
            for item in document_state.objects
        ],
        "extras": dict(sources.extras),
    }
    store.set_meta(_key(inputs), json.dumps(kept))


def read_sources(store: ProjectStore, inputs: Mapping[str, str]) -> ResultSources | None:
    """What was kept of these inputs; None where nothing was, or it cannot be read."""
    text = store.get_meta(_key(inputs))
    if text is None:
        return None
    try:
        kept = json.loads(text)
        patches = {
            name: Patch(int(at["left"]), int(at["top"]), _unpacked(store.blob(at["sha256"])))
            for name, at in kept["patches"].items()
            if name in PARTS
        }
        objects = tuple(_object(item, _unpacked(store.blob(item["piece"]))) for item in kept["objects"])
        return ResultSources(DocumentState(patches, objects), dict(kept["extras"]))
    except (KeyError, TypeError, ValueError, AttributeError, struct.error, zlib.error):
        return None


def _object(item: Mapping[str, Any], pixels: np.ndarray) -> CanvasObject:
    place = Placement(*(float(item[name]) for name in ("x", "y", "scale_x", "scale_y", "angle")))
    return CanvasObject(int(item["id"]), Bitmap(pixels), place)


def _packed(pixels: np.ndarray) -> bytes:
    """Height, width and channels, then the packed uint8 pixels."""
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    shape = struct.pack(">III", *pixels.shape[:2], channels)
    return shape + zlib.compress(np.ascontiguousarray(pixels).data, level=1)


def _unpacked(data: bytes) -> np.ndarray:
    height, width, channels = struct.unpack_from(">III", data)
    pixels = np.frombuffer(zlib.decompress(data[12:]), np.uint8)
    return pixels.reshape((height, width) if channels == 1 else (height, width, channels))


def _key(inputs: Mapping[str, str]) -> str:
    """Key of the project's meta value, JSON."""
    name = hashlib.sha256(json.dumps(dict(inputs), sort_keys=True).encode()).hexdigest()
    return f"made from/{name}"
