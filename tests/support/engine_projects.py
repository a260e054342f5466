"""Tiny projects, and helpers of the tests of engine processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from singan_studio.core.config import TrainConfig, preset
from singan_studio.core.events import LAST_EVENTS, RunFailed
from singan_studio.core.images import encode_png
from singan_studio.engine_process.client import EngineClient
from singan_studio.engine_process.messages import Train
from singan_studio.project.store import ProjectStore

TINY = preset(
    "draft", min_size=12, max_size=32, channels=8, iterations=8, report_seconds=0.01, preview_seconds=0.05
)
"""A training of four scales, which together take about half a second on one core."""

ENDLESS = TINY.but(iterations=100_000)
"""A training that never leaves its first scale."""


def start_script(name: str, *arguments: object) -> subprocess.Popen[str]:
    """Start one of the scripts beside this file with its stdout piped."""
    here = Path(__file__).parent
    return subprocess.Popen(
        [sys.executable, here / name, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(here.parents[1])},
    )


def output_of(name: str, *arguments: object) -> str:
    """Run one of the scripts beside this file, which must succeed, and return what it prints."""
    with start_script(name, *arguments) as script:
        try:
            output, _ = script.communicate(timeout=250)
        finally:
            script.kill()
    assert script.returncode == 0
    return output


def make_project(path: Path, *configs: TrainConfig) -> list[str]:
    """Write a project of a picture of 48x40 px and return one model's id per config."""
    y, x = np.mgrid[0:40, 0:48]
    pixels = np.stack([5 * x, 6 * y, 20 * ((x // 6 + y // 6) % 12)], axis=2).astype(np.uint8)
    with ProjectStore.create(path, encode_png(pixels), "tiles.png") as store:
        return [store.add_model("base", config) for config in configs]


def train(project: Path, model_id: str) -> Train:
    return Train(str(project), model_id, "cpu", 1)


def messages(client: EngineClient, seconds: float = 100) -> Iterator[object]:
    """Yield the engine's messages; fail when none arrives for `seconds`."""
    while True:
        message = client.receive(seconds)
        assert message is not None, f"nothing came for {seconds} s"
        yield message


def until(client: EngineClient, *kinds: type) -> list[object]:
    """Return the messages up to the first of one of these kinds."""
    seen = []
    for message in messages(client):
        seen.append(message)
        if isinstance(message, kinds):
            return seen
        assert not isinstance(message, RunFailed), message
    raise AssertionError


def until_over(client: EngineClient) -> list[object]:
    return until(client, *LAST_EVENTS)


def of(kind: type, seen: list[object]) -> list:
    return [message for message in seen if isinstance(message, kind)]


def alive(pid: int) -> bool:
    """Return whether a process is running; a dead one that is not yet collected is not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def becomes(condition: Callable[[], bool], seconds: float) -> bool:
    """Return whether the condition comes true within `seconds`."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.01)
    return condition()
