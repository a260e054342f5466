"""Measures the cost of a training and its results on this machine: seconds, iterations per second, latencies, memory.

torch is imported inside functions, so that importing this module stays cheap.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from singan_studio.core.cancel import CancelToken
from singan_studio.core.config import TrainConfig

if TYPE_CHECKING:
    import torch

    from singan_studio.engine.gan.hands import Hands
    from singan_studio.engine.gan.sampler import Pyramid
    from singan_studio.engine.gan.scale_trainer import ScaleTraining

WARM_UP = 2
"""Number of untimed iterations; the first ones allocate memory."""

DRAWS = 5


@dataclass(frozen=True)
class ScaleCost:
    """Cost of one scale; `seconds` is the time for all its iterations and for filling its bank."""

    scale: int
    height: int
    width: int
    iterations: int
    iterations_per_second: float
    seconds: float


@dataclass(frozen=True)
class Cost:
    """Cost of one training and of drawing from its pyramid.

    `extrapolated` means that each scale was timed over a few iterations only. `seconds` is the sum over the scales,
    without previews and checkpoints (at most about 4%). `sample_ms` is for a whole picture of the finest size,
    `start_ms` for one from each start scale: medians, warmed up. `peak_mb` is the largest memory of this process so
    far, None where the system does not report it; `device_mb` is that of a graphics card.
    """

    preset: str
    device: str
    threads: int
    extrapolated: bool
    scales: list[ScaleCost]
    seconds: float
    sample_ms: float
    start_ms: list[float]
    peak_mb: float | None
    device_mb: float | None


def measure(
    image: np.ndarray, config: TrainConfig, device: str, threads: int, timed: int, cancel: CancelToken
) -> Cost:
    """Train on an (H, W, 3) uint8 picture for `timed` iterations per scale (0: all of them), then draw."""
    from singan_studio.engine import device as devices
    from singan_studio.engine.gan.hands import Hands
    from singan_studio.engine.gan.layout import layout_of
    from singan_studio.engine.gan.pyramid import build_pyramid, geometry_of
    from singan_studio.engine.gan.sampler import Pyramid

    chosen, used = devices.choose(device), devices.set_threads(threads)
    geometry = geometry_of(image, config)
    reals = build_pyramid(image, geometry, chosen)
    pyramid = Pyramid(config.border, geometry.factor, chosen, layout_of(config, reals[0]))
    with closing(Hands(used)) as hands:
        scales = list(_train_scales(config, pyramid, reals, hands, timed, cancel))
    start_ms = [_drawing_ms(pyramid, start, cancel) for start in range(len(scales))]
    return Cost(
        preset=config.preset,
        device=devices.label(chosen),
        threads=used,
        extrapolated=timed > 0,
        scales=scales,
        seconds=sum(scale.seconds for scale in scales),
        sample_ms=start_ms[0],
        start_ms=start_ms,
        peak_mb=peak_memory_mb(),
        device_mb=devices.peak_memory_mb(chosen),
    )


def peak_memory_mb() -> float | None:
    """Return the peak resident memory of this process in MB of 10^6 bytes, or None where it cannot be determined."""
    if sys.platform == "win32":
        return None
    if sys.platform == "linux":  # getrusage would include the process that started this one
        return _of_this_process("VmHWM")
    import resource

    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def memory_mb() -> float | None:
    """Return the current resident memory of this process in MB of 10^6 bytes; None except on Linux."""
    return _of_this_process("VmRSS") if sys.platform == "linux" else None


def _of_this_process(name: str) -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.split(f"{name}:")[1].split()[0]) * 1024 / 1e6


def _train_scales(
    config: TrainConfig,
    pyramid: Pyramid,
    reals: list[torch.Tensor],
    hands: Hands,
    timed: int,
    cancel: CancelToken,
) -> Iterator[ScaleCost]:
    from singan_studio.engine.gan.scale_trainer import ScaleTraining

    previous = None
    for real in reals:
        scale = ScaleTraining(config, pyramid, real, previous, hands)
        yield _scale_cost(scale, timed, cancel)
        finished = scale.finish()
        pyramid.z_star = scale.z_star if scale.scale == 0 else pyramid.z_star
        pyramid.scales.append(finished)
        previous = finished.generator, scale.d


def _scale_cost(scale: ScaleTraining, timed: int, cancel: CancelToken) -> ScaleCost:
    """Train a scale, wholly or for a few iterations, and return the cost of all of them."""
    from singan_studio.engine.device import synchronize
    from singan_studio.engine.gan.trainer import train_scale

    planned = scale.iterations
    if timed:
        scale.iterations = min(planned, timed + WARM_UP)
    began = time.perf_counter()
    scale.fill_bank(cancel.check)
    synchronize(scale.device)
    filled = time.perf_counter()
    warm_up = min(WARM_UP, scale.iterations - 1) if timed else 0
    at = [filled] if not warm_up else []

    def report() -> None:
        if scale.iteration == warm_up and scale.step == 0:
            synchronize(scale.device)
            at.append(time.perf_counter())

    train_scale(scale, cancel.check, report)
    synchronize(scale.device)
    each = (time.perf_counter() - at[0]) / (scale.iterations - warm_up)
    seconds = filled - began + planned * each
    return ScaleCost(scale.scale, *scale.size, planned, 1 / each, seconds)


def _drawing_ms(pyramid: Pyramid, start: int, cancel: CancelToken) -> float:
    """Return the median time of a picture from a start scale, pixels included, in ms; the first draw is not timed."""
    from singan_studio.engine.gan.pyramid import to_pixels
    from singan_studio.engine.noise import picture_noise

    times = []
    for seed in range(DRAWS + 1):
        began = time.perf_counter()
        to_pixels(pyramid.draw(picture_noise(seed, pyramid.device), pyramid.sizes, start, cancel))
        times.append(time.perf_counter() - began)
    return 1000 * statistics.median(times[1:])
