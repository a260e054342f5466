"""The one stream of events a training emits; command line, window and project file all `match` on it.

A training emits RunStarted, then per scale ScaleStarted, any number of Progress, Preview, CheckpointSaved and
MemorySaved, and ScaleFinished, and in the end exactly one of RunFinished, RunCancelled, RunFailed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass(frozen=True)
class RunStarted:
    model_id: str
    preset: str
    device: str  # "cpu", "cuda:0 NVIDIA ...", "mps"
    threads: int
    sizes: list[tuple[int, int]]  # (height, width) per scale, coarsest first
    first_scale: int  # the scale that is trained first; above 0 when resuming


@dataclass(frozen=True)
class ScaleStarted:
    scale: int
    height: int
    width: int
    channels: int
    noise_amplitude: float
    iterations: int
    first_iteration: int  # above 0 when resuming inside a scale


@dataclass(frozen=True)
class Progress:
    scale: int
    iteration: int  # finished iterations of this scale
    iterations: int
    losses: dict[str, float]  # terms of both networks' losses by name (engine/gan/losses.py)
    iterations_per_second: float
    seconds_left: float  # of the whole run, estimated


@dataclass(frozen=True)
class Preview:
    """Pictures are (H, W, 3) uint8 sRGB."""

    scale: int
    iteration: int
    real: np.ndarray
    reconstruction: np.ndarray
    sample: np.ndarray


@dataclass(frozen=True)
class ScaleFinished:
    scale: int
    height: int
    width: int
    channels: int
    noise_amplitude: float
    seconds: float
    reconstruction_error: float  # RMSE in [-1, 1] units


@dataclass(frozen=True)
class MemorySaved:
    """Memory ran out: the scale goes on with this many windows of this size per step, and this bank."""

    scale: int
    windows: int
    height: int
    width: int
    bank: int


@dataclass(frozen=True)
class CheckpointSaved:
    scale: int
    iteration: int


@dataclass(frozen=True)
class RunFinished:
    seconds: float
    scales: int


@dataclass(frozen=True)
class RunCancelled:
    finished_scales: int


@dataclass(frozen=True)
class RunFailed:
    code: str  # a key of core.messages.TEXTS
    params: dict[str, Any] = field(default_factory=dict)


Event = (
    RunStarted
    | ScaleStarted
    | Progress
    | Preview
    | ScaleFinished
    | CheckpointSaved
    | MemorySaved
    | RunFinished
    | RunCancelled
    | RunFailed
)

LAST_EVENTS = (RunFinished, RunCancelled, RunFailed)
EVENT_TYPES: dict[str, type] = {
    cls.__name__: cls
    for cls in (
        RunStarted,
        ScaleStarted,
        Progress,
        Preview,
        ScaleFinished,
        CheckpointSaved,
        MemorySaved,
        *LAST_EVENTS,
    )
}
