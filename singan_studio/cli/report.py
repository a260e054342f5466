"""Output of the commands: events as JSON lines on stdout when asked for, readable progress on stderr."""

from __future__ import annotations

import dataclasses
import json
import math
import sys
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from singan_studio.cli.progress import LiveProgress, PlainProgress, paced, rough_duration
from singan_studio.cli.streams import write_line
from singan_studio.core.cost_model import Estimate
from singan_studio.core.events import Event, Preview, Progress
from singan_studio.core.messages import english

FRAME_SECONDS = 2.0  # between two lines about a film


@dataclass(frozen=True)
class ResultWritten:
    """A picture or film was written. The commands add this to the events of a training."""

    path: str
    seed: int
    width: int
    height: int


@dataclass(frozen=True)
class Estimated:
    """Expected cost of the training that begins now; `memory_mb` in 10^6 bytes."""

    seconds: float
    memory_mb: float


@dataclass(frozen=True)
class FramesDrawn:
    """`done` of the `total` frames of a film are drawn."""

    done: int
    total: int


@dataclass(frozen=True)
class Notice:
    """Something worth knowing that is not an error; `code` is a key of core.messages.TEXTS."""

    code: str
    message: str


class Report:
    """Where a command reports what happens. Use it in a `with` block, so that the terminal is left in a clean state."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._progress = LiveProgress() if sys.stderr is not None and sys.stderr.isatty() else PlainProgress()
        self._frames_due = paced(FRAME_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.close()

    def event(self, event: Event) -> None:
        """Report an event of a training."""
        if self._as_json:
            write_json(event)
        self._progress.show(event)

    def say(self, text: str) -> None:
        """Write a text for the user to stderr."""
        self._progress.say(text)

    def notice(self, code: str, **params: object) -> None:
        """Report a notice by its code."""
        text = english(code, params)
        if self._as_json:
            write_json(Notice(code, text))
        self._progress.say(text)

    def estimated(self, expected: Estimate) -> None:
        """Report what a training is expected to take."""
        if self._as_json:
            write_json(Estimated(expected.seconds, expected.memory_mb))
        memory = max(expected.memory_mb / 1000, 0.1)
        self._progress.say(
            f"This takes {rough_duration(expected.seconds)} and about {memory:.1f} GB of memory."
        )

    def frames(self, done: int, total: int) -> None:
        """Report the progress of a film, at most every few seconds."""
        if not self._frames_due():
            return
        if self._as_json:
            write_json(FramesDrawn(done, total))
        self._progress.say(f"Frame {done} of {total}")

    def written(self, result: ResultWritten) -> None:
        """Report that a file was written: only its path goes to stdout, so that it can be piped on."""
        if self._as_json:
            write_json(result)
        else:
            write_line(result.path)


def write_json(value: Any) -> None:
    """Write an event (or a plain dict) as one line of JSON. Pictures are left out; NaN and infinities become null."""
    write_line(json.dumps(value if isinstance(value, dict) else as_dict(value)))


def as_dict(event: Any) -> dict[str, Any]:
    """Return the name and the fields of an event, with JSON values only; every term of a loss is a field."""
    left_out = ("real", "reconstruction", "sample") if isinstance(event, Preview) else ()
    fields = {f.name: getattr(event, f.name) for f in dataclasses.fields(event) if f.name not in left_out}
    if isinstance(event, Progress):
        fields |= fields.pop("losses")
    return {"event": type(event).__name__, **{name: _plain(value) for name, value in fields.items()}}


def _plain(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
