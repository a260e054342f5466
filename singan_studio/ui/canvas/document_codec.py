"""A document as named pieces of bytes for the project file, of which only those that changed are written.

`Keeper.take` is quick and belongs to the document's thread; `packed` and `unpacked` are for another one.

    state               JSON: size, objects, steps in order, how many are done
    tile/LAYER/ROW/COLUMN   of a layer; a tile that is missing is empty
    step/ID             a length, JSON with name, objects and lengths of the tiles, then the tiles
    piece/KEY           the pixels of objects: height, width, then the packed layer
"""

from __future__ import annotations

import json
import math
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from singan_studio.ui.canvas.document import CanvasDocument, SavedDocument
from singan_studio.ui.canvas.history import MOST_STEPS, Step
from singan_studio.ui.canvas.incremental_jobs import JobSteps
from singan_studio.ui.canvas.objects import Bitmap, CanvasObject, Placement
from singan_studio.ui.canvas.raster import Raster
from singan_studio.ui.canvas.tiles import SIDE, Key, Tile

STATE = "state"
LAYERS = {"paint": 4, "added": 1, "removed": 1, "selection": 1}  # name and channels
_MOST_SIDE = 8192  # px of a piece


@dataclass(frozen=True)
class StepContent:
    """A step as it was when it was taken."""

    name: str
    objects: tuple[CanvasObject, ...]
    tiles: dict[tuple[str, Key], Tile]


Content = Tile | StepContent | Bitmap | bytes | None
"""What a named piece is made of; None is one to be forgotten."""


class Keeper:
    """Knows what of a document the project file has already."""

    def __init__(self, document: CanvasDocument, known: Iterable[str] = ()) -> None:
        """`known` are the names of the pieces in the file, whether or not the document was made of them."""
        self._document = document
        self._known = set(known)
        self._lost = False
        self._content: dict[str, Content] = {}  # taken so far

    def lose(self) -> None:
        """What was taken last could not be written: the next time everything is. From any thread."""
        self._lost = True

    def take(self) -> JobSteps:
        """All that has changed since the last time, as a mapping of name to `Content`, taken in moments; empty when
        nothing has, or when the document is in the middle of a change: after that it can be taken.
        """
        document, content = self._document, self._content
        if self._lost:
            self._lost = False
            self._want_all()
        while document.unsaved_tiles and not document.moments.busy:
            name, key = document.unsaved_tiles.pop()
            tile = document.layers[name].committed(key)
            content[_tile_name(name, key)] = None if tile.empty else tile
            yield 2 * SIDE * SIDE
        if document.moments.busy or not (content or document.unsaved_steps):
            return {}
        self._content = {}
        return content | self._rest(content)

    def _rest(self, content: Mapping[str, Content]) -> dict[str, Content]:
        """What has changed beside the tiles in `content`."""
        document = self._document
        steps = {f"step/{step.id}": step for step in document.history.steps}
        pieces = {f"piece/{piece.key}": piece for piece in self._used_pieces()}
        tiles = {_tile_name(name, key) for name, layer in document.layers.items() for key in layer.used}
        rest: dict[str, Content] = {
            name: StepContent(step.name, step.objects, dict(step.tiles))
            for name, step in steps.items()
            if step.id in document.unsaved_steps
        }
        rest |= {name: piece for name, piece in pieces.items() if name not in self._known}
        rest |= dict.fromkeys(self._known - {STATE, *steps, *pieces, *tiles, *content})
        rest[STATE] = self._state()
        document.unsaved_steps = set()
        for name, value in {**content, **rest}.items():
            if value is None:
                self._known.discard(name)
            else:
                self._known.add(name)
        return rest

    def _want_all(self) -> None:
        document = self._document
        document.unsaved_tiles = {
            (name, key) for name, layer in document.layers.items() for key in layer.used
        }
        document.unsaved_steps = {step.id for step in document.history.steps}
        self._known = {name for name in self._known if not name.startswith("piece/")}

    def _used_pieces(self) -> Iterable[Bitmap]:
        yield from (item.piece for item in self._document.committed_objects)
        for step in self._document.history.steps:
            yield from (item.piece for item in step.objects)

    def _state(self) -> bytes:
        document, history = self._document, self._document.history
        state = {
            "size": [document.rect.width(), document.rect.height()],
            "objects": _objects_to_json(document.committed_objects),
            "steps": [step.id for step in history.steps],
            "done": history.done,
        }
        return json.dumps(state).encode()


def packed(content: Mapping[str, Content]) -> dict[str, bytes | None]:
    """Contents as bytes; this takes time."""
    return {key: _pack(value) for key, value in content.items()}


def unpacked(data: Mapping[str, bytes], width: int, height: int) -> SavedDocument | None:
    """What `packed` made, for a canvas of that size; None when there is none, or of another size.

    Raises ValueError for anything else. This takes time.
    """
    if STATE not in data:
        return None
    try:
        state = json.loads(data[STATE])
        if state["size"] != [width, height]:
            return None
        layers = {name: Raster(name, height, width, channels) for name, channels in LAYERS.items()}
        pieces = {
            key.split("/")[1]: _piece(key, value) for key, value in data.items() if key.startswith("piece/")
        }
        for key, value in data.items():
            if key.startswith("tile/"):
                _, name, row, column = key.split("/")
                place = int(row), int(column)
                layers[name].put(place, Tile.from_bytes(value, layers[name].tile_shape(place)))
        numbers = [int(number) for number in state["steps"]][-MOST_STEPS:]
        steps = [_step(number, data[f"step/{number}"], layers, pieces) for number in numbers]
        objects = _objects_from_json(state["objects"], pieces)
        return SavedDocument(tuple(layers.values()), objects, steps, int(state["done"]))
    except (KeyError, TypeError, AttributeError, IndexError, struct.error, zlib.error) as error:
        raise ValueError(f"the handwork cannot be read: {type(error).__name__} {error}") from error


def _tile_name(layer: str, key: Key) -> str:
    return f"tile/{layer}/{key[0]}/{key[1]}"


def _pack(content: Content) -> bytes | None:
    match content:
        case Tile():
            return content.to_bytes()
        case Bitmap():
            shape = struct.pack(">II", content.height, content.width)
            return shape + zlib.compress(content.pixels.tobytes(), level=1)
        case StepContent():
            tiles = [(name, *key, tile.to_bytes()) for (name, key), tile in content.tiles.items()]
            head = {
                "name": content.name,
                "objects": _objects_to_json(content.objects),
                "tiles": [[name, row, column, len(data)] for name, row, column, data in tiles],
            }
            text = json.dumps(head).encode()
            return struct.pack(">I", len(text)) + text + b"".join(tile[-1] for tile in tiles)
    return content


def _step(number: int, data: bytes, layers: Mapping[str, Raster], pieces: Mapping[str, Bitmap]) -> Step:
    (length,) = struct.unpack_from(">I", data)
    head, at = json.loads(data[4 : 4 + length]), 4 + length
    tiles = {}
    for name, row, column, size in head["tiles"]:
        shape = layers[name].tile_shape((row, column))
        tiles[name, (row, column)] = Tile.from_bytes(data[at : at + size], shape)
        at += size
    return Step(number, str(head["name"]), tiles, _objects_from_json(head["objects"], pieces))


def _piece(key: str, data: bytes) -> Bitmap:
    height, width = struct.unpack_from(">II", data)
    if not (0 < height <= _MOST_SIDE and 0 < width <= _MOST_SIDE):
        raise ValueError(f"{key} is {width}×{height} px")
    # Not more is unpacked than there can be, whatever the file says.
    pixels = zlib.decompressobj().decompress(data[8:], 4 * height * width + 1)
    if len(pixels) != 4 * height * width:
        raise ValueError(f"{key} does not have {width}×{height} px")
    return Bitmap(np.frombuffer(pixels, np.uint8).reshape(height, width, 4), key.split("/")[1])


def _objects_to_json(objects: Iterable[CanvasObject]) -> list[dict[str, Any]]:
    return [{"id": item.id, "piece": item.piece.key, **asdict(item.placement)} for item in objects]


def _objects_from_json(
    objects: list[dict[str, Any]], pieces: Mapping[str, Bitmap]
) -> tuple[CanvasObject, ...]:
    found = []
    for item in objects:
        place = {name: float(item[name]) for name in ("x", "y", "scale_x", "scale_y", "angle")}
        if not all(map(math.isfinite, place.values())) or not (place["scale_x"] and place["scale_y"]):
            raise ValueError(f"an object is placed at {place}")
        found.append(CanvasObject(int(item["id"]), pieces[item["piece"]], Placement(**place)))
    return tuple(found)
