"""Running the program in tests."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = [sys.executable, "-m", "singan_studio"]
TINY = ["--preset", "draft", "--max-size", "48", "--iterations", "3", "--threads", "1"]


@dataclass
class Outcome:
    """Result of a command: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Outcome]


def spawn(*words: object, cwd: Path) -> Outcome:
    """Run the real program in its own process."""
    command = [*PROGRAM, *map(str, words)]
    done = subprocess.run(command, cwd=cwd, env=environment(), capture_output=True, text=True, timeout=250)
    return Outcome(done.returncode, done.stdout, done.stderr)


def called(*words: object) -> Outcome:
    """Call the program's `main` in this process, which saves importing torch each time."""
    from singan_studio.__main__ import main

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(word) for word in words])
    return Outcome(code, out.getvalue(), err.getvalue())


@contextmanager
def started(*words: object, cwd: Path, own_group: bool = False) -> Iterator[subprocess.Popen[str]]:
    """Yield the running program, and kill it at the end if it is still running.

    `own_group` gives it its own process group, as a terminal does.
    """
    command = [*PROGRAM, *map(str, words)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command,
        cwd=cwd,
        env=environment(),
        stdout=pipe,
        stderr=pipe,
        text=True,
        start_new_session=own_group,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def next_event(process: subprocess.Popen[str], name: str) -> dict[str, Any]:
    assert process.stdout is not None
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == name:
            return event
    raise AssertionError(f"no {name}")


def environment(**changes: str) -> dict[str, str]:
    """Return this process's environment with changes; the program can be found from any folder."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **changes}


@dataclass
class Trained:
    """A project that was trained once for all tests, alone in its folder. No test may change it."""

    project: Path
    outcome: Outcome
