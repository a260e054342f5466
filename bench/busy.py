"""How much slower a training gets beside busy programs: `python -m bench.busy [--rounds N] [--busy N] [--ways ...]`.

A way is STEPS:THREADS:SPINS: whether steps are split into two jobs or joint, the torch threads, and what GOMP_SPINCOUNT
is (how long a thread spins for the others before it sleeps). In each round every way takes its turn, each in a process
of its own, first alone, then beside `--busy` processes that each keep a core busy. Prints the medians of ms per
iteration of `draft` at a 64 px window, and of the ratios of both, which were seconds apart.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

WAYS = ("split:2:5000", "joint:2:5000", "joint:2:0", "split:1:5000", "joint:1:5000")
WARM, TIMED = 4, 40
"""Iterations before and within a measurement."""

SIDES = 188, 250


def main() -> None:
    options = _options()
    found: dict[str, list[tuple[float, float]]] = {way: [] for way in options.ways}
    for number in range(options.rounds):
        for way in options.ways:
            alone = measured(way)
            with busy_programs(options.busy):
                beside = measured(way)
            found[way].append((alone, beside))
            print(f"round {number + 1}, {way}: {alone:.0f} ms alone, {beside:.0f} beside", flush=True)
    for way, pairs in found.items():
        alone, beside = (statistics.median(values) for values in zip(*pairs, strict=True))
        ratio = statistics.median(b / a for a, b in pairs)
        print(
            f"{way}: {alone:.0f} ms alone, {beside:.0f} beside {options.busy} busy programs, {ratio:.2f} times"
        )


def measured(way: str) -> float:
    """Return the ms that an iteration takes in a new process."""
    steps, threads, spins = way.split(":")
    words = [sys.executable, "-m", "bench.busy", "--one", f"{steps}:{threads}"]
    environment = {**os.environ, "GOMP_SPINCOUNT": spins}
    return float(subprocess.run(words, env=environment, capture_output=True, text=True, check=True).stdout)


@contextmanager
def busy_programs(count: int) -> Iterator[None]:
    """Keep so many cores busy meanwhile."""
    spawn = multiprocessing.get_context("spawn")
    programs = [spawn.Process(target=_keep_busy, daemon=True) for _ in range(count)]
    for program in programs:
        program.start()
    try:
        time.sleep(1)  # they have started
        yield
    finally:
        for program in programs:
            program.terminate()
            program.join()


def one(steps: str, threads: int) -> float:
    """Return the ms that an iteration takes here."""
    import torch

    from singan_studio.core.config import preset
    from singan_studio.engine.gan.hands import Hands
    from singan_studio.engine.gan.sampler import Pyramid
    from singan_studio.engine.gan.scale_trainer import ScaleTraining
    from singan_studio.engine.gan.trainer import train_scale

    torch.set_num_threads(threads)
    config = preset("draft", iterations=WARM + TIMED)
    picture = torch.rand(1, 3, *SIDES, generator=torch.Generator().manual_seed(0)) * 2 - 1
    device = torch.device("cpu")
    hands = Hands(threads) if steps == "split" else None
    scale = ScaleTraining(config, Pyramid(config.border, 0.75, device), picture, None, hands)
    times: dict[int, float] = {}

    def note() -> None:
        times.setdefault(scale.iteration, time.perf_counter())

    train_scale(scale, _nothing, note)
    return (times[WARM + TIMED] - times[WARM]) / TIMED * 1000


def _keep_busy() -> None:
    while True:
        pass


def _nothing() -> None:
    """Neither pause nor report."""


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--busy", type=int, default=2)
    parser.add_argument("--ways", nargs="+", default=WAYS, metavar="STEPS:THREADS:SPINS")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    asked = _options().one
    if asked is None:
        main()
    else:
        steps, threads = asked.split(":")
        print(one(steps, int(threads)))
