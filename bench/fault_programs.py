"""What the fault harness needs of the program: a project to harm, and commands run with limits on time and memory."""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from singan_studio.core.config import preset
from singan_studio.core.images import encode_png
from singan_studio.core.resources import resource as bundled
from singan_studio.project.store import ProjectStore

LONGEST_S = 20.0
"""An attempt that takes longer hangs."""

UNEXPECTED = ("nexpected", "Traceback")
"""What is written when something happened that nobody had thought of."""

SMALL = preset("draft", min_size=12, max_size=48, channels=8, iterations=4, coarse_factor=1.0, window=0)
ENDLESS = preset("draft", max_size=128, iterations=100_000, report_seconds=0.1)


@dataclass(frozen=True)
class Outcome:
    """How a command ended; the code is None where it was killed because it hung."""

    code: int | None
    words: str
    seconds: float
    megabytes: float


def photo() -> np.ndarray:
    with Image.open(bundled("samples/tea-hills.jpg")) as image:
        return np.array(image.convert("RGB").resize((192, 128)))


def learned_project(path: Path) -> None:
    """Write a project with a model that is learned roughly, and with two results."""
    from singan_studio.core.cancel import NEVER
    from singan_studio.engine_process.jobs import run_training

    with ProjectStore.create(path, encode_png(photo()), "hills.png") as store:
        model = store.add_model("base", SMALL)
    run_training(path, model, lambda event: None, NEVER, "cpu", 1)
    with tempfile.TemporaryDirectory() as folder:
        command(["sample", str(path), "-n", "2", "-o", folder, "--threads", "1"])


def command(
    words: list[str], prepare: Callable[[], None] = lambda: None, longest: float = LONGEST_S
) -> Outcome:
    """Run a command of the program in a child process."""
    from singan_studio.__main__ import main

    return in_child(lambda: main(words), prepare, longest)


def in_child(
    work: Callable[[], int], prepare: Callable[[], None] = lambda: None, longest: float = LONGEST_S
) -> Outcome:
    """Call `work` in a forked process, which saves importing torch and Qt for every attempt."""
    with tempfile.TemporaryFile() as output:
        began = time.monotonic()
        pid = os.fork()
        if pid == 0:
            _be_child(work, prepare, output.fileno())
        status, usage = _wait(pid, began + longest)
        seconds = time.monotonic() - began
        output.seek(0)
        words = output.read().decode(errors="replace")
    return Outcome(status, words, seconds, usage.ru_maxrss / 1024)


def _be_child(work: Callable[[], int], prepare: Callable[[], None], output: int) -> None:
    code = 99
    try:
        for number in (1, 2):
            os.dup2(output, number)
        sys.stdout, sys.stderr = (
            io.TextIOWrapper(io.FileIO(number, "w", closefd=False), write_through=True) for number in (1, 2)
        )
        prepare()
        code = work()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 98
    except BaseException:
        os.write(output, traceback.format_exc().encode())
    finally:
        os._exit(code)


def _wait(pid: int, deadline: float) -> tuple[int | None, resource.struct_rusage]:
    killed = False
    while True:
        found, status, usage = os.wait4(pid, os.WNOHANG)
        if found:
            return (None if killed else os.waitstatus_to_exitcode(status)), usage
        if time.monotonic() > deadline and not killed:
            killed = True
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.01)


def limited_files(count: int) -> Callable[[], None]:
    """Return what makes files of a process end after `count` bytes, as a full disk would."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (count, count))

    return limit


def home_of(folder: Path) -> dict[str, str]:
    """Return an environment for windows that have no settings or projects yet."""
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        **{f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")},
    }


def events(line: str) -> dict[str, object]:
    """Return an event of `--json`; empty for a line that is none."""
    with contextlib.suppress(ValueError):
        value = json.loads(line)
        return value if isinstance(value, dict) else {}
    return {}
