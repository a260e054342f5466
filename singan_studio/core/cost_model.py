"""Estimate a training: its workload from the configuration, its seconds from a machine's speed.

A workload has three parts that machines differ in: passes through a network (whatever their size), arithmetic, and
values written to memory. docs/PERFORMANCE.md says how well that fits.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass, field, replace
from statistics import geometric_mean

from singan_studio.core.config import TrainConfig
from singan_studio.core.geometry import KERNEL, LAYERS, PAD
from singan_studio.core.json_reader import json_object
from singan_studio.core.schedule import (
    TILE,
    Size,
    bank_at,
    channels_of,
    iterations_at,
    refresh_at,
    window_at,
    windows_at,
)

PREVIEW_SHARE = 0.04
"""Previews take at most about this share of the training's time."""

DRAWING_PASS = 0.1
"""A pass without gradients, in passes of a training step."""

WHOLE_PICTURES = 12
"""Pictures of a scale's size that a training holds besides its bank."""

FARTHEST = 3.0
"""Largest ratio of real to expected cost, or of expected to real, that counts."""

TRUST = 0.7
"""Share of one training's surprise that changes the expectation of the next."""


@dataclass(frozen=True)
class Workload:
    """A number of training passes, of 10^9 floating point operations (gflop) and of 10^6 written values (mvalues)."""

    passes: float = 0.0
    gflop: float = 0.0
    mvalues: float = 0.0

    def __add__(self, other: Workload) -> Workload:
        return Workload(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def __mul__(self, times: float) -> Workload:
        return Workload(*(times * part for part in astuple(self)))

    __rmul__ = __mul__


@dataclass(frozen=True)
class Speed:
    """Seconds of a device per unit of each part of `Workload`."""

    per_pass: float
    per_gflop: float
    per_mvalue: float

    def seconds(self, work: Workload) -> float:
        return self.per_pass * work.passes + self.per_gflop * work.gflop + self.per_mvalue * work.mvalues


REFERENCE = Speed(per_pass=0.0034, per_gflop=0.0107, per_mvalue=0.0018)
"""One thread of a CPU with AVX-512, assumed until the machine is measured."""


# --- work ----------------------------------------------------------------------------------------------------------


def iteration_work(config: TrainConfig, sizes: Sequence[Size], scale: int) -> Workload:
    """Return the average workload of one iteration: its steps, and the samples of the scales below that they need."""
    size = sizes[scale]
    height, width = window_at(config, size)
    count = windows_at(config, size)
    channels = channels_of(config, scale)
    critic = count * _layers(height, width, channels, 1)
    generator = count * _layers(height + 2 * PAD, width + 2 * PAD, channels, 3)
    penalised = 1 / config.penalty_every if config.penalty_weight else 0.0
    # a network that learns: forward, and backward by weights and by values; the critic sees real and fake, and the
    # penalty takes a pass, its gradient, and a pass of (value, tangent) pairs that is gone back
    d_step = generator + (2 * 3 + 8 * penalised) * critic
    g_step = 2 * 3 * generator + 2 * critic
    work = config.d_steps * d_step + config.g_steps * g_step
    passes = config.d_steps * (1 + penalised) + config.g_steps
    picture = 4.5 * size[0] * size[1] / 1e6 * (1 + (config.d_steps + config.g_steps) * count)
    norms = 2 if config.norm == "batch" else 1  # they write every value once more
    steps = Workload(norms * passes, work.gflop, norms * work.mvalues + picture)
    return steps + _fresh_samples(config, size) * drawing_work(config, sizes, scale - 1)


def drawing_work(config: TrainConfig, sizes: Sequence[Size], last: int) -> Workload:
    """Return the workload of drawing a picture of scale `last`, from the coarsest scale on; none for -1."""
    work = Workload()
    for scale in range(last + 1):
        height, width = sizes[scale]
        layers = _layers(height + 2 * PAD, width + 2 * PAD, channels_of(config, scale), 3)
        work += Workload(DRAWING_PASS, layers.gflop, layers.mvalues + 18 * height * width / 1e6)
    return work


def scale_work(config: TrainConfig, sizes: Sequence[Size], scale: int, done: int = 0) -> Workload:
    """Return what is left of a scale after `done` iterations, including the filling of its bank when `done` is 0."""
    left = max(0, iterations_at(config, sizes[scale]) - done)
    work = left * iteration_work(config, sizes, scale)
    if scale and not done:
        work += bank_at(config, sizes[scale]) * drawing_work(config, sizes, scale - 1)
    return work


def scale_seconds(
    config: TrainConfig, sizes: Sequence[Size], scale: int, speed: Speed, done: int = 0
) -> float:
    """Return the seconds for what is left of a scale, previews included."""
    preview = speed.seconds(2 * drawing_work(config, sizes, scale))
    share = min(PREVIEW_SHARE, preview / config.preview_seconds)
    return (1 + share) * speed.seconds(scale_work(config, sizes, scale, done)) + preview


def share_done(config: TrainConfig, sizes: Sequence[Size], fractions: Sequence[float]) -> float:
    """Return the share of a training's time that is over, 0..1, from the share of each scale's iterations."""
    only = config.quantise_scale
    trained = range(len(sizes)) if only < 0 else range(only, only + 1)
    seconds = {scale: scale_seconds(config, sizes, scale, REFERENCE) for scale in trained}
    return sum(fractions[scale] * seconds[scale] for scale in trained) / sum(seconds.values())


def _layers(height: int, width: int, channels: int, out: int) -> Workload:
    """Return the workload of one forward pass of a network over an input of that size."""
    lost = [(KERNEL - 1) * layer for layer in range(1, LAYERS + 1)]  # px, behind each layer
    first, *between, last = [(height - px) * (width - px) for px in lost]
    products = channels * (3 * first + channels * sum(between) + out * last)
    return Workload(
        0.0, 2 * KERNEL**2 * products / 1e9, (channels * (first + sum(between)) + out * last) / 1e6
    )


def _fresh_samples(config: TrainConfig, size: Size) -> float:
    """Return how many samples of the scale below are drawn per iteration at a scale of that size."""
    if config.prev_bank:
        return 1 / refresh_at(config, size)
    return config.d_steps * windows_at(config, size)


# --- memory --------------------------------------------------------------------------------------------------------


def memory_mb(config: TrainConfig, sizes: Sequence[Size]) -> float:
    """Return the memory in 10^6 bytes that a training needs beyond its process: bank, activations, whole pictures."""
    return max(_scale_memory(config, sizes, scale) for scale in range(len(sizes)))


def _scale_memory(config: TrainConfig, sizes: Sequence[Size], scale: int) -> float:
    size = sizes[scale]
    height, width = window_at(config, size)
    count, channels = windows_at(config, size), channels_of(config, scale)
    critic = count * _layers(height, width, channels, 1).mvalues
    generator = count * _layers(height + 2 * PAD, width + 2 * PAD, channels, 3).mvalues
    norms = 2 if config.norm == "batch" else 1
    step = norms * max(2 * generator + critic, 6 * critic)
    tile = min(TILE, size[0]) * min(TILE, size[1])
    drawing = 3 * channels * tile / 1e6
    bank = bank_at(config, size) if scale else 0
    pictures = 3 * size[0] * size[1] / 1e6 * (bank + WHOLE_PICTURES)
    return 4 * (pictures + max(step, drawing))


# --- machines ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Machine:
    """A device with a number of threads, as far as it is known.

    `mixed` is the speed of trainings of mixed precision, None where that changes nothing. `base_mb` is the memory of an
    idle engine. `seconds_ratio` and `memory_ratio` hold, by preset, the ratio of what trainings took to what was
    expected of them.
    """

    speed: Speed = REFERENCE
    base_mb: float = 370.0
    seconds_ratio: dict[str, float] = field(default_factory=dict)
    memory_ratio: dict[str, float] = field(default_factory=dict)
    mixed: Speed | None = None

    def speed_of(self, config: TrainConfig) -> Speed:
        """Return how fast a training with that configuration is, before corrections."""
        return self.mixed if self.mixed and config.precision == "mixed" else self.speed

    def to_json(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)

    @staticmethod
    def from_json(text: str) -> Machine:
        """Read a machine from `to_json`. Raises `ValueError` or `TypeError` for another text."""
        values = json_object(text)
        mixed = values.get("mixed")
        speeds = {"speed": Speed(**values["speed"]), "mixed": None if mixed is None else Speed(**mixed)}
        return Machine(**{**values, **speeds})

    def after(self, config: TrainConfig, took: Estimate, expected: Estimate) -> Machine:
        """Return the machine as it is known after a training that `took` so much; `expected` comes from `estimate`."""
        name = config.preset
        seconds = _ratio(self.seconds_ratio, name) * _step(took.seconds / expected.seconds)
        memory = _ratio(self.memory_ratio, name) * _step(took.memory_mb / expected.memory_mb)
        return replace(
            self,
            seconds_ratio={**self.seconds_ratio, name: seconds},
            memory_ratio={**self.memory_ratio, name: memory},
        )


@dataclass(frozen=True)
class Estimate:
    """The cost of a training; `memory_mb` is the peak memory of its process, in 10^6 bytes."""

    seconds: float
    memory_mb: float


def estimate(
    config: TrainConfig, sizes: Sequence[Size], machine: Machine, scales: Sequence[int] | None = None
) -> Estimate:
    """Return what training takes on that machine: all scales, or the given ones."""
    chosen = range(len(sizes)) if scales is None else scales
    seconds = sum(scale_seconds(config, sizes, scale, machine.speed_of(config)) for scale in chosen)
    memory = machine.base_mb + memory_mb(config, sizes)
    return Estimate(
        seconds * _ratio(machine.seconds_ratio, config.preset),
        memory * _ratio(machine.memory_ratio, config.preset),
    )


def _step(ratio: float) -> float:
    """Return how far one training moves the expectation: not far if the machine was busy with something else."""
    return min(max(ratio, 1 / FARTHEST), FARTHEST) ** TRUST


def _ratio(known: dict[str, float], preset: str) -> float:
    """Return the ratio of the preset, or the mean of the others if the preset is new."""
    return known.get(preset) or (geometric_mean(known.values()) if known else 1.0)
