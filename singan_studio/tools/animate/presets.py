"""Kinds of motion to start from: each is a set of parameters, as a table of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from singan_studio.core.messages import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Preset:
    """A named set of parameters.

    `title` and `help` are translated in context "tools"; `params` holds values by the name of the tool's parameter.
    """

    name: str
    title: str
    help: str
    params: Mapping[str, Any]


PRESETS = (
    Preset(
        "gentle",
        QT_TRANSLATE_NOOP("tools", "Gentle"),
        QT_TRANSLATE_NOOP("tools", "Slow and small: mist, calm water, a breath of wind."),
        {"layout": 0.6, "detail": 0.6, "sway": 0.6, "alpha": 0.05, "beta": 0.95, "start_scale": 0},
    ),
    Preset(
        "lively",
        QT_TRANSLATE_NOOP("tools", "Lively"),
        QT_TRANSLATE_NOOP("tools", "Everything is in motion: clouds, waves, leaves."),
        {"layout": 1.0, "detail": 1.0, "sway": 0.6, "alpha": 0.1, "beta": 0.9, "start_scale": 0},
    ),
    Preset(
        "wild",
        QT_TRANSLATE_NOOP("tools", "Wild"),
        QT_TRANSLATE_NOOP("tools", "Fast and far: fire, storm, a dream."),
        {"layout": 1.25, "detail": 1.2, "sway": 1.2, "alpha": 0.15, "beta": 0.9, "start_scale": 0},
    ),
    Preset(
        "shimmer",
        QT_TRANSLATE_NOOP("tools", "Shimmer"),
        QT_TRANSLATE_NOOP("tools", "Shapes stay where they are, their texture glitters."),
        {"layout": 0.0, "detail": 1.6, "sway": 0.6, "alpha": 0.1, "beta": 0.9, "start_scale": 1},
    ),
)
