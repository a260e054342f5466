"""A picture in the queue, what is done with it and what came of it, as plain data that is kept as JSON."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, fields
from enum import Enum
from pathlib import Path
from typing import Any

from singan_studio.core.config import PRESETS
from singan_studio.core.images import PICTURE_ENDINGS
from singan_studio.core.json_reader import JsonFault, json_object

MOST_VARIATIONS = 64


class State(Enum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Todo:
    """What is done with a picture: it is learned with a preset, or not at all (""), and varied so many times."""

    preset: str = ""
    variations: int = 0


@dataclass
class QueuedPicture:
    """One picture: `source` and `folder` are absolute paths, `project` is that of the whole result."""

    source: str
    folder: str
    todo: Todo
    name: str = field(default_factory=lambda: uuid.uuid4().hex[:8])
    state: State = State.WAITING
    content: str = ""  # of the source when it was begun; another one is begun again
    fraction: float = 0.0
    project: str = ""
    code: str = ""  # why it failed, of `core.messages.TEXTS`
    params: dict[str, Any] = field(default_factory=dict)


def queue_to_json(pictures: Iterable[QueuedPicture], paused: bool) -> bytes:
    """Return the queue as it is kept; what is running waits when it is read again."""
    rows = []
    for picture in pictures:
        state = State.WAITING if picture.state is State.RUNNING else picture.state
        rows.append({**asdict(picture), "state": state.value})
    return json.dumps({"paused": paused, "pictures": rows}, default=str, ensure_ascii=False).encode()


def queue_from_json(text: bytes) -> tuple[list[QueuedPicture], bool]:
    """Return the pictures and whether the queue is paused; what cannot be understood is left out."""
    try:
        kept = json_object(text)
    except JsonFault:
        return [], False
    rows = kept.get("pictures")
    found = [_picture(row) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return [picture for picture in found if picture is not None], kept.get("paused") is True


def pictures_in(paths: Sequence[Path]) -> list[Path]:
    """Return the pictures among files, and those in folders by their names."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.iterdir(), key=lambda each: each.name) if path.is_dir() else [path]
        found += [each for each in inside if each.suffix.lower() in PICTURE_ENDINGS and each.is_file()]
    return found


def _picture(row: dict[str, Any]) -> QueuedPicture | None:
    try:
        todo = Todo(**row["todo"])
        picture = QueuedPicture(**{**row, "todo": todo, "state": State(row["state"])})
    except (KeyError, TypeError, ValueError):
        return None
    example = QueuedPicture("", "", todo)
    kinds = all(type(getattr(picture, f.name)) is type(getattr(example, f.name)) for f in fields(picture))
    known = todo.preset in ("", *PRESETS) and type(todo.variations) is int
    plain = Path(picture.name).name == picture.name
    return picture if kinds and known and plain and 0 <= todo.variations <= MOST_VARIATIONS else None
