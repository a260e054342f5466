"""A training that runs out of memory goes on with less, and reports it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from singan_studio.core.events import MemorySaved, RunCancelled, RunFailed, RunFinished, ScaleFinished
from singan_studio.engine.device import is_out_of_memory
from singan_studio.engine.gan.networks import Discriminator
from singan_studio.engine.gan.scale_trainer import ScaleTraining
from singan_studio.engine.oom_fallback import SMALLEST_BANK, SMALLEST_WINDOW, reduced_config
from tests.engine.gan.test_trainer import Memory, stopping_after, tiny

CPU_WORDS = (
    "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried"
)
LARGE = (60, 80)
WASTEFUL = {"max_size": 80, "window": 48, "windows": 4, "prev_bank": 12, "iterations": 2}


def saved(memory: Memory) -> list[MemorySaved]:
    return [event for event in memory.events if isinstance(event, MemorySaved)]


@pytest.fixture
def little_memory(monkeypatch: pytest.MonkeyPatch):
    """Return a function that makes the critic fail, as torch does, for more than so many values at once."""

    def limit(values: int) -> None:
        forward = Discriminator.forward

        def limited(self: Discriminator, x: torch.Tensor) -> torch.Tensor:
            if x.numel() > values:
                raise RuntimeError(CPU_WORDS)
            return forward(self, x)

        monkeypatch.setattr(Discriminator, "forward", limited)

    return limit


def test_errors_of_torch_without_memory_are_recognised():
    assert is_out_of_memory(RuntimeError(CPU_WORDS))
    assert is_out_of_memory(RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 8"))
    assert is_out_of_memory(RuntimeError("could not create a primitive"))
    assert is_out_of_memory(MemoryError())
    assert is_out_of_memory(torch.OutOfMemoryError("CUDA out of memory"))
    assert not is_out_of_memory(RuntimeError("shape mismatch"))


def test_an_allocation_beyond_all_memory_is_recognised():
    with pytest.raises(RuntimeError) as caught:
        torch.empty(2**60, dtype=torch.uint8)
    assert is_out_of_memory(caught.value)


def test_settings_are_reduced_step_by_step_to_a_minimum():
    config, seen = tiny("standard", **WASTEFUL), []
    while (less := reduced_config(config, LARGE)) != config:
        config = less
        seen.append((config.windows, config.window, config.prev_bank))
    assert seen[:2] == [(2, 48, 6), (1, 48, SMALLEST_BANK)]
    assert seen[-1] == (1, SMALLEST_WINDOW, SMALLEST_BANK)


def test_a_training_without_windows_begins_to_use_them():
    config = reduced_config(tiny("faithful"), LARGE)
    assert config.window == 53
    assert config.windows == 1


def test_a_training_that_runs_out_of_memory_is_finished_with_less(little_memory):
    little_memory(3 * 48 * 48 * 3)  # two windows of real or of fake at once, not four
    memory = Memory()
    assert isinstance(memory.run(tiny("standard", **WASTEFUL)), RunFinished)
    told = saved(memory)
    assert [event.windows for event in told] == [2]
    finished = [event for event in memory.events if isinstance(event, ScaleFinished)]
    assert len(finished) == len(memory.scales) > told[0].scale + 1  # later scales begin with less


def test_a_training_at_the_minimum_fails_and_keeps_finished_scales(little_memory):
    little_memory(2750)  # enough for the coarsest scale, not for the smallest window
    memory = Memory()
    last = memory.run(tiny("standard", max_size=80, window=0, iterations=1, min_size=25))
    assert isinstance(last, RunFailed), "the limit is too wide for this test"
    assert last.code == "engine.memory"
    assert saved(memory)
    assert memory.scales


def test_a_reduced_training_is_resumed_reduced(monkeypatch):
    failures = iter([RuntimeError(CPU_WORDS)])
    step = ScaleTraining.d_step

    def failing_once(self: ScaleTraining) -> None:
        if self.scale == 1 and (failure := next(failures, None)):
            raise failure
        step(self)

    monkeypatch.setattr(ScaleTraining, "d_step", failing_once)
    config = tiny("standard", **{**WASTEFUL, "window": 24})
    memory = Memory()
    memory.run(config)
    (told,) = saved(memory)
    stopped = Memory()
    failures = iter([RuntimeError(CPU_WORDS)])
    for pauses in (8, 20, 10_000):
        token, wait = stopping_after(pauses)
        last = stopped.run(config, token, wait)
        assert isinstance(last, RunFinished | RunCancelled)
    assert [(e.windows, e.scale) for e in saved(stopped)] == [(told.windows, told.scale)]
    assert len(stopped.scales) == len(memory.scales)


def test_other_errors_do_not_reduce_settings(monkeypatch):
    monkeypatch.setattr(ScaleTraining, "d_step", lambda _: (_ for _ in ()).throw(RuntimeError("shape")))
    memory = Memory()
    last = memory.run(tiny("standard"))
    assert isinstance(last, RunFailed)
    assert last.code == "engine.failed"
    assert not saved(memory)


REAL = """
import resource, sys, torch
sys.path.insert(0, sys.argv[1])
import numpy as np
from tests.engine.gan.test_trainer import Memory, tiny
from singan_studio.core.events import MemorySaved, RunFinished
picture = np.random.default_rng(0).integers(0, 256, (150, 200, 3), dtype=np.uint8)
config = tiny("standard", max_size=200, min_size=140, window=128, windows=8, iterations=1, channels=32)
Memory().run(config.but(max_size=40, min_size=25))
now = int(open("/proc/self/statm").read().split()[0]) * 4096
resource.setrlimit(resource.RLIMIT_AS, (now + 240 * 2**20,) * 2)
memory = Memory(picture)
last = memory.run(config)
print(type(last).__name__, sum(isinstance(event, MemorySaved) for event in memory.events))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
def test_a_process_with_a_real_limit_finishes_its_training():
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-c", REAL, root]
    # a limit of addresses counts the gaps between small blocks too: large ones are given back at once
    environment = {**os.environ, "MALLOC_MMAP_THRESHOLD_": "65536"}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, timeout=110, check=False
    )
    name, times = done.stdout.split() or ("nothing", done.stderr[-2000:])
    assert name == "RunFinished", done.stderr[-2000:]
    assert int(times) >= 1
