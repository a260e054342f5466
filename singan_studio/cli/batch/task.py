"""One picture of a batch: the command that is run on it, in whatever process, and what came of it."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import threading
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from singan_studio.cli.guard import FAILED, OK, ended
from singan_studio.core.errors import RunFailure
from singan_studio.project.new_files import PROJECT_SUFFIX
from singan_studio.project.unfinished import aside_of, half_learned, remove

_PROCESS = threading.Lock()
"""Held while a command runs, because stdout, threads and device are those of the process."""


@dataclass(frozen=True)
class PictureTask:
    """What is to be done with one picture. The paths are absolute; `output` is where the whole result goes."""

    picture: str  # the file's name
    source: str
    output: str
    command: str
    words: tuple[str, ...]  # further words of the command line

    def to_json(self) -> bytes:
        return json.dumps(dataclasses.asdict(self)).encode()

    @staticmethod
    def from_json(data: bytes) -> PictureTask:
        fields = json.loads(data)
        return PictureTask(**{**fields, "words": tuple(fields["words"])})


@dataclass(frozen=True)
class PictureOutcome:
    """What came of a picture: the exit code of its command, why it failed, and what the user should know."""

    picture: str
    code: int
    reason: str
    notices: tuple[str, ...]
    seconds: float

    def to_json(self) -> bytes:
        return json.dumps(dataclasses.asdict(self)).encode()

    @staticmethod
    def from_json(data: bytes) -> PictureOutcome:
        fields = json.loads(data)
        return PictureOutcome(**{**fields, "notices": tuple(fields["notices"])})


def run_task(task: PictureTask) -> PictureOutcome:
    """Run the task's command in this process. The result is written aside and renamed when it is whole.

    Only a half learned project is kept when the command ends early; the next call goes on with it. The result depends
    on the task alone, so it may be carried out again at any time, such as when its process was lost.
    """
    output = Path(task.output)
    learns = output.suffix == PROJECT_SUFFIX
    aside = aside_of(output) if learns else aside_of(output, uuid.uuid4().hex[:8])
    said = io.StringIO()
    with _PROCESS:
        began = time.monotonic()
        try:
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
                code, reason = ended(lambda: _made_whole(task, aside, output))
        finally:
            if not learns:
                remove(aside)
        seconds = time.monotonic() - began
    return PictureOutcome(task.picture, code, reason, _notices(said.getvalue()), seconds)


def _made_whole(task: PictureTask, aside: Path, output: Path) -> int:
    from singan_studio.cli.app import run_command

    again = ["--resume"] if half_learned(aside) else []
    code = run_command([task.command, task.source, *task.words, *again, "-o", str(aside), "--json"])
    if code != OK:
        return code or FAILED
    try:
        remove(output)
        aside.rename(output)
    except OSError as error:
        raise RunFailure("file.write", path=str(output), reason=error.strerror or str(error)) from error
    return OK


def _notices(said: str) -> tuple[str, ...]:
    events = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    return tuple(event["message"] for event in events if event["event"] == "Notice")
