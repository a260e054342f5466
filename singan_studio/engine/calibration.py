"""Measure how fast this machine trains: time a few iterations of small trainings and fit the speed to them."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import astuple, dataclass

import numpy as np
import torch

from singan_studio.core.config import TrainConfig, preset
from singan_studio.core.cost_model import Speed, Workload, iteration_work
from singan_studio.core.schedule import Size
from singan_studio.engine.device import synchronize
from singan_studio.engine.gan.hands import Hands
from singan_studio.engine.gan.sampler import Pyramid
from singan_studio.engine.gan.scale_trainer import ScaleTraining

ROUNDS = 3
"""Number of timings of each probe; the fastest counts."""


@dataclass(frozen=True)
class Probe:
    """A small training whose iterations are timed."""

    config: TrainConfig
    size: Size


def probes(device: torch.device, precision: str) -> list[Probe]:
    """Return small trainings of a precision, one where arithmetic counts, and of full precision one with norms."""
    plain, normed = preset("draft", precision=precision), preset("faithful")
    side, channels = (48, 64) if device.type == "cpu" else (192, 128)
    found = [
        Probe(plain, (25, 33)),
        Probe(plain, (94, 125)),
        Probe(plain.but(window=side, channels=channels), (2 * side, 2 * side)),
    ]
    return [*found, Probe(normed, (25, 33))] if precision == "full" else found


def measure_speed(
    device: torch.device, precision: str = "full", pause: Callable[[], None] = lambda: None
) -> Speed:
    """Measure the speed of a device with the current number of threads, in a few seconds. `pause` may raise to stop."""
    measured = []
    with closing(Hands(torch.get_num_threads())) as hands:
        for probe in probes(device, precision):
            work = iteration_work(probe.config, [probe.size], 0)
            measured.append((work, _seconds_per_iteration(probe, device, hands, pause)))
    return fitted(measured)


def fitted(measured: Sequence[tuple[Workload, float]]) -> Speed:
    """Fit a speed without negative parts to pairs of workload and seconds, with the least relative errors."""
    rows = np.array([np.array(astuple(work)) / seconds for work, seconds in measured])
    best, least = np.zeros(3), np.inf
    for parts in itertools.chain.from_iterable(itertools.combinations(range(3), n) for n in (1, 2, 3)):
        some, *_ = np.linalg.lstsq(rows[:, parts], np.ones(len(rows)), rcond=None)
        error = float(((rows[:, parts] @ some - 1) ** 2).sum())
        if (some >= 0).all() and error < least:
            best, least = np.zeros(3), error
            best[list(parts)] = some
    return Speed(*best.tolist())


def _seconds_per_iteration(
    probe: Probe, device: torch.device, hands: Hands, pause: Callable[[], None]
) -> float:
    """Return the mean seconds of an iteration, with and without the penalty; the first ones are not timed.

    On a CPU the process's own time counts if it is shorter, so that other busy programs do not slow down the machine.
    """
    pyramid = Pyramid(probe.config.border, probe.config.scale_factor, device)
    grey = torch.linspace(-0.5, 0.5, probe.size[1], device=device).expand(1, 3, *probe.size).contiguous()
    scale = ScaleTraining(probe.config, pyramid, grey, None, hands)
    together = probe.config.penalty_every
    times = []
    for _ in range(1 + ROUNDS):
        began, worked = time.perf_counter(), time.process_time()
        for _ in range(together):
            pause()
            _iterate(scale)
        synchronize(device)
        seconds, busy = time.perf_counter() - began, time.process_time() - worked
        times.append((min(seconds, busy) if device.type == "cpu" else seconds) / together)
    return min(times[1:])


def _iterate(scale: ScaleTraining) -> None:
    scale.begin_iteration()
    for _ in range(scale.config.d_steps):
        scale.d_step()
        scale.advance()
    for _ in range(scale.config.g_steps):
        scale.g_step()
        scale.advance()
