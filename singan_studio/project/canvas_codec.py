"""Serialize canvas layers, objects and undo steps for the project file.

The codec works on plain data; the window converts from and to its own objects. Packing and unpacking take time and
may run on any thread.

Rows of the table `canvas`, for each tool:

    state                   JSON: size, objects, steps in order, how many are done
    tile/LAYER/ROW/COLUMN   one tile of a layer; a missing tile is empty
    step/ID                 a length, JSON with name, objects and lengths of the tiles, then the tiles
    piece/KEY               the bitmap of objects: height, width, then the packed pixels

The sources of a result are JSON with the SHA-256 of blobs: height, width, channels, then the packed pixels.
"""

from __future__ import annotations

import json
import math
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from singan_studio.core.json_reader import json_object
from singan_studio.project.budget import Budget
from singan_studio.project.tile import Key, Tile, tile_shape

STATE = "state"
LAYERS = {"paint": 4, "added": 1, "removed": 1, "selection": 1}
"""Number of channels by the name of the layer."""

PLACEMENT = ("x", "y", "scale_x", "scale_y", "angle")
"""Fields of `ObjectData` that say where an object lies, in the order of the file."""

_LONGEST_SIDE = 8192  # px of a bitmap or patch
_DAMAGED = (
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    OverflowError,
    RecursionError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, eq=False)
class BitmapData:
    """The pixels of an object, (h, w, 4) uint8 blue, green, red, alpha; `key` names them in the file."""

    key: str
    pixels: np.ndarray


@dataclass(frozen=True)
class ObjectData:
    """An object: its middle in canvas px, its scale (negative mirrors), its angle in degrees clockwise."""

    id: int
    bitmap: BitmapData
    x: float
    y: float
    scale_x: float
    scale_y: float
    angle: float


@dataclass(frozen=True)
class StepData:
    """A step that can be undone or redone; `tiles` by layer and place."""

    name: str
    objects: tuple[ObjectData, ...]
    tiles: Mapping[tuple[str, Key], Tile]


@dataclass(frozen=True)
class StateData:
    """What a canvas consists of beside its tiles; `steps` are ids in order, of which `done` are not undone."""

    width: int  # px
    height: int  # px
    objects: tuple[ObjectData, ...]
    steps: tuple[int, ...]
    done: int


@dataclass(frozen=True)
class CanvasData:
    """A whole canvas as it was read from the file."""

    state: StateData
    tiles: Mapping[tuple[str, Key], Tile]  # without empty ones
    steps: Mapping[int, StepData]  # by id, all that `state` names


@dataclass(frozen=True)
class PatchData:
    """The part of a layer that is not zero: (h, w) or (h, w, 4) uint8, and its upper left corner in px."""

    left: int
    top: int
    pixels: np.ndarray


@dataclass(frozen=True)
class SourcesData:
    """What a result was made from by hand: `patches` by layer, and `extras`, JSON values kept by the tool's panel."""

    patches: Mapping[str, PatchData]
    objects: tuple[ObjectData, ...] = ()
    extras: Mapping[str, Any] = field(default_factory=dict)


Content = Tile | StepData | BitmapData | StateData | None
"""The content of one row of the table `canvas`; None deletes the row."""


def tile_name(layer: str, key: Key) -> str:
    """Return the name of a tile's row."""
    return f"tile/{layer}/{key[0]}/{key[1]}"


def step_name(id: int) -> str:
    """Return the name of a step's row."""
    return f"step/{id}"


def bitmap_name(key: str) -> str:
    """Return the name of a bitmap's row."""
    return f"piece/{key}"


def pack_canvas(content: Mapping[str, Content]) -> dict[str, bytes | None]:
    """Return the rows of the table `canvas` for some contents, by name."""
    return {name: _pack(value) for name, value in content.items()}


def unpack_canvas(
    rows: Mapping[str, bytes], width: int, height: int, budget: Budget | None = None
) -> CanvasData | None:
    """Return the canvas that `pack_canvas` made rows of; None if there is none, or it has another size in px.

    Raises ValueError for rows that are missing or damaged, or take more than the budget for bitmaps.
    """
    budget = budget or Budget()
    if STATE not in rows:
        return None
    try:
        state = json_object(rows[STATE])
        if state["size"] != [width, height]:
            return None
        bitmaps = {
            name.split("/")[1]: _unpack_bitmap(name, data, budget)
            for name, data in rows.items()
            if name.startswith("piece/")
        }
        tiles: dict[tuple[str, Key], Tile] = {}
        for name, data in rows.items():
            if name.startswith("tile/"):
                _, layer, row, column = name.split("/")
                key = int(row), int(column)
                tiles[layer, key] = _unpack_tile(data, layer, key, width, height)
        numbers, done = tuple(int(number) for number in state["steps"]), int(state["done"])
        if len(set(numbers)) != len(numbers) or not 0 <= done <= len(numbers):
            raise ValueError(f"{done} of its steps {numbers[:9]} are done")
        steps = {
            number: _unpack_step(rows[step_name(number)], width, height, bitmaps.__getitem__)
            for number in numbers
        }
        objects = _objects_from_json(state["objects"], bitmaps.__getitem__)
        return CanvasData(StateData(width, height, objects, numbers, done), tiles, steps)
    except _DAMAGED as error:
        raise ValueError(f"the handwork cannot be read: {type(error).__name__} {error}") from error


def pack_sources(sources: SourcesData, put_blob: Callable[[bytes], str]) -> str:
    """Return the sources of a result as JSON; `put_blob` keeps bytes and returns their SHA-256."""
    content = {
        "patches": {
            name: {"left": patch.left, "top": patch.top, "sha256": put_blob(_pack_patch(patch.pixels))}
            for name, patch in sources.patches.items()
        },
        "objects": _objects_to_json(sources.objects, lambda bitmap: put_blob(_pack_patch(bitmap.pixels))),
        "extras": dict(sources.extras),
    }
    return json.dumps(content)


def unpack_sources(text: str, blob: Callable[[str], bytes]) -> SourcesData:
    """Return what `pack_sources` made JSON of; `blob` returns the bytes with a SHA-256.

    Raises ValueError for damaged JSON or blobs.
    """
    bitmaps: dict[str, BitmapData] = {}
    budget = Budget()

    def bitmap(sha: str) -> BitmapData:
        if sha not in bitmaps:
            bitmaps[sha] = BitmapData(sha, _unpack_patch(blob(sha), budget))
        return bitmaps[sha]

    try:
        content = json_object(text)
        patches = {
            name: PatchData(
                int(patch["left"]), int(patch["top"]), _unpack_patch(blob(patch["sha256"]), budget)
            )
            for name, patch in content["patches"].items()
            if name in LAYERS
        }
        return SourcesData(patches, _objects_from_json(content["objects"], bitmap), dict(content["extras"]))
    except _DAMAGED as error:
        raise ValueError(f"the sources cannot be read: {type(error).__name__} {error}") from error


def _pack(content: Content) -> bytes | None:
    match content:
        case Tile():
            return content.to_bytes()
        case BitmapData():
            shape = struct.pack(">II", *content.pixels.shape[:2])
            return shape + zlib.compress(content.pixels.tobytes(), level=1)
        case StepData():
            return _pack_step(content)
        case StateData():
            state = {
                "size": [content.width, content.height],
                "objects": _objects_to_json(content.objects, lambda bitmap: bitmap.key),
                "steps": list(content.steps),
                "done": content.done,
            }
            return json.dumps(state).encode()
    return None


def _pack_step(step: StepData) -> bytes:
    tiles = [(layer, *key, tile.to_bytes()) for (layer, key), tile in step.tiles.items()]
    head = {
        "name": step.name,
        "objects": _objects_to_json(step.objects, lambda bitmap: bitmap.key),
        "tiles": [[layer, row, column, len(data)] for layer, row, column, data in tiles],
    }
    text = json.dumps(head).encode()
    return struct.pack(">I", len(text)) + text + b"".join(tile[-1] for tile in tiles)


def _unpack_step(data: bytes, width: int, height: int, bitmap: Callable[[str], BitmapData]) -> StepData:
    (length,) = struct.unpack_from(">I", data)
    head, at = json_object(data[4 : 4 + length]), 4 + length
    tiles: dict[tuple[str, Key], Tile] = {}
    for layer, row, column, size in head["tiles"]:
        tiles[layer, (row, column)] = _unpack_tile(data[at : at + size], layer, (row, column), width, height)
        at += size
    return StepData(str(head["name"]), _objects_from_json(head["objects"], bitmap), tiles)


def _unpack_tile(data: bytes, layer: str, key: Key, width: int, height: int) -> Tile:
    return Tile.from_bytes(data, tile_shape(key, height, width, LAYERS[layer]))


def _unpack_bitmap(name: str, data: bytes, budget: Budget) -> BitmapData:
    height, width = struct.unpack_from(">II", data)
    return BitmapData(name.split("/")[1], _unpack_pixels(data[8:], height, width, 4, budget))


def _pack_patch(pixels: np.ndarray) -> bytes:
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    shape = struct.pack(">III", *pixels.shape[:2], channels)
    return shape + zlib.compress(np.ascontiguousarray(pixels).data, level=1)


def _unpack_patch(data: bytes, budget: Budget) -> np.ndarray:
    height, width, channels = struct.unpack_from(">III", data)
    if channels not in (1, 4):
        raise ValueError(f"a patch has {channels} channels")
    return _unpack_pixels(data[12:], height, width, channels, budget)


def _unpack_pixels(data: bytes, height: int, width: int, channels: int, budget: Budget) -> np.ndarray:
    """Return (h, w, channels) or (h, w) uint8. A damaged file must not make more memory be taken than it may need."""
    if not (0 < height <= _LONGEST_SIDE and 0 < width <= _LONGEST_SIDE):
        raise ValueError(f"a bitmap has {width}×{height} px")
    size = height * width * channels
    budget.spend(size)
    pixels = zlib.decompressobj().decompress(data, size + 1)
    if len(pixels) != size:
        raise ValueError(f"a bitmap does not have {width}×{height} px")
    return np.frombuffer(pixels, np.uint8).reshape(
        (height, width) if channels == 1 else (height, width, channels)
    )


def _objects_to_json(
    objects: Iterable[ObjectData], name_of: Callable[[BitmapData], str]
) -> list[dict[str, Any]]:
    return [
        {"id": item.id, "piece": name_of(item.bitmap)} | {name: getattr(item, name) for name in PLACEMENT}
        for item in objects
    ]


def _objects_from_json(
    objects: list[dict[str, Any]], bitmap: Callable[[str], BitmapData]
) -> tuple[ObjectData, ...]:
    found = []
    for item in objects:
        place = {name: float(item[name]) for name in PLACEMENT}
        if not all(map(math.isfinite, place.values())) or not (place["scale_x"] and place["scale_y"]):
            raise ValueError(f"an object is placed at {place}")
        found.append(ObjectData(int(item["id"]), bitmap(item["piece"]), **place))
    return tuple(found)
