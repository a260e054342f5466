"""The configuration of a training: one frozen, validated, serialisable table of numbers."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from singan_studio.core.errors import BadInput
from singan_studio.core.json_reader import JsonFault, json_object


@dataclass(frozen=True)
class Limit:
    """Unit and allowed values of a field: a closed range, or a set of words."""

    unit: str
    low: float = 0
    high: float = 0
    words: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return " | ".join(self.words) if self.words else f"{self.low:.10g}..{self.high:.10g}"

    def allows(self, value: Any) -> bool:
        if self.words:
            return value in self.words
        return (
            not isinstance(value, bool) and isinstance(value, int | float) and self.low <= value <= self.high
        )


def ranged(default: float, low: float, high: float, unit: str) -> Any:
    return field(default=default, metadata={"limit": Limit(unit, low, high)})


def worded(default: str, *words: str) -> Any:
    return field(default=default, metadata={"limit": Limit("word", words=words)})


@dataclass(frozen=True)
class TrainConfig:
    """The settings of one training. Defaults are the `faithful` preset: SinGAN (ICCV 2019) to the letter.

    Section numbers are those of the paper's supplement and its public constants; docs/ARCHITECTURE.md says where a
    preset leaves them. Unknown or out-of-range values raise `BadInput` naming field, value and range.
    """

    preset: str = worded("faithful", "faithful", "standard", "draft")
    seed: int = ranged(0, 0, 2**31 - 1, "whole number")
    # pyramid
    min_size: int = ranged(25, 12, 256, "px, shorter side of the coarsest scale")
    max_size: int = ranged(250, 32, 2048, "px, longer side of the finest scale")
    scale_factor: float = ranged(0.75, 0.5, 0.9, "ratio of neighbouring scales, before refitting")
    scale_rounding: str = worded("up", "up", "down")
    # networks
    channels: int = ranged(32, 8, 128, "channels of the coarsest scale")
    channels_double_every: int = ranged(4, 0, 16, "scales; 0 keeps the same width everywhere")
    norm: str = worded("batch", "batch", "none")
    init: str = worded("normal", "normal", "he")
    border: str = worded("zero", "zero", "noise", "edge")
    precision: str = worded("full", "full", "mixed")  # mixed: 16 bits in training, where that is faster
    # layout: what the coarsest scale starts from
    bend: float = ranged(
        0.0,
        0.0,
        0.5,
        "share of its side by which the coarsest picture is bent; 0 starts from noise alone",
    )
    layout: str = worded("coarsest", "coarsest", "patches")  # what makes a new layout when drawing
    # schedule of one scale
    iterations: int = ranged(2000, 1, 100_000, "iterations per scale")
    d_steps: int = ranged(3, 1, 10, "discriminator steps per iteration")
    g_steps: int = ranged(3, 1, 10, "generator steps per iteration")
    learning_rate: float = ranged(5e-4, 1e-6, 1e-1, "Adam's step size")
    lr_schedule: str = worded("step", "step", "cosine")
    lr_floor: float = ranged(0.1, 0.0, 1.0, "share of the learning rate at the end")
    lr_warm_up: int = ranged(0, 0, 10_000, "iterations over which the learning rate rises from zero")
    beta2: float = ranged(0.999, 0.5, 0.99999, "decay of Adam's second moment")
    # losses
    penalty_weight: float = ranged(0.1, 0.0, 100.0, "weight of the gradient penalty")
    penalty_every: int = ranged(
        1, 1, 16, "discriminator steps between penalties; the weight is scaled with it"
    )
    reconstruction_weight: float = ranged(10.0, 0.0, 1000.0, "weight of the reconstruction's squared error")
    reconstruction_fall: float = ranged(
        0.0, 0.0, 2.0, "power of the shorter side by which that weight falls above min_size"
    )
    drift_weight: float = ranged(
        0.0,
        0.0,
        1000.0,
        "weight of the square by which a finer scale's samples change the mean of 8 px cells",
    )
    excess_weight: float = ranged(
        0.0,
        0.0,
        100_000.0,
        "weight of the square by which they change a pixel more than the copy does anywhere",
    )
    noise_amplitude: float = ranged(0.1, 0.0, 10.0, "noise per reconstruction error (RMSE)")
    z_star: str = worded("fixed", "fixed", "per_iteration")
    # economies
    window: int = ranged(0, 0, 1024, "px of a random training window; 0 trains on the whole picture")
    windows: int = ranged(1, 1, 16, "windows per step")
    coarse_factor: float = ranged(
        1.0, 1.0, 20.0, "times as many iterations where the whole picture is trained on"
    )
    prev_bank: int = ranged(0, 0, 256, "kept samples of the scale below; 0 draws a fresh one each step")
    prev_refresh: int = ranged(10, 1, 10_000, "iterations between two redraws of the bank")
    average: float = ranged(
        0.0, 0.0, 0.9999, "decay of the averaged generator that is kept; 0 keeps the last"
    )
    # painting in few colours (a model of kind "paint-quantised"): only this scale is trained, on reduced pictures
    quantise_scale: int = ranged(-1, -1, 64, "scale; -1 trains all scales on full colours")
    quantise_colours: int = ranged(5, 2, 64, "colours")
    # reporting and safety
    report_seconds: float = ranged(0.25, 0.01, 60, "s between progress reports")
    preview_seconds: float = ranged(1.0, 0.05, 600, "s between previews")
    checkpoint_seconds: float = (
        field(  # changes nothing that is learned, so configurations are equal without it
            default=8.0,
            compare=False,
            metadata={
                "limit": Limit("s between checkpoints inside a scale; more than 8 counts as 8", 1, 3600)
            },
        )
    )

    def __post_init__(self) -> None:
        for f in fields(self):
            limit: Limit = f.metadata["limit"]
            value = getattr(self, f.name)
            whole = f.type == "int" and not isinstance(value, int)
            if whole or not limit.allows(value):
                raise BadInput("config.range", field=f.name, value=value, allowed=limit.text, unit=limit.unit)
        if self.min_size > self.max_size:
            raise BadInput("config.sizes", min_size=self.min_size, max_size=self.max_size)
        if self.norm == "batch" and self.windows > 1:
            raise BadInput("config.windows", windows=self.windows)

    def but(self, **changes: Any) -> TrainConfig:
        """Return a copy with some fields changed, validated again."""
        return replace(self, **changes)

    def to_json(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)

    @staticmethod
    def from_json(text: str) -> TrainConfig:
        try:
            values = json_object(text)
        except JsonFault as error:
            raise BadInput("config.json", reason=str(error)) from error
        unknown = sorted(set(values) - {f.name for f in fields(TrainConfig)})
        if unknown:
            raise BadInput("config.unknown", field=unknown[0])
        return TrainConfig(**values)


_FAST: dict[str, Any] = {
    "border": "edge",
    "bend": 0.035,
    "layout": "patches",
    "scale_factor": 0.72,
    "channels_double_every": 0,
    "norm": "none",
    "init": "he",
    "precision": "mixed",
    "d_steps": 1,
    "g_steps": 1,
    "learning_rate": 2e-3,
    "lr_schedule": "cosine",
    "lr_floor": 0.02,
    "lr_warm_up": 50,
    "beta2": 0.99,
    "penalty_every": 2,
    "reconstruction_weight": 80.0,
    "reconstruction_fall": 0.7,
    "prev_bank": 16,
    "average": 0.99,
    "window": 64,
}

PRESETS: dict[str, TrainConfig] = {
    "faithful": TrainConfig(),
    "standard": TrainConfig(
        preset="standard", iterations=1300, drift_weight=300.0, excess_weight=1000.0, **_FAST
    ),
    "draft": TrainConfig(preset="draft", iterations=500, drift_weight=100.0, excess_weight=1000.0, **_FAST),
}


def preset(name: str, **changes: Any) -> TrainConfig:
    """Return the named preset with changes. Raises `BadInput` for an unknown name."""
    if name not in PRESETS:
        raise BadInput("config.range", field="preset", value=name, allowed=" | ".join(PRESETS), unit="word")
    return PRESETS[name].but(**changes)
