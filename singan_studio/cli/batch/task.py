"""One picture of a batch: the command that is run on it, in whatever process, and what came of it."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import shutil
import threading
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from singan_studio.cli.guard import FAILED, OK, ended
from singan_studio.core.errors import RunFailure, StudioError
from singan_studio.project.new_files import PROJECT_SUFFIX
from singan_studio.project.store import ProjectStore

ASIDE = ".unfinished-"
"""Begins the names of results that are not whole yet."""

BESIDE = ("-wal", "-shm", "-journal")
"""Endings of SQLite's files beside a project that was not closed."""

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


def aside_of(output: Path, attempt: str = "") -> Path:
    """Return where a result is made: as deep as the result, so that links in it lead to the same place afterwards."""
    number = f"{attempt}-" if attempt else ""
    return output.with_name(f"{ASIDE}{number}{output.name}")


def remove(path: Path) -> None:
    """Remove a folder, or a file with what SQLite keeps beside it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
        return
    for ending in ("", *BESIDE):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _made_whole(task: PictureTask, aside: Path, output: Path) -> int:
    from singan_studio.cli.app import run_command

    again = ["--resume"] if _half_learned(aside) else []
    code = run_command([task.command, task.source, *task.words, *again, "-o", str(aside), "--json"])
    if code != OK:
        return code or FAILED
    try:
        remove(output)
        aside.rename(output)
    except OSError as error:
        raise RunFailure("file.write", path=str(output), reason=error.strerror or str(error)) from error
    return OK


def _half_learned(aside: Path) -> bool:
    """Return whether there is a training to go on with; what cannot be read is removed."""
    if not aside.exists():
        return False
    try:
        with ProjectStore.open(aside, read_only=True):
            return True
    except StudioError:
        remove(aside)
        return False


def _notices(said: str) -> tuple[str, ...]:
    events = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    return tuple(event["message"] for event in events if event["event"] == "Notice")
