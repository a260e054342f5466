"""Shared by the tests of the project file: recognisable contents, folders as bytes, child processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import singan_studio
from singan_studio.core.config import preset
from singan_studio.core.events import ScaleFinished
from singan_studio.core.recipe import Recipe

CHILD = Path(__file__).with_name("project_child.py")
PICTURE = b"\x89PNG picture" * 1000
CONFIG = preset("draft", seed=7)


def finished(scale: int) -> ScaleFinished:
    return ScaleFinished(scale, 25 + scale, 34 + scale, 32, 0.1 / (scale + 1), 1.5 * scale, 0.25)


def weights(scale: int) -> bytes:
    """Return 1 KB to 300 KB of bytes that are unique to this scale."""
    return f"weights of scale {scale};".encode() * (50 + 2500 * (scale % 5))


def recipe(seed: int) -> Recipe:
    return Recipe(tool="sample", model_id="m", seed=seed, scales=3, params={"size": [40, 30]})


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def child(*arguments: object, **options) -> subprocess.Popen[str]:
    """Start a process that runs one function of project_child.py: its name, then its arguments."""
    environment = dict(os.environ, PYTHONPATH=str(Path(singan_studio.__file__).parents[1]))
    return subprocess.Popen(
        [sys.executable, str(CHILD), *map(str, arguments)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        **options,
    )


def answer(*arguments: object) -> str:
    """Return what a child printed after it ended successfully."""
    with child(*arguments) as process:
        output, _ = process.communicate(timeout=200)
    assert process.returncode == 0, output
    return output.strip()
