"""Animate: the picture moves by itself."""

from __future__ import annotations

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools import shared_params
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="animate",
    command="animate",
    title=QT_TRANSLATE_NOOP("tools", "Animate"),
    help=QT_TRANSLATE_NOOP("tools", "Let the picture shimmer and drift: a film of small variations."),
    order=60,
    icon="animate",
    shortcut="Alt+6",
    params=(
        Param(
            name="frames",
            kind="int",
            label=QT_TRANSLATE_NOOP("tools", "Frames"),
            help=QT_TRANSLATE_NOOP("tools", "Length of the film."),
            default=60,
            low=2,
            high=10_000,
            unit="frames",
        ),
        Param(
            name="fps",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Speed"),
            help=QT_TRANSLATE_NOOP("tools", "Frames per second."),
            default=10.0,
            low=1,
            high=60,
            unit="frames per second",
        ),
        Param(
            name="alpha",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Closeness"),
            help=QT_TRANSLATE_NOOP(
                "tools", "How strongly every frame is pulled back to the picture (alpha)."
            ),
            default=0.1,
            low=0,
            high=1,
        ),
        Param(
            name="beta",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Smoothness"),
            help=QT_TRANSLATE_NOOP("tools", "How much motion keeps its direction (beta)."),
            default=0.9,
            low=0,
            high=1,
        ),
        shared_params.start_scale(0.0, low=0),  # from any other scale on hardly anything is seen to move
    ),
    output="film",
    run="singan_studio.tools.animate.run:run",
)
