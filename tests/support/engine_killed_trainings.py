"""Trains every project of a folder in its own process and kills each at a random moment.

Usage: engine_killed_trainings.py FOLDER SEED. The processes are forked from one that has imported torch, because the
import takes longer than the trainings. Each writes a line to PROJECT.log per ScaleFinished it emits. Prints how many
were killed before they had finished.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from singan_studio.core.cancel import NEVER
from singan_studio.core.events import ScaleFinished
from singan_studio.engine.gan import trainer  # noqa: F401 - imports torch
from singan_studio.engine_process.jobs import run_training
from singan_studio.project.store import ProjectStore


def train_in_fork(path: Path) -> int:
    """Train the project's model in a new process and return its id."""
    pid = os.fork()
    if pid:
        return pid
    try:
        with ProjectStore.open(path, read_only=True) as store:
            model = store.models()[0].id
        log = os.open(path.with_suffix(".log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)

        def emit(event: object) -> None:
            if isinstance(event, ScaleFinished):
                os.write(log, f"{event.scale}\n".encode())

        run_training(path, model, emit, NEVER, "cpu", 1)
    finally:
        os._exit(0)


def main(folder: Path, seed: int) -> None:
    moments = random.Random(seed)
    first, *others = sorted(folder.glob("*.singan"))
    began = time.monotonic()
    os.waitpid(train_in_fork(first), 0)
    duration = time.monotonic() - began
    killed = 0
    for path in others:
        pid = train_in_fork(path)
        time.sleep(moments.uniform(0, duration))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        killed += os.WIFSIGNALED(status)
    sys.stdout.write(f"{killed}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
