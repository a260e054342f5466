"""Running the program in tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = [sys.executable, "-m", "singan_studio"]
TINY = ["--preset", "draft", "--max-size", "48", "--iterations", "3", "--threads", "1"]


@dataclass
class Outcome:
    """What a command gave back: exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Outcome]


def spawn(*words: object, cwd: Path) -> Outcome:
    """The real program in a process of its own."""
    command = [*PROGRAM, *map(str, words)]
    done = subprocess.run(command, cwd=cwd, env=environment(), capture_output=True, text=True, timeout=100)
    return Outcome(done.returncode, done.stdout, done.stderr)


def environment(**changes: str) -> dict[str, str]:
    """This process's environment with changes, in which the program is found from any folder."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **changes}


@dataclass
class Trained:
    """A project that was trained once for all tests, alone in its folder; nobody changes it."""

    project: Path
    outcome: Outcome
